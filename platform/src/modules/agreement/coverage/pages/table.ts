import { type TableState, tableHref } from "../../../../ui/table-state.ts";
import { type Theme, themes } from "../../codes.ts";
import { type Coverage, type CoverageSort, coverageSorts, coverages } from "../codes.ts";
import type { CoverageQuery, CoveredMunicipality } from "../contract.ts";

/** What the address of the page says; the list as Excel reads it the same way. */
export const coverageTable = {
	sort: coverageSorts,
	pageSize: 25,
	filters: { theme: themes, county: "text", sector: "text", with: ["own"], coverage: coverages },
} as const;

type State = TableState<
	CoverageSort,
	{
		readonly theme?: Theme;
		readonly county?: string;
		readonly sector?: string;
		readonly with?: "own";
		readonly coverage?: Coverage;
	}
>;

export function coverageQuery({ filters }: State): CoverageQuery {
	return {
		own: filters.with === "own",
		...(filters.theme === undefined ? {} : { theme: filters.theme }),
		...(filters.sector === undefined ? {} : { sector: filters.sector }),
		...(filters.county === undefined || !/^\d{2}$/.test(filters.county) ? {} : { county: filters.county }),
	};
}

const measureOf: Readonly<Record<Exclude<CoverageSort, "name">, (row: CoveredMunicipality) => number | null>> = {
	population: ({ population }) => population,
	centrality: ({ centrality }) => centrality,
	distance: ({ minutes }) => minutes,
	agreements: ({ agreements }) => agreements,
};

/** The municipalities the address asks for, in its order; those without a value stand last both ways. */
export function arrange(rows: readonly CoveredMunicipality[], state: State): readonly CoveredMunicipality[] {
	const { filters, search, sort, descending } = state;
	const words = search.toLocaleLowerCase("nb");
	const found = rows.filter(
		({ coverage, name }) =>
			(filters.coverage === undefined || coverage === filters.coverage) &&
			(words === "" || name.toLocaleLowerCase("nb").includes(words)),
	);
	if (sort === "name") return descending ? found.toReversed() : found;
	const value = measureOf[sort];
	const towards = descending ? -1 : 1;
	return found.toSorted((a, b) => {
		const [first, second] = [value(a), value(b)];
		if (first === null || second === null) return Number(first === null) - Number(second === null);
		return (first - second) * towards;
	});
}

/** The page with one filter changed. */
export function narrowedHref(state: State, name: "county" | "theme", value: string): string {
	return tableHref(state, { filters: { ...state.filters, [name]: value }, page: 1 });
}
