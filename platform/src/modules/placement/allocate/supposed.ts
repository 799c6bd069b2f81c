import type { Snapshot } from "./contract.ts";

/** So many places more, or fewer where it is below zero, at an offer: supposed for one run, and there for nobody. */
export type Supposed = NonNullable<Snapshot["supposed"]>[number];

/**
 * Facts with other places than there are, to see what they would give. Where places are added, so many more may be at the
 * site at once: a limit nobody has raised would hide what they give. Never fewer than none; an offer that is gone stays gone.
 */
export function supposing<Facts extends Pick<Snapshot, "offers" | "sites">>(
	facts: Facts,
	asked: readonly Supposed[],
): Facts & Pick<Snapshot, "supposed"> {
	const changes = new Map(asked.map(({ offer, places }) => [offer, places]));
	const supposed: Supposed[] = [];
	const added = new Map<string, { firstDay: string; lastDay: string; places: number }[]>();
	const offers = facts.offers.map((offer) => {
		const places = Math.max(0, offer.places + (changes.get(offer.id) ?? 0));
		const change = places - offer.places;
		if (change === 0) return offer;
		supposed.push({ offer: offer.id, places: change });
		const { firstDay, lastDay } = offer;
		if (change > 0)
			added.set(offer.siteId, [...(added.get(offer.siteId) ?? []), { firstDay, lastDay, places: change }]);
		return { ...offer, places };
	});
	if (supposed.length === 0) return facts;
	const sites = facts.sites.map((site) => {
		const more = added.get(site.id);
		if (more === undefined) return site;
		const limits = site.limits.map((limit) => ({
			...limit,
			most: more
				.filter(({ firstDay, lastDay }) => firstDay <= limit.lastDay && lastDay >= limit.firstDay)
				.reduce((sum, { places }) => sum + places, limit.most),
		}));
		return { ...site, limits };
	});
	return { ...facts, offers, sites, supposed };
}
