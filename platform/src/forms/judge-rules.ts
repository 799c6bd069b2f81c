import type { Refusal } from "../outcome.ts";
import type { Comparison } from "./comparison.ts";
import type { Term } from "./condition.ts";
import type { FormPart } from "./definition.ts";
import type { FormCode } from "./refusals.ts";
import { type AnswerValues, type Place, rowsOf, valueAt } from "./walk.ts";

/**
 * The rules of a form that its answers break, at the path of the answer each belongs to. A rule is silent while a number
 * or date it looks at is missing; a table without rows sums to 0.
 */
export function judgeRules(places: readonly Place[], values: AnswerValues): readonly Refusal<FormCode>[] {
	return places.flatMap(({ part, path, within }) => {
		if (!("rules" in part) || part.rules === undefined) return [];
		return part.rules.flatMap((rule): Refusal<FormCode>[] => {
			const left =
				"column" in rule && part.kind === "table" ? sumOf(part, path, rule.column, values) : valueAt(values, path);
			const right = termValue(rule.than, places, within, values);
			if (left === undefined || right === undefined || typeof left !== typeof right) return [];
			return compares(left, rule.is, right) ? [] : [{ code: "rule", field: path, detail: rule.say }];
		});
	});
}

function compares(left: unknown, is: Comparison, right: unknown): boolean {
	// Sums of decimals are held against each other to a thousandth, so that 0.1 + 0.2 is 0.3.
	const difference =
		typeof left === "number" && typeof right === "number"
			? Math.round((left - right) * 1000)
			: Number(String(left) > String(right)) - Number(String(left) < String(right));
	switch (is) {
		case "at-most":
			return difference <= 0;
		case "at-least":
			return difference >= 0;
		case "equal":
			return difference === 0;
		case "less":
			return difference < 0;
		case "more":
			return difference > 0;
	}
}

function termValue(
	term: Term,
	places: readonly Place[],
	within: Place["within"],
	values: AnswerValues,
): number | string | undefined {
	if ("number" in term) return term.number;
	if ("of" in term) {
		const whole = termValue(term.of, places, within, values);
		return typeof whole === "number" ? (whole * term.share) / 100 : undefined;
	}
	if ("all" in term) {
		let sum = 0;
		for (const one of term.all) {
			const value = termValue(one, places, within, values);
			if (typeof value !== "number") return undefined;
			sum += value;
		}
		return sum;
	}
	const id = "table" in term ? term.table : term.question;
	const place = places.find((one) => one.part.id === id && isAround(one.within, within));
	if (!place) return undefined;
	if ("table" in term)
		return place.part.kind === "table" ? sumOf(place.part, place.path, term.column, values) : undefined;
	const value = valueAt(values, place.path);
	return typeof value === "number" || typeof value === "string" ? value : undefined;
}

/** Whether something stands in the same rows as what looks at it. */
function isAround(of: Place["within"], from: Place["within"]): boolean {
	const paths = new Set(from.flatMap((one) => ("path" in one ? [one.path] : [])));
	return of.every((one) => !("path" in one) || paths.has(one.path));
}

/** The sum of a column over the rows of a table; undefined while a cell holds something that is no number. */
export function sumOf(
	table: Extract<FormPart, { kind: "table" }>,
	path: string,
	column: string,
	values: AnswerValues,
): number | undefined {
	let sum = 0;
	for (const row of rowsOf(table, path, values)) {
		const value = valueAt(values, `${row.path}.${column}`);
		if (value === undefined || value === "") continue;
		if (typeof value !== "number") return undefined;
		sum += value;
	}
	return sum;
}
