import type { FormContent } from "../definition.ts";
import { type Flaw, flaws, isUnsaid } from "../flaws.ts";
import { type KnownFact, type LintFinding, lint } from "../lint.ts";

/** Something to see to in a form that is being made, at one of its parts. */
export type Finding = {
	readonly id: string;
	readonly code: Flaw["code"] | LintFinding["code"];
	/** What stops publishing; the rest is only hardly meant. */
	readonly stops: boolean;
};

/** All that is found of a form, each once, in no order. */
export function findingsOf(content: FormContent, known: readonly KnownFact[] = []): readonly Finding[] {
	const wrong = flaws(content.parts);
	// Two without words are called the same, and that is not worth a word.
	const unsaid = new Set(wrong.flatMap(({ code, id }) => (code === "missing-words" ? [id] : [])));
	const odd = lint({ id: "draft", version: 1, title: content.title, parts: [...content.parts] }, known);
	const all: readonly Finding[] = [
		...wrong.map(({ id, code }) => ({ id, code, stops: true })),
		...odd
			.filter(({ id, code }) => code !== "same-label" || !unsaid.has(id))
			.map(({ id, code }) => ({ id, code, stops: false })),
	];
	return [...new Map(all.map((one) => [`${one.id} ${one.code}`, one])).values()];
}

/** Whether a form can be published as it is. */
export function isReady(content: FormContent): boolean {
	return content.parts.length > 0 && !isUnsaid(content.title) && flaws(content.parts).length === 0;
}
