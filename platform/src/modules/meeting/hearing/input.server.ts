import { newId, type Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { recordInvolvement } from "../../../involvement/service.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { isId } from "../../organisation/contract.ts";
import { askerOf } from "../open.server.ts";
import type { HearingRefusal, Invitee, ReplyFacts, WholeHearing } from "./contract.ts";
import { inputPurpose, objectOf, openToKeep, readWhole } from "./open.server.ts";
import { hasSaid, takesInput, whatMay } from "./rules.ts";
import * as store from "./store.server.ts";

/** Somebody invited who is signed in, for whom the program writes in the holder's name. */
export type Giver = { readonly personId: string; readonly name: string };

/**
 * Gives input for somebody invited: whoever has the link; whoever is invited by account (`by`, the program acting for the
 * holder); or those who keep the hearing, for input that came by another way. Every input stands.
 */
export async function giveInput(
	work: Work,
	inviteeId: string,
	body: string,
	by?: Giver,
): Promise<Outcome<{ id: string }, HearingRefusal>> {
	const opened = await openToSay(work, inviteeId, by);
	if (opened.refused) return opened;
	const { whole, invitee } = opened.done;
	const { hearing } = whole;
	const id = newId();
	await store.insertInput(work, hearing, { id, inviteeId, body });
	if (invitee.noRemarksAt !== null) await store.updateInvitee(work, hearing, inviteeId, { no_remarks_at: null });
	await store.giveAccess(work, hearing);
	await involve(work, whole, invitee);
	await record(work, {
		...{ verb: "hearing.give-input", objectKind: "hearing", objectId: hearing.id, detail: { role: invitee.role } },
		...(by ? { by } : {}),
	});
	return done({ id });
}

/** Says for somebody invited that they have read it and have nothing to remark. */
export async function sayNoRemarks(
	work: Work,
	inviteeId: string,
	by?: Giver,
): Promise<Outcome<undefined, HearingRefusal>> {
	const opened = await openToSay(work, inviteeId, by);
	if (opened.refused) return opened;
	const { whole, invitee } = opened.done;
	if (hasSaid(invitee, whole.inputs)) return refused("has-said");
	await store.updateInvitee(work, whole.hearing, inviteeId, { no_remarks_at: work.now });
	await involve(work, whole, invitee);
	await record(work, {
		...{
			verb: "hearing.no-remarks",
			objectKind: "hearing",
			objectId: whole.hearing.id,
			detail: { role: invitee.role },
		},
		...(by ? { by } : {}),
	});
	return done(undefined);
}

async function openToSay(
	work: Work,
	inviteeId: string,
	by: Giver | undefined,
): Promise<Outcome<{ readonly whole: WholeHearing; readonly invitee: Invitee }, HearingRefusal>> {
	if (!isId(inviteeId)) return refused("invitee-unknown", { field: "inviteeId" });
	const hearingId = await store.findHearingOf(work, inviteeId);
	const whole = hearingId === undefined ? undefined : await readWhole(work, hearingId);
	const invitee = whole?.invitees.find(({ id }) => id === inviteeId);
	if (!whole || !invitee) return refused("missing");
	const { actor } = work;
	const byLink = actor.kind === "link" && actor.purpose === inputPurpose && actor.objectId === inviteeId;
	const byAccount = actor.kind === "system" && by !== undefined && invitee.personId === by.personId;
	const byKeeper =
		by === undefined && actor.kind !== "link" && whatMay(await askerOf(work), whole.hearing, whole.invitees)?.keep;
	if (!byLink && !byAccount && !byKeeper) return refused("missing");
	if (whole.hearing.state !== "open") return refused("wrong-state");
	if (!takesInput(whole.hearing, work.today)) return refused("over");
	return done({ whole, invitee });
}

/**
 * A role is involved on the day it first says something, not when it is asked: an invitation nobody answered is no
 * involvement, and a statistic of who was involved would otherwise count letters sent.
 */
async function involve(work: Work, { hearing, inputs }: WholeHearing, invitee: Invitee): Promise<void> {
	if (hasSaid(invitee, inputs)) return;
	const recorded = await recordInvolvement(work, objectOf(hearing), {
		...{ role: invitee.role, phase: hearing.phase, on: work.today, note: hearing.title },
		...(invitee.partyId === null ? {} : { partyOrganisationId: invitee.partyId }),
	});
	if (recorded.refused) throw new Error(`involvement was refused: ${recorded.refused[0]?.code}`);
}

/** Answers an input: taken in, partly, or not, and why. It can be answered anew until the hearing is closed. */
export async function replyToInput(
	work: Work,
	hearingId: string,
	inputId: string,
	{ version, ...facts }: ReplyFacts & { readonly version: number },
): Promise<Outcome<undefined, HearingRefusal>> {
	const opened = await openToKeep(work, hearingId);
	if (opened.refused) return opened;
	const { hearing, inputs } = opened.done;
	const input = inputs.find(({ id }) => id === inputId);
	if (!input) return refused("input-unknown");
	if (hearing.state !== "open") return refused("wrong-state");
	const { actor } = work;
	const repliedBy = actor.kind === "person" ? actor.name : null;
	if (!(await store.updateInput(work, hearing, { id: inputId, version }, { ...facts, repliedBy })))
		return refused("changed-by-another");
	await record(work, {
		...{ verb: "hearing.reply", objectKind: "hearing", objectId: hearingId, detail: { reply: facts.reply } },
	});
	return done(undefined);
}
