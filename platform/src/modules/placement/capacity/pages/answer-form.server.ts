import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import type { Refusal } from "../../../../outcome.ts";
import type { Given } from "../../../../ui/form-context.ts";
import { mostOffers } from "../codes.ts";
import { type CapacityAnswer, capacityAnswer, offerInAnswer } from "../contract.ts";

/** What was sent of an answer: to be judged, or to be shown again with a row more or less, and nothing lost. */
export type SentAnswer = {
	readonly given: Given;
	/** Rows to show. */
	readonly rows: number;
	/** Changes each time a row comes or goes, so that the page draws them anew. */
	readonly revision: number;
} & (
	| { readonly kind: "rows" }
	| { readonly kind: "refused"; readonly refusals: readonly Refusal[] }
	| { readonly kind: "answer"; readonly values: CapacityAnswer; readonly back: (refusal: Refusal) => Refusal }
);

const head = capacityAnswer.omit({ offers: true, takes: true }).extend({ takes: z.enum(["yes", "no"]) });
const control = z.object({
	rows: z.int().min(0).max(mostOffers),
	revision: z.int(),
	do: z.string(),
	/** The days a new row begins with. */
	usualFirst: z.iso.date().optional(),
	usualLast: z.iso.date().optional(),
});

const names = Object.keys(offerInAnswer.shape);

/** Reads the form of an answer: the questions, and as many rows of places as it had. Rows left blank say nothing. */
export function readAnswerForm(form: FormData): SentAnswer {
	const sent = parseForm(control, form).values ?? { rows: 1, revision: 0, do: "send", usualFirst: "", usualLast: "" };
	const rows = Array.from({ length: sent.rows }, (_, index) => rowOf(form, index));
	const revision = sent.revision + 1;
	const top = parseForm(head, form);
	if (sent.do !== "send") {
		const kept = sent.do.startsWith("remove-") ? rows.filter((_, index) => sent.do !== `remove-${index}`) : rows;
		const count = Math.min(mostOffers, sent.do === "add" ? kept.length + 1 : kept.length);
		const given: Record<string, string | readonly string[]> = { ...top.given, ...givenOf(kept) };
		for (let index = kept.length; index < Math.max(1, count); index++) {
			given[`offers.${index}.firstDay`] = sent.usualFirst ?? "";
			given[`offers.${index}.lastDay`] = sent.usualLast ?? "";
		}
		return { kind: "rows", given, rows: Math.max(1, count), revision };
	}
	const given = { ...top.given, ...givenOf(rows) };
	const shown = { given, rows: Math.max(1, rows.length), revision };
	const filled = rows.map((row, index) => ({ row, index })).filter(({ row }) => !isBlank(row));
	const parsed = filled.map(({ row, index }) => ({ index, ...parseForm(offerInAnswer, row) }));
	const takes = top.values?.takes ?? form.get("takes");
	const refusals = [
		...(top.refusals ?? []),
		...(takes === "no"
			? []
			: parsed.flatMap(({ index, refusals = [] }) =>
					refusals.map((refusal) => ({ ...refusal, field: `offers.${index}.${refusal.field ?? "places"}` })),
				)),
	];
	if (refusals.length > 0 || !top.values) return { kind: "refused", refusals, ...shown };
	const offers = takes === "no" ? [] : parsed.flatMap(({ values }) => (values ? [values] : []));
	return {
		...{ kind: "answer", ...shown, values: { ...top.values, takes: takes !== "no", offers } },
		back: (refusal) => ({ ...refusal, ...fieldBack(refusal.field, filled) }),
	};
}

/** The rule counts the rows that say something; the form has the blank ones too. */
function fieldBack(field: string | undefined, filled: readonly { readonly index: number }[]) {
	const [, place, name] = /^offers\.(\d+)\.(\w+)$/.exec(field ?? "") ?? [];
	if (place === undefined) return field === undefined ? {} : { field };
	return { field: `offers.${filled[Number(place)]?.index ?? Number(place)}.${name}` };
}

function rowOf(form: FormData, index: number): FormData {
	const row = new FormData();
	for (const name of names) for (const value of form.getAll(`offers.${index}.${name}`)) row.append(name, value);
	return row;
}

function isBlank(row: FormData): boolean {
	return ["profession", "places"].every((name) => String(row.get(name) ?? "").trim() === "");
}

function givenOf(rows: readonly FormData[]): Given {
	const given: Record<string, string | readonly string[]> = {};
	rows.forEach((row, index) => {
		for (const name of names) {
			const words = row.getAll(name).map(String);
			given[`offers.${index}.${name}`] = name === "years" ? words : (words[0] ?? "");
		}
	});
	return given;
}
