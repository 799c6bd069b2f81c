import type { z } from "zod";
import type { Refusal } from "../outcome.ts";
import type { Given } from "../ui/form-context.ts";
import { type ReadableSchema, readValue, shapeOf } from "./read-value.ts";
import { refusalsOf } from "./refusals.ts";

export type Parsed<Values> =
	| { readonly values: Values; readonly given: Given; readonly refusals?: never }
	| {
			readonly values?: never;
			readonly given: Given;
			readonly refusals: readonly Refusal[];
			/** What was read in the fields nothing is wrong with, so that rules can be tried on them in the same answer. */
			readonly readable: Readonly<Record<string, unknown>>;
	  };

/**
 * Reads a sent form at the door, by a flat object schema. Text is trimmed, empty is left out (or null, where the
 * schema says nullable), numbers may be written 1 234,5, dates 31.12.2026 or 2026-12-31, a tick is true and its absence
 * false, several of one name are a list. Fields the schema does not name are not read.
 * @example const parsed = parseForm(renameForm, await request.formData());
 *          if (parsed.refusals) return data(parsed, 422);
 */
export function parseForm<Schema extends z.ZodObject>(schema: Schema, form: FormData): Parsed<z.output<Schema>> {
	const read: Record<string, unknown> = {};
	const given: Record<string, string | readonly string[]> = {};
	for (const [name, field] of Object.entries<ReadableSchema>(schema.shape)) {
		const sent = form.getAll(name);
		const words = sent.filter((one) => typeof one === "string");
		if (shapeOf(field).kind === "array") given[name] = words;
		else if (words[0] !== undefined) given[name] = words[0];
		const value = readValue(field, sent);
		if (value !== undefined) read[name] = value;
	}
	const parsed = schema.safeParse(read);
	if (parsed.success) return { values: parsed.data, given };
	// «mange» where a count is asked for: a whole number is what is missing, not one with decimals.
	const isCount = (name: string | undefined) => {
		const field: ReadableSchema | undefined = name === undefined ? undefined : schema.shape[name];
		return field !== undefined && shapeOf(field).isWhole === true;
	};
	const refusals = refusalsOf(parsed.error, read).map((refusal) =>
		refusal.code === "number" && isCount(refusal.field) ? { ...refusal, code: "whole-number" } : refusal,
	);
	const wrong = new Set(refusals.map((refusal) => refusal.field));
	return { refusals, given, readable: Object.fromEntries(Object.entries(read).filter(([name]) => !wrong.has(name))) };
}

/** What a form was sent with, as it was typed: for pages whose fields no schema names. */
export function givenIn(form: FormData): Given {
	return Object.fromEntries(
		[...new Set(form.keys())].map((name) => {
			const words = form.getAll(name).filter((one) => typeof one === "string");
			return [name, words.length > 1 ? words : (words[0] ?? "")];
		}),
	);
}
