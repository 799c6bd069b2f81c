import { newId, type Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { revokeLinksTo } from "../../../identity/link-token.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { findObjects } from "../../../registry/objects.server.ts";
import { resolveOrganisation } from "../../organisation/service.server.ts";
import { askerOf } from "../open.server.ts";
import { findPerson } from "../store/seat.server.ts";
import type { HearingFacts, HearingRefusal, InviteeFacts } from "./contract.ts";
import { inputPurpose, openToKeep } from "./open.server.ts";
import { hasSaid, mayHoldHearings } from "./rules.ts";
import * as store from "./store.server.ts";

/** Writes the draft of a hearing that the organisation acted for holds; nobody else sees it until it is sent. */
export async function createHearing(work: Work, facts: HearingFacts): Promise<Outcome<{ id: string }, HearingRefusal>> {
	const asker = await askerOf(work);
	const { organisationId } = asker;
	if (organisationId === null || !mayHoldHearings(asker)) return refused("not-allowed");
	if (await isObjectUnknown(work, facts)) return refused("object-unknown", { field: "objectId" });
	if (facts.lastDay < work.today) return refused("in-the-past", { field: "lastDay" });
	const key = { organisationId, id: newId() };
	await store.insertHearing(work, key, facts);
	await record(work, { verb: "hearing.create", objectKind: "hearing", objectId: key.id, organisationId });
	return done({ id: key.id });
}

/** Whoever cannot see an object cannot send it to others. */
async function isObjectUnknown(work: Work, { objectKind, objectId }: HearingFacts): Promise<boolean> {
	if (objectKind === null || objectId === null) return objectKind !== objectId;
	return (await findObjects(work, [{ kind: objectKind, id: objectId }])).length === 0;
}

/** Changes a draft. Once it is sent, only the last day can be moved, and only further ahead: nobody loses time. */
export async function changeHearing(
	work: Work,
	hearingId: string,
	{ version, ...facts }: HearingFacts & { readonly version: number },
): Promise<Outcome<undefined, HearingRefusal>> {
	const opened = await openToKeep(work, hearingId, version);
	if (opened.refused) return opened;
	const { hearing } = opened.done;
	if (hearing.state !== "draft") return refused("wrong-state");
	if (await isObjectUnknown(work, facts)) return refused("object-unknown", { field: "objectId" });
	if (facts.lastDay < work.today) return refused("in-the-past", { field: "lastDay" });
	if (!(await store.updateHearing(work, hearing, { facts }))) return refused("changed-by-another");
	await record(work, { verb: "hearing.change", objectKind: "hearing", objectId: hearingId });
	return done(undefined);
}

/** Gives those invited more time. */
export async function moveLastDay(
	work: Work,
	hearingId: string,
	{ version, lastDay }: { readonly version: number; readonly lastDay: string },
): Promise<Outcome<undefined, HearingRefusal>> {
	const opened = await openToKeep(work, hearingId, version);
	if (opened.refused) return opened;
	const { hearing } = opened.done;
	if (hearing.state !== "open") return refused("wrong-state");
	if (lastDay < work.today) return refused("in-the-past", { field: "lastDay" });
	if (lastDay < hearing.lastDay) return refused("not-earlier", { field: "lastDay" });
	if (!(await store.updateHearing(work, hearing, { last_day: lastDay }))) return refused("changed-by-another");
	await record(work, { verb: "hearing.change", objectKind: "hearing", objectId: hearingId, detail: { lastDay } });
	return done(undefined);
}

/** Deletes a draft nobody has been sent. */
export async function removeDraft(
	work: Work,
	hearingId: string,
	version: number,
): Promise<Outcome<undefined, HearingRefusal>> {
	const opened = await openToKeep(work, hearingId, version);
	if (opened.refused) return opened;
	if (opened.done.hearing.state !== "draft") return refused("wrong-state");
	await store.deleteHearing(work, opened.done.hearing);
	await record(work, { verb: "hearing.remove", objectKind: "hearing", objectId: hearingId });
	return done(undefined);
}

/** Puts somebody on the list of those to ask. An account is found by address at the organisation acted for. */
export async function addInvitee(
	work: Work,
	hearingId: string,
	facts: InviteeFacts,
): Promise<Outcome<{ id: string }, HearingRefusal>> {
	const opened = await openToKeep(work, hearingId);
	if (opened.refused) return opened;
	const { hearing } = opened.done;
	if (hearing.state !== "draft" && hearing.state !== "open") return refused("wrong-state");
	if (facts.partyId !== null && (await resolveOrganisation(work, facts.partyId)).length === 0)
		return refused("organisation-unknown", { field: "partyId" });
	const id = newId();
	const personId = facts.email === null ? null : await findPerson(work, hearing.organisationId, facts.email);
	await store.insertInvitee(work, hearing, { ...facts, id, personId });
	await record(work, {
		...{ verb: "hearing.add-invitee", objectKind: "hearing", objectId: hearingId, detail: { role: facts.role } },
	});
	return done({ id });
}

/** Takes somebody off the list who has not said anything; their link no longer works. */
export async function removeInvitee(
	work: Work,
	hearingId: string,
	inviteeId: string,
): Promise<Outcome<undefined, HearingRefusal>> {
	const opened = await openToKeep(work, hearingId);
	if (opened.refused) return opened;
	const { hearing, invitees, inputs } = opened.done;
	const invitee = invitees.find(({ id }) => id === inviteeId);
	if (!invitee) return refused("invitee-unknown");
	if (hearing.state !== "draft" && hearing.state !== "open") return refused("wrong-state");
	if (hasSaid(invitee, inputs)) return refused("has-said");
	await revokeLinksTo(work, { kind: "hearing-invitee", id: inviteeId }, inputPurpose);
	await store.deleteInvitee(work, hearing, inviteeId);
	await store.giveAccess(work, hearing);
	await record(work, {
		...{ verb: "hearing.remove-invitee", objectKind: "hearing", objectId: hearingId, detail: { role: invitee.role } },
	});
	return done(undefined);
}
