import type { Core } from "../src/core.ts";
import { campus } from "./campus.ts";

/** A place on the map that units and homes gather around; people weigh how many. */
export interface Place {
	readonly latitude: number;
	readonly longitude: number;
	readonly people: number;
}

export interface Size {
	readonly claims: number;
	readonly pairsEach: number;
}

/** Places per hundred claims. */
type Tightness = number;

export type Family = (size: Size, places: readonly Place[], random: (below: number) => number) => Core;

/** Named kinds of instance: the same name, size and seed give the same instance next year. */
export const families: Readonly<Record<string, Family>> = {
	/** A round over real geography: more claims than places. */
	scarce: (size, places, random) => round(size, places, random, 85, 2_000),
	/** The same with as many places as claims. */
	tight: (size, places, random) => round(size, places, random, 100, 2_000),
	/** The same with places to spare. */
	slack: (size, places, random) => round(size, places, random, 120, 2_000),
	/** Students near campuses, units by the size of places, wishes by distance and popularity; 80, 100 and 120 places to a hundred claims. */
	"campus 80": (size, places, random) => campus(size, places, random, 80),
	"campus 100": (size, places, random) => campus(size, places, random, 100),
	"campus 120": (size, places, random) => campus(size, places, random, 120),
	/** Staying unplaced costs as much as a level above demands. */
	penalty: (size, places, random) => round(size, places, random, 95, 1_000_000),
	/** Unit-weeks within municipalities: a shared cap over each place, at 80 % of what its units offer. */
	nested: (size, places, random) => shared(round(size, places, random, 110, 2_000), 12, random),
	/** Everything costs the same. */
	equal: (size, places, random) => recost(round(size, places, random, 90, 2_000), () => 7),
	/** Half of all wishes go to one unit with few places. */
	"hot unit": (size, places, random) => hot(round(size, places, random, 100, 2_000)),
	/** Two choices each in one long line: one place more or less moves everybody. */
	chain: (size) => chain(size.claims),
	/** Many small problems that have nothing to do with one another. */
	islands: (size, _, random) => islands(size, random),
	/** Two and a half claims to each place. */
	crowded: (size, places, random) => round(size, places, random, 40, 2_000),
	/** Half of the units have closed: nobody can go there. */
	"no places": (size, places, random) => only(round(size, places, random, 120, 2_000), ({ offer }) => offer % 2 === 0),
	/** A third of the claims have no eligible pair. */
	"no pairs": (size, places, random) => only(round(size, places, random, 80, 2_000), (_, claim) => claim % 3 > 0),
	/** Costs from 0 to 10⁶. */
	range: (size, places, random) => recost(round(size, places, random, 95, 4_000_000), () => random(1_000_001)),
};

/**
 * Claims live near places by people; each can reach the units nearest by, some farther away for their popularity, and ranks five.
 * Cost of a pair: 60 × rank (6 for unranked) + minutes, with minutes = 10.6 + 1.005 × km as the crow flies.
 */
function round(
	size: Size,
	places: readonly Place[],
	random: (below: number) => number,
	tightness: Tightness,
	unplaced: number,
): Core {
	const { claims, pairsEach } = size;
	const offers = Math.max(pairsEach + 1, Math.round(claims / 6));
	const cumulative: number[] = [];
	let sum = 0;
	for (const place of places) {
		sum += place.people;
		cumulative.push(sum);
	}
	const anywhere = () => {
		const at = random(sum);
		let low = 0;
		let high = cumulative.length - 1;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((cumulative[middle] ?? 0) <= at) low = middle + 1;
			else high = middle;
		}
		const place = places[low] ?? { latitude: 60, longitude: 10 };
		return {
			latitude: place.latitude + (random(2001) - 1000) / 5000,
			longitude: place.longitude + (random(2001) - 1000) / 2500,
		};
	};
	const units = Array.from({ length: offers }, anywhere);
	const weight = units.map(() => 1 + random(10));
	const weights = weight.reduce((a, b) => a + b, 0);
	const limit = Int32Array.from(weight, (own) => Math.max(1, Math.round((own * claims * tightness) / 100 / weights)));
	const order = units.map((_, j) => j).sort((a, b) => (units[a]?.latitude ?? 0) - (units[b]?.latitude ?? 0));
	const rows: { offer: number; cost: number }[][] = [];
	for (let i = 0; i < claims; i++) {
		const home = anywhere();
		let low = 0;
		let high = order.length - 1;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((units[order[middle] ?? 0]?.latitude ?? 0) < home.latitude) low = middle + 1;
			else high = middle;
		}
		const reachable = new Set<number>();
		// Two thirds from the same band of latitude, the rest anywhere in the country.
		const band = Math.min(order.length - 1, 3 * pairsEach);
		while (reachable.size < pairsEach) {
			const near = reachable.size * 3 < pairsEach * 2;
			const at = near
				? Math.min(order.length - 1, Math.max(0, low - (band >> 1) + random(band + 1)))
				: random(order.length);
			reachable.add(order[at] ?? 0);
		}
		const mine = [...reachable].map((offer) => ({ offer, minutes: minutes(home, units[offer] ?? home) }));
		mine.sort((a, b) => a.minutes - b.minutes || a.offer - b.offer);
		rows.push(
			mine.map((pair, at) => ({
				offer: pair.offer,
				cost: pair.minutes + 60 * (at < 12 && random(3) === 0 ? 1 + random(5) : 6),
			})),
		);
	}
	return coreOf(rows, limit, new Int32Array(offers).fill(-1), unplaced);
}

