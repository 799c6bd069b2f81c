import { compareText, type Language } from "../../../../language.ts";
import type { TableState } from "../../../../ui/table-state.ts";
import { type ResearchKind, researchKinds } from "../../knowledge/codes.ts";
import { askedHows, askedSorts, often, type ResearchState, researchSorts, researchStates } from "../codes.ts";
import { stateOf } from "../rules.ts";
import type { Asked, ListedResearch } from "../service.server.ts";

/** What the address of the list says. */
export const researchTable = {
	sort: researchSorts,
	filters: { state: researchStates, whose: ["own", "others"], kind: researchKinds },
} as const;

type Narrowing = Pick<TableState, "search" | "sort" | "descending"> & {
	readonly filters: {
		readonly state?: ResearchState;
		readonly whose?: "own" | "others";
		readonly kind?: ResearchKind;
	};
};

/** The research the list shows, searched, filtered and in order: what has ended last. */
export function narrowResearch(
	language: Language,
	rows: readonly ListedResearch[],
	{ search, sort, descending, filters }: Narrowing,
): ListedResearch[] {
	const wanted = search.toLocaleLowerCase("nb");
	const compare = compareText(language);
	const order = (one: ListedResearch, other: ListedResearch) => {
		if (sort === "organisation") return compare(one.organisationName, other.organisationName);
		if (sort === "last-day") return one.lastDay.localeCompare(other.lastDay);
		return compare(one.title, other.title);
	};
	return rows
		.filter(
			(row) =>
				(filters.state === undefined || stateOf(row) === filters.state) &&
				(filters.whose === undefined || row.isOwn === (filters.whose === "own")) &&
				(filters.kind === undefined || row.kind === filters.kind) &&
				[row.title, row.question, row.organisationName].some((word) => word.toLocaleLowerCase("nb").includes(wanted)),
		)
		.sort(
			(one, other) =>
				Number(one.endedOn !== null) - Number(other.endedOn !== null) ||
				(descending ? -1 : 1) * order(one, other) ||
				compare(one.title, other.title) ||
				(one.id < other.id ? -1 : 1),
		);
}

/** What the address of the list of those who are asked says. */
export const askedTable = { sort: askedSorts, filters: { how: askedHows } } as const;

/** The municipalities the list shows: those asked most first. */
export function narrowAsked(
	language: Language,
	rows: readonly Asked[],
	{
		search,
		sort,
		descending,
		filters,
	}: Pick<TableState, "search" | "sort" | "descending"> & { readonly filters: { readonly how?: "often" | "never" } },
): Asked[] {
	const wanted = search.toLocaleLowerCase("nb");
	const compare = compareText(language);
	const order = (one: Asked, other: Asked) => {
		if (sort === "name") return compare(one.name, other.name);
		if (sort === "hours") return other.hours - one.hours;
		if (sort === "population") return (other.population ?? 0) - (one.population ?? 0);
		return other.asks - one.asks;
	};
	return rows
		.filter(
			({ name, asks }) =>
				(filters.how === undefined || (filters.how === "never" ? asks === 0 : asks >= often)) &&
				name.toLocaleLowerCase("nb").includes(wanted),
		)
		.sort((one, other) => (descending ? -1 : 1) * order(one, other) || compare(one.name, other.name));
}
