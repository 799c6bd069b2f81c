import type { Condition, Term } from "./condition.ts";
import type { FormPart, FormTable, Question, Words } from "./definition.ts";

export type Flaw = {
	readonly code:
		| "duplicate-id"
		| "duplicate-choice"
		| "unknown-question"
		| "unknown-choice"
		| "not-comparable"
		| "out-of-scope"
		/** Something is not said in all languages. */
		| "missing-words"
		/** A group or a repeat asks nothing. */
		| "empty";
	/** Of the part where it stands. */
	readonly id: string;
};

/** What is known of the parts that stand before: the question or table, and the repeats it stands in. */
type Before = { readonly part: FormPart; readonly within: readonly string[] };

/**
 * What is wrong with a tree of parts: names used twice, conditions and rules on what does not stand before them, or stands
 * in a repeat they are not part of, and things held against each other that cannot be.
 */
export function flaws(parts: readonly FormPart[]): readonly Flaw[] {
	const found: Flaw[] = [];
	const before = new Map<string, Before>();
	const add = (id: string, codes: readonly Flaw["code"][]) => found.push(...codes.map((code) => ({ code, id })));
	const enter = (one: FormPart, within: readonly string[]) => {
		if (before.has(one.id)) found.push({ code: "duplicate-id", id: one.id });
		if (wordsIn(one).some(isUnsaid)) add(one.id, ["missing-words"]);
		if ((one.kind === "group" || one.kind === "repeat") && one.parts.length === 0) add(one.id, ["empty"]);
		if (one.visible) add(one.id, conditionFlaws(one.visible, before, within));
		before.set(one.id, { part: one, within });
	};
	const visit = (some: readonly FormPart[], within: readonly string[]) => {
		for (const one of some) {
			enter(one, within);
			if (one.kind === "group") visit(one.parts, within);
			else if (one.kind === "repeat") visit(one.parts, [...within, one.id]);
			else if (one.kind === "table") {
				for (const column of one.columns) {
					enter(column, [...within, one.id]);
					add(column.id, ownFlaws(column, before, [...within, one.id]));
				}
				if (new Set(one.rows?.map(({ id }) => id)).size < (one.rows?.length ?? 0)) add(one.id, ["duplicate-id"]);
				for (const { column, than } of one.rules ?? [])
					add(one.id, [
						...(isSummed(one, column) ? [] : (["not-comparable"] as const)),
						...termFlaws(than, "number", before, within),
					]);
			} else add(one.id, ownFlaws(one, before, within));
		}
	};
	visit(parts, []);
	return found;
}

/** Whether a language lacks its words. */
export function isUnsaid(words: Words): boolean {
	return Object.values(words).some((one) => one.trim() === "");
}

/** All that a part says itself; what is under it says its own. */
function wordsIn(part: FormPart): readonly Words[] {
	const said = [part.label, part.help, "each" in part ? part.each : undefined, "unit" in part ? part.unit : undefined];
	if ("choices" in part) said.push(...part.choices.flatMap(({ label, help }) => [label, help]));
	if (part.kind === "table") said.push(...(part.rows ?? []).map(({ label }) => label));
	if ("rules" in part) said.push(...(part.rules ?? []).map(({ say }) => say));
	return said.filter((one) => one !== undefined);
}

function ownFlaws(
	one: Question,
	before: ReadonlyMap<string, Before>,
	within: readonly string[],
): readonly Flaw["code"][] {
	const isTwice = "choices" in one && new Set(one.choices.map(({ value }) => value)).size < one.choices.length;
	const kind = comparableKind(one);
	const judged = (one.rules ?? []).flatMap(({ than }) =>
		kind === undefined ? (["not-comparable"] as const) : termFlaws(than, kind, before, within),
	);
	return [...(isTwice ? (["duplicate-choice"] as const) : []), ...judged];
}

function comparableKind({ kind }: { readonly kind: string }): "number" | "date" | undefined {
	if (kind === "number" || kind === "money") return "number";
	return kind === "date" ? "date" : undefined;
}

function isSummed(table: FormTable, column: string): boolean {
	return table.columns.some((one) => one.id === column && comparableKind(one) === "number");
}

/** Whether something in these repeats can be read from where one stands. */
function isInScope(of: readonly string[], from: readonly string[]): boolean {
	return of.every((id, at) => from[at] === id);
}

function termFlaws(
	term: Term,
	kind: "number" | "date",
	before: ReadonlyMap<string, Before>,
	within: readonly string[],
): readonly Flaw["code"][] {
	if ("all" in term)
		return kind === "date" ? ["not-comparable"] : term.all.flatMap((one) => termFlaws(one, kind, before, within));
	if ("of" in term) return kind === "date" ? ["not-comparable"] : termFlaws(term.of, kind, before, within);
	if ("number" in term) return kind === "date" ? ["not-comparable"] : [];
	const found = before.get("table" in term ? term.table : term.question);
	if (!found) return ["unknown-question"];
	if (!isInScope(found.within, within)) return ["out-of-scope"];
	if ("table" in term)
		return kind === "number" && found.part.kind === "table" && isSummed(found.part, term.column)
			? []
			: ["not-comparable"];
	return comparableKind(found.part) === kind ? [] : ["not-comparable"];
}

function conditionFlaws(
	one: Condition,
	before: ReadonlyMap<string, Before>,
	within: readonly string[],
): readonly Flaw["code"][] {
	if ("all" in one) return one.all.flatMap((inner) => conditionFlaws(inner, before, within));
	if ("any" in one) return one.any.flatMap((inner) => conditionFlaws(inner, before, within));
	if ("not" in one) return conditionFlaws(one.not, before, within);
	const asked = before.get(one.question);
	if (!asked || asked.part.kind === "group") return ["unknown-question"];
	if (!isInScope(asked.within, within)) return ["out-of-scope"];
	if (!("is" in one)) return [];
	const allowed = possibleWords(asked.part);
	return allowed === undefined || one.is.every((word) => allowed.includes(word)) ? [] : ["unknown-choice"];
}

/** The words an answer can be, where they are few; undefined where it can be anything. */
export function possibleWords(asked: FormPart): readonly string[] | undefined {
	if (asked.kind === "yesNo") return ["yes", "no"];
	return "choices" in asked ? asked.choices.map(({ value }) => value) : undefined;
}
