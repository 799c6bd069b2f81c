import { compareDays } from "../../../../day.ts";
import { searchWords } from "../../../../geography/search.ts";
import { compareText, type Language } from "../../../../language.ts";
import type { TableState } from "../../../../ui/table-state.ts";
import { type AwardState, awardStates } from "../codes.ts";
import type { ListedAward } from "../service.server.ts";

/** What the address of the list of awards says; the last decided first. */
export const awardTable = {
	sort: ["decided", "title", "other"],
	filters: { state: awardStates },
	descending: true,
} as const;

type Narrowing = Pick<TableState, "search" | "descending"> & {
	readonly sort: (typeof awardTable.sort)[number];
	readonly filters: { readonly state?: AwardState };
};

/** The awards a list shows, in the order asked for. */
export function narrowAwards(
	language: Language,
	rows: readonly ListedAward[],
	asked: Narrowing,
): readonly ListedAward[] {
	const words = searchWords(asked.search);
	const other = ({ award, isOwn }: ListedAward) => (isOwn ? award.issuerName : award.recipientName);
	const compare = compareText(language);
	const inOrder = (one: ListedAward, two: ListedAward) =>
		asked.sort === "decided"
			? compareDays(one.award.decidedOn, two.award.decidedOn)
			: asked.sort === "title"
				? compare(one.award.title, two.award.title)
				: compare(other(one), other(two));
	return rows
		.filter((row) => {
			if (asked.filters.state !== undefined && row.award.state !== asked.filters.state) return false;
			if (words.length === 0) return true;
			const own = searchWords(`${row.award.title} ${row.award.reference} ${other(row)}`);
			return words.every((word) => own.some((one) => one.startsWith(word)));
		})
		.toSorted((one, two) => (asked.descending ? -1 : 1) * inOrder(one, two));
}
