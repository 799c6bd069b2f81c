import type { TableState } from "../../../ui/table-state.ts";
import { answeredOrNot } from "../contact/codes.ts";
import type { CountryQuery } from "../contact/contract.ts";
import { day, type Profession, profession, type Responsibility, responsibility } from "../contract.ts";

/** What the address asks: a responsibility, where it matters a profession, and which day (null: today). */
export type Asked = {
	readonly responsibility: Responsibility | null;
	readonly profession: Profession | null;
	readonly asOf: string | null;
};

export function readQuestion(url: URL): Asked {
	const what = responsibility.safeParse(url.searchParams.get("responsibility"));
	const whose = profession.safeParse(url.searchParams.get("profession"));
	const when = day.safeParse(url.searchParams.get("asOf"));
	return { responsibility: what.data ?? null, profession: whose.data ?? null, asOf: when.data ?? null };
}

/** The whole country's answers, as a table; the same as Excel. Those who answer stand first. */
export const askedTable = {
	sort: ["name", "county"],
	filters: { kind: "text", county: "text", answered: answeredOrNot },
} as const;

type Filters = Pick<CountryQuery, "kind" | "county" | "answered">;

/** What to list, all pages of it. */
export function countryQuery(state: TableState<"name" | "county", Filters>, { asOf }: Asked): CountryQuery {
	const { sort, descending } = state;
	return { ...state.filters, ...(asOf === null ? {} : { asOf }), sort, descending };
}
