import { parseForm } from "../../../../forms/parse.ts";
import { readNumber, readText } from "../../../../forms/read-text.ts";
import type { Refusal } from "../../../../outcome.ts";
import type { Given } from "../../../../ui/form-context.ts";
import { mostLines } from "../codes.ts";
import { type LineFacts, lineFacts } from "../contract.ts";

const fields = ["title", "category", "budgetYear", "applied", "granted", "own", "conditional", "places"] as const;

type Read = { readonly given: Given; readonly version: number } & (
	| { readonly lines: readonly LineFacts[]; readonly refusals?: never }
	| { readonly refusals: readonly Refusal[]; readonly lines?: never }
);

/** The lines of an award as they were sent; one without a name says nothing. */
export function readLines(form: FormData): Read {
	const lines: LineFacts[] = [];
	const refusals: Refusal[] = [];
	const given: Record<string, string> = {};
	const version = readNumber(String(form.get("version") ?? "")) ?? 0;
	for (let at = 0; at < mostLines; at++) {
		const one = new FormData();
		for (const field of fields) {
			const sent = form.get(`rows-${at}-${field}`);
			const word = typeof sent === "string" ? readText(sent) : "";
			given[`rows-${at}-${field}`] = word;
			if (word !== "") one.set(field, word);
		}
		if (!one.has("title")) continue;
		const parsed = parseForm(lineFacts, one);
		if (parsed.refusals)
			refusals.push(
				...parsed.refusals.map((refusal) => ({ ...refusal, field: `rows-${at}-${refusal.field ?? "title"}` })),
			);
		else lines.push(parsed.values);
	}
	return refusals.length > 0 ? { given, version, refusals } : { given, version, lines };
}
