import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import type { Refusal } from "../../../../outcome.ts";
import type { Given } from "../../../../ui/form-context.ts";
import { mostRows } from "../../codes.ts";
import { type ActualAnswer, actualAnswer, actualRow } from "../contract.ts";

const control = z.object({ rows: z.int().min(1).max(mostRows), do: z.enum(["send", "add"]) });
const head = actualAnswer.omit({ rows: true });
const row = actualRow.extend({ hasDeputy: z.enum(["yes", "no"]).nullable() });
const names = Object.keys(row.shape);

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

/** Reads the form: the day and the source, and as many rows as it had. Rows without heads say nothing. */
export function readAnswerForm(form: FormData): SentAnswer {
	const sent = parseForm(control, form).values ?? { rows: 1, do: "send" as const };
	const top = parseForm(head, form);
	const rows = Array.from({ length: sent.rows }, (_, index) => rowOf(form, index));
	const given: Record<string, string | readonly string[]> = { ...top.given };
	for (const [index, one] of rows.entries())
		for (const [name, value] of one) given[`rows.${index}.${name}`] = typeof value === "string" ? value : "";
	if (sent.do === "add") return { given, rows: Math.min(mostRows, sent.rows + 1), refusals: [] };
	const filled = rows.map((one, index) => ({ one, index })).filter(({ one }) => one.get("heads") !== "");
	const parsed = filled.map(({ one, index }) => ({ index, ...parseForm(row, one) }));
	const refusals = [
		...(top.refusals ?? []),
		...parsed.flatMap(({ index, refusals = [] }) =>
			refusals.map((refusal) => ({ ...refusal, field: `rows.${index}.${refusal.field ?? "heads"}` })),
		),
		...(filled.length === 0 ? [{ code: "nothing-given", field: "rows.0.heads" }] : []),
	];
	if (!top.values || refusals.length > 0) return { given, rows: sent.rows, refusals };
	const values = parsed.flatMap(({ values }) =>
		values ? [{ ...values, hasDeputy: values.hasDeputy === null ? null : values.hasDeputy === "yes" }] : [],
	);
	return {
		...{ given, rows: sent.rows, answer: { ...top.values, rows: values } },
		back: (refusal) => {
			const [, index, field] = /^rows\.(\d+)\.(\w+)$/.exec(refusal.field ?? "") ?? [];
			const at = index === undefined ? undefined : filled[Number(index)]?.index;
			return at === undefined ? refusal : { ...refusal, field: `rows.${at}.${field}` };
		},
	};
}

function rowOf(form: FormData, index: number): FormData {
	const read = new FormData();
	for (const name of names) {
		const value = form.get(`rows.${index}.${name}`);
		read.set(name, typeof value === "string" ? value.trim() : "");
	}
	return read;
}
