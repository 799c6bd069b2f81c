import type { Language } from "../../../../language.ts";
import { compareText } from "../../../../language.ts";
import type { TableState } from "../../../../ui/table-state.ts";
import { bases, type Horizon, horizons } from "../../codes.ts";
import { nameOfEntry } from "../../framework/name.ts";
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

type Narrowing = Pick<TableState, "search" | "sort" | "descending">;

function narrowed<One>(
	language: Language,
	rows: readonly One[],
	{ search, sort, descending }: Narrowing,
	about: { readonly words: (row: One) => readonly string[]; readonly key: (row: One, sort: string) => string | number },
): One[] {
	const wanted = search.toLocaleLowerCase("nb");
	const compare = compareText(language);
	const turn = descending ? -1 : 1;
	return rows
		.filter((row) => about.words(row).some((word) => word.toLocaleLowerCase("nb").includes(wanted)))
		.sort((one, other) => {
			const [a, b] = [about.key(one, sort), about.key(other, sort)];
			return turn * (typeof a === "number" && typeof b === "number" ? a - b : compare(String(a), String(b)));
		});
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
