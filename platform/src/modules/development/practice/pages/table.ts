import { compareText, type Language } from "../../../../language.ts";
import type { TableState } from "../../../../ui/table-state.ts";
import { type ProjectState, projectStates } from "../../project/codes.ts";
import { cardSorts } from "../codes.ts";
import type { ListedCard } from "../service.server.ts";

/** What the address of the lists of cards says. */
export const cardTable = {
	sort: cardSorts,
	filters: { state: projectStates, whose: ["own", "others"], holds: ["yes", "no"] },
} as const;

type Narrowing = Pick<TableState, "search" | "sort" | "descending"> & {
	readonly filters: {
		readonly state?: ProjectState;
		readonly whose?: "own" | "others";
		readonly holds?: "yes" | "no";
	};
};

/** The cards a list shows, searched, filtered and in order. */
export function narrowCards(
	language: Language,
	rows: readonly ListedCard[],
	{ search, sort, descending, filters }: Narrowing,
): ListedCard[] {
	const wanted = search.toLocaleLowerCase("nb");
	const compare = compareText(language);
	const order = (one: ListedCard, other: ListedCard) => {
		if (sort === "organisation") return compare(one.organisationName, other.organisationName);
		if (sort === "validated") return one.validatedOn.localeCompare(other.validatedOn);
		return compare(one.title, other.title);
	};
	return rows
		.filter(
			(row) =>
				(filters.state === undefined || row.result?.state === filters.state) &&
				(filters.whose === undefined || row.isOwn === (filters.whose === "own")) &&
				(filters.holds === undefined || row.isStale === (filters.holds === "no")) &&
				[row.title, row.setting, row.organisationName].some((word) => word.toLocaleLowerCase("nb").includes(wanted)),
		)
		.sort(
			(one, other) =>
				(descending ? -1 : 1) * order(one, other) || compare(one.title, other.title) || (one.id < other.id ? -1 : 1),
		);
}

/** What a row of a list shows of a card. */
export function shownCard(card: ListedCard) {
	const measured = card.result?.measured ?? [];
	return {
		...{ id: card.id, title: card.title, setting: card.setting, organisationName: card.organisationName },
		...{ isStale: card.isStale, validatedOn: card.validatedOn, visibility: card.visibility },
		...{ state: card.result?.state ?? null, outcome: card.result?.outcome ?? null, adoptions: card.adoptions },
		better: measured.filter(({ change }) => change === "better").length,
		goals: measured.length,
		...{ inUse: card.stages.inUse, answered: card.stages.organisations },
	};
}
export type ShownCard = ReturnType<typeof shownCard>;
