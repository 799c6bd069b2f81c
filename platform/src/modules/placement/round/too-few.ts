import { holds } from "../allocate/days.ts";
import type { groundOf } from "../allocate/ground.ts";
import { leftOf } from "../allocate/left.ts";
import type { reachOf } from "../allocate/reach.ts";
import { lackOf } from "./shortage.ts";

/** Claims that together outnumber the places any of them can have, and the courses they are of. */
export type TooFew = { readonly courses: readonly string[]; readonly claims: number; readonly places: number };

type Waiting = { readonly claim: number; readonly span: number; readonly pools: readonly number[] };

/**
 * Claim by claim over the offers that no rule closes to it, places at each no more than the site has room for beside who
 * else is there. Whoever is there on one day shares the places of that day, whichever days they come and go; the worst day
 * counts, of each season that has no day in common with another. Groups, quotas and the like are not looked at, so what is
 * told is the least that lack. Null where everybody can have a place.
 */
export function tooFewPlaces(ground: ReturnType<typeof groundOf>, reach: ReturnType<typeof reachOf>): TooFew | null {
	const { snapshot, slots, spans } = ground;
	const left = leftOf(ground)([]);
	const free = new Map(snapshot.sites.map(({ id }) => [id, left.at(id).free]));
	const offered = new Map<string, number>();
	for (const { siteId, places } of snapshot.offers) offered.set(siteId, (offered.get(siteId) ?? 0) + places);
	const pools = new Map<string, { readonly pool: number; readonly places: number }>();
	/** The pool of a slot: its offer, or its site where that takes fewer at once than it offers. */
	const poolOf = slots.map(({ offer }) => {
		const { id = "", siteId = "", places = 0 } = snapshot.offers[offer] ?? {};
		const most = free.get(siteId) ?? 0;
		const isLimited = most < (offered.get(siteId) ?? 0);
		const key = isLimited ? `site ${siteId}` : `offer ${id}`;
		const known = pools.get(key) ?? { pool: pools.size, places: isLimited ? most : places };
		pools.set(key, known);
		return known.pool;
	});
	const places = [...pools.values()].map((one) => one.places);
	// Who has no offer at all is told of by the rule that closes them.
	const waiting = snapshot.claims.flatMap((_, claim): readonly Waiting[] => {
		const open = new Set<number>();
		reach.each(claim, (slot) => open.add(poolOf[slot] ?? -1));
		const span = ground.groups[ground.groupOf[claim] ?? 0]?.span ?? -1;
		return open.size === 0 ? [] : [{ claim, span, pools: [...open].sort((a, b) => a - b) }];
	});
	const worst = seasonsOf(spans).flatMap((season) => {
		const lacks = season.flatMap((there) => {
			const lack = lackAmong(
				waiting.filter(({ span }) => there.has(span)),
				places,
			);
			return lack === null ? [] : [lack];
		});
		return lacks.sort((a, b) => b.claims.length - b.places - (a.claims.length - a.places)).slice(0, 1);
	});
	if (worst.length === 0) return null;
	const names = new Map(snapshot.periods.map(({ id, courseName }) => [id, courseName]));
	const claims = worst.flatMap((one) => one.claims);
	const courses = claims.flatMap((claim) => names.get(snapshot.claims[claim]?.periodId ?? "") ?? []);
	return {
		courses: [...new Set(courses)].sort(),
		claims: claims.length,
		places: worst.reduce((sum, one) => sum + one.places, 0),
	};
}

/** Those of the claims that lack, and the places they share; claims that the same pools are open to are judged as one. */
function lackAmong(waiting: readonly Waiting[], places: readonly number[]) {
	const alike = new Map<string, { readonly pools: readonly number[]; readonly claims: number[] }>();
	for (const { claim, pools } of waiting) {
		const key = pools.join(" ");
		const known = alike.get(key);
		if (known) known.claims.push(claim);
		else alike.set(key, { pools, claims: [claim] });
	}
	const demands = [...alike.values()];
	const lack = lackOf(
		demands.map(({ pools, claims }) => ({ pools, claims: claims.length })),
		places,
	);
	return lack && { claims: lack.demands.flatMap((at) => demands[at]?.claims ?? []), places: lack.places };
}

/**
 * The days on which most are there at once, as the spans that include the day; by season. Two seasons have no day in common,
 * so who is there in one leaves the place to the other.
 */
function seasonsOf(spans: readonly { readonly firstDay: string; readonly lastDay: string }[]) {
	const seasons: Set<number>[][] = [];
	let until = "";
	for (const { firstDay, lastDay } of [...spans].sort((a, b) => (a.firstDay < b.firstDay ? -1 : 1))) {
		const there = new Set(spans.flatMap((span, index) => (holds(span, firstDay) ? [index] : [])));
		const season = firstDay > until ? undefined : seasons.at(-1);
		if (season === undefined) seasons.push([there]);
		else {
			const kept = season.filter((one) => !isWithin(one, there));
			season.splice(0, season.length, ...kept);
			if (!season.some((one) => isWithin(there, one))) season.push(there);
		}
		if (lastDay > until) until = lastDay;
	}
	return seasons;
}

function isWithin(some: ReadonlySet<number>, all: ReadonlySet<number>): boolean {
	return [...some].every((one) => all.has(one));
}
