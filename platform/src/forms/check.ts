import { isId } from "../id.ts";
import type { Refusal } from "../outcome.ts";
import type { Answers, FormDefinition, FormPart, Question } from "./definition.ts";
import { judgeRules } from "./judge-rules.ts";
import { readDate } from "./read-text.ts";
import type { FormCode } from "./refusals.ts";
import { type Answer, type AnswerValues, type Place, pathsOf, rowsOf, valueAt, walk } from "./walk.ts";

export type Checked = {
	/** What a draft should be told about; it is saved all the same. */
	readonly warnings: readonly Refusal<FormCode>[];
	/** What stops a submission. */
	readonly refusals: readonly Refusal<FormCode>[];
};

/**
 * Judges answers by the definition they were given to. The same rules for both: a draft is warned, a submission is
 * refused. Questions that are not shown are not judged. A refusal's field is the path of the answer.
 * @throws Error when the answers were given to another version
 */
export function checkAnswers(definition: FormDefinition, answers: Answers, as: "draft" | "submission"): Checked {
	if (answers.definition !== definition.id || answers.version !== definition.version)
		throw new Error(
			`Answers to ${answers.definition} ${answers.version} judged by ${definition.id} ${definition.version}`,
		);
	const found = judgeAll(definition.parts, answers.values);
	return as === "draft" ? { warnings: found, refusals: [] } : { warnings: [], refusals: found };
}

function judgeAll(parts: readonly FormPart[], values: AnswerValues): readonly Refusal<FormCode>[] {
	const found: Refusal<FormCode>[] = [];
	const places: Place[] = [];
	walk(parts, values, {
		part: (place) => {
			places.push(place);
			const { part, path } = place;
			if (part.kind === "table" || part.kind === "repeat") {
				const wrong = judgeRows(part, rowsOf(part, path, values).length);
				if (wrong) found.push({ ...wrong, field: path });
			}
		},
		question: (place) => {
			for (const path of pathsOf(place)) {
				const wrong = judge(place.part, path.slice(place.path.length + 1), valueAt(values, path));
				if (wrong) found.push({ ...wrong, field: path });
			}
		},
	});
	const wrong = new Set(found.map(({ field }) => field));
	const broken = judgeRules(places, values).filter(({ field }) => !wrong.has(field));
	const order = new Map(places.flatMap(({ part, path }, at) => orderOf(part, path, at)));
	return [...found, ...broken].toSorted((a, b) => (order.get(a.field ?? "") ?? 0) - (order.get(b.field ?? "") ?? 0));
}

function orderOf(part: FormPart, path: string, at: number): readonly (readonly [string, number])[] {
	const isQuestion = part.kind !== "group" && part.kind !== "repeat" && part.kind !== "table";
	return (isQuestion ? pathsOf({ part, path, within: [] }) : [path]).map((one) => [one, at] as const);
}

function judgeRows(
	part: { readonly minimum?: number | undefined; readonly maximum?: number | undefined },
	count: number,
): Refusal<FormCode> | undefined {
	if (part.minimum !== undefined && count < part.minimum) return { code: "too-few", detail: { minimum: part.minimum } };
	return part.maximum !== undefined && count > part.maximum
		? { code: "too-many", detail: { maximum: part.maximum } }
		: undefined;
}

function judge(question: Question, field: string, value: Answer | undefined): Refusal<FormCode> | undefined {
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
		case "money":
			return judgeNumber({ ...question, whole: true }, value);
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
		case "organisation":
			return typeof value === "string" && isId(value) ? undefined : { code: "choice" };
		case "person":
			if (typeof value !== "string") return { code: "format" };
			return field === "email" && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? { code: "email" } : undefined;
		case "indicator":
			if (field === "start" || field === "goal") return typeof value === "number" ? undefined : { code: "number" };
			return typeof value === "string" ? undefined : { code: "format" };
		case "file": {
			if (typeof value !== "object" || !value.every(isId)) return { code: "file" };
			const { maximum = 5 } = question;
			return value.length > maximum ? { code: "too-many", detail: { maximum } } : undefined;
		}
	}
}

function judgeNumber(
	question: {
		readonly whole?: boolean | undefined;
		readonly minimum?: number | undefined;
		readonly maximum?: number | undefined;
	},
	value: Answer,
): Refusal<FormCode> | undefined {
	if (typeof value !== "number") return { code: "number" };
	if (question.whole && !Number.isSafeInteger(value)) return { code: "whole-number" };
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
