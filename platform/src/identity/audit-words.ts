import type { Language } from "../language.ts";
import { identityAuditWords } from "./audit-words.text.ts";

type Words = Readonly<Record<Language, string>>;

const words = new Map<string, Words>(Object.entries(identityAuditWords));

/** A room tells, in words people read, what its verbs in the log mean: `{ "unit.change": { nb: "Endret en enhet", … } }`. */
export function registerAuditWords(verbs: Readonly<Record<string, Words>>): void {
	for (const [verb, meaning] of Object.entries(verbs)) words.set(verb, meaning);
}

/** What a verb means; the verb itself where no room has said. */
export function auditWords(verb: string, language: Language): string {
	return words.get(verb)?.[language] ?? verb;
}

export function auditVerbs(): string[] {
	return [...words.keys()].sort();
}
