import type { RunResult } from "../allocate/contract.ts";
import { explanationInThread } from "../allocate/explain.server.ts";
import { type Explanation, explanationOf, type MoveCost } from "../allocate/explain.ts";
import type { Kept } from "./contract.ts";
import type { Move } from "./move.store.server.ts";
import type { RunContent } from "./run.server.ts";

/** Making ready to answer takes as long as a run's facts did, so the last few are kept: runs never change. */
const ready = new Map<string, Explanation>();
const readyAtMost = 3;

/** Answers about a run; ask `readRun` first whether the asker may see it. */
export function explanationFor(run: Kept, content: RunContent): Explanation {
	const known = ready.get(run.id);
	if (known) return known;
	const { snapshot, result, certificate } = content;
	const here = explanationOf(snapshot, result, certificate);
	const made = certificate.crossing === null ? here : explanationInThread(here, { snapshot, result, certificate });
	ready.set(run.id, made);
	for (const [first] of ready) if (ready.size > readyAtMost) ready.delete(first);
	return made;
}

/** A run's plan with what has been moved by hand. The wish and the minutes of a moved claim are worked out again. */
export function movedPlan(run: Kept, content: RunContent, moves: readonly Move[]): RunResult["plan"] {
	if (moves.length === 0) return content.result.plan;
	const explanation = explanationFor(run, content);
	const last = new Map(moves.map(({ claim, to }) => [claim, to]));
	const siteOf = new Map(content.snapshot.offers.map(({ id, siteId }) => [id, siteId]));
	return content.result.plan.map((row) => {
		const offer = last.get(row.claim);
		if (offer === undefined || offer === row.offer) return row;
		if (offer === null) return { ...row, offer, rank: null, minutes: null };
		return { ...row, offer, ...explanation.wayTo(row.claim, siteOf.get(offer) ?? "") };
	});
}

/** The moves that make a plan out of a run's: one for each claim, the last one. */
export function editsOf(moves: readonly Move[]): { readonly claim: string; readonly offer: string | null }[] {
	return [...new Map(moves.map(({ claim, to }) => [claim, { claim, offer: to }])).values()];
}

/** What all moves of a run cost together; null where there are none. */
export function costOfMoves(explanation: Explanation, moves: readonly Move[]): MoveCost | null {
	return moves.length === 0 ? null : explanation.editedCost(editsOf(moves), [], false);
}
