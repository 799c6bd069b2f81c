import type { z } from "zod";
import type { Refusal } from "../outcome.ts";
import { parseForm } from "./parse.ts";

export type ParsedRows<Values> = {
	/** Everything that was written, to be shown again. */
	readonly given: Readonly<Record<string, string>>;
	/** The rows that can be read, with the place each has in the form. */
	readonly rows: readonly { readonly index: number; readonly values: Values }[];
	/** What is wrong in the others; fields are `prefix.0.name`. */
	readonly refusals: readonly Refusal[];
};

/** Reads the rows of a sent form, whose fields are `prefix.0.name`. A row says nothing where the field it hangs on is empty. */
export function parseRows<Schema extends z.ZodObject>(
	schema: Schema,
	form: FormData,
	{ prefix, count, hangsOn }: { readonly prefix: string; readonly count: number; readonly hangsOn: string },
): ParsedRows<z.output<Schema>> {
	const given: Record<string, string> = {};
	const rows: { index: number; values: z.output<Schema> }[] = [];
	const refusals: Refusal[] = [];
	for (let index = 0; index < count; index++) {
		const one = new FormData();
		for (const name of Object.keys(schema.shape)) {
			const sent = form.get(`${prefix}.${index}.${name}`);
			const value = typeof sent === "string" ? sent.trim() : "";
			given[`${prefix}.${index}.${name}`] = value;
			one.set(name, value);
		}
		if (one.get(hangsOn) === "") continue;
		const parsed = parseForm(schema, one);
		if (parsed.refusals)
			for (const refusal of parsed.refusals)
				refusals.push({ ...refusal, field: `${prefix}.${index}.${refusal.field ?? hangsOn}` });
		else rows.push({ index, values: parsed.values });
	}
	return { given, rows, refusals };
}

/** The place in the form of a refusal about a row, where rows that say nothing were left out on the way. */
export function backInForm(refusal: Refusal, prefix: string, rows: readonly { readonly index: number }[]): Refusal {
	const [, written, at, name] = /^(\w+)\.(\d+)\.(\w+)$/.exec(refusal.field ?? "") ?? [];
	const index = written === prefix ? rows[Number(at)]?.index : undefined;
	return index === undefined ? refusal : { ...refusal, field: `${prefix}.${index}.${name}` };
}
