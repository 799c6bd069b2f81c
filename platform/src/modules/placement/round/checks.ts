import type { Snapshot } from "../allocate/contract.ts";
import { groundOf } from "../allocate/ground.ts";
import { reachOf } from "../allocate/reach.ts";
import type { PairRule } from "../codes.ts";
import { type LackingAgreement, placesWithoutAgreement } from "./agreed.ts";
import { type TooFew, tooFewPlaces } from "./too-few.ts";

/** What blocks or weakens a round, told before anything is run. */
export type RoundCheck = {
	/** Claims that no offer is open to. */
	readonly withoutOffer: number;
	/** Those, each under the rule that closes most offers to it; most claims first. */
	readonly byRule: readonly { readonly rule: PairRule | "no-offer"; readonly claims: number }[];
	/** Courses whose claims together outnumber the places that suit any of them; more may lack a place than this tells. */
	readonly tooFew: TooFew | null;
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

/** The rule that closes most sites to a claim: among those that suit its course where there are any, else among all. */
function strictest(ground: ReturnType<typeof groundOf>, reach: ReturnType<typeof reachOf>, claim: number) {
	const group = ground.groups[ground.groupOf[claim] ?? 0];
	const [byHand = "forbidden" as const] = reach.closedTo(claim).values();
	const counts = new Map<PairRule, number>();
	for (const site of group?.sites ?? []) {
		const rule = reach.judge(claim, site).rule ?? byHand;
		counts.set(rule, (counts.get(rule) ?? 0) + 1);
	}
	const told = counts.size > 0 ? counts : (group?.removed ?? counts);
	return [...told].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "no-offer";
}
