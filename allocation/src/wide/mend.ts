import type { Chains } from "./chain.ts";
import type { Near } from "./nearest.ts";
import type { Objective, PartPlan } from "./objective.ts";
import type { Part } from "./part.ts";
import type { Standing } from "./standing.ts";

/** Offers tried for claims that go together. */
const mostOffers = 10;
/** Claims that are moved between two signs of life. */
const stride = 500;

/**
 * Makes a plan that keeps some of the rules into one that keeps all: who is one too many, or without company, goes out, and comes in again by
 * the cheapest chain; then claim by claim, those first that regret most, is tried for less. Claims that go together move together.
 */
export function* mended(
	part: Part,
	sum: Objective,
	standing: Standing,
	chains: Chains,
	near: Near,
	from: PartPlan,
	rounds: number,
): Generator<void, void> {
	const { plan } = standing;
	const grouped = new Int32Array(part.claims.length).fill(-1);
	part.together.forEach(({ claims }, t) => {
		for (const i of claims) grouped[i] = t;
	});
	const claims = Array.from(part.claims, (_, i) => i);
	const price = (i: number, e: number) => (e < 0 ? (sum.alone[i] ?? 0) : (sum.pair[e] ?? 0));

	/** Everybody of a group to an offer, others making room. */
	const together = (t: number): void => {
		const rule = part.together[t];
		if (rule === undefined) return;
		const { claims: group, pairs } = rule;
		const each = pairs.length / group.length;
		const before = standing.cost();
		const start = standing.mark();
		const were = Array.from(group, (i) => plan[i] ?? -1);
		const ways = Array.from({ length: each }, (_, at) => Array.from(group, (_, n) => pairs[n * each + at] ?? 0));
		const worth = (way: readonly number[]) => way.reduce((all, e, n) => all + near.regret(group[n] ?? 0, e), 0);
		const now = worth(were);
		const tried = ways
			.map((way) => ({ way, regret: worth(way) }))
			.filter(({ regret }) => regret < now)
			.sort((a, b) => a.regret - b.regret)
			.slice(0, mostOffers);
		for (const { way } of tried) {
			group.forEach((i, n) => {
				standing.move(i, way[n] ?? -1);
			});
			const out: number[] = [];
			for (const e of way)
				for (let guard = 0; guard < group.length; guard++) {
					const leaves = tooMany(part, standing, near, e, grouped);
					if (leaves < 0) break;
					out.push(leaves);
					standing.move(leaves, -1);
				}
			// Whoever had to leave is without a place for now; where that was forbidden, a chain has to find one.
			for (const i of out) chains.place(i, part.alone[i] === 1 ? (sum.alone[i] ?? 0) : Number.POSITIVE_INFINITY);
			if (standing.cost() < before && standing.sound(start)) return;
			standing.undo(start);
		}
	};
	/** One claim elsewhere, if that is cheaper. */
	const single = (i: number): void => {
		const before = standing.cost();
		const start = standing.mark();
		const had = plan[i] ?? -1;
		const now = price(i, had);
		if (had >= 0) standing.move(i, -1);
		if (chains.place(i, now) && standing.cost() < before && standing.sound(start)) return;
		standing.undo(start);
	};

	// Groups first, while there is room; then everybody who is already within all that counts them.
	const kept = new Set(
		part.together.flatMap(({ claims: group }, t) => {
			const offers = Array.from(group, (i) => part.offer[from[i] ?? -1] ?? -1);
			return offers.every((j) => j >= 0 && j === offers[0]) ? [t] : [];
		}),
	);
	/** Whoever has most to lose first. */
	const lost = Float64Array.from(claims, (i) => near.beyond(i, from[i] ?? -1) - near.cost(i, from[i] ?? -1));
	const order = claims.toSorted((a, b) => (lost[b] ?? 0) - (lost[a] ?? 0) || a - b);
	for (const t of kept) {
		const start = standing.mark();
		for (const i of part.together[t]?.claims ?? []) standing.move(i, from[i] ?? -1);
		const fits = (part.together[t]?.claims ?? []).every((i) => {
			const e = plan[i] ?? 0;
			return standing.fullLimit(e, 0) < 0 && standing.fullCrossings(e, 0).length === 0;
		});
		if (!fits) standing.undo(start);
	}
	for (const i of order) {
		const e = from[i] ?? -1;
		if (e < 0 || (grouped[i] ?? -1) >= 0) continue;
		if (standing.fullLimit(e, 1) < 0 && standing.fullCrossings(e, 1).length === 0) standing.move(i, e);
	}
	standing.dismiss();
	yield;
	for (let round = 0; round < rounds; round++) {
		const before = standing.cost();
		part.together.forEach(({ claims: group }, t) => {
			if (round > 0 && group.every((i) => near.regret(i, plan[i] ?? -1) <= 0)) return;
			if (round > 0 || group.some((i) => (plan[i] ?? -1) < 0)) together(t);
		});
		yield;
		const regret = Float64Array.from(claims, (i) => near.regret(i, plan[i] ?? -1));
		const sad = claims.filter(
			(i) => (grouped[i] ?? -1) < 0 && ((round === 0 && (plan[i] ?? -1) < 0) || (regret[i] ?? 0) > 0),
		);
		sad.sort((a, b) => (regret[b] ?? 0) - (regret[a] ?? 0) || a - b);
		for (const [n, i] of sad.entries()) {
			single(i);
			if (n % stride === 0) yield;
		}
		if (standing.cost() >= before) break;
	}
}

/** Who can best leave so that a pair that is one too many fits; −1 when it fits, or nobody can. */
function tooMany(part: Part, standing: Standing, near: Near, e: number, grouped: Int32Array): number {
	const limit = standing.fullLimit(e, 0);
	const crossings = standing.fullCrossings(e, 0);
	if (limit < 0 && crossings.length === 0) return -1;
	let best = -1;
	let least = Number.POSITIVE_INFINITY;
	for (const j of standing.offersWithin(limit, crossings))
		for (const q of standing.at[j] ?? []) {
			if ((grouped[q] ?? -1) >= 0 || part.alone[q] !== 1 || !standing.isWithin(q, -1, crossings)) continue;
			const now = standing.plan[q] ?? -1;
			const lost = near.beyond(q, now) - near.cost(q, now);
			if (lost < least) {
				least = lost;
				best = q;
			}
		}
	return best;
}
