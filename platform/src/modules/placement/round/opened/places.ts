import type { SnapshotOffer } from "../../allocate/contract.ts";
import { grouped } from "../../allocate/frozen.ts";
import type { PlacesInText } from "../occupancy.server.ts";
import { withAnswered } from "../promised.ts";
import type { Opened } from "./opened.ts";
import type { PlacesNow } from "./since.ts";

type Offered = Pick<SnapshotOffer, "id" | "siteId" | "places" | "reservedFor">;
type Limit = { readonly siteId: string; readonly firstDay: string; readonly lastDay: string; readonly most: number };
type Load = { readonly siteId: string; readonly firstDay: string; readonly lastDay: string; readonly learners: number };

/** The places of a round as the database has written them. What is promised by an answer to an order counts as of then too. */
export function placesIn(now: PlacesInText) {
	const offered: readonly Offered[] = JSON.parse(now.offers);
	const limits: readonly Limit[] = JSON.parse(now.limits);
	const load: readonly Load[] = JSON.parse(now.load);
	const institutions = new Set(now.periods.map(({ institutionId }) => institutionId));
	const kept = withAnswered(offered, now.answered, institutions);
	return {
		offers: kept.offers,
		limits: grouped(limits, "siteId"),
		load: grouped([...load, ...kept.load], "siteId"),
	};
}

/** What every site of a run has room for now. */
export function placesNowOf({ snapshot }: Opened, now: PlacesInText): PlacesNow {
	const { offers, limits, load } = placesIn(now);
	return {
		offers,
		sites: snapshot.sites.map(({ id }) => ({ id, limits: limits.get(id) ?? [], load: load.get(id) ?? [] })),
	};
}
