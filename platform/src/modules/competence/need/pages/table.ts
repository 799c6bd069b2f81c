import type { Language } from "../../../../language.ts";
import { bases, type Horizon, horizons } from "../../codes.ts";
import { nameOfEntry } from "../../framework/name.ts";
import { type Narrowing, narrowed } from "../../pages/narrowed.ts";
import type { Gap, WhatIf } from "../contract.ts";
import type { ShownNeed } from "../service.server.ts";

/** What the address of the list of needs says. */
export const needTable = { sort: ["unit", "entry", "positions"], filters: { basis: bases } } as const;

/** What the address of what is lacking says, besides the assumptions. */
export const gapTable = { sort: ["total", "unit", "entry", "required", "has"], descending: true } as const;

/** The years the table is for and the assumptions, as the address has them; what cannot be read is as told. */
export function readAssumptions(url: URL): WhatIf & { readonly years: Horizon } {
	const whole = (name: string, least: number, most: number) => {
		const written = url.searchParams.get(name)?.trim() ?? "";
		const value = Number(written);
		return written !== "" && Number.isInteger(value) && value >= least && value <= most ? value : null;
	};
	const years = horizons.find((one) => String(one) === url.searchParams.get("years")) ?? 4;
	return { years, turnover: whole("turnover", 0, 100), growth: whole("growth", -20, 50) ?? 0 };
}

export function narrowNeeds(language: Language, rows: readonly ShownNeed[], state: Narrowing): ShownNeed[] {
	return narrowed(language, rows, state, {
		words: (row) => [row.unitName, nameOfEntry(language, row), row.reason],
		key: (row, sort) =>
			sort === "entry" ? nameOfEntry(language, row) : sort === "positions" ? row.positions : row.unitName,
	});
}

export function narrowGaps(language: Language, rows: readonly Gap[], state: Narrowing, years: Horizon): Gap[] {
	const at = horizons.indexOf(years);
	return narrowed(language, rows, state, {
		words: (row) => [row.unitName, nameOfEntry(language, row)],
		key: (row, sort) => {
			if (sort === "unit") return row.unitName;
			if (sort === "entry") return nameOfEntry(language, row);
			if (sort === "required") return row.required;
			return (sort === "has" ? row.has : (row.lacking[at]?.total ?? null)) ?? -1;
		},
	});
}
