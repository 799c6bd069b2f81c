import { newId, type Work } from "../../../database/work.server.ts";
import { addDays } from "../../../day.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { isId, isRole } from "../contract.ts";
import { unitPath } from "../mandate.server.ts";
import { laterDay, type Mandate } from "../rules.ts";
import type { HandedOver, HandOverInput, Membership, MembershipRow, PeopleRefusal } from "./contract.ts";
import { type Held, holdsNothing, listHeld, moveHeldThings } from "./held.server.ts";
import * as held from "./held.store.server.ts";
import { openMembership } from "./open.server.ts";
import { isOver, leavesNoAdministrator, mayWrite, searchNameOf, withWarnings } from "./rules.ts";
import * as store from "./store.server.ts";

/** What a hand-over of everything one person holds would move. */
export type HandOverPreview = Held & {
	/** Roles that will end; none where the person has left already. */
	readonly memberships: readonly Membership[];
};

/** All a person holds here and would hand over; undefined where the asker may not arrange it, or there is nothing. */
export async function previewHandOver(work: Work, membershipId: string): Promise<HandOverPreview | undefined> {
	const found = await openMembership(work, membershipId, null);
	if (found.refused) return undefined;
	const { organisationId, mandate, membership } = found.done;
	const { leaving, left } = await rolesOf(work, organisationId, mandate, membership, null);
	const held = await listHeld(work, organisationId, [...leaving, ...left]);
	if (leaving.length === 0 && holdsNothing(held)) return undefined;
	return { ...held, memberships: leaving.map((row) => withWarnings(row, work.today)) };
}

/**
 * Hands everything a leaving person holds to a successor in one step: contacts, standing in for others, what rooms
 * above hold, and the roles that are ticked. What the person answers for moves at once; the roles end with the last day
 * and begin for the successor the day after. From a role that is over, only what was left behind moves.
 */
export async function handOver(
	work: Work,
	membershipId: string,
	input: HandOverInput,
): Promise<Outcome<HandedOver, PeopleRefusal>> {
	const found = await openMembership(work, membershipId, null);
	if (found.refused) return found;
	const { organisationId, mandate, membership } = found.done;
	const successor = isId(input.successorId)
		? await store.findMembership(work, organisationId, input.successorId)
		: undefined;
	const { leaving, left } = await rolesOf(work, organisationId, mandate, membership, input.lastDay);
	const needed = leaving.length > 0 ? input.lastDay : addDays(work.today, -1);
	if (!successor || (successor.validTo !== null && successor.validTo <= needed))
		return refused("successor-unknown", { field: "successorId" });
	const giving = [...leaving, ...left];
	const ids = idsOf(giving);
	if (leaving.length === 0 && holdsNothing(await listHeld(work, organisationId, giving)))
		return refused("nothing-held");
	const successorRoles = await store.listSamePerson(work, organisationId, successor);
	if (successorRoles.some((role) => idsOf(leaving).includes(role.id)) || ids.includes(successor.id))
		return refused("successor-is-leaving", { field: "successorId" });
	if ((await writable(work, organisationId, mandate, leaving)).length < leaving.length) return refused("not-allowed");
	const takenOn = newRoles(work, leaving, successor, successorRoles, input);
	const administrators = await store.listAdministrators(work, organisationId);
	const ending = new Set(idsOf(leaving));
	const after = [
		...administrators.map((one) => (ending.has(one.id) ? { ...one, validTo: input.lastDay } : one)),
		...takenOn.map((one) => one.values),
	];
	const begins = laterDay(addDays(input.lastDay, 1), work.today);
	if (leavesNoAdministrator(administrators, after, begins)) return refused("last-administrator");

	await store.insertMemberships(
		work,
		takenOn.map((one) => ({ ...one, organisationId })),
	);
	const moved = await moveHeld(work, organisationId, giving, successor, idsOf(successorRoles));
	for (const one of leaving) await store.updateLastDay(work, { ...one, organisationId }, input.lastDay);
	await store.followContacts(work, organisationId, ids);
	const { left: behind } = await listHeld(work, organisationId, giving);
	const summary = { roles: takenOn.length, ...moved, ended: leaving.length, left: behind.length };
	for (const aboutPersonId of new Set([membership.personId, successor.personId]))
		await record(work, {
			verb: "membership.hand-over",
			objectKind: "membership",
			objectId: membershipId,
			aboutPersonId,
			detail: { to: successor.id, lastDay: input.lastDay, ...summary },
		});
	return done(summary);
}

async function moveHeld(
	work: Work,
	organisationId: string,
	giving: readonly MembershipRow[],
	successor: MembershipRow,
	successorIds: readonly string[],
) {
	const ids = idsOf(giving);
	return {
		contacts: await held.moveContacts(work, organisationId, ids, successor),
		deputyContacts: await held.moveDeputyContacts(work, organisationId, ids, successor),
		deputyFor: await held.moveDeputies(work, organisationId, ids, successor.id, successorIds),
		otherThings: await moveHeldThings(work, organisationId, giving, successor),
	};
}

function idsOf(memberships: readonly MembershipRow[]): readonly string[] {
	return memberships.map((one) => one.id);
}

/**
 * The same person's roles. Leaving: begun by the last day and going on after it; without a day, all not over, and none
 * where the role itself is over: whoever has left one role keeps the others. Left: over by then, and the asker's to write.
 */
async function rolesOf(
	work: Work,
	organisationId: string,
	mandate: Mandate,
	membership: MembershipRow,
	lastDay: string | null,
): Promise<{ readonly leaving: readonly MembershipRow[]; readonly left: readonly MembershipRow[] }> {
	const all = await store.listSamePerson(work, organisationId, membership);
	const over = all.filter((one) => one.validTo !== null && (isOver(one, work.today) || one.validTo <= (lastDay ?? "")));
	const left = await writable(work, organisationId, mandate, over);
	if (isOver(membership, work.today)) return { leaving: [], left };
	return { left, leaving: all.filter((one) => !over.includes(one) && (lastDay === null || one.validFrom <= lastDay)) };
}

async function writable(
	work: Work,
	organisationId: string,
	mandate: Mandate,
	memberships: readonly MembershipRow[],
): Promise<readonly MembershipRow[]> {
	const found: MembershipRow[] = [];
	for (const one of memberships)
		if (mayWrite(mandate, one.role, (await unitPath(work, organisationId, one.unitId)) ?? [])) found.push(one);
	return found;
}

/** The roles the successor takes on: those ticked that the successor does not hold already. */
function newRoles(
	work: Work,
	leaving: readonly MembershipRow[],
	successor: MembershipRow,
	successorRoles: readonly MembershipRow[],
	input: HandOverInput,
) {
	const validFrom = laterDay(addDays(input.lastDay, 1), work.today);
	return leaving.flatMap((one) => {
		const { role, unitId, position, deputyId } = one;
		const held = successorRoles.some(
			(other) =>
				other.role === role && other.unitId === unitId && (other.validTo === null || other.validTo >= validFrom),
		);
		if (!input.roleIds.includes(one.id) || held || !isRole(role)) return [];
		const { name, email, phone, personId } = successor;
		const ownDeputy = successorRoles.some((other) => other.id === deputyId);
		const values = {
			...{ name, email, phone, role, unitId, position, validFrom },
			...{ title: one.title, share: null, validTo: null, deputyId: ownDeputy ? null : deputyId },
		};
		return [{ id: newId(), personId, values, verifiedAt: work.now, searchName: searchNameOf(values) }];
	});
}
