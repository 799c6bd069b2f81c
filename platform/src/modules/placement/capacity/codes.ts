import { type Profession, professions } from "../../organisation/codes.ts";

/** Plain lists of this part: what pages show choices from. */

export const siteSorts = ["name", "host", "municipality", "setting", "contact"] as const;
export type SiteSort = (typeof siteSorts)[number];
export const siteStatuses = ["open", "closed"] as const;
export type SiteStatus = (typeof siteStatuses)[number];

export const capacitySorts = ["site", "host", "state", "from", "places", "answered"] as const;
export type CapacitySort = (typeof capacitySorts)[number];
/** Capacity that has not passed is shown unless older is asked for. */
export const capacityPeriods = ["current", "past"] as const;
export type CapacityPeriod = (typeof capacityPeriods)[number];

export const offerSorts = ["host", "site", "profession", "from", "places"] as const;
export type OfferSort = (typeof offerSorts)[number];

export const loadSorts = ["site", "kind", "from", "learners"] as const;
export type LoadSort = (typeof loadSorts)[number];

/** At most so many offers in one answer. */
export const mostOffers = 20;

/** A profession by its code; null where it is none this program knows, and for any profession. */
export function professionOf(code: string | null): Profession | null {
	return professions.find((profession) => profession === code) ?? null;
}

/** Kinds of organisation that receive students. */
export const hostKinds = ["municipality", "gp-office", "private-provider", "county", "hospital-trust"] as const;
