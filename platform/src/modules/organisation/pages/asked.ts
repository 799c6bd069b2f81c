import type { TableState } from "../../../ui/table-state.ts";
import { type Profession, profession, type Responsibility, responsibility } from "../contract.ts";
import type { DirectoryQuery } from "../directory/contract.ts";

/** What the address asks: a responsibility and, where it matters, a profession. */
export type Asked = { readonly responsibility: Responsibility | null; readonly profession: Profession | null };

export function readQuestion(url: URL): Asked {
	const what = responsibility.safeParse(url.searchParams.get("responsibility"));
	const whose = profession.safeParse(url.searchParams.get("profession"));
	return { responsibility: what.data ?? null, profession: whose.data ?? null };
}

/** The whole country's answers, as a table; the same as Excel. Those who answer stand first. */
export const askedTable = { sort: ["name", "county"], filters: { kind: "text", county: "text" } } as const;

type Filters = { readonly kind?: string; readonly county?: string };

export function countryQuery(state: TableState<"name" | "county", Filters>): DirectoryQuery {
	return { ...state.filters, sort: state.sort, descending: state.descending };
}
