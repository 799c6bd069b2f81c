import { parseForm } from "../../../../forms/parse.ts";
import { readNumber, readText } from "../../../../forms/read-text.ts";
import type { Refusal } from "../../../../outcome.ts";
import type { Given } from "../../../../ui/form-context.ts";
import { mostNeeds } from "../../codes.ts";
import { type NeedRow, needRow } from "../contract.ts";

const fields = ["title", "category", "people", "applied", "own", "reason"] as const;

type Read = { readonly given: Given; readonly version: number } & (
	| { readonly rows: readonly NeedRow[]; readonly refusals?: never }
	| { readonly refusals: readonly Refusal[]; readonly rows?: never }
);

/** The rows of a unit's answer as they were sent; one without a name says nothing. */
export function readNeedRows(form: FormData): Read {
	const rows: NeedRow[] = [];
	const refusals: Refusal[] = [];
	const given: Record<string, string> = {};
	const version = readNumber(String(form.get("version") ?? "")) ?? 0;
	for (let at = 0; at < mostNeeds; at++) {
		const one = new FormData();
		for (const field of fields) {
			const sent = form.get(`rows-${at}-${field}`);
			const word = typeof sent === "string" ? readText(sent) : "";
			given[`rows-${at}-${field}`] = word;
			one.set(field, word);
		}
		if (one.get("title") === "") continue;
		// What one bears oneself is nothing where nothing is said.
		if (one.get("own") === "") one.set("own", "0");
		const parsed = parseForm(needRow.extend({ category: needRow.shape.category.default("") }), one);
		if (parsed.refusals)
			refusals.push(
				...parsed.refusals.map((refusal) => ({ ...refusal, field: `rows-${at}-${refusal.field ?? "title"}` })),
			);
		else rows.push(parsed.values);
	}
	return refusals.length > 0 ? { given, version, refusals } : { given, version, rows };
}
