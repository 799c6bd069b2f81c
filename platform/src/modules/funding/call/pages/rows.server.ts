import type { z } from "zod";
import { readNumber, readText } from "../../../../forms/read-text.ts";
import type { Refusal } from "../../../../outcome.ts";
import type { Given } from "../../../../ui/form-context.ts";
import { type CriteriaFacts, criteriaFacts } from "../contract.ts";

const letters = { categories: "k", criteria: "v", measures: "m" } as const;

type Read =
	| { readonly values: CriteriaFacts; readonly refusals?: never }
	| { readonly values?: never; readonly refusals: readonly Refusal[]; readonly given: Given };

/** The rows of the third step as they were sent: one without a name is gone, a new one gets an id of its own. */
export function readRows(form: FormData): Read {
	const rowsOf = (list: keyof typeof letters) => {
		const words = (field: string) => form.getAll(`${list}.${field}`).map((one) => readText(String(one)));
		const [ids, names, abouts] = [words("id"), words("name"), words("about")];
		const [highest, novelty, weight] = [words("highest"), words("novelty"), words("weight")];
		let next = Math.max(0, ...ids.map((id) => Number(id.slice(1)) || 0));
		return names.flatMap((name, at) => {
			if (name === "") return [];
			const row = { id: ids[at] || `${letters[list]}${++next}`, name, about: abouts[at] ?? "", at };
			if (list === "categories")
				return [
					{ ...row, highest: highest[at] ? (readNumber(highest[at]) ?? highest[at]) : null, novelty: novelty[at] },
				];
			return [list === "criteria" ? { ...row, weight: readNumber(weight[at] ?? "") ?? weight[at] } : row];
		});
	};
	const sent = { categories: rowsOf("categories"), criteria: rowsOf("criteria"), measures: rowsOf("measures") };
	const parsed = criteriaFacts.safeParse(sent);
	if (parsed.success) return { values: parsed.data };
	const refusals = parsed.error.issues.map((issue): Refusal => {
		const [list, index, field] = issue.path.map(String);
		const rows: readonly { readonly at: number }[] =
			list === "categories" ? sent.categories : list === "criteria" ? sent.criteria : sent.measures;
		return { code: codeOf(issue), field: `${list}-${rows[Number(index)]?.at ?? 0}-${field ?? "name"}` };
	});
	const given = Object.fromEntries(
		[...new Set(form.keys())].map((name) => [name, form.getAll(name).map(String)] as const),
	);
	return { refusals, given };
}

function codeOf(issue: z.core.$ZodIssue): string {
	if (issue.code === "invalid_type") return "whole-number";
	if (issue.code === "too_big") return issue.origin === "string" ? "format" : "number";
	return issue.code === "too_small" ? "number" : "format";
}
