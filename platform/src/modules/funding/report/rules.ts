import type { FormContent, Question } from "../../../forms/definition.ts";
import { questionsOf } from "../../../forms/parts.ts";
import { smallestCell } from "../../../statistic/suppression.ts";
import type { DueState, InterimState } from "./codes.ts";
import type { Interim, NationalFigure, ReportContent, ReportField, ReportLine } from "./contract.ts";

/** Questions that are a judgement in words or a name, and no fact. */
const judgements: readonly Question["kind"][] = ["text", "longText", "person"];

/** What is known, by the name it has in a call: `fact ledger-used`, `measure m1`. */
export type Known = ReadonlyMap<string, number | string>;

/**
 * The fields of a report: what the call asked, answered from what is known, else from what is typed. What was typed for a
 * question that is known does not count. `not-asked` as what is typed says that it was not asked for then; only a call
 * that is not here leaves that to who writes.
 */
export function fieldsOf(
	definition: Pick<FormContent, "parts">,
	prepared: Readonly<Record<string, string>>,
	known: Known,
	typed: Readonly<Record<string, string>>,
): readonly ReportField[] {
	return questionsOf(definition.parts).map((question) => {
		const source = prepared[question.id] ?? "";
		const value = known.get(source);
		const common = {
			...{ id: question.id, label: question.label, kind: question.kind, required: question.required === true },
			choices: question.kind === "one" || question.kind === "several" ? question.choices : [],
		};
		if (value !== undefined) return { ...common, value, source };
		const answer = typed[question.id]?.trim() ?? "";
		if (typed[`${question.id}.not-asked`] === "on") return { ...common, value: null, source: "not-asked" };
		return { ...common, value: answer === "" ? null : answer, source: "typed" };
	});
}

/** Whether a field is a fact, and not somebody's judgement in words. */
export function isFact({ kind }: Pick<ReportField, "kind">): boolean {
	return !judgements.some((one) => one === kind);
}

/** How many numbers a line of the report holds; all of them are reckoned. */
const factsOfLine = 12;

/** How many facts a report has, and how many of them somebody typed: every fact asked, every number of its lines, both counts of people. */
export function factsOf(fields: readonly ReportField[], lines: readonly ReportLine[]) {
	const asked = fields.filter(isFact);
	return {
		typed: asked.filter(({ source, value }) => source === "typed" && value !== null).length,
		all: asked.length + lines.length * factsOfLine + 2,
	};
}

/** Fields that must be answered before the report is sent, and are not. */
export function unanswered({ fields }: Pick<ReportContent, "fields">): readonly ReportField[] {
	return fields.filter(({ required, value, source }) => required && value === null && source !== "not-asked");
}

/** Questions that are asked now and were not asked then. */
export function notAskedThen(then: Pick<FormContent, "parts">, now: Pick<FormContent, "parts">): readonly Question[] {
	const asked = new Set(questionsOf(then.parts).map(({ id }) => id));
	return questionsOf(now.parts).filter(({ id }) => !asked.has(id));
}

/** How a report underway stands. */
export function interimStateOf({ sentAt, answeredAt }: Pick<Interim, "sentAt" | "answeredAt">): InterimState {
	if (sentAt === null) return "draft";
	return answeredAt === null ? "sent" : "read";
}

/** Whether the report is due and not sent, on a day. */
export function isLate(state: DueState, reportBy: string, today: string): boolean {
	return (state === "draft" || state === "returned") && reportBy < today;
}

/** National figures as they may be shown: counts of persons below the smallest cell are left out. */
export function shown(figure: NationalFigure): NationalFigure {
	const count = (persons: number | null) => (persons === null || persons < smallestCell ? null : persons);
	return { ...figure, begun: count(figure.begun), completed: count(figure.completed), dropped: count(figure.dropped) };
}
