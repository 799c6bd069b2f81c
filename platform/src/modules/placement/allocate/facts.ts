import { type Facts, findingText, type Problem, problemOf, type Rules } from "@laeringsarena/allocation";
import type { RunFinding, Snapshot } from "./contract.ts";
import { type Ground, groundOf } from "./ground.ts";
import { unwishedRank } from "./levels.ts";
import { limitsOf, locksOf } from "./limits.ts";
import { type KeptPairs, keptPairs, neighboursInTurn } from "./pairs.ts";
import { notKnown, notWished, type Reach, reachOf } from "./reach.ts";

/** The engine cannot take the facts; says every reason, in English. The caller's snapshot is at fault, or this module. */
export class AllocationRefused extends Error {
	constructor(lines: readonly string[]) {
		super(lines.join("\n"));
		this.name = "AllocationRefused";
	}
}

/** A snapshot as the engine takes it, with the way back. Pairs are added by `considering`. */
export type Frame = {
	readonly snapshot: Snapshot;
	readonly ground: Ground;
	readonly reach: Reach;
	/** The problem without pairs: claims, offers, caps and floors in the engine's order. */
	readonly skeleton: Problem;
	readonly rules: Rules;
	/** Whether any rule crosses. */
	readonly crosses: boolean;
	/** Per claim of the problem: the claim of the snapshot; and back. */
	readonly claimOf: Int32Array;
	readonly indexOfClaim: Int32Array;
	/** Per offer of the problem: the slot; and back. */
	readonly slotOf: Int32Array;
	readonly indexOfSlot: Int32Array;
	/** Per claim of the problem: the offer it is locked to, or −1. */
	readonly lockedTo: Int32Array;
	/** Open pairs in all, and what minutes count as where nobody knows the way: the median of those known. */
	readonly open: number;
	readonly unknownMinutes: number;
	/** The pairs themselves; null where there are too many to keep. */
	readonly pairs: KeptPairs | null;
	readonly findings: readonly RunFinding[];
};

/** Minutes that a part may be: nobody travels longer. */
const mostMinutes = 10_000;

/**
 * The facts of a snapshot: claims, slots of offers as the engine's offers, limits as a forest with what crosses it, locks and the
 * plan before. Goes through every open pair once.
 * @throws AllocationRefused
 */
export function factsOf(snapshot: Snapshot): Frame {
	const ground = groundOf(snapshot);
	const reach = reachOf(ground);
	const limits = limitsOf(ground);
	const { held, unknown } = locksOf(ground);
	const findings: RunFinding[] = [...limits.findings];
	for (const lock of unknown) findings.push({ code: "lock-unknown", detail: lock });
	const facts: Facts = {
		claims: snapshot.claims.map(({ id, priority }) => ({ id, priority })),
		offers: limits.offers,
		caps: limits.caps,
		floors: limits.floors,
		pairs: [],
		previous: snapshot.previous.map(({ claim, offer }) => ({ claim, offer: slotBefore(ground, claim, offer) })),
	};
	const skeleton = problemIn(facts);
	const claimOf = Int32Array.from(skeleton.claimIds, (id) => ground.claimIndex.get(id) ?? -1);
	const slotIndex = new Map(ground.slots.map(({ id }, slot) => [id, slot] as const));
	const slotOf = Int32Array.from(
		{ length: skeleton.offers },
		(_, j) => slotIndex.get(skeleton.limitIds[j] ?? "") ?? -1,
	);
	const indexOfSlot = inverse(slotOf);
	const indexOfClaim = inverse(claimOf);
	const lockedTo = new Int32Array(skeleton.claims).fill(-1);
	for (const [claim, slot] of held) {
		lockedTo[indexOfClaim[claim] ?? 0] = indexOfSlot[slot] ?? -1;
		const offer = ground.slots[slot]?.offer ?? 0;
		const rule = reach.ruleOf(claim, offer);
		if (rule !== null)
			findings.push({
				code: "lock-against-rule",
				detail: { claim: snapshot.claims[claim]?.id ?? "", offer: snapshot.offers[offer]?.id ?? "", rule },
			});
	}
	const { open, median, unknownPairs, pairs } = counted(ground, reach);
	if (unknownPairs > 0) findings.push({ code: "travel-unknown", detail: { pairs: unknownPairs, minutes: median } });
	if (reach.unusedTransportRules > 0)
		findings.push({ code: "public-transport-unknown", detail: { claims: reach.unusedTransportRules } });
	const groups = new Map<string, string[]>();
	for (const { id, periodId, together } of snapshot.claims) {
		if (together === null) continue;
		const key = JSON.stringify([periodId, together]);
		groups.set(key, [...(groups.get(key) ?? []), id]);
	}
	const together = [...groups].flatMap(([id, claims]) => (claims.length > 1 ? [{ id: `with ${id}`, claims }] : []));
	const { crossings, minimums, mixtures, across: floors } = limits;
	return {
		...{ snapshot, ground, reach, skeleton, claimOf, indexOfClaim, slotOf, indexOfSlot, lockedTo, open, findings },
		rules: { crossings, together, minimums, mixtures, floors },
		crosses: crossings.length + together.length + minimums.length + mixtures.length + floors.length > 0,
		...{ unknownMinutes: median, pairs },
	};
}

