import { parseForm } from "../../../../forms/parse.ts";
import type { Refusal } from "../../../../outcome.ts";
import type { Given } from "../../../../ui/form-context.ts";
import { type Weighing, weighing } from "../contract.ts";

type Read =
	| { readonly values: readonly Weighing[]; readonly given: Given; readonly refusals?: never }
	| { readonly refusals: readonly Refusal[]; readonly given: Given; readonly values?: never };

/** The needs of the form with their order, decision and reason; each at its own fields. */
export function readWeighings(form: FormData): Read {
	const values: Weighing[] = [];
	const refusals: Refusal[] = [];
	const given: Record<string, string> = {};
	for (const id of form.getAll("need").map(String)) {
		const one = new FormData();
		one.set("id", id);
		for (const field of ["priority", "decision", "because"]) {
			const written = String(form.get(`${id}-${field}`) ?? "");
			one.set(field, written);
			given[`${id}-${field}`] = written;
		}
		const parsed = parseForm(weighing, one);
		if (parsed.refusals)
			refusals.push(
				...parsed.refusals.map((refusal) => ({ ...refusal, field: `${id}-${refusal.field ?? "priority"}` })),
			);
		else values.push(parsed.values);
	}
	return refusals.length > 0 ? { refusals, given } : { values, given };
}
