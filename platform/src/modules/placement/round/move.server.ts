import type { Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import type { RunResult } from "../allocate/contract.ts";
import { type Explanation, explanationOf, type MoveCost } from "../allocate/explain.ts";
import type { Kept } from "./contract.ts";
import * as store from "./move.store.server.ts";
import { type RunContent, readRun, readRunContent } from "./run.server.ts";
import type { RunHead } from "./run.store.server.ts";

export const moveRefusals = [
	"run-missing",
	"claim-missing",
	"not-open",
	"no-room",
	"changed-by-another",
	"nothing-to-undo",
	"no-place-to-lock",
] as const;
export type MoveRefusal = (typeof moveRefusals)[number];

/** Making ready to answer takes as long as a run's facts did, so the last few are kept: runs never change. */
const ready = new Map<string, Explanation>();
const readyAtMost = 3;

/** Answers about a run; ask `readRun` first whether the asker may see it. */
export function explanationFor(run: Kept, content: RunContent): Explanation {
	const known = ready.get(run.id);
	if (known) return known;
	const made = explanationOf(content.snapshot, content.result, content.certificate);
	ready.set(run.id, made);
	for (const [first] of ready) if (ready.size > readyAtMost) ready.delete(first);
	return made;
}

/** A run's plan with what has been moved by hand. The wish and the minutes of a moved claim are worked out again. */
export function movedPlan(run: Kept, content: RunContent, moves: readonly store.Move[]): RunResult["plan"] {
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
export function editsOf(moves: readonly store.Move[]): { readonly claim: string; readonly offer: string | null }[] {
	return [...new Map(moves.map(({ claim, to }) => [claim, { claim, offer: to }])).values()];
}

/** What all moves of a run cost together; null where there are none. */
export function costOfMoves(explanation: Explanation, moves: readonly store.Move[]): MoveCost | null {
	return moves.length === 0 ? null : explanation.editedCost(editsOf(moves));
}

type Opened = { readonly run: RunHead; readonly content: RunContent; readonly moves: readonly store.Move[] };

async function opened(work: Work, runId: string, seen: number): Promise<Outcome<Opened, MoveRefusal>> {
	const run = await readRun(work, runId);
	const content = run?.state === "done" ? await readRunContent(work, run) : undefined;
	if (!run || !content) return refused("run-missing");
	if ((await store.countMoves(work, run)) !== seen) return refused("changed-by-another");
	return done({ run, content, moves: await store.listMoves(work, run) });
}

/**
 * Moves one claim of a plan by hand, or takes its place away (offer null). Refused where a rule closes the offer, or
 * where it would be more than there is room for: then somebody else must be moved first.
 * @param seen how many moves the page had seen: somebody else may have moved since
 */
export async function moveClaim(
	work: Work,
	runId: string,
	claimId: string,
	offerId: string | null,
	seen: number,
): Promise<Outcome<undefined, MoveRefusal>> {
	const found = await opened(work, runId, seen);
	if (found.refused) return found;
	const { run, content, moves } = found.done;
	const explanation = explanationFor(run, content);
	const row = movedPlan(run, content, moves).find(({ claim }) => claim === claimId);
	if (!row) return refused("claim-missing");
	const edits = editsOf(moves).filter(({ claim }) => claim !== claimId);
	const cost = explanation.editedCost([...edits, { claim: claimId, offer: offerId }]);
	if (cost.kind === "refused") return refused("not-open", { field: "offer" });
	if (cost.exceeded.length > 0) return refused("no-room", { field: "offer" });
	const keepers = await store.findKeepers(work, claimId, offerId);
	if (!keepers) return refused("claim-missing");
	const by = work.actor.kind === "person" ? work.actor : null;
	await store.insertMove(work, run, {
		...{ claim: claimId, from: row.offer, to: offerId, byName: by?.name ?? null, personId: by?.personId ?? null },
		claimOrganisationId: keepers.claimOrganisationId,
		detail: { places: cost.cost.places, minutes: cost.cost.minutes, ranks: cost.cost.ranks },
	});
	await record(work, {
		verb: "run.move",
		objectKind: "round",
		objectId: run.roundId,
		detail: { run: runId, claim: claimId },
	});
	return done(undefined);
}

/** Takes a move back. Moves made since stay; where they no longer fit, the plan says so before it can be published. */
export async function undoMove(
	work: Work,
	runId: string,
	number: number,
	seen: number,
): Promise<Outcome<undefined, MoveRefusal>> {
	const found = await opened(work, runId, seen);
	if (found.refused) return found;
	const { run } = found.done;
	if (!(await store.undoMove(work, run, number))) return refused("nothing-to-undo");
	await record(work, { verb: "run.undo-move", objectKind: "round", objectId: run.roundId, detail: { run: runId } });
	return done(undefined);
}

/** Holds a claim where the plan has it, whatever the next run would do. */
export async function lockClaim(work: Work, runId: string, claimId: string): Promise<Outcome<undefined, MoveRefusal>> {
	const run = await readRun(work, runId);
	const content = run ? await readRunContent(work, run) : undefined;
	if (!run || !content) return refused("run-missing");
	const moves = await store.listMoves(work, run);
	const offer = movedPlan(run, content, moves).find(({ claim }) => claim === claimId)?.offer;
	const keepers = offer ? await store.findKeepers(work, claimId, offer) : undefined;
	if (!offer || !keepers?.offerOrganisationId) return refused("no-place-to-lock");
	await store.insertLock(
		work,
		{ organisationId: run.organisationId, id: run.roundId },
		{
			...{ claim: claimId, offer, claimOrganisationId: keepers.claimOrganisationId },
			...{ offerOrganisationId: keepers.offerOrganisationId },
			personId: work.actor.kind === "person" ? work.actor.personId : null,
		},
	);
	await record(work, { verb: "round.lock", objectKind: "round", objectId: run.roundId, detail: { claim: claimId } });
	return done(undefined);
}

export async function unlockClaim(
	work: Work,
	runId: string,
	claimId: string,
): Promise<Outcome<undefined, MoveRefusal>> {
	const run = await readRun(work, runId);
	if (!run) return refused("run-missing");
	const gone = await store.deleteLock(work, { organisationId: run.organisationId, id: run.roundId }, claimId);
	if (!gone) return refused("nothing-to-undo");
	await record(work, { verb: "round.unlock", objectKind: "round", objectId: run.roundId, detail: { claim: claimId } });
	return done(undefined);
}
