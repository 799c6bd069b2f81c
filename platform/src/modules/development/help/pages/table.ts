import { compareText, type Language } from "../../../../language.ts";
import type { TableState } from "../../../../ui/table-state.ts";
import type { Guided, ListedHelp } from "../../service.server.ts";
import {
	type GuidedHow,
	guidedHows,
	guidedSorts,
	type HelpWay,
	helpSorts,
	helpWays,
	type ReachedHow,
	reachedHows,
	reachedSorts,
} from "../codes.ts";
import type { Help } from "../contract.ts";
import { isLate, isReachedSo, type ReachedOne } from "../rules.ts";

type Asked = Pick<TableState, "search" | "sort" | "descending">;

/** Whether help reaches an organisation so far away; where that is not known it does. */
export function reaches({ withinKm }: Pick<Help, "withinKm">, kilometres: number | null): boolean {
	return withinKm === null || kilometres === null || kilometres <= withinKm;
}

/** What the address of the list of help says. */
export const helpTable = {
	sort: helpSorts,
	filters: { way: helpWays, whose: ["own", "others"], reach: ["within"] },
} as const;

const includes = (wanted: string, ...words: readonly (string | null)[]) =>
	words.some((word) => word?.toLocaleLowerCase("nb").includes(wanted));
// What is not known comes last.
const byNumber = (one: number | null, other: number | null) =>
	(one ?? Number.MAX_SAFE_INTEGER) - (other ?? Number.MAX_SAFE_INTEGER);

/** The help the list shows, searched, filtered and in order. */
export function narrowHelp(
	language: Language,
	rows: readonly ListedHelp[],
	{
		search,
		sort,
		descending,
		filters,
	}: Asked & {
		readonly filters: { readonly way?: HelpWay; readonly whose?: "own" | "others"; readonly reach?: "within" };
	},
): ListedHelp[] {
	const wanted = search.toLocaleLowerCase("nb");
	const compare = compareText(language);
	const order = (one: ListedHelp, other: ListedHelp) => {
		if (sort === "organisation") return compare(one.organisationName, other.organisationName);
		if (sort === "distance") return byNumber(one.kilometres, other.kilometres);
		return compare(one.title, other.title);
	};
	return rows
		.filter(
			(row) =>
				(filters.way === undefined || row.way === filters.way) &&
				(filters.whose === undefined || row.isOwn === (filters.whose === "own")) &&
				(filters.reach === undefined || reaches(row, row.kilometres)) &&
				includes(wanted, row.title, row.about, row.forWhom, row.organisationName),
		)
		.sort(
			(one, other) =>
				Number(one.endedOn !== null) - Number(other.endedOn !== null) ||
				(descending ? -1 : 1) * order(one, other) ||
				compare(one.title, other.title) ||
				(one.id < other.id ? -1 : 1),
		);
}

/** What the address of the list of those who are reached says. */
export const reachedTable = { sort: reachedSorts, filters: { how: reachedHows } } as const;

/** The municipalities the list shows: those offered least first, the nearest of them before the others. */
export function narrowReached(
	language: Language,
	rows: readonly ReachedOne[],
	{ search, sort, descending, filters }: Asked & { readonly filters: { readonly how?: ReachedHow } },
): ReachedOne[] {
	const wanted = search.toLocaleLowerCase("nb");
	const compare = compareText(language);
	const order = (one: ReachedOne, other: ReachedOne) => {
		if (sort === "name") return compare(one.name, other.name);
		if (sort === "population") return (other.population ?? 0) - (one.population ?? 0);
		if (sort === "distance") return byNumber(one.kilometres, other.kilometres);
		if (sort === "contact") return (one.lastContact ?? "").localeCompare(other.lastContact ?? "");
		return (
			one.offers - other.offers || one.offersByAll - other.offersByAll || byNumber(one.kilometres, other.kilometres)
		);
	};
	return rows
		.filter((row) => (filters.how === undefined || isReachedSo(row, filters.how)) && includes(wanted, row.name))
		.sort((one, other) => (descending ? -1 : 1) * order(one, other) || compare(one.name, other.name));
}

/** What the address of the list of projects advisers follow says. */
export const guidedTable = { sort: guidedSorts, filters: { how: guidedHows } } as const;

function isSo(row: Guided, how: GuidedHow, today: string): boolean {
	if (how === "late") return isLate(row, today);
	return how === "stuck" ? row.state === "running" && row.standing === "stuck" : row.cardId !== null;
}

/** The projects the list shows: those under way before those that have ended, and what has been silent longest first. */
export function narrowGuided(
	language: Language,
	rows: readonly Guided[],
	{ search, sort, descending, filters }: Asked & { readonly filters: { readonly how?: GuidedHow } },
	today: string,
): Guided[] {
	const wanted = search.toLocaleLowerCase("nb");
	const compare = compareText(language);
	const order = (one: Guided, other: Guided) => {
		if (sort === "organisation") return compare(one.organisationName, other.organisationName);
		if (sort === "title") return compare(one.title, other.title);
		if (sort === "last-day") return one.lastDay.localeCompare(other.lastDay);
		return (one.statusOn ?? "").localeCompare(other.statusOn ?? "");
	};
	return rows
		.filter(
			(row) =>
				(filters.how === undefined || isSo(row, filters.how, today)) &&
				includes(wanted, row.title, row.purpose, row.organisationName, row.leaderName),
		)
		.sort(
			(one, other) =>
				Number(one.state === "ended") - Number(other.state === "ended") ||
				(descending ? -1 : 1) * order(one, other) ||
				compare(one.title, other.title) ||
				(one.id < other.id ? -1 : 1),
		);
}
