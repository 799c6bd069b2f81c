import type { Snapshot } from "../allocate/contract.ts";
import { groundOf } from "../allocate/ground.ts";
import { reachOf } from "../allocate/reach.ts";
import type { PairRule } from "../codes.ts";
import { type LackingAgreement, placesWithoutAgreement } from "./agreed.ts";

/** What blocks or weakens a round, told before anything is run. */
export type RoundCheck = {
	/** Claims that no offer is open to. */
	readonly withoutOffer: number;
	/** Those, each under the rule that closes most offers to it; most claims first. */
	readonly byRule: readonly { readonly rule: PairRule | "no-offer"; readonly claims: number }[];
	/** Claims alike that outnumber the places that suit them, the worst first; more may lack a place than this tells. */
	readonly tooFew: readonly { readonly course: string; readonly claims: number; readonly places: number }[];
	/** Claims whose student has no postcode: a travel cap cannot hold for them. */
	readonly withoutPostcode: number;
	/** Claims whose student has a postcode nobody has said where is. */
	readonly unknownPostcode: number;
	readonly withoutWishes: number;
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
		withoutAgreement: placesWithoutAgreement(snapshot),
	};
}

/** Counted group by group: places that another group can take as well are counted in both, so what is told is the least that lack. */
function tooFewPlaces({ snapshot, groups, groupOf, slots }: ReturnType<typeof groundOf>): RoundCheck["tooFew"] {
	const claims = new Array<number>(groups.length).fill(0);
	for (const group of groupOf) claims[group] = (claims[group] ?? 0) + 1;
	return groups
		.map(({ period, slot }, group) => {
			const offers = new Set([...slot].map((one) => slots[one]?.offer ?? -1));
			const places = [...offers].reduce((sum, offer) => sum + (snapshot.offers[offer]?.places ?? 0), 0);
			return { course: period.courseName, claims: claims[group] ?? 0, places };
		})
		.filter((one) => one.places > 0 && one.claims > one.places)
		.sort((a, b) => b.claims - b.places - (a.claims - a.places));
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
