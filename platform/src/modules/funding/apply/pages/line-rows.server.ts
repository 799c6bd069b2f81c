import type { Words } from "../../../../draft/merge.ts";
import { parseForm } from "../../../../forms/parse.ts";
import { readNumber, readText } from "../../../../forms/read-text.ts";
import type { Refusal } from "../../../../outcome.ts";
import { mostLines } from "../../codes.ts";
import { type LineFacts, lineFacts, yearAmount } from "../contract.ts";

const lineForm = lineFacts.omit({ amounts: true });
const isNumber = /-(people|applied-\d+|own-\d+)$/;
const fields = ["title", "category", "people", "novelty", "argued", "source"] as const;

type Read =
	| { readonly lines: readonly LineFacts[]; readonly part: string; readonly refusals?: never }
	| { readonly refusals: readonly Refusal[]; readonly lines?: never };

/** What the fields of the lines page are called. */
export function lineFields(years: readonly number[]): readonly string[] {
	const each = [...fields, ...years.flatMap((year) => [`applied-${year}`, `own-${year}`])];
	return Array.from({ length: mostLines }, (_, at) => each.map((field) => `rows-${at}-${field}`)).flat();
}

/** The words of a sent form, field by field; those that are empty as well. */
export function wordsSent(form: FormData, years: readonly number[]): Words {
	const words: Record<string, string> = {};
	for (const field of [...lineFields(years), "part"]) {
		const sent = form.get(field);
		if (typeof sent !== "string") continue;
		const word = readText(sent);
		// A number is the same however it is written: two who write it differently have not written two things.
		const number = isNumber.test(field) ? readNumber(word) : undefined;
		words[field] = number === undefined ? word : String(number);
	}
	return words;
}

/** Lines as the words of the page say them. */
export function wordsOfLines(lines: readonly LineFacts[], part: string): Words {
	const words: Record<string, string> = { part };
	for (const [at, line] of lines.entries()) {
		for (const field of fields) words[`rows-${at}-${field}`] = String(line[field] ?? "");
		for (const { year, applied, own } of line.amounts) {
			words[`rows-${at}-applied-${year}`] = String(applied);
			words[`rows-${at}-own-${year}`] = String(own);
		}
	}
	return words;
}

/** The lines the words say: a row that says nothing is left out, one that says something has a name. */
export function readLines(words: Words, years: readonly number[]): Read {
	const lines: LineFacts[] = [];
	const refusals: Refusal[] = [];
	for (let at = 0; at < mostLines; at++) {
		const word = (field: string) => words[`rows-${at}-${field}`] ?? "";
		const money = years.flatMap((year) => [`applied-${year}`, `own-${year}`]);
		if ([...fields, ...money].every((field) => field === "source" || word(field) === "")) continue;
		const one = new FormData();
		for (const field of fields) one.set(field, field === "people" && word(field) === "" ? "0" : word(field));
		const parsed = parseForm(
			lineForm.extend({
				category: lineForm.shape.category.default(""),
				argued: lineForm.shape.argued.default(""),
				source: lineForm.shape.source.default(""),
			}),
			one,
		);
		if (parsed.refusals)
			refusals.push(
				...parsed.refusals.map((refusal) => ({ ...refusal, field: `rows-${at}-${refusal.field ?? "title"}` })),
			);
		const amounts = years.flatMap((year) => {
			const kroner = (what: string) => {
				const said = word(`${what}-${year}`);
				const read = said === "" ? 0 : (readNumber(said) ?? Number.NaN);
				if (yearAmount.shape.applied.safeParse(read).success) return read;
				refusals.push({ code: "whole-number", field: `rows-${at}-${what}-${year}` });
				return 0;
			};
			const amount = { year, applied: kroner("applied"), own: kroner("own") };
			return amount.applied + amount.own > 0 ? [amount] : [];
		});
		if (parsed.values) lines.push({ ...parsed.values, amounts });
	}
	return refusals.length > 0 ? { refusals } : { lines, part: (words.part ?? "").slice(0, 2000) };
}
