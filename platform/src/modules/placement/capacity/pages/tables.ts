import type { TableState } from "../../../../ui/table-state.ts";
import { professions } from "../../../organisation/codes.ts";
import { type CapacityState, capacityStates, type LoadKind, loadKinds } from "../../codes.ts";
import {
	type CapacityPeriod,
	type CapacitySort,
	capacityPeriods,
	capacitySorts,
	type LoadSort,
	loadSorts,
	type OfferSort,
	offerSorts,
	type SiteSort,
	type SiteStatus,
	siteSorts,
	siteStatuses,
} from "../codes.ts";
import type { CapacityQuery, LoadQuery, OfferQuery, SiteQuery } from "../contract.ts";

/** What the addresses of the lists say; the lists as Excel read them the same way. */

export const capacityTable = {
	sort: capacitySorts,
	filters: { state: capacityStates, period: capacityPeriods },
} as const;

export function capacityQuery(
	state: TableState<CapacitySort, { readonly state?: CapacityState; readonly period?: CapacityPeriod }>,
): CapacityQuery {
	const { search, sort, descending, filters } = state;
	return { period: "current", ...filters, search, sort, descending };
}

export const siteTable = { sort: siteSorts, filters: { setting: "text", status: siteStatuses } } as const;

export function siteQuery(
	state: TableState<SiteSort, { readonly setting?: string; readonly status?: SiteStatus }>,
): SiteQuery {
	const { search, sort, descending, filters } = state;
	return { ...filters, search, sort, descending };
}

export const offerTable = {
	sort: offerSorts,
	filters: { profession: professions, year: ["1", "2", "3", "4", "5", "6"], from: "text", to: "text" },
} as const;

export function offerQuery(
	state: TableState<
		OfferSort,
		{ readonly profession?: string; readonly year?: string; readonly from?: string; readonly to?: string }
	>,
): OfferQuery {
	const { search, sort, descending, filters } = state;
	const { profession, year } = filters;
	const [from, to] = [dayIn(filters.from), dayIn(filters.to)];
	return {
		...{ search, sort, descending },
		...(profession === undefined ? {} : { profession }),
		...(year === undefined ? {} : { year: Number(year) }),
		...(from === undefined ? {} : { from }),
		...(to === undefined ? {} : { to }),
	};
}

/** A day from an address; anything else is no day. */
export function dayIn(text: string | null | undefined): string | undefined {
	if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
	const moment = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text) ? text : undefined;
}

export const loadTable = { sort: loadSorts, filters: { kind: loadKinds } } as const;

export function loadQuery(state: TableState<LoadSort, { readonly kind?: LoadKind }>): LoadQuery {
	const { search, sort, descending, filters } = state;
	return { ...filters, search, sort, descending };
}
