import { sql } from "kysely";
import pg from "pg";
import { expect, it } from "vitest";
import { openTestDatabase } from "../../test/database.ts";
import { makeActor } from "../../test/make.ts";
import type { PersonActor } from "../identity/actor.ts";
import { system } from "../identity/actor.ts";

const database = await openTestDatabase();
const times = Array.from({ length: 12 }, (_, time) => time);

it("prepares a statement that is sent again and again, and answers each time for the values given", async () => {
	const prepared = await database.reading(system("test"), async ({ db }) => {
		for (const time of times) {
			const { rows } = await sql<{ twice: number }>`select 2 * ${time}::int twice`.execute(db);
			expect(rows).toEqual([{ twice: 2 * time }]);
		}
		const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(db);
		return rows.map((row) => row.statement);
	});
	expect(prepared).toEqual(["select 2 * $1::int twice"]);
});

it("never prepares a statement that is new each time", async () => {
	const prepared = await database.reading(system("test"), async ({ db }) => {
		for (const time of times) await sql`select ${time}::int ${sql.raw(`as time_${time}`)}`.execute(db);
		const { rows } = await sql`select from pg_prepared_statements where statement like '%time_%'`.execute(db);
		return rows;
	});
	expect(prepared).toEqual([]);
});

it("holds each actor to their own rows, whoever a statement was prepared for", async () => {
	const [one, other] = [await makeActor(database), await makeActor(database)];
	const seenBy = (actor: PersonActor) =>
		database.reading(actor, ({ db }) =>
			sql<{ name: string }>`select name from organisation.membership where valid_from <= ${"2999-01-01"}`.execute(db),
		);
	for (const _ of times) {
		expect((await seenBy(one)).rows).toEqual([{ name: one.name }]);
		expect((await seenBy(other)).rows).toEqual([{ name: other.name }]);
	}
});

it("goes on when a table has changed under a prepared statement", async () => {
	const sector = () =>
		database.reading(system("test"), ({ db }) =>
			db.selectFrom("organisation.sector").selectAll().where("code", "=", "social").execute(),
		);
	for (const _ of times) await sector();
	const owner = new pg.Client(database.owner);
	await owner.connect();
	await owner.query("alter table organisation.sector add column colour text default 'blue'").finally(() => owner.end());
	for (const _ of times) expect(await sector()).toEqual([expect.objectContaining({ code: "social", colour: "blue" })]);
});
