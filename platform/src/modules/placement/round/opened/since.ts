import type { SnapshotOffer, SnapshotSite } from "../../allocate/contract.ts";
import { leftOf } from "../../allocate/left.ts";
import type { Edit, Opened } from "./opened.ts";

/** What some sites have room for now, whenever a run was made. */
export type PlacesNow = {
	readonly offers: readonly Pick<SnapshotOffer, "id" | "places" | "promised">[];
	readonly sites: readonly Pick<SnapshotSite, "id" | "limits" | "load">[];
};

/** A site with other places than the run knew of. */
export type SiteSince = {
	readonly places: number;
	/** How many more can come now. */
	readonly free: number;
	/** Whether the plan has more there than there is room for now. */
	readonly over: boolean;
};

/**
 * Of some sites, those that have got or lost places since the run: taken by another round, promised, taken back, or answered anew.
 * Offers that have come since are none of the run's, and count in the next.
 * @param slots the slots that count as free, where not all do
 */
export function sinceRun(
	run: Opened,
	{ edits, now }: { readonly edits: readonly Edit[]; readonly now: PlacesNow },
	slots?: ReadonlySet<number>,
): Readonly<Record<string, SiteSince>> {
	// What is supposed is not there, and cannot be lost: the pages of such a run say so once for all of it.
	if (run.snapshot.supposed !== undefined) return {};
	const [offers, sites] = [
		new Map(now.offers.map((one) => [one.id, one])),
		new Map(now.sites.map((one) => [one.id, one])),
	];
	const changed = new Set<string>();
	const offersNow = run.snapshot.offers.map((offer) => {
		if (!sites.has(offer.siteId)) return offer;
		const { places, promised } = offers.get(offer.id) ?? { places: 0, promised: undefined };
		if (places === offer.places && daysOf(promised) === daysOf(offer.promised)) return offer;
		changed.add(offer.siteId);
		const { promised: _before, ...rest } = offer;
		return { ...rest, places, ...(promised === undefined ? {} : { promised }) };
	});
	const sitesNow = run.snapshot.sites.map((site) => {
		const there = sites.get(site.id);
		if (there === undefined) return site;
		if (daysOf(there.limits) === daysOf(site.limits) && daysOf(there.load) === daysOf(site.load)) return site;
		changed.add(site.id);
		return { ...site, limits: there.limits, load: there.load };
	});
	if (changed.size === 0) return {};
	const ground = { ...run.ground(), snapshot: { ...run.snapshot, offers: offersNow, sites: sitesNow } };
	const left = leftOf(ground)(run.plan(edits));
	return Object.fromEntries(
		[...changed].map((site) => [
			site,
			{
				places: offersNow.reduce((sum, { siteId, places }) => (siteId === site ? sum + places : sum), 0),
				free: left.at(site, slots).free,
				over: left.at(site).over,
			},
		]),
	);
}

type Spell = {
	readonly firstDay: string;
	readonly lastDay: string;
	readonly most?: number;
	readonly learners?: number;
	readonly places?: number;
	readonly institutionId?: string;
};

/** The same for the same days and numbers, in whatever order they come. */
function daysOf(spells: readonly Spell[] | undefined): string {
	return (spells ?? [])
		.map(({ firstDay, lastDay, most, learners, places, institutionId }) =>
			[firstDay, lastDay, most, learners, places, institutionId].join(),
		)
		.sort()
		.join(";");
}
