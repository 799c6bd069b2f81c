import { compareText, type Language } from "../../../../language.ts";
import type { TableState } from "../../../../ui/table-state.ts";
import { type NetworkKind, networkKinds, networkSorts, networkStates } from "../codes.ts";
import type { ListedNetwork } from "../service.server.ts";

/** What the address of the list says. */
export const networkTable = {
	sort: networkSorts,
	filters: { state: networkStates, kind: networkKinds, keeper: ["own", "others"] },
} as const;

type Narrowing = Pick<TableState, "search" | "sort" | "descending"> & {
	readonly filters: {
		readonly state?: "going" | "ended";
		readonly kind?: NetworkKind;
		readonly keeper?: "own" | "others";
	};
};

/** The networks the list shows, searched, filtered and in order: those that have ended last. */
export function narrowNetworks(
	language: Language,
	rows: readonly ListedNetwork[],
	{ search, sort, descending, filters }: Narrowing,
): ListedNetwork[] {
	const wanted = search.toLocaleLowerCase("nb");
	const compare = compareText(language);
	const order = (one: ListedNetwork, other: ListedNetwork) => {
		if (sort === "members") return one.members - other.members;
		if (sort === "founded") return one.foundedOn.localeCompare(other.foundedOn);
		if (sort === "lead") return compare(one.lead?.name ?? "", other.lead?.name ?? "");
		return compare(one.name, other.name);
	};
	return rows
		.filter(
			(row) =>
				(filters.state === undefined || (row.endedOn === null) === (filters.state === "going")) &&
				(filters.kind === undefined || row.kind === filters.kind) &&
				(filters.keeper === undefined || row.isOwn === (filters.keeper === "own")) &&
				[row.name, row.purpose, ...row.all.map(({ name }) => name)].some((word) =>
					word.toLocaleLowerCase("nb").includes(wanted),
				),
		)
		.sort(
			(one, other) =>
				Number(one.endedOn !== null) - Number(other.endedOn !== null) ||
				(descending ? -1 : 1) * order(one, other) ||
				compare(one.name, other.name) ||
				(one.id < other.id ? -1 : 1),
		);
}
