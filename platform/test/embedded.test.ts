import { expect, test } from "vitest";
import { parseDatabaseUrl } from "./embedded.ts";

test.each([
	["postgres://localhost/tests", { host: "localhost", port: 5432, user: "postgres", database: "tests" }],
	[
		"postgresql://k%C3%A5re:hemmelig%40ord@db.example:5433/pr%C3%B8ve",
		{ host: "db.example", port: 5433, user: "kåre", password: "hemmelig@ord", database: "prøve" },
	],
	[
		"postgres:///tests?host=/var/run/postgresql&user=me",
		{ host: "/var/run/postgresql", port: 5432, user: "me", database: "tests" },
	],
	["postgres:///tests?host=/run/pg&port=5499", { host: "/run/pg", port: 5499, user: "postgres", database: "tests" }],
])("%s names a server as libpq would read it", (text, connection) => {
	expect(parseDatabaseUrl(text)).toEqual(connection);
});
