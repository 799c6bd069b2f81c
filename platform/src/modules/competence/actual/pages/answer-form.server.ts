import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { backInForm, type ParsedRows, parseRows } from "../../../../forms/rows.ts";
import type { Refusal } from "../../../../outcome.ts";
import type { Given } from "../../../../ui/form-context.ts";
import { mostRows } from "../../codes.ts";
import { type ActualAnswer, type ActualRow, actualAnswer, actualRow } from "../contract.ts";

const control = z.object({ rows: z.int().min(1).max(mostRows), do: z.enum(["send", "add"]) });
const head = actualAnswer.omit({ rows: true });
const row = actualRow.extend({ hasDeputy: z.enum(["yes", "no"]).nullable() });

/** Reads rows of what a unit has. Rows without heads say nothing. */
export function readActualRows(form: FormData, prefix: string, count: number): ParsedRows<ActualRow> {
	const { rows, ...read } = parseRows(row, form, { prefix, count, hangsOn: "heads" });
	return {
		...read,
		rows: rows.map(({ index, values }) => ({
			index,
			values: { ...values, hasDeputy: values.hasDeputy === null ? null : values.hasDeputy === "yes" },
		})),
	};
}

/** What was sent: to be judged, or shown again with what is wrong or a row more. */
export type SentAnswer = { readonly given: Given; readonly rows: number } & (
	| { readonly refusals: readonly Refusal[]; readonly answer?: never; readonly back?: never }
	| {
			readonly answer: ActualAnswer;
			/** The place in the form of a refusal about a row. */
			readonly back: (refusal: Refusal) => Refusal;
			readonly refusals?: never;
	  }
);

/** Reads the form: the day and the source, and as many rows as it had. */
export function readAnswerForm(form: FormData): SentAnswer {
	const sent = parseForm(control, form).values ?? { rows: 1, do: "send" as const };
	const top = parseForm(head, form);
	const read = readActualRows(form, "rows", sent.rows);
	const given = { ...top.given, ...read.given };
	if (sent.do === "add") return { given, rows: Math.min(mostRows, sent.rows + 1), refusals: [] };
	const nothing = read.rows.length + read.refusals.length === 0;
	const refusals = [
		...(top.refusals ?? []),
		...read.refusals,
		...(nothing ? [{ code: "nothing-given", field: "rows.0.heads" }] : []),
	];
	if (!top.values || refusals.length > 0) return { given, rows: sent.rows, refusals };
	return {
		...{ given, rows: sent.rows, answer: { ...top.values, rows: read.rows.map(({ values }) => values) } },
		back: (refusal) => backInForm(refusal, "rows", read.rows),
	};
}
