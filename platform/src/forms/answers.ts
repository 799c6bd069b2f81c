import { z } from "zod";
import type { Condition, FormDefinition, FormPart, Question } from "./definition.ts";
import { questionsOf } from "./definition.ts";
import { readDate, readNumber, readText } from "./read-value.ts";

/**
 * What was answered to one question: text, a number, a plain date, `yes` or `no`, the value of a choice, or several.
 * What could not be read as what was asked for is kept as it was typed, so that a draft loses nothing.
 */
const answer = z.union([z.string(), z.number(), z.array(z.string()).readonly()]);
export type Answer = z.infer<typeof answer>;
export type AnswerValues = Readonly<Record<string, Answer>>;

/** Answers name the version of the definition they were given to; they are always read by that version. */
export const storedAnswers = z
	.object({ definition: z.string(), version: z.int().positive(), values: z.record(z.string(), answer) })
	.readonly();
export type Answers = z.infer<typeof storedAnswers>;

/** The definition answers were given to; undefined when that version is not among those given. */
export function definitionOf(answers: Answers, versions: readonly FormDefinition[]): FormDefinition | undefined {
	return versions.find(({ id, version }) => id === answers.definition && version === answers.version);
}

/** Reads a sent form as answers to a definition. Questions nobody answered are left out. */
export function readAnswers(definition: FormDefinition, form: FormData): Answers {
	const values: Record<string, Answer> = {};
	for (const question of questionsOf(definition.parts)) {
		const sent = form.getAll(question.id).filter((one) => typeof one === "string");
		const value = readAnswer(
			question,
			sent.map(readText).filter((word) => word !== ""),
		);
		if (value !== undefined) values[question.id] = value;
	}
	return { definition: definition.id, version: definition.version, values };
}

function readAnswer(question: Question, sent: readonly string[]): Answer | undefined {
	const [first] = sent;
	if (first === undefined) return undefined;
	switch (question.kind) {
		case "several":
			return sent;
		case "number":
			return readNumber(first) ?? first;
		case "date":
			return readDate(first) ?? first;
		default:
			return first;
	}
}

/** Whether a condition holds for what has been answered. */
function holds(condition: Condition, values: AnswerValues): boolean {
	if ("all" in condition) return condition.all.every((one) => holds(one, values));
	if ("any" in condition) return condition.any.some((one) => holds(one, values));
	if ("not" in condition) return !holds(condition.not, values);
	const value = Object.hasOwn(values, condition.question) ? values[condition.question] : undefined;
	if (value === undefined) return false;
	if ("answered" in condition) return true;
	const given = typeof value === "object" ? value : [String(value)];
	return given.some((word) => condition.is.includes(word));
}

/**
 * The questions that are asked, given what has been answered. An answer to a question that is itself hidden counts as
 * not given, so that hiding one hides what hangs on it.
 */
export function askedQuestions(parts: readonly FormPart[], values: AnswerValues): readonly Question[] {
	return [...shownParts(parts, values)].flatMap(([, one]) => (one.kind === "section" ? [] : [one]));
}

/** The parts that are shown, by id. */
export function shownParts(parts: readonly FormPart[], values: AnswerValues): ReadonlyMap<string, FormPart> {
	const shown = new Map<string, FormPart>();
	const counted: Record<string, Answer> = {};
	const visit = (some: readonly FormPart[]) => {
		for (const one of some) {
			if (one.visible && !holds(one.visible, counted)) continue;
			shown.set(one.id, one);
			if (one.kind === "section") {
				visit(one.parts);
				continue;
			}
			const value = Object.hasOwn(values, one.id) ? values[one.id] : undefined;
			if (value !== undefined) counted[one.id] = value;
		}
	};
	visit(parts);
	return shown;
}

/** Only what was asked: what is sent in, and what is counted. */
export function askedValues(parts: readonly FormPart[], values: AnswerValues): AnswerValues {
	const asked = new Set(askedQuestions(parts, values).map(({ id }) => id));
	return Object.fromEntries(Object.entries(values).filter(([id]) => asked.has(id)));
}

/**
 * Answers given to one version, as a start on another: what still fits is kept, the rest is named so that the person
 * can be told. The old answers are left as they are.
 */
export function carryOver(
	answers: Answers,
	from: FormDefinition,
	to: FormDefinition,
): { readonly answers: Answers; readonly dropped: readonly Question[] } {
	const known = new Map(questionsOf(to.parts).map((question) => [question.id, question]));
	const kept: Record<string, Answer> = {};
	const dropped: Question[] = [];
	for (const question of questionsOf(from.parts)) {
		const value = Object.hasOwn(answers.values, question.id) ? answers.values[question.id] : undefined;
		if (value === undefined) continue;
		const target = known.get(question.id);
		if (target?.kind === question.kind && fits(target, value)) kept[question.id] = value;
		else dropped.push(question);
	}
	return { answers: { definition: to.id, version: to.version, values: kept }, dropped };
}

function fits(question: Question, value: Answer): boolean {
	if (!("choices" in question)) return true;
	const allowed = new Set(question.choices.map((choice) => choice.value));
	return typeof value === "object" ? value.every((word) => allowed.has(word)) : allowed.has(String(value));
}
