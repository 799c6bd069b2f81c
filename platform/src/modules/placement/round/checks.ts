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
		tooFew: tooFewPlaces(ground),
		withoutPostcode: snapshot.claims.filter(({ from, postcode }) => from === null && postcode === null).length,
		unknownPostcode: snapshot.claims.filter(({ from, postcode }) => from === null && postcode !== null).length,
		withoutWishes: snapshot.claims.filter(({ wishes }) => wishes.length === 0).length,
		unknownMunicipality: snapshot.sites.filter(({ municipality }) => municipality === null).map(({ name }) => name),
		withoutAgreement: placesWithoutAgreement(snapshot),
	};
}

/**
 * Kind of claim by kind of claim, places at each offer no more than the site has room for beside who else is there: what one
 * student alone may not have is not looked at, so what is told is the least that lack.
 */
function tooFewPlaces(ground: ReturnType<typeof groundOf>): RoundCheck["tooFew"] {
	const { snapshot, groups, groupOf, slots } = ground;
	const left = leftOf(ground)([]);
	const claims = new Array<number>(groups.length).fill(0);
	for (const group of groupOf) claims[group] = (claims[group] ?? 0) + 1;
	// Who can come at other times can have the same places: one pool for each offer and span of days.
	const pools = new Map<string, { readonly pool: number; readonly places: number }>();
	const demands = groups.map(({ slot, span }, group) => ({
		claims: claims[group] ?? 0,
		pools: [...new Set([...slot].map((one) => slots[one]?.offer ?? -1))].map((offer) => {
			const { id = "", siteId = "", places = 0 } = snapshot.offers[offer] ?? {};
			const key = `${id} ${span}`;
			const known = pools.get(key) ?? { pool: pools.size, places: Math.min(places, left.at(siteId).free) };
			pools.set(key, known);
			return known.pool;
		}),
	}));
	// Who has no offer at all is told of by the rule that closes them.
	const open = demands.map((one) => (one.pools.length === 0 ? { ...one, claims: 0 } : one));
	const lack = lackOf(
		open,
		[...pools.values()].map(({ places }) => places),
	);
	if (lack === null) return null;
	const short = new Set(lack.demands);
	const periods = new Map(snapshot.periods.map(({ id, courseName }) => [id, courseName]));
	const courses = snapshot.claims.flatMap(({ periodId }, claim) =>
		short.has(groupOf[claim] ?? -1) ? [periods.get(periodId) ?? ""] : [],
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
