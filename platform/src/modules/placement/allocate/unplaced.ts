import { type Plan, type Problem, shortagesOf } from "@laeringsarena/allocation";
import type { PairRule } from "../codes.ts";
import type { RunResult } from "./contract.ts";
import type { Frame } from "./facts.ts";

/** Why claims have no place: the rules that removed offers, and the shortages in which too many share too few places. */
export function unplacedBy(frame: Frame, problem: Problem, plan: Plan): Pick<RunResult, "unplaced" | "shortages"> {
	const { snapshot, ground, claimOf } = frame;
	const shortages: RunResult["shortages"][number][] = [];
	const shortageOf = new Map<string, number>();
	for (const shortage of shortagesOf(problem, plan)) {
		if (shortage.kind !== "too-few") continue;
		for (const claim of shortage.claims) shortageOf.set(claim, shortages.length);
		shortages.push({
			claims: shortage.claims,
			offers: offersUnder(frame, problem, new Set(shortage.limits)),
			places: shortage.places,
		});
	}
	const unplaced: RunResult["unplaced"][number][] = [];
	for (let i = 0; i < problem.claims; i++) {
		if ((plan[i] ?? -1) >= 0) continue;
		const claim = claimOf[i] ?? 0;
		const id = snapshot.claims[claim]?.id ?? "";
		unplaced.push({ claim: id, ...removedFrom(frame, claim), shortage: shortageOf.get(id) ?? null });
	}
	unplaced.sort((a, b) => (ground.claimIndex.get(a.claim) ?? 0) - (ground.claimIndex.get(b.claim) ?? 0));
	return { unplaced, shortages };
}

/** How many offers are open to a claim, and how many each rule removes, most first. */
export function removedFrom(
	{ ground, reach }: Frame,
	claim: number,
): { readonly open: number; readonly removed: readonly { readonly rule: PairRule; readonly offers: number }[] } {
	const group = ground.groups[ground.groupOf[claim] ?? 0];
	const removed = new Map(group?.removed);
	let open = 0;
	reach.each(claim, () => {
		open++;
	});
	let judged = 0;
	for (const site of group?.sites ?? []) {
		const here = (group?.start[site + 1] ?? 0) - (group?.start[site] ?? 0);
		const { rule } = reach.judge(claim, site);
		judged += here;
		if (rule !== null) removed.set(rule, (removed.get(rule) ?? 0) + here);
		else judged -= here;
	}
	// What neither a rule of the group nor one of the site removes was forbidden by hand.
	const byHand = (group?.slot.length ?? 0) - judged - open;
	if (byHand > 0)
		for (const [rule, slots] of closedByHand({ ground, reach }, claim))
			removed.set(rule, (removed.get(rule) ?? 0) + slots);
	return {
		open,
		removed: [...removed]
			.map(([rule, offers]) => ({ rule, offers }))
			.sort((a, b) => b.offers - a.offers || (a.rule < b.rule ? -1 : 1)),
	};
}

/** Slots that nothing but a hand or an answer has closed to a claim, by the rule that is told. */
function closedByHand({ ground, reach }: Pick<Frame, "ground" | "reach">, claim: number): Map<PairRule, number> {
	const closed = reach.closedTo(claim);
	const group = ground.groups[ground.groupOf[claim] ?? 0];
	const found = new Map<PairRule, number>();
	for (const slot of group?.slot ?? []) {
		const { offer = -1, site = -1 } = ground.slots[slot] ?? {};
		const rule = closed.get(ground.snapshot.offers[offer]?.id ?? "");
		if (rule !== undefined && reach.judge(claim, site).rule === null) found.set(rule, (found.get(rule) ?? 0) + 1);
	}
	return found;
}

/** Offers with a slot at or below one of some limits, in the order of the snapshot. */
function offersUnder({ snapshot, ground, slotOf }: Frame, problem: Problem, limits: ReadonlySet<string>): string[] {
	const offers = new Set<number>();
	for (let j = 0; j < problem.offers; j++)
		for (let k = j; k >= 0; k = problem.parent[k] ?? -1)
			if (limits.has(problem.limitIds[k] ?? "")) offers.add(ground.slots[slotOf[j] ?? -1]?.offer ?? -1);
	return [...offers].sort((a, b) => a - b).flatMap((offer) => snapshot.offers[offer]?.id ?? []);
}
