import type { Condition, Term } from "./condition.ts";
import type { FormDefinition, FormPart, FormTable, Question, Words } from "./definition.ts";
import { possibleWords } from "./flaws.ts";
import { holds } from "./walk.ts";

/** Something about a form that is allowed and hardly meant. */
export type LintFinding = {
	readonly code: /** No answers lead to it. */
		| "unreachable"
		/** It is shown whatever is answered: the condition does nothing. */
		| "always-shown"
		/** Its own limits leave no answer. */
		| "no-answer-possible"
		/** No numbers within the limits satisfy the rule. */
		| "rule-cannot-hold"
		/** All numbers within the limits satisfy it. */
		| "rule-does-nothing"
		/** The system may know this already and the question does not say so. */
		| "already-known"
		/** Two that stand together are called the same. */
		| "same-label";
	/** Of the part where it stands. */
	readonly id: string;
	/** The fact that is known already. */
	readonly fact?: string;
};

/** A fact the system may hold, and words that tell that a question asks for it. */
export type KnownFact = { readonly fact: string; readonly label: Words };

/** More combinations of answers than this are not tried, and then nothing is said. */
const mostCombinations = 20_000;

/** What a careful reader would ask about a form before it is published, in the order of the form. */
export function lint(definition: FormDefinition, known: readonly KnownFact[] = []): readonly LintFinding[] {
	const found: LintFinding[] = [];
	const all = new Map<string, FormPart>();
	const visit = (parts: readonly FormPart[], around: readonly Condition[]) => {
		const labels = new Set<string>();
		for (const part of parts) {
			all.set(part.id, part);
			const conditions = part.visible ? [...around, part.visible] : around;
			if (part.visible) {
				const shown = isEverShown(conditions, all);
				if (shown === false) found.push({ code: "unreachable", id: part.id });
				else if (isAlways(part.visible, around, all)) found.push({ code: "always-shown", id: part.id });
			}
			const label = part.label.nb.trim().toLowerCase();
			if (labels.has(label)) found.push({ code: "same-label", id: part.id });
			labels.add(label);
			if (part.kind === "group" || part.kind === "repeat") visit(part.parts, conditions);
			else if (part.kind === "table") visit(part.columns, conditions);
			else found.push(...ofQuestion(part, known));
			if (part.kind === "table" || part.kind === "repeat") {
				if ((part.minimum ?? 0) > (part.maximum ?? Number.POSITIVE_INFINITY))
					found.push({ code: "no-answer-possible", id: part.id });
			}
			found.push(...ofRules(part, all));
		}
	};
	visit(definition.parts, []);
	return found;
}

function ofQuestion(question: Question, known: readonly KnownFact[]): readonly LintFinding[] {
	const found: LintFinding[] = [];
	if (!hasAnswer(question)) found.push({ code: "no-answer-possible", id: question.id });
	const asked = question.label.nb.toLowerCase();
	const fact = known.find(({ label }) => asked.includes(label.nb.toLowerCase()));
	if (fact && question.fact !== fact.fact) found.push({ code: "already-known", id: question.id, fact: fact.fact });
	return found;
}

function hasAnswer(question: Question): boolean {
	switch (question.kind) {
		case "number":
		case "money": {
			const { low, high } = rangeOf(question);
			const isWhole = question.kind === "money" || question.whole === true;
			return isWhole ? Math.ceil(low) <= Math.floor(high) : low <= high;
		}
		case "date":
			return (question.earliest ?? "0000") <= (question.latest ?? "9999");
		case "several":
			return (
				(question.minimum ?? 0) <= (question.maximum ?? Number.POSITIVE_INFINITY) &&
				(question.minimum ?? 0) <= question.choices.length
			);
		default:
			return true;
	}
}

type Range = { readonly low: number; readonly high: number };
const anything: Range = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

function rangeOf(question: FormPart): Range {
	if (question.kind !== "number" && question.kind !== "money") return anything;
	return { low: question.minimum ?? anything.low, high: question.maximum ?? anything.high };
}

/** Between which numbers the sum of a column lies. */
function sumRange(table: FormTable, column: string): Range {
	const one = table.columns.find(({ id }) => id === column);
	if (!one) return anything;
	const { low, high } = rangeOf(one);
	const most = table.rows?.length ?? table.maximum ?? 500;
	// An empty cell counts as nothing.
	return { low: low < 0 ? low * most : 0, high: high > 0 ? high * most : 0 };
}

