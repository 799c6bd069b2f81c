import { addDays, dayOf } from "../../../day.ts";
import {
	type Involved,
	type InvolvedRole,
	involvedRoles,
	type Timeliness,
	timeliness,
} from "../../../involvement/rules.ts";
import type { Refusal } from "../../../outcome.ts";
import { type Asker, mayKeepArenas } from "../rules.ts";
import type { HearingStanding } from "./codes.ts";
import type { Hearing, HearingRefusal, Input, Invitee } from "./contract.ts";

const holding = ["competence-planner", "case-officer"];

/**
 * Holds hearings for the organisation acted for: who keeps its arenas and agreements, and those whose work is what is most
 * often heard, plans and calls.
 */
export function mayHoldHearings(asker: Asker): boolean {
	return mayKeepArenas(asker) || asker.holdings.some(({ role, unitId }) => unitId === null && holding.includes(role));
}

/** How a hearing stands on a day. */
export function standingOf({ state, lastDay }: Pick<Hearing, "state" | "lastDay">, today: string): HearingStanding {
	return state === "open" && lastDay < today ? "to-answer" : state;
}

export type Can = {
	/** Write, open, answer and close the hearing. */
	readonly keep: boolean;
	/** See all that was said, and who was asked. */
	readonly seeAll: boolean;
	/** The places at which the asker is invited themselves. */
	readonly own: readonly string[];
};

/**
 * What the asker may do; undefined where they may not see the hearing at all. Its holder's own people see that it is
 * held once it is open, and what was said only where it is shown to all; drafts are for those who keep it.
 */
export function whatMay(asker: Asker, hearing: Hearing, invitees: readonly Invitee[]): Can | undefined {
	const isHolder = asker.organisationId === hearing.organisationId;
	const keep = isHolder && mayHoldHearings(asker);
	const own = invitees
		.filter(({ personId, invitedAt }) => invitedAt !== null && personId !== null && personId === asker.personId)
		.map(({ id }) => id);
	if (!keep && own.length === 0 && !(isHolder && hearing.state !== "draft")) return undefined;
	return { keep, own, seeAll: keep || isShownToAll(hearing) };
}

/** Whether those invited see what the others said: once it is closed, where that was said when they were asked. */
export function isShownToAll({ state, showsAll }: Pick<Hearing, "state" | "showsAll">): boolean {
	return state === "answered" && showsAll;
}

/** Whether input is taken now: the hearing is open and its last day is not behind. */
export function takesInput({ state, lastDay }: Pick<Hearing, "state" | "lastDay">, today: string): boolean {
	return state === "open" && lastDay >= today;
}

/** Whether somebody invited has said what they had to say, be it that they had nothing to remark. */
export function hasSaid({ id, noRemarksAt }: Pick<Invitee, "id" | "noRemarksAt">, inputs: readonly Input[]): boolean {
	return noRemarksAt !== null || inputs.some(({ inviteeId }) => inviteeId === id);
}

/** Why a hearing cannot be sent: nobody to ask, nothing to read, or no day left to answer on. */
export function refuseOpening(
	hearing: Pick<Hearing, "lastDay" | "body" | "objectId">,
	{ invitees, documents, today }: { readonly invitees: number; readonly documents: number; readonly today: string },
): readonly Refusal<HearingRefusal>[] {
	const refusals: Refusal<HearingRefusal>[] = [];
	if (hearing.lastDay < today) refusals.push({ code: "in-the-past", field: "lastDay" });
	if (invitees === 0) refusals.push({ code: "no-invitees" });
	if (hearing.body === "" && hearing.objectId === null && documents === 0) refusals.push({ code: "no-text" });
	return refusals;
}

/**
 * Why a hearing cannot be closed: an input without an answer, or somebody who may still speak. With everybody heard it
 * may be closed before its last day.
 */
export function refuseClosing(
	{
		hearing,
		invitees,
		inputs,
	}: { readonly hearing: Hearing; readonly invitees: readonly Invitee[]; readonly inputs: readonly Input[] },
	today: string,
): readonly Refusal<HearingRefusal>[] {
	if (hearing.state !== "open") return [{ code: "wrong-state" }];
	const refusals: Refusal<HearingRefusal>[] = [];
	if (takesInput(hearing, today) && !invitees.every((one) => hasSaid(one, inputs)))
		refusals.push({ code: "still-open" });
	const count = inputs.filter(({ reply }) => reply === null).length;
	if (count > 0) refusals.push({ code: "unanswered", detail: { count } });
	return refusals;
}

/** So many days before the last one, those who have said nothing are reminded, once. */
export const reminderDays = 3;

/** Whom to remind on a day: asked before today, silent, and not reminded. */
export function toRemind(
	hearing: Hearing,
	invitees: readonly Invitee[],
	inputs: readonly Input[],
	today: string,
): readonly Invitee[] {
	if (!takesInput(hearing, today) || addDays(today, reminderDays) < hearing.lastDay) return [];
	return invitees.filter(
		(one) => one.invitedAt !== null && dayOf(one.invitedAt) < today && one.remindedAt === null && !hasSaid(one, inputs),
	);
}

export type RoleInvolved = {
	readonly role: InvolvedRole;
	readonly timeliness: Timeliness;
	readonly first: Involved | null;
};

/**
 * When each role was first involved in what is heard: those asked, and those who took part without being asked here. To
 * be asked is not to be involved: a role that said nothing stands as never.
 */
export function rolesInvolved(
	invitees: readonly Pick<Invitee, "role">[],
	recorded: readonly Involved[],
): readonly RoleInvolved[] {
	const wanted = involvedRoles.filter(
		(role) => invitees.some((one) => one.role === role) || recorded.some((one) => one.role === role),
	);
	const found = timeliness(wanted, recorded);
	return wanted.map((role) => ({
		role,
		timeliness: found.get(role) ?? "never",
		first: recorded.filter((one) => one.role === role).sort((one, other) => one.on.localeCompare(other.on))[0] ?? null,
	}));
}
