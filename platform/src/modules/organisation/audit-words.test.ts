import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { identityAuditWords } from "../../identity/audit-words.text.ts";
import { organisationAuditKinds, organisationAuditWords } from "./audit-words.ts";
import { importAuditWords } from "./import/audit-words.ts";

/** Every literal that is handed to the log in this room's code. */
function literals(pattern: RegExp): string[] {
	const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" });
	const found = files
		.filter((file) => file.endsWith(".server.ts"))
		.flatMap((file) => [...readFileSync(path.join(import.meta.dirname, file), "utf8").matchAll(pattern)]);
	return [...new Set(found.map((match) => match[1] ?? ""))].sort();
}

test("everything this room writes in the log has words", () => {
	const verbs = literals(/(?:\bverb: |\brecord(?:All|ForAll)\(work, )"([a-z.-]+)"/g);
	expect(verbs).toContain("unit.change");
	expect(verbs).toContain("organisation.merge");
	const words = { ...organisationAuditWords, ...importAuditWords, ...identityAuditWords };
	expect(verbs.filter((verb) => !(verb in words))).toEqual([]);
	const kinds = literals(/\bobjectKind: "([a-z.-]+)"/g);
	expect(kinds.filter((kind) => !(kind in organisationAuditKinds))).toEqual([]);
});

test("no words are kept for what the log never says", () => {
	const verbs = literals(/(?:\bverb: |\brecord(?:All|ForAll)\(work, )"([a-z.-]+)"/g);
	expect(Object.keys(organisationAuditWords).filter((verb) => !verbs.includes(verb))).toEqual([]);
});
