import type { Language } from "../../language.ts";
import type { Choice } from "../../ui/ChoiceField.tsx";
import type { Condition, Term } from "../condition.ts";
import type { FormPart, Words } from "../definition.ts";
import { possibleWords } from "../flaws.ts";
import { formViewText } from "../text.ts";
import { everyPart } from "./edit.ts";
import { editorText } from "./text.ts";

/** Words in a language; in another where that one has none yet. */
export function sayIn(language: Language, words: Words, none: string): string {
	return words[language] || words.nb || words.nn || words.en || none;
}

/** What a part is called while it is made. */
export function partName(part: Pick<FormPart, "label">, language: Language): string {
	return sayIn(language, part.label, editorText[language].unnamed);
}

/** The parts that stand before one, in rows it can see into: what its conditions and rules may look at. */
export function partsBefore(parts: readonly FormPart[], id: string): readonly FormPart[] {
	const all = everyPart(parts);
	const own = all.find(({ part }) => part.id === id);
	if (!own) return [];
	const rowsOf = (within: readonly FormPart[]) =>
		within.flatMap((one) => (one.kind === "repeat" || one.kind === "table" ? [one.id] : []));
	const rows = rowsOf(own.within);
	return all
		.slice(0, all.indexOf(own))
		.filter(({ within }) => rowsOf(within).every((one, at) => rows[at] === one))
		.map(({ part }) => part)
		.filter((part) => part.kind !== "group" && !own.within.includes(part));
}

/** Single conditions to choose from, each as JSON: what a question is, is not, and whether it is answered. */
export function conditionChoices(parts: readonly FormPart[], id: string, language: Language): readonly Choice[] {
	const text = editorText[language].condition;
	return partsBefore(parts, id).flatMap((part) => {
		const group = partName(part, language);
		const choice = (one: Condition, label: string) => ({
			value: JSON.stringify(one),
			label: `${group}: ${label}`,
			group,
		});
		const question = part.id;
		return [
			...(possibleWords(part) ?? []).flatMap((word) => [
				choice({ question, is: [word] }, text.is(wordName(part, word, language))),
				choice({ not: { question, is: [word] } }, text.isNot(wordName(part, word, language))),
			]),
			choice({ question, answered: true }, text.answered),
			choice({ not: { question, answered: true } }, text.notAnswered),
		];
	});
}

function wordName(part: FormPart, word: string, language: Language): string {
	if (part.kind === "yesNo") return word === "yes" ? formViewText[language].yes : formViewText[language].no;
	const found = "choices" in part ? part.choices.find(({ value }) => value === word) : undefined;
	return found ? sayIn(language, found.label, word) : word;
}

export type ConditionMode = "always" | "all" | "any";

/** A condition as single choices that all, or any, must hold; undefined where it says more than that. */
export function conditionRows(
	one: Condition | undefined,
): { readonly mode: ConditionMode; readonly rows: readonly string[] } | undefined {
	if (!one) return { mode: "always", rows: [] };
	const [mode, inner] =
		"all" in one ? (["all", one.all] as const) : "any" in one ? (["any", one.any] as const) : (["all", [one]] as const);
	if (!inner.every(isSingle)) return undefined;
	const [only] = inner;
	// Several words of one question are the same as any of them.
	if (inner.length === 1 && only && "is" in only && only.is.length > 1)
		return { mode: "any", rows: only.is.map((word) => JSON.stringify({ question: only.question, is: [word] })) };
	if (inner.some((each) => "is" in each && each.is.length > 1)) return undefined;
	return { mode, rows: inner.map((each) => JSON.stringify(each)) };
}

function isSingle(one: Condition): boolean {
	return "question" in one || ("not" in one && "question" in one.not && !("is" in one.not && one.not.is.length > 1));
}

/** A condition in words. */
export function conditionWords(one: Condition, parts: readonly FormPart[], language: Language): string {
	const text = editorText[language].condition;
	if ("all" in one) return one.all.map((each) => conditionWords(each, parts, language)).join(text.and);
	if ("any" in one) return one.any.map((each) => conditionWords(each, parts, language)).join(text.or);
	if ("not" in one && !("question" in one.not)) return text.not(conditionWords(one.not, parts, language));
	const isNot = "not" in one;
	const single = isNot ? one.not : one;
	if (!("question" in single)) return "";
	const part = everyPart(parts).find(({ part: { id } }) => id === single.question)?.part;
	const name = `«${part ? partName(part, language) : text.gone}»`;
	if ("answered" in single) return `${name} ${isNot ? text.notAnswered : text.answered}`;
	const words = single.is.map((word) => (part ? wordName(part, word, language) : word)).join(text.or);
	return `${name} ${isNot ? text.isNot(words) : text.is(words)}`;
}

/** What an answer can be held against: an earlier answer, or the sum of a column; a number is written beside it. */
export function termChoices(parts: readonly FormPart[], part: FormPart, language: Language): readonly Choice[] {
	const text = editorText[language].rule;
	const before = partsBefore(parts, part.id);
	if (part.kind === "date")
		return before.flatMap((one) =>
			one.kind === "date" ? [{ value: `q ${one.id}`, label: partName(one, language) }] : [],
		);
	const own = text.ownNumber;
	return [
		{ value: "n", label: own },
		...before.flatMap((one) => {
			if (one.kind === "number" || one.kind === "money")
				return [{ value: `q ${one.id}`, label: partName(one, language) }];
			if (one.kind !== "table") return [];
			return one.columns.flatMap((column) =>
				column.kind === "number" || column.kind === "money"
					? [
							{
								value: `s ${one.id} ${column.id}`,
								label: text.sum(partName(column, language), partName(one, language)),
							},
						]
					: [],
			);
		}),
	];
}

/** What a rule holds an answer against, as the choice, the number and the share of a row; undefined where it says more. */
export function termRow(
	term: Term,
): { readonly than: string; readonly number: number | null; readonly share: number | null } | undefined {
	if ("of" in term) {
		const inner = termRow(term.of);
		return inner && inner.share === null ? { ...inner, share: term.share } : undefined;
	}
	if ("number" in term) return { than: "n", number: term.number, share: null };
	if ("question" in term) return { than: `q ${term.question}`, number: null, share: null };
	return "table" in term ? { than: `s ${term.table} ${term.column}`, number: null, share: null } : undefined;
}

export function readTerm(than: string, number: number | null, share: number | null): Term | undefined {
	const [kind, id = "", column = ""] = than.split(" ");
	const term: Term | undefined =
		kind === "q" ? { question: id } : kind === "s" ? { table: id, column } : number === null ? undefined : { number };
	return term && share !== null && share !== 100 ? { share, of: term } : term;
}
