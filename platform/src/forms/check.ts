import type { Refusal } from "../outcome.ts";
import { type Answer, type Answers, askedQuestions } from "./answers.ts";
import type { FormDefinition, Question } from "./definition.ts";
import { readDate } from "./read-value.ts";
import type { FormCode } from "./refusals.ts";

export type Checked = {
	/** What a draft should be told about; it is saved all the same. */
	readonly warnings: readonly Refusal<FormCode>[];
	/** What stops a submission. */
	readonly refusals: readonly Refusal<FormCode>[];
};

/**
 * Judges answers by the definition they were given to. The same rules for both: a draft is warned, a submission is
 * refused. Questions that are not shown are not judged.
 * @throws Error when the answers were given to another version
 */
export function checkAnswers(definition: FormDefinition, answers: Answers, as: "draft" | "submission"): Checked {
	if (answers.definition !== definition.id || answers.version !== definition.version)
		throw new Error(
			`Answers to ${answers.definition} ${answers.version} judged by ${definition.id} ${definition.version}`,
		);
	const found = askedQuestions(definition.parts, answers.values).flatMap((question) => {
		const value = Object.hasOwn(answers.values, question.id) ? answers.values[question.id] : undefined;
		const wrong = judge(question, value);
		return wrong ? [{ ...wrong, field: question.id }] : [];
	});
	return as === "draft" ? { warnings: found, refusals: [] } : { warnings: [], refusals: found };
}

function judge(question: Question, value: Answer | undefined): Refusal<FormCode> | undefined {
	if (value === undefined || value === "" || (typeof value === "object" && value.length === 0))
		return question.required ? { code: "required" } : undefined;
	switch (question.kind) {
		case "text":
		case "longText":
			if (typeof value !== "string") return { code: "format" };
			return question.maximum !== undefined && value.length > question.maximum
				? { code: "too-long", detail: { maximum: question.maximum } }
				: undefined;
		case "number":
			return judgeNumber(question, value);
		case "date":
			if (typeof value !== "string" || readDate(value) !== value) return { code: "date" };
			if (question.earliest !== undefined && value < question.earliest)
				return { code: "too-early", detail: { earliest: question.earliest } };
			return question.latest !== undefined && value > question.latest
				? { code: "too-late", detail: { latest: question.latest } }
				: undefined;
		case "yesNo":
			return value === "yes" || value === "no" ? undefined : { code: "choice" };
		case "one":
			return question.choices.some((choice) => choice.value === value) ? undefined : { code: "choice" };
		case "several":
			return judgeSeveral(question, value);
	}
}

function judgeNumber(question: Extract<Question, { kind: "number" }>, value: Answer): Refusal<FormCode> | undefined {
	if (typeof value !== "number") return { code: "number" };
	if (question.whole && !Number.isInteger(value)) return { code: "whole-number" };
	if (question.minimum !== undefined && value < question.minimum)
		return { code: "too-small", detail: { minimum: question.minimum } };
	return question.maximum !== undefined && value > question.maximum
		? { code: "too-large", detail: { maximum: question.maximum } }
		: undefined;
}

function judgeSeveral(question: Extract<Question, { kind: "several" }>, value: Answer): Refusal<FormCode> | undefined {
	if (typeof value !== "object") return { code: "choice" };
	const allowed = new Set(question.choices.map((choice) => choice.value));
	if (!value.every((word) => allowed.has(word)) || new Set(value).size < value.length) return { code: "choice" };
	if (question.minimum !== undefined && value.length < question.minimum)
		return { code: "too-few", detail: { minimum: question.minimum } };
	return question.maximum !== undefined && value.length > question.maximum
		? { code: "too-many", detail: { maximum: question.maximum } }
		: undefined;
}