function termRange(term: Term, all: ReadonlyMap<string, FormPart>): Range {
	if ("number" in term) return { low: term.number, high: term.number };
	if ("of" in term) {
		const { low, high } = termRange(term.of, all);
		return term.share === 0 ? { low: 0, high: 0 } : { low: (low * term.share) / 100, high: (high * term.share) / 100 };
	}
	if ("all" in term) {
		const ranges = term.all.map((one) => termRange(one, all));
		const sum = (of: "low" | "high") => ranges.reduce((total, range) => total + range[of], 0);
		return { low: sum("low"), high: sum("high") };
	}
	const part = all.get("table" in term ? term.table : term.question);
	if (!part) return anything;
	return "table" in term ? (part.kind === "table" ? sumRange(part, term.column) : anything) : rangeOf(part);
}

/** Rules on numbers that can never hold, or always do, by the limits of what they look at. */
function ofRules(part: FormPart, all: ReadonlyMap<string, FormPart>): readonly LintFinding[] {
	if (!("rules" in part) || part.rules === undefined || part.kind === "date") return [];
	return part.rules.flatMap((rule): LintFinding[] => {
		const left = "column" in rule && part.kind === "table" ? sumRange(part, rule.column) : rangeOf(part);
		const right = termRange(rule.than, all);
		const can = {
			"at-most": left.low <= right.high,
			"at-least": left.high >= right.low,
			less: left.low < right.high,
			more: left.high > right.low,
			equal: left.low <= right.high && left.high >= right.low,
		}[rule.is];
		const must = {
			"at-most": left.high <= right.low,
			"at-least": left.low >= right.high,
			less: left.high < right.low,
			more: left.low > right.high,
			equal: left.low === left.high && right.low === right.high && left.low === right.low,
		}[rule.is];
		if (!can) return [{ code: "rule-cannot-hold", id: part.id }];
		return must ? [{ code: "rule-does-nothing", id: part.id }] : [];
	});
}

/** Whether some answers satisfy all of these; undefined where there are too many to try. */
function isEverShown(conditions: readonly Condition[], all: ReadonlyMap<string, FormPart>): boolean | undefined {
	return someAnswers(conditions, all, (answer) => conditions.every((one) => holds(one, answer)));
}

/** Whether a condition holds for all answers that show what is around it. */
function isAlways(condition: Condition, around: readonly Condition[], all: ReadonlyMap<string, FormPart>): boolean {
	const fails = someAnswers(
		[...around, condition],
		all,
		(answer) => around.every((one) => holds(one, answer)) && !holds(condition, answer),
	);
	return fails === false;
}

type AnswerTo = (question: string) => readonly string[];

/**
 * Tries the answers that can make a difference. What a question hangs on itself is not looked at: an answer that could not
 * be given makes more look possible, never less.
 */
function someAnswers(
	conditions: readonly Condition[],
	all: ReadonlyMap<string, FormPart>,
	is: (answer: AnswerTo) => boolean,
): boolean | undefined {
	const named = new Map<string, Set<string>>();
	for (const one of conditions) collect(one, named);
	const questions = [...named].map(([id, words]) => ({ id, options: optionsOf(all.get(id), words) }));
	if (questions.reduce((total, { options }) => total * options.length, 1) > mostCombinations) return undefined;
	const chosen = new Map<string, readonly string[]>();
	const tryFrom = (at: number): boolean => {
		const question = questions[at];
		if (!question) return is((id) => chosen.get(id) ?? []);
		return question.options.some((option) => {
			chosen.set(question.id, option);
			return tryFrom(at + 1);
		});
	};
	return tryFrom(0);
}

function collect(condition: Condition, into: Map<string, Set<string>>): void {
	if ("all" in condition || "any" in condition) {
		for (const one of "all" in condition ? condition.all : condition.any) collect(one, into);
		return;
	}
	if ("not" in condition) {
		collect(condition.not, into);
		return;
	}
	const words = into.get(condition.question) ?? new Set();
	if ("is" in condition) for (const word of condition.is) words.add(word);
	into.set(condition.question, words);
}

/** What can be answered to a question, as far as it matters which: the words asked about, another, nothing; several at once. */
function optionsOf(part: FormPart | undefined, words: ReadonlySet<string>): readonly (readonly string[])[] {
	const possible = part && possibleWords(part);
	const mentioned = [...words];
	const other = possible === undefined ? ["\u0000other"] : possible.filter((word) => !words.has(word)).slice(0, 1);
	const single = [[], ...[...mentioned, ...other].map((word) => [word])];
	if (part?.kind !== "several") return single;
	let sets: readonly (readonly string[])[] = [[], ...(other.length > 0 ? [other] : [])];
	for (const word of mentioned) sets = [...sets, ...sets.map((set) => [...set, word])];
	return sets;
}
