import {
	bestHolding,
	brokenRules,
	type Edit,
	type EditRefusal,
	editedBy,
	type Holding,
	type Plan,
	type Problem,
	problemUnder,
	type StepValue,
} from "@laeringsarena/allocation";
import type { PairRule } from "../codes.ts";
import { problemWith, withPairs } from "./consider.ts";
import type { RunCertificate, RunResult } from "./contract.ts";
import { type CrossingRule, crossingRuleOf } from "./crossing.ts";
import type { Frame } from "./facts.ts";
import { allocatedIn, pairOf, planIn } from "./known.ts";
import type { Room } from "./room.ts";
import { type Cost, type Moved, told } from "./told.ts";

export type MoveCost =
	| { readonly kind: "refused"; readonly claim: string; readonly because: EditRefusal | PairRule | "unknown-offer" }
	| {
			readonly kind: "edited";
			/** Limits that the plan with the moves exceeds: ids of offers, sites or hosts. With any it is no plan until somebody moves. */
			readonly exceeded: readonly { readonly id: string; readonly count: number; readonly places: number }[];
			/** Rules that cross and that the moves break where the plan before them did not; limits among them are exceeded. */
			readonly breaks: readonly Exclude<CrossingRule, "limit">[];
			readonly cost: Cost;
			/**
			 * What the moves cost at best, everybody else free to move, and who must then move along; null where they cannot be
			 * held, where rules cross, where nobody asked, or where it took too long.
			 */
			readonly best: { readonly cost: Cost; readonly along: readonly AlongMove[] } | null;
			/** Whether the best was given up because it took too long. */
			readonly gaveUp: boolean;
	  };

/** Somebody who moves because another does: ids of claim and offers, null for no place. */
export type AlongMove = { readonly claim: string; readonly from: string | null; readonly to: string | null };

/** What an explanation of a run has made ready: open pairs of each claim, and whether that is all of them. */
type Ready = {
	readonly frame: Frame;
	readonly rows: readonly Int32Array[];
	readonly complete: boolean;
	/** The open pair of a claim and an offer, by their places in the snapshot. */
	readonly pairAt: (claim: number, offer: number) => number[];
	readonly result: RunResult;
	readonly certificate: RunCertificate;
	/** The engine's problem with every pair it has; null where pairs were left out and each claim has its own. */
	readonly whole: Problem | null;
	readonly byProof: (claim: string, slot: string, held: readonly string[]) => Room | null;
};

/** Milliseconds after which whoever allocates anew to make room gives up. */
const mostToMakeRoom = 20_000;

/**
 * `Explanation.editedCost`: judges moves by hand on top of earlier ones.
 * @param best the best that can be done, where a solver has found it: slots by claim, null for none
 */
