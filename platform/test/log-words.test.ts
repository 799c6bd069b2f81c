import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { auditKindWords, auditWords } from "../src/identity/audit-words.ts";
import { languages } from "../src/language.ts";
import "../src/registrations.server.ts";

const source = path.join(import.meta.dirname, "../src");

/** Everything the code of the house hands to the log under this pattern. */
function handed(pattern: RegExp): string[] {
	const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) =>
		file.endsWith(".server.ts"),
	);
	return [
		...new Set(
			files.flatMap((file) =>
				[...readFileSync(path.join(source, file), "utf8").matchAll(pattern)].map((match) => match[1] ?? ""),
			),
		),
	].sort();
}

it("says in words people read everything that any room, or the house itself, writes in the log", () => {
	const verbs = handed(/(?:\bverb: |\brecord(?:All|ForAll)\(work, )"([a-z.-]+\.[a-z.-]+)"/g);
	expect(verbs.length).toBeGreaterThan(100);
	const kinds = handed(/\bobjectKind: "([a-z-]+)"/g);
	expect(kinds.length).toBeGreaterThan(15);
	for (const language of languages) {
		expect(verbs.filter((verb) => auditWords(verb, language) === verb)).toEqual([]);
		expect(kinds.filter((kind) => auditKindWords(kind, language) === kind)).toEqual([]);
	}
});
