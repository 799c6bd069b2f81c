import type { Core } from "../src/core.ts";
import { coreOf, minutes, type Place, type Size } from "./generator.ts";

/** Campuses, and of how many students one lives anywhere rather than near theirs. */
const campuses = 14;
const elsewhere = 4;
const wishes = 5;

/**
 * Students of campuses in the larger towns, three in four living near theirs; units where people live, larger in larger places, each with
 * a popularity that outweighs distance up to fourfold. A student can reach those that are nearest for their popularity and some farther away, and
 * wishes for the five best of these by a drawn mood of up to a fifth. Cost of a pair: 60 × rank (6 for the others) + minutes. `tightness` places to a hundred students.
 */
export function campus(
	{ claims, pairsEach }: Size,
	places: readonly Place[],
	random: (below: number) => number,
	tightness: number,
): Core {
	const people = places.reduce((sum, place) => sum + place.people, 0);
	const drawn = (among: readonly Place[], all: number): Place => {
		let left = random(all);
		for (const place of among) {
			left -= place.people;
			if (left < 0) return place;
		}
		return among[0] ?? { latitude: 60, longitude: 10, people: 1 };
	};
	const townOf = () => drawn(places, people);
	/** Near a place: two draws together fall off towards the edge, some 20 km out, or a third of that in a town. */
	const around = (place: Place, share: number) => ({
		latitude: place.latitude + ((random(1001) + random(1001) - 1000) * share) / 5000,
		longitude: place.longitude + ((random(1001) + random(1001) - 1000) * share) / 2500,
	});
	const towns = [...places].sort((a, b) => b.people - a.people).slice(0, campuses);
	const townsPeople = towns.reduce((sum, place) => sum + place.people, 0);
	const offers = Math.max(pairsEach + 1, Math.round(claims / 6));
	const units = Array.from({ length: offers }, () => {
		const place = townOf();
		// A small nursing home where few live, a hospital where many do.
		const size = 1 + random(1 + Math.round(Math.sqrt(place.people / 800)));
		return { ...around(place, 1), size, popularity: 1 + random(4) * (random(4) === 0 ? 1 : 0) };
	});
	const sizes = units.reduce((sum, { size }) => sum + size, 0);
	const limit = Int32Array.from(units, ({ size }) =>
		Math.max(1, Math.round((size * claims * tightness) / 100 / sizes)),
	);
	const order = units.map((_, j) => j).sort((a, b) => (units[a]?.latitude ?? 0) - (units[b]?.latitude ?? 0));
	const band = Math.min(order.length, 4 * pairsEach);
	const rows = Array.from({ length: claims }, () => {
		const home = random(elsewhere) === 0 ? around(townOf(), 1) : around(drawn(towns, townsPeople), 1 / 3);
		let low = 0;
		for (let high = order.length; low < high; ) {
			const middle = (low + high) >> 1;
			if ((units[order[middle] ?? 0]?.latitude ?? 0) < home.latitude) low = middle + 1;
			else high = middle;
		}
		const from = Math.max(0, Math.min(order.length - band, low - (band >> 1)));
		// Two thirds from the same band of latitude, the rest anywhere in the country, the popular ones twice as often.
		const reach = new Set(order.slice(from, from + band));
		for (let more = 0; more < band >> 1; more++) {
			const j = random(offers);
			reach.add((units[j]?.popularity ?? 0) > 1 ? j : random(offers));
		}
		const pairs = [...reach].map((offer) => {
			const unit = units[offer] ?? { ...home, popularity: 1 };
			const far = minutes(home, unit);
			return { offer, minutes: far, appeal: (far / unit.popularity) * (100 + random(21)) };
		});
		pairs.sort((a, b) => a.appeal - b.appeal || a.offer - b.offer);
		return pairs
			.filter((_, at) => at < (2 * pairsEach) / 3 || at % 4 === 0)
			.slice(0, pairsEach)
			.map((pair, at) => ({ offer: pair.offer, cost: pair.minutes + 60 * (at < wishes ? 1 + at : 6) }));
	});
	return coreOf(rows, limit, new Int32Array(offers).fill(-1), 2_000);
}