export function editedCost(
	ready: Ready,
	moves: readonly Edit[],
	since: readonly Edit[],
	withBest: boolean,
	best?: ReadonlyMap<string, string | null>,
): MoveCost {
	const { frame, rows, complete, pairAt, result, certificate } = ready;
	const { ground, reach, indexOfClaim, snapshot } = frame;
	const asked = new Set(moves.map(({ claim }) => claim));
	const mine = [...rows];
	const edits: Edit[] = [];
	for (const { claim: id, offer } of [...since.filter(({ claim }) => !asked.has(claim)), ...moves]) {
		const claim = ground.claimIndex.get(id);
		if (claim === undefined) throw new Error(`unknown id ${id}`);
		if (offer === null) {
			edits.push({ claim: id, offer });
			continue;
		}
		const at = ground.offerIndex.get(offer);
		if (at === undefined) return { kind: "refused", claim: id, because: "unknown-offer" };
		const rule = reach.ruleOf(claim, at);
		if (rule !== null) return { kind: "refused", claim: id, because: rule };
		edits.push({ claim: id, offer: ground.slots[ground.slotOf(claim, at)]?.id ?? "" });
		const i = indexOfClaim[claim] ?? -1;
		if (!complete) mine[i] = withPairs(mine[i] ?? new Int32Array(0), pairAt(claim, at));
	}
	// Where somebody asked about was moved before, that pair too must be known: what the new move costs is told from there.
	for (const { claim: id, offer } of since) {
		const [claim, at] = [ground.claimIndex.get(id) ?? -1, ground.offerIndex.get(offer ?? "")];
		const i = indexOfClaim[claim] ?? -1;
		if (!complete && at !== undefined && i >= 0) mine[i] = withPairs(mine[i] ?? new Int32Array(0), pairAt(claim, at));
	}
	const quick = withBest ? quickly(ready, edits, since) : null;
	const problem = quick?.problem ?? problemUnder(ready.whole ?? problemWith(frame, mine), frame.rules);
	const moved = new Map(since.map(({ claim, offer }) => [claim, offer]));
	const rowsBefore = result.plan.map((row) => ({
		...row,
		offer: moved.get(row.claim) ?? (moved.has(row.claim) ? null : row.offer),
	}));
	const plan = planIn(frame, problem, rowsBefore);
	let gaveUp = false;
	const anew: Holding = (held) => {
		const from = performance.now();
		const before =
			certificate.result && allocatedIn(frame, problem, { ...result, plan: rowsBefore }, certificate.result);
		const found = bestHolding(problem, certificate.levels, held, before ?? undefined, () => {
			gaveUp ||= performance.now() - from > mostToMakeRoom;
			return gaveUp;
		});
		return found;
	};
	const solved = (): Plan => {
		const offers = new Map(problem.limitIds.map((id, index) => [id, index] as const));
		return Int32Array.from(problem.claimIds, (id, i) => pairOf(problem, i, offers.get(best?.get(id) ?? "") ?? -2));
	};
	const holding =
		best !== undefined
			? solved
			: !withBest || certificate.crossing !== null
				? null
				: quick === null
					? anew
					: () => quick.plan;
	const edited = editedBy(problem, certificate.levels, plan, edits, holding);
	const [refused] = edited.kind === "refused" ? edited.edits : [];
	if (edited.kind === "refused")
		return { kind: "refused", claim: refused?.edit.claim ?? "", because: refused?.because ?? "not-eligible" };
	const costTo = (after: Int32Array, change: readonly StepValue[]) =>
		told(frame, problem, change, movedBetween(problem, plan, after), asked).cost;
	const slots = new Map(ground.slots.map(({ id, offer }) => [id, offer] as const));
	const offerOf = (slot: string | null) =>
		slot === null ? null : (snapshot.offers[slots.get(slot) ?? -1]?.id ?? null);
	const already = new Set(brokenRules(problem, frame.rules, plan));
	const broken = brokenRules(problem, frame.rules, edited.plan).filter((rule) => !already.has(rule));
	const breaks = new Set(broken.map(crossingRuleOf).flatMap((rule) => (rule === "limit" ? [] : [rule])));
	return {
		kind: "edited",
		exceeded: [
			...edited.flaws.flatMap((flaw) =>
				flaw.code === "over-limit" ? [{ id: aboutOf(flaw.limit), count: flaw.count, places: flaw.places }] : [],
			),
			...overCrossing(frame, problem, edited.plan, new Set(broken)),
		],
		breaks: [...breaks],
		gaveUp,
		cost: costTo(edited.plan, edited.cost),
		best:
			edited.best === undefined
				? null
				: {
						cost: costTo(edited.best.plan, edited.best.cost),
						along: movedBetween(problem, edited.plan, edited.best.plan).map(({ claim, from, to }) => ({
							...{ claim, from: offerOf(from), to: offerOf(to) },
						})),
					},
	};
}

/** One claim moved on a plan nobody else has been moved in by hand: the proof knows the way. */
function quickly({ result, frame, byProof }: Ready, edits: readonly Edit[], since: readonly Edit[]) {
	const asked = edits.at(-1);
	const isOfPlan = ({ claim, offer }: Edit) => result.plan[frame.ground.claimIndex.get(claim) ?? -1]?.offer === offer;
	if (asked === undefined || asked.offer === null || edits.length !== since.length + 1 || !since.every(isOfPlan))
		return null;
	return byProof(
		asked.claim,
		asked.offer,
		since.map(({ claim }) => claim),
	);
}

/** Sites and offers whose limits cross others, and that a plan exceeds. */
function overCrossing({ rules }: Frame, problem: Problem, plan: Int32Array, broken: ReadonlySet<string>) {
	return (rules.crossings ?? []).flatMap(({ id, at, limit }) => {
		if (!broken.has(id) || crossingRuleOf(id) !== "limit") return [];
		const there = new Set(at);
		const count = plan.filter((pair) => pair >= 0 && there.has(problem.limitIds[problem.offer[pair] ?? -1] ?? ""));
		return [{ id: aboutOf(id), count: count.length, places: limit }];
	});
}

function movedBetween(problem: Problem, before: Int32Array, after: Int32Array): Moved[] {
	const offerOf = (pair: number) => (pair < 0 ? null : (problem.limitIds[problem.offer[pair] ?? -1] ?? null));
	return problem.claimIds.flatMap((claim, i) =>
		before[i] === after[i] ? [] : [{ claim, from: offerOf(before[i] ?? -1), to: offerOf(after[i] ?? -1) }],
	);
}

/** The offer, site or host that a limit of the engine is about: `a#2`, `site A@2027-01-11!`. */
function aboutOf(limit: string): string {
	return /^(?:offer|site|group) (.*)@[^@]*!$/s.exec(limit)?.[1] ?? /^(.*)#\d+$/s.exec(limit)?.[1] ?? limit;
}
