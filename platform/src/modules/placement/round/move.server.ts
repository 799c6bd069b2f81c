import type { Reading, Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import * as store from "./move.store.server.ts";
import { readRun } from "./run.server.ts";
import { openStanding, readStanding, type Standing } from "./run-view.server.ts";

/** So long may a reason be, in characters. */
export const longestReason = 500;

export const moveRefusals = [
	"run-missing",
	"claim-missing",
	"not-open",
	"no-room",
	"changed-by-another",
	"nothing-to-undo",
	"no-place-to-lock",
	"locked-here",
] as const;
export type MoveRefusal = (typeof moveRefusals)[number];

async function opened(work: Work, runId: string, seen: number): Promise<Outcome<Standing, MoveRefusal>> {
	const standing = await readStanding(work, runId);
	if (!standing) return refused("run-missing");
	return standing.seen === seen ? done(standing) : refused("changed-by-another");
}

/**
 * Has a move judged before the unit of work in which it is made: what is asked once more there is answered at once, and no
 * transaction waits for the thread.
 */
export async function judgeAhead(reading: Reading, runId: string, claim: string, offer: string | null): Promise<void> {
	const standing = await openStanding(reading, runId);
	const row = await standing?.ask("row", { edits: standing.edits, claim });
	if (standing && row) await standing.ask("judge", { edits: standing.edits, locked: standing.locked, claim, offer });
}

/**
 * Moves one claim of a plan by hand, or takes its place away (offer null). Refused where a rule closes the offer, where
 * the claim is locked, or where it would be more than there is room for and nobody moves along.
 * @param seen how many moves the page had seen: somebody else may have moved since
 * @param along claims the page showed would move along to make room; none where it is to move alone. Others than those
 * shown are never moved.
 * @param reason why, for the student to read; those who move along are told that they made room, and no more
 */
export async function moveClaim(
	work: Work,
	runId: string,
	claimId: string,
	offerId: string | null,
	seen: number,
	along: readonly string[] = [],
	reason: string | null = null,
): Promise<Outcome<undefined, MoveRefusal>> {
	const found = await opened(work, runId, seen);
	if (found.refused) return found;
	const standing = found.done;
	const { run, ask, edits, locked } = standing;
	const row = await ask("row", { edits, claim: claimId });
	if (!row) return refused("claim-missing");
	if (standing.locked.includes(claimId)) return refused("locked-here");
	const judged = await ask("judge", { edits, locked, claim: claimId, offer: offerId });
	if (judged.kind === "refused") return refused("not-open", { field: "offer" });
	const others = judged.exceeded.length === 0 ? [] : (judged.best?.along ?? null);
	if (others === null || (others.length > 0 && along.length === 0)) return refused("no-room", { field: "offer" });
	const shown = new Set(along);
	if (others.length !== shown.size || others.some(({ claim }) => !shown.has(claim)))
		return refused("changed-by-another");
	const cost = others.length === 0 ? judged.cost : (judged.best?.cost ?? judged.cost);
	const by = work.actor.kind === "person" ? work.actor : null;
	let lead: number | null = null;
	for (const { claim, from, to } of [{ claim: claimId, from: row.offer, to: offerId }, ...others]) {
		const keepers = await store.findKeepers(work, claim, to);
		if (!keepers) return refused("claim-missing");
		const number: number = await store.insertMove(work, run, {
			...{ claim, from, to, byName: by?.name ?? null, personId: by?.personId ?? null },
			claimOrganisationId: keepers.claimOrganisationId,
			detail:
				lead === null
					? { places: cost.places, minutes: cost.minutes, ranks: cost.ranks, ...(reason === null ? {} : { reason }) }
					: { along: lead },
		});
		lead ??= number;
	}
	await record(work, {
		verb: "run.move",
		objectKind: "round",
		objectId: run.roundId,
		detail: { run: runId, claim: claimId, along: others.length },
	});
	return done(undefined);
}

/**
 * Takes a move back, with all who moved along. Moves made since stay; where they no longer fit, the plan says so before
 * it can be published.
 */
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
	const standing = await readStanding(work, runId);
	if (!standing) return refused("run-missing");
	const { run, ask, edits } = standing;
	const offer = (await ask("row", { edits, claim: claimId }))?.offer;
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
