import type { Problem } from "../src/problem.ts";
import type { Rules } from "../src/wide/rules.ts";
import { minutes, type Place, type Size } from "./generator.ts";

/** Institutions, by share of the students. */
const institutions = 4;

/**
 * The family `regional`: a round over real geography with rules that cross. Units lie in municipalities with a shared cap of nine tenths of what
 * they offer; a claim ranks five of its nearest twelve units and reaches others. Each institution may fill at most a third of a municipality (there
 * are four, unequally near); one claim in fifty goes together with a neighbour; every tenth unit takes none or at least two;
 * every fortieth wants two institutions or none. 95 places to a hundred claims. Built as arrays, so that it can be large.
 */
export function regional(
	size: Size,
	places: readonly Place[],
	random: (below: number) => number,
): { readonly problem: Problem; readonly rules: Rules } {
	const { claims, pairsEach } = size;
	const offers = Math.max(pairsEach + 1, Math.round(claims / 6));
	const cumulative: number[] = [];
	let people = 0;
	for (const place of places) {
		people += place.people;
		cumulative.push(people);
	}
	const somewhere = () => {
		const at = random(people);
		const town = cumulative.findIndex((sum) => sum > at);
		const place = places[town] ?? { latitude: 60, longitude: 10 };
		return {
			town,
			latitude: place.latitude + (random(2001) - 1000) / 5000,
			longitude: place.longitude + (random(2001) - 1000) / 2500,
		};
	};
	const padded = (word: string, n: number) => `${word} ${String(n).padStart(6, "0")}`;
	const units = Array.from({ length: offers }, somewhere);
	const weight = units.map(() => 1 + random(10));
	const weights = weight.reduce((a, b) => a + b, 0);
	const capacity = weight.map((own) => Math.max(1, Math.round((own * claims * 1.06) / weights)));
	const towns = [...new Set(units.map(({ town }) => town))].sort((a, b) => a - b);
	const capOf = new Map(towns.map((town, at) => [town, offers + at]));
	const limits = offers + towns.length;
	const parent = new Int32Array(limits).fill(-1);
	const limit = new Int32Array(limits);
	units.forEach(({ town }, j) => {
		parent[j] = capOf.get(town) ?? -1;
		limit[j] = capacity[j] ?? 0;
		limit[parent[j] ?? 0] = (limit[parent[j] ?? 0] ?? 0) + (capacity[j] ?? 0);
	});
	for (let k = offers; k < limits; k++) limit[k] = Math.max(1, Math.ceil((limit[k] ?? 0) * 0.9));

	const campuses = Array.from({ length: institutions }, somewhere);
	const institution: number[] = [];
	const order = units.map((_, j) => j).sort((a, b) => (units[a]?.latitude ?? 0) - (units[b]?.latitude ?? 0));
	const start = new Int32Array(claims + 1);
	const offer: number[] = [];
	const rank: number[] = [];
	const travel: number[] = [];
	const claimIds = Array.from({ length: claims }, (_, i) => padded("claim", i));
	const together: string[][] = [];
	let home = somewhere();
	let reach: number[] = [];
	for (let i = 0; i < claims; i++) {
		const follows = i % 50 === 1;
		if (follows) together.push([claimIds[i - 1] ?? "", claimIds[i] ?? ""]);
		else {
			home = somewhere();
			const low = order.findIndex((j) => (units[j]?.latitude ?? 0) >= home.latitude);
			const band = Math.min(order.length - 1, 3 * pairsEach);
			const reachable = new Set<number>();
			while (reachable.size < pairsEach) {
				const near = reachable.size * 3 < pairsEach * 2;
				const at = near
					? Math.min(order.length - 1, Math.max(0, (low < 0 ? order.length : low) - (band >> 1) + random(band + 1)))
					: random(order.length);
				reachable.add(order[at] ?? 0);
			}
			reach = [...reachable];
		}
		if (follows) institution.push(institution.at(-1) ?? 0);
		else {
			const far = campuses.map((campus) => minutes(campus, home));
			institution.push(random(3) === 0 ? random(institutions) : far.indexOf(Math.min(...far)));
		}
		const mine = reach.map((j) => ({ j, minutes: minutes(home, units[j] ?? home) }));
		mine.sort((a, b) => a.minutes - b.minutes || a.j - b.j);
		const ranked = mine.map((pair, at) => ({ ...pair, rank: at < 12 && random(3) === 0 ? 1 + random(5) : 6 }));
		for (const pair of ranked.sort((a, b) => a.j - b.j)) {
			offer.push(pair.j);
			rank.push(pair.rank);
			travel.push(pair.minutes);
		}
		start[i + 1] = offer.length;
	}
	const limitIds = [...units.map((_, j) => padded("unit", j)), ...towns.map((_, at) => padded("municipality", at))];
	const students = Array.from({ length: institutions }, (_, n) => claimIds.filter((_, i) => institution[i] === n));
	return {
		problem: {
			claims,
			offers,
			limits,
			claimIds,
			limitIds,
			parent,
			limit,
			least: new Int32Array(limits),
			leastWeight: new Int32Array(limits),
			priority: Int32Array.from(claimIds, () => random(3)),
			start,
			offer: Int32Array.from(offer),
			parts: new Map([
				["minutes", Int32Array.from(travel)],
				["rank", Int32Array.from(rank)],
			]),
			lock: new Int32Array(claims).fill(-1),
			previous: new Int32Array(claims).fill(-1),
			removed: new Map(),
		},
		rules: {
			crossings: towns.flatMap((_, at) =>
				students.map((claims, n) => ({
					id: `institution ${n} in ${limitIds[offers + at]}`,
					claims,
					at: [limitIds[offers + at] ?? ""],
					limit: Math.ceil((limit[offers + at] ?? 0) / 3),
				})),
			),
			together: together.map((claims, n) => ({ id: `together ${n}`, claims })),
			minimums: limitIds.flatMap((id, j) =>
				j < offers && j % 10 === 0 && (limit[j] ?? 0) > 1 ? [{ id: `none or two at ${id}`, at: id, least: 2 }] : [],
			),
			mixtures: limitIds.flatMap((id, j) =>
				j < offers && j % 40 === 5 && (limit[j] ?? 0) > 2
					? [{ id: `two institutions at ${id}`, at: id, kinds: students, least: 2 }]
					: [],
			),
		},
	};
}
