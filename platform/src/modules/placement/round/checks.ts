import type { Snapshot } from "../allocate/contract.ts";
import { groundOf } from "../allocate/ground.ts";
import { leftOf } from "../allocate/left.ts";
import { reachOf } from "../allocate/reach.ts";
import type { PairRule } from "../codes.ts";
import { type LackingAgreement, placesWithoutAgreement } from "./agreed.ts";
import { lackOf } from "./shortage.ts";

/** What blocks or weakens a round, told before anything is run. */
export type RoundCheck = {
	/** Claims that no offer is open to. */
	readonly withoutOffer: number;
	/** Those, each under the rule that closes most offers to it; most claims first. */
	readonly byRule: readonly { readonly rule: PairRule | "no-offer"; readonly claims: number }[];
	/** Courses whose claims together outnumber the places that suit any of them; more may lack a place than this tells. */
	readonly tooFew: { readonly courses: readonly string[]; readonly claims: number; readonly places: number } | null;
	/** Claims whose student has no postcode: a travel cap cannot hold for them. */
	readonly withoutPostcode: number;
	/** Claims whose student has a postcode nobody has said where is. */
	readonly unknownPostcode: number;
	readonly withoutWishes: number;
	/** Sites with places that nobody knows the municipality of: wishes and floors for a municipality do not count there. */
	readonly unknownMunicipality: readonly string[];
	/** Places at hosts that lack an agreement with an institution that has students in the round; null where nobody looks. */
	readonly withoutAgreement: LackingAgreement | null;
};

/** Judges a snapshot as a run would, without allocating. */
export function checkRound(snapshot: Snapshot): RoundCheck {
	const ground = groundOf(snapshot);
	const reach = reachOf(ground);
	const byRule = new Map<PairRule | "no-offer", number>();
	snapshot.claims.forEach((_, claim) => {
		let open = 0;
		reach.each(claim, () => {
			open++;
		});
		if (open > 0) return;
		const rule = strictest(ground, reach, claim);
		byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
	});
	return {
		withoutOffer: [...byRule.values()].reduce((sum, claims) => sum + claims, 0),
		byRule: [...byRule].map(([rule, claims]) => ({ rule, claims })).sort((a, b) => b.claims - a.claims),
		tooFew: tooFewPlaces(ground, reach),
		withoutPostcode: snapshot.claims.filter(({ from, postcode }) => from === null && postcode === null).length,
		unknownPostcode: snapshot.claims.filter(({ from, postcode }) => from === null && postcode !== null).length,
		withoutWishes: snapshot.claims.filter(({ wishes }) => wishes.length === 0).length,
		unknownMunicipality: snapshot.sites.filter(({ municipality }) => municipality === null).map(({ name }) => name),
		withoutAgreement: placesWithoutAgreement(snapshot),
	};
}

/**
 * Claim by claim over the offers that no rule closes to it, places at each no more than the site has room for beside who
 * else is there. Groups, quotas and the like are not looked at, so what is told is the least that lack.
 */
function tooFewPlaces(ground: ReturnType<typeof groundOf>, reach: ReturnType<typeof reachOf>): RoundCheck["tooFew"] {
	const { snapshot, slots } = ground;
	const left = leftOf(ground)([]);
	const free = new Map(snapshot.sites.map(({ id }) => [id, left.at(id).free]));
	const offered = new Map<string, number>();
	for (const { siteId, places } of snapshot.offers) offered.set(siteId, (offered.get(siteId) ?? 0) + places);
	const pools = new Map<string, { readonly pool: number; readonly places: number }>();
	/** The pool of a slot: its offer, or its site where that takes fewer at once than it offers. */
	const poolOf = slots.map(({ offer, span }) => {
		const { id = "", siteId = "", places = 0 } = snapshot.offers[offer] ?? {};
		const most = free.get(siteId) ?? 0;
		const isLimited = most < (offered.get(siteId) ?? 0);
		const key = `${isLimited ? siteId : id} ${span}`;
		const known = pools.get(key) ?? { pool: pools.size, places: isLimited ? most : places };
		pools.set(key, known);
		return known.pool;
	});
	// Who has no offer at all is told of by the rule that closes them.
	const claims = snapshot.claims.flatMap((_, claim) => {
		const open = new Set<number>();
		reach.each(claim, (slot) => open.add(poolOf[slot] ?? -1));
		return open.size === 0 ? [] : [{ claim, claims: 1, pools: [...open] }];
	});
	const lack = lackOf(
		claims,
		[...pools.values()].map(({ places }) => places),
	);
	if (lack === null) return null;
	const names = new Map(snapshot.periods.map(({ id, courseName }) => [id, courseName]));
	const courses = lack.demands.flatMap(
		(at) => names.get(snapshot.claims[claims[at]?.claim ?? -1]?.periodId ?? "") ?? [],
	);
	return { courses: [...new Set(courses)].sort(), claims: lack.claims, places: lack.places };
}

/** The rule that closes most sites to a claim: among those that suit its course where there are any, else among all. */
function strictest(ground: ReturnType<typeof groundOf>, reach: ReturnType<typeof reachOf>, claim: number) {
	const group = ground.groups[ground.groupOf[claim] ?? 0];
	const counts = new Map<PairRule, number>();
	for (const site of group?.sites ?? []) {
		const rule = reach.judge(claim, site).rule ?? "forbidden";
		counts.set(rule, (counts.get(rule) ?? 0) + 1);
	}
	const told = counts.size > 0 ? counts : (group?.removed ?? counts);
	return [...told].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "no-offer";
}
