import type { Work } from "../../../database/work.server.ts";
import { listInvolvement } from "../../../involvement/service.server.ts";
import type { Language } from "../../../language.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { findObjects, type ObjectReference } from "../../../registry/objects.server.ts";
import { type Written, writeOut } from "../../../registry/written.server.ts";
import { isId } from "../../organisation/contract.ts";
import { nameOrganisations } from "../../organisation/service.server.ts";
import { askerOf } from "../open.server.ts";
import type { Hearing, HearingRefusal, WholeHearing } from "./contract.ts";
import { type Can, isShownToAll, type RoleInvolved, rolesInvolved, whatMay } from "./rules.ts";
import * as store from "./store.server.ts";

export type OpenedHearing = WholeHearing & { readonly can: Can };

/** By link, somebody invited reads the hearing and answers for themselves; the link is sent to one of them. */
export const inputPurpose = "hearing-input";

/** All of a hearing, for the program itself and for steps that judge who asks themselves. */
export async function readWhole(work: Work, hearingId: string): Promise<WholeHearing | undefined> {
	const hearing = isId(hearingId) ? await store.findHearing(work, hearingId) : undefined;
	if (!hearing) return undefined;
	const [invitees, inputs, objects] = await Promise.all([
		store.listInvitees(work, hearing),
		store.listInputs(work, hearing),
		findObjects(work, hearing.objectKind === null ? [] : [objectOf(hearing)]),
	]);
	const parties = invitees.flatMap(({ partyId }) => partyId ?? []);
	const names = await nameOrganisations(work, [hearing.organisationId, ...parties]);
	return {
		...{ hearing, inputs, object: objects[0] ?? null },
		holderName: names.get(hearing.organisationId)?.name ?? "",
		invitees: invitees.map((one) => ({ ...one, partyName: names.get(one.partyId ?? "")?.name ?? null })),
	};
}

/** A hearing as the asker may see it: all of it, or what is theirs. In the version looked at (null: whichever). */
export async function openHearing(
	work: Work,
	hearingId: string,
	version: number | null = null,
): Promise<Outcome<OpenedHearing, HearingRefusal>> {
	const whole = await readWhole(work, hearingId);
	const can = whole && whatMay(await askerOf(work), whole.hearing, whole.invitees);
	if (!whole || !can) return refused("missing");
	if (version !== null && version !== whole.hearing.version) return refused("changed-by-another");
	return done({ ...narrowed(whole, can.own, can.seeAll), can });
}

/** The hearing somebody holds a link to, and who they are in it. */
export async function openHearingLink(
	work: Work,
): Promise<Outcome<{ readonly whole: WholeHearing; readonly inviteeId: string }, HearingRefusal>> {
	const { actor } = work;
	if (actor.kind !== "link" || actor.purpose !== inputPurpose) return refused("missing");
	const hearingId = await store.findHearingOf(work, actor.objectId);
	const whole = hearingId === undefined ? undefined : await readWhole(work, hearingId);
	if (!whole || whole.hearing.state === "draft") return refused("missing");
	const inviteeId = actor.objectId;
	return done({ whole: narrowed(whole, [inviteeId], isShownToAll(whole.hearing)), inviteeId });
}

const unanswered = { reply: null, because: "", repliedAt: null, repliedBy: null } as const;

/** What is theirs of a hearing, where it is not shown to all. */
function narrowed<Whole extends WholeHearing>(whole: Whole, own: readonly string[], all: boolean): Whole {
	if (all) return whole;
	// What an input is answered is told when the hearing is closed, not while it is weighed.
	const isToTell = whole.hearing.state === "answered";
	return {
		...whole,
		invitees: whole.invitees.filter(({ id }) => own.includes(id)),
		inputs: whole.inputs
			.filter(({ inviteeId }) => own.includes(inviteeId))
			.map((input) => (isToTell ? input : { ...input, ...unanswered })),
	};
}

/** A hearing the asker keeps. */
export async function openToKeep(
	work: Work,
	hearingId: string,
	version: number | null = null,
): Promise<Outcome<OpenedHearing, HearingRefusal>> {
	const opened = await openHearing(work, hearingId, version);
	if (opened.refused) return opened;
	return opened.done.can.keep ? opened : refused("not-allowed");
}

/** What the object of a hearing says to those who read it: as it was when the hearing was sent; of a draft, as it is now. */
export async function readObject(work: Work, hearing: Hearing, language: Language): Promise<Written | null> {
	if (hearing.objectId === null) return null;
	if (hearing.state === "draft") return (await writeOut(work, objectOf(hearing)))?.[language] ?? null;
	return (await store.findText(work, hearing, language)) ?? null;
}

/** What roles are recorded as involved in: the object that is heard, else the hearing itself. */
export function objectOf({
	id,
	objectKind,
	objectId,
}: Pick<Hearing, "id" | "objectKind" | "objectId">): ObjectReference {
	return objectKind === null || objectId === null ? { kind: "hearing", id } : { kind: objectKind, id: objectId };
}

/** When each role was first involved in what is heard, here or before; for those who keep the hearing. */
export async function readInvolvement(
	work: Work,
	{ hearing, invitees }: WholeHearing,
): Promise<readonly RoleInvolved[]> {
	return rolesInvolved(invitees, await listInvolvement(work, objectOf(hearing)));
}
