import { difference } from "../explain/anew.ts";
import { explainerOf } from "../explain/explain.ts";
import type { MoveTold, Worth } from "../explain/outcome.ts";
import type { Level } from "../levels/level.ts";
import { placedBelow } from "../levels/options.ts";
import { missingAcross, type StepValue } from "../levels/value.ts";
import type { Plan, Problem } from "../problem.ts";
import type { Wanted } from "./again.ts";
import { fullByLocks, ruleAgainst } from "./against.ts";
import type { WhyNotUnder, WhyUnder, WorthUnder } from "./answers.ts";
import type { Asking } from "./ask.ts";
import { groundOf, type Place, type PlanUnder, type Width } from "./ground.ts";
import type { Beginnings } from "./near.ts";
import { broken, type Rules } from "./rules.ts";

/** Answers about a plan under rules that cross, each of which may ask the solver. */
export function askerOf(bare: Problem, levels: readonly Level[], rules: Rules, given: PlanUnder, width: Width) {
	const { plan, without } = given;
	const ground = groundOf(bare, levels, rules, given, width);
	const { problem, known, options, account, places, placesFor, provedOf, holdingPairs, solve, leastChange } = ground;
	const claimIndex = new Map(problem.claimIds.map((id, index) => [id, index] as const));
	const limitIndex = new Map(problem.limitIds.map((id, index) => [id, index] as const));
	const found = (index: ReadonlyMap<string, number>, id: string) => {
		const at = index.get(id);
		if (at === undefined) throw new Error(`unknown id ${id}`);
		return at;
	};
	const pairOf = (claim: number, offer: number) => {
		for (let e = problem.start[claim] ?? 0; e < (problem.start[claim + 1] ?? 0); e++)
			if (problem.offer[e] === offer) return e;
		return -1;
	};
	const pure = without === undefined ? undefined : lazily(() => explainerOf(bare, levels, without));
	/** What is told of a plan found: what it changes, who moves, and what is known of it. */
	const told = (
		wanted: Wanted,
		asked: ReadonlyMap<Place, Beginnings>,
		{ plan: after, claimed }: { readonly plan: Plan; readonly claimed: boolean },
		gone = -1,
		exact?: readonly StepValue[],
	): WorthUnder => {
		const worth = account.outcome(difference(plan, after), gone);
		const least = leastChange(wanted, [...asked.keys()], after, worth.change);
		// Without the rules it could not be better either.
		if (exact !== undefined)
			for (const [s, { value }] of exact.entries()) {
				least[s] = Math.max(least[s] ?? value, value);
				if (value !== worth.change[s]?.value) break;
			}
		return { ...worth, known: { least, claimed } };
	};
	/** The moves that are best without the rules, where the plan is so too, and whether they keep the rules. */
	const pureMoves = (asked: ReadonlyMap<Place, unknown>, moves: () => Worth | undefined) => {
		if (![...asked.keys()].every(({ isPure }) => isPure)) return undefined;
		const worth = moves();
		if (worth === undefined) return undefined;
		const after = movedBy(worth.moves);
		return { worth, keeps: broken(problem, known, after).length === 0 && missingAcross(problem, after) === 0 };
	};
	const movedBy = (moves: readonly MoveTold[]): Plan => {
		const after = plan.slice();
		for (const { claim, to } of moves) {
			const i = found(claimIndex, claim);
			after[i] = to === null ? -1 : pairOf(i, found(limitIndex, to));
		}
		return after;
	};
	const answer = function* (claim: number, pair: number): Asking<WhyNotUnder> {
		if (plan[claim] === pair) return { kind: "given" };
		const lock = problem.lock[claim] ?? -1;
		if (lock >= 0) return { kind: "locked", offer: account.idOf(lock) ?? "" };
		if (options.open[pair] !== 1) return { kind: "no-place" };
		const wanted: Wanted = { problem, rules: known, held: new Map([[claim, pair]]) };
		const full = fullByLocks(ground, claim, pair);
		if (full !== undefined) return { kind: "rule", rule: full };
		const asked = holdingPairs(wanted.held);
		const chain = pureMoves(asked, () => {
			const one = pure?.().whyNot(problem.claimIds[claim] ?? "", account.idOf(pair) ?? "");
			return one?.kind === "worse" ? one : undefined;
		});
		if (chain?.keeps === true) return { kind: "worse", ...chain.worth };
		const next = yield* solve(wanted, asked);
		if (next !== undefined) return { kind: "worse", ...told(wanted, asked, next, -1, chain?.worth.change) };
		const rule = yield* ruleAgainst(ground, claim, pair, wanted);
		return rule === undefined ? { kind: "not-found" } : { kind: "rule", rule };
	};
	const removedOf = lazily(() => {
		const removed = new Map<number, { offer: string; rule: string }[]>();
		for (const [key, rule] of problem.removed) {
			const claim = Math.floor(key / problem.offers);
			const rows = removed.get(claim) ?? [];
			rows.push({ offer: problem.limitIds[key % problem.offers] ?? "", rule });
			removed.set(claim, rows);
		}
		return removed;
	});
	const nothingChanges = (): Worth => account.outcome([]);
	/** What another limit gives, told only where it is better than the plan there is (or where `forced` to move). */
	const withOther = function* (
		wanted: Wanted,
		asked: Map<Place, Beginnings>,
		forced: boolean,
	): Asking<WorthUnder | undefined> {
		const next = yield* solve(wanted, asked);
		if (next === undefined) return forced ? undefined : nothingChanges();
		const isBetter = account
			.outcome(difference(plan, next.plan))
			.change.find(({ value, level }) => value !== 0 && levels[level]?.kind !== "ties");
		const kept = !forced && (isBetter === undefined || isBetter.value > 0);
		return told(wanted, asked, kept ? { ...next, plan } : next);
	};
	const begins = (place: Place, begin: Partial<Beginnings>): [Place, Beginnings] => [
		place,
		{ taken: [], leaving: [], room: [], crossingRoom: [], ...begin },
	];
	/** The places whose claims could be at or below a limit. */
	const placesAt = (pairs: Iterable<number>, placeOf = places) =>
		new Set(Array.from(pairs, (e) => placeOf(known.claimOf[e] ?? 0)));
	const pairsAt = (k: number) => {
		const inside = (j: number) => {
			for (let at = j; at >= 0; at = problem.parent[at] ?? -1) if (at === k) return true;
			return false;
		};
		const isInside = Array.from({ length: problem.offers }, (_, j) => inside(j));
		return Array.from(problem.offer.keys()).filter((e) => isInside[problem.offer[e] ?? 0] === true);
	};

	return {
		*why(claimId: string): Asking<WhyUnder> {
			const claim = found(claimIndex, claimId);
			const own = account.ownOf(claim);
			const rows: { pair: number; value: readonly number[] }[] = [];
			for (let e = problem.start[claim] ?? 0; e < (problem.start[claim + 1] ?? 0); e++) {
				const value = account.contribution(claim, e);
				if (compare(value, own) < 0) rows.push({ pair: e, value });
			}
			rows.sort((a, b) => compare(a.value, b.value));
			const better: { offer: string; answer: WhyNotUnder }[] = [];
			for (const { pair } of rows) better.push({ offer: account.idOf(pair) ?? "", answer: yield* answer(claim, pair) });
			return { claim: claimId, given: account.idOf(plan[claim] ?? -1), better, removed: removedOf().get(claim) ?? [] };
		},
		*whyNot(claimId: string, offerId: string): Asking<WhyNotUnder> {
			const claim = found(claimIndex, claimId);
			const offer = found(limitIndex, offerId);
			const rule = problem.removed.get(claim * problem.offers + offer);
			if (rule !== undefined) return { kind: "rule", rule };
			const pair = pairOf(claim, offer);
			return pair < 0 ? { kind: "not-eligible" } : yield* answer(claim, pair);
		},
		*worthOfOneMore(id: string): Asking<WorthUnder> {
			const crossing = known.crossings.findIndex((one) => one.id === id);
			const k = crossing < 0 ? found(limitIndex, id) : -1;
			const pairs = crossing < 0 ? pairsAt(k) : (known.crossings[crossing]?.pairs ?? []);
			const limit = problem.limit.slice();
			if (k >= 0) limit[k] = (limit[k] ?? 0) + 1;
			const crossings = known.crossings.map((one, at) => (at === crossing ? { ...one, limit: one.limit + 1 } : one));
			const wanted: Wanted = {
				problem: k < 0 ? problem : { ...problem, limit },
				rules: k < 0 ? { ...known, crossings } : known,
				held: new Map(),
			};
			const asked = new Map<Place, Beginnings>();
			for (const place of placesAt(pairs, placesFor(wanted.problem))) {
				if (place === undefined) continue;
				const { part } = provedOf(place);
				const room = part.limits.indexOf(k);
				const mine = new Set(crossing < 0 ? [] : (known.crossings[crossing]?.pairs ?? []));
				const c = part.crossings.findIndex(
					({ pairs: few }) => few.length > 0 && few.every((e) => mine.has(part.pairs[e] ?? -1)),
				);
				asked.set(...begins(place, { room: room < 0 ? [] : [room], crossingRoom: crossing < 0 || c < 0 ? [] : [c] }));
			}
			if (asked.size === 0) return nothingChanges();
			const chain = k < 0 ? undefined : pureMoves(asked, () => pure?.().worthOfOneMore(id));
			if (chain?.keeps === true) return chain.worth;
			return (yield* withOther(wanted, asked, false)) ?? nothingChanges();
		},
		*lossOfOne(id: string): Asking<WorthUnder | undefined> {
			const k = found(limitIndex, id);
			const places = problem.limit[k] ?? 0;
			if (places === 0 || (placedBelow(problem, plan)[k] ?? 0) < places) return nothingChanges();
			if ((placedBelow(problem, problem.lock)[k] ?? 0) >= places) return undefined;
			const limit = problem.limit.slice();
			limit[k] = places - 1;
			const asked = new Map<Place, Beginnings>();
			const pairs = pairsAt(k);
			for (const place of placesAt(pairs)) {
				if (place === undefined) continue;
				const { part } = provedOf(place);
				const sitting = pairs.filter((e) => plan[known.claimOf[e] ?? 0] === e);
				asked.set(...begins(place, { leaving: sitting.map((e) => part.claims.indexOf(known.claimOf[e] ?? 0)) }));
			}
			return yield* withOther({ problem: { ...problem, limit }, rules: known, held: new Map() }, asked, true);
		},
		*withdrawal(claimId: string): Asking<WorthUnder | undefined> {
			const claim = found(claimIndex, claimId);
			const lock = problem.lock.slice();
			lock[claim] = -1;
			const fellows = known.together.map((one) => ({ ...one, claims: one.claims.filter((i) => i !== claim) }));
			const wanted: Wanted = {
				problem: lock[claim] === problem.lock[claim] ? problem : { ...problem, lock },
				rules: fellows.some(({ claims }, t) => claims.length !== known.together[t]?.claims.length)
					? { ...known, together: fellows }
					: known,
				held: new Map([[claim, -1]]),
			};
			const asked = holdingPairs(wanted.held, placesFor(wanted.problem));
			const next = yield* solve(wanted, asked);
			return next === undefined ? undefined : told(wanted, asked, next, claim);
		},
		*holding(
			edits: readonly { readonly claim: string; readonly offer: string | null }[],
		): Asking<(WorthUnder & { plan: Plan }) | undefined> {
			const held = new Map<number, number>();
			for (const { claim: id, offer } of edits) {
				const claim = found(claimIndex, id);
				const pair = offer === null ? -1 : pairOf(claim, found(limitIndex, offer));
				if (offer !== null && pair < 0) return undefined;
				held.set(claim, pair);
			}
			const wanted: Wanted = { problem, rules: known, held };
			const asked = holdingPairs(held);
			const next = yield* solve(wanted, asked);
			return next === undefined ? undefined : { ...told(wanted, asked, next), plan: next.plan };
		},
	};
}

function compare(a: readonly number[], b: readonly number[]): number {
	for (const [index, value] of a.entries()) if (value !== b[index]) return value - (b[index] ?? 0);
	return 0;
}

/** Made when it is first asked for. */
function lazily<T>(make: () => T): () => T {
	let made: { readonly one: T } | undefined;
	return () => {
		made ??= { one: make() };
		return made.one;
	};
}
