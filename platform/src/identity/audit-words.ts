import type { Language } from "../language.ts";
import { identityAuditKinds, identityAuditWords } from "./audit-words.text.ts";

type Words = Readonly<Record<Language, string>>;

const words = new Map<string, Words>(Object.entries(identityAuditWords));

const kinds = new Map<string, Words>(Object.entries(identityAuditKinds));

/** A room tells, in words people read, what its verbs in the log mean: `{ "unit.change": { nb: "Endret en enhet", … } }`. */
export function registerAuditWords(verbs: Readonly<Record<string, Words>>): void {
	for (const [verb, meaning] of Object.entries(verbs)) words.set(verb, meaning);
}

/** What a verb means; the verb itself where no room has said. */
export function auditWords(verb: string, language: Language): string {
	return words.get(verb)?.[language] ?? verb;
}

/** A room tells what its kinds of object are called: `{ unit: { nb: "Enhet", … } }`. */
export function registerAuditKinds(given: Readonly<Record<string, Words>>): void {
	for (const [kind, meaning] of Object.entries(given)) kinds.set(kind, meaning);
}

/** What a kind of object is called; the kind itself where no room has said. */
export function auditKindWords(kind: string, language: Language): string {
	return kinds.get(kind)?.[language] ?? kind;
}