function problemIn(facts: Facts): Problem {
	const built = problemOf(facts);
	if (built.kind === "refused")
		throw new AllocationRefused(built.findings.map((finding) => findingText(finding, "en")));
	return built.problem;
}

/** The slot of the plan before; an offer that has gone is named all the same, so that the claim counts as changed. */
function slotBefore(ground: Ground, claim: string, offer: string): string {
	const [at, row] = [ground.offerIndex.get(offer), ground.claimIndex.get(claim)];
	const slot = at === undefined || row === undefined ? -1 : ground.slotOf(row, at);
	return ground.slots[slot]?.id ?? `gone ${offer}`;
}

function inverse(of: Int32Array): Int32Array {
	const back = new Int32Array(of.length).fill(-1);
	of.forEach((to, from) => {
		back[to] = from;
	});
	return back;
}

function counted(ground: Ground, reach: Reach) {
	const times = new Float64Array(mostMinutes + 1);
	let known = 0;
	const { open, pairs } = keptPairs(neighboursInTurn(ground), reach, (minutes) => {
		if (minutes === notKnown) return;
		known++;
		const at = Math.min(mostMinutes, minutes);
		times[at] = (times[at] ?? 0) + 1;
	});
	let [median, below] = [0, 0];
	while (median < mostMinutes && known > 0) {
		below += times[median] ?? 0;
		if (2 * below >= known) break;
		median++;
	}
	return { open, median, unknownPairs: open - known, pairs };
}

/** Every open pair of one claim of the problem, with its parts as the engine counts them, and its lock. */
export function eachPair(
	frame: Frame,
	claim: number,
	visit: (offer: number, rank: number, minutes: number) => void,
): void {
	const { snapshot, ground, reach, claimOf, indexOfSlot, unknownMinutes } = frame;
	const lock = frame.lockedTo[claim] ?? -1;
	const worst = unwishedRank(snapshot);
	let locked = false;
	const part = (slot: number, rank: number, minutes: number) => {
		const offer = indexOfSlot[slot] ?? 0;
		locked ||= offer === lock;
		const counted = minutes === notKnown ? unknownMinutes : Math.min(mostMinutes, minutes);
		visit(offer, rank === notWished ? worst : rank, counted);
	};
	const { pairs } = frame;
	if (pairs === null) reach.each(claimOf[claim] ?? 0, part);
	else {
		const at = claimOf[claim] ?? 0;
		for (let e = pairs.first[at] ?? 0; e < (pairs.end[at] ?? 0); e++)
			part(pairs.slot[e] ?? 0, pairs.rank[e] ?? 0, pairs.minutes[e] ?? 0);
	}
	if (lock < 0 || locked) return;
	// A lock against a rule: the pair is there for this claim all the same.
	const slot = frame.slotOf[lock] ?? 0;
	const judged = reach.judge(claimOf[claim] ?? 0, ground.slots[slot]?.site ?? 0);
	part(slot, judged.rank, judged.minutes);
}