export function minutes(
	a: { readonly latitude: number; readonly longitude: number },
	b: { readonly latitude: number; readonly longitude: number },
): number {
	const north = (a.latitude - b.latitude) * 111.2;
	const east = (a.longitude - b.longitude) * 111.2 * Math.cos(((a.latitude + b.latitude) * Math.PI) / 360);
	return Math.min(600, Math.round(10.6 + 1.005 * Math.hypot(north, east)));
}

export function coreOf(
	rows: readonly { offer: number; cost: number }[][],
	limit: Int32Array,
	parent: Int32Array,
	unplaced: number,
): Core {
	const start = new Int32Array(rows.length + 1);
	rows.forEach((row, i) => {
		start[i + 1] = (start[i] ?? 0) + row.length;
	});
	const offer = new Int32Array(start[rows.length] ?? 0);
	const cost = new Float64Array(offer.length);
	let at = 0;
	for (const row of rows)
		for (const pair of [...row].sort((a, b) => a.cost - b.cost || a.offer - b.offer)) {
			offer[at] = pair.offer;
			cost[at++] = pair.cost;
		}
	return {
		claims: rows.length,
		offers: limit.length,
		limits: limit.length,
		parent,
		limit,
		start,
		offer,
		cost,
		unplaced: new Float64Array(rows.length).fill(unplaced),
	};
}

function rowsOf(core: Core): { offer: number; cost: number }[][] {
	return Array.from({ length: core.claims }, (_, i) =>
		Array.from({ length: (core.start[i + 1] ?? 0) - (core.start[i] ?? 0) }, (_, c) => {
			const e = (core.start[i] ?? 0) + c;
			return { offer: core.offer[e] ?? 0, cost: core.cost[e] ?? 0 };
		}),
	);
}

function recost(core: Core, cost: () => number): Core {
	return coreOf(
		rowsOf(core).map((row) => row.map(({ offer }) => ({ offer, cost: cost() }))),
		core.limit,
		core.parent,
		core.unplaced[0] ?? 0,
	);
}

function only(core: Core, keeps: (pair: { readonly offer: number }, claim: number) => boolean): Core {
	const rows = rowsOf(core).map((row, i) => row.filter((pair) => keeps(pair, i)));
	return coreOf(rows, core.limit, core.parent, core.unplaced[0] ?? 0);
}

function shared(core: Core, offersEach: number, random: (below: number) => number): Core {
	const caps = Math.max(1, Math.round(core.offers / offersEach));
	const parent = new Int32Array(core.offers + caps).fill(-1);
	const limit = new Int32Array(core.offers + caps);
	limit.set(core.limit);
	for (let j = 0; j < core.offers; j++) {
		const cap = core.offers + random(caps);
		parent[j] = cap;
		limit[cap] = (limit[cap] ?? 0) + (core.limit[j] ?? 0);
	}
	for (let k = core.offers; k < core.offers + caps; k++) limit[k] = Math.max(1, Math.round(0.8 * (limit[k] ?? 0)));
	return { ...core, limits: core.offers + caps, parent, limit };
}

function hot(core: Core): Core {
	const rows = rowsOf(core).map((row, i) =>
		i % 2 === 0 && !row.some(({ offer }) => offer === 0) ? [{ offer: 0, cost: 1 }, ...row.slice(1)] : row,
	);
	return coreOf(rows, core.limit, core.parent, core.unplaced[0] ?? 0);
}

function chain(claims: number): Core {
	const rows = Array.from({ length: claims }, (_, i) => [
		{ offer: i, cost: 10 },
		...(i + 1 < claims ? [{ offer: i + 1, cost: 11 }] : []),
	]);
	const limit = new Int32Array(claims).fill(1);
	rows[claims - 1] = [{ offer: 0, cost: 1 }];
	return coreOf(rows, limit, new Int32Array(claims).fill(-1), 1_000);
}

function islands(size: Size, random: (below: number) => number): Core {
	const each = 20;
	const offers = Math.ceil(size.claims / each) * 4;
	const rows = Array.from({ length: size.claims }, (_, i) =>
		[0, 1, 2, 3].map((j) => ({ offer: Math.floor(i / each) * 4 + j, cost: random(200) })),
	);
	return coreOf(
		rows,
		Int32Array.from({ length: offers }, () => 3 + random(4)),
		new Int32Array(offers).fill(-1),
		2_000,
	);
}
