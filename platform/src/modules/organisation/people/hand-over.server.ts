import { newId, type Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { isId, isRole } from "../contract.ts";
import { unitPath } from "../mandate.server.ts";
import { addDays, laterDay, type Mandate } from "../rules.ts";
import type {
	HandedOver,
	HandOverInput,
	HeldContact,
	HeldThing,
	Membership,
	MembershipRow,
	PeopleRefusal,
} from "./contract.ts";
import { listHeldThings, moveHeldThings } from "./held.server.ts";
import { openMembership } from "./open.server.ts";
import { leavesNoAdministrator, mayWrite, searchNameOf, withWarnings } from "./rules.ts";
import * as store from "./store.server.ts";

/** What a hand-over of everything one person holds would move. */
export type HandOverPreview = {
	/** Roles that will end. */
	readonly memberships: readonly Membership[];
	readonly contacts: readonly HeldContact[];
	readonly deputyContacts: readonly HeldContact[];
	readonly deputyFor: readonly { readonly id: string; readonly name: string; readonly role: string }[];
	readonly otherThings: readonly HeldThing[];
};

/** All a person holds here and would hand over; undefined where the asker may not arrange it. */
export async function previewHandOver(work: Work, membershipId: string): Promise<HandOverPreview | undefined> {
	const found = await openMembership(work, membershipId, null);
	if (found.refused) return undefined;
	const { organisationId, membership } = found.done;
	const memberships = await leavingRoles(work, organisationId, membership, null);
	const ids = memberships.map((one) => one.id);
	return {
		memberships: memberships.map((row) => withWarnings(row, work.today)),
		contacts: await store.listHeldContacts(work, organisationId, ids, "holder"),
		deputyContacts: await store.listHeldContacts(work, organisationId, ids, "deputy"),
		deputyFor: await store.listDeputyFor(work, organisationId, ids),
		otherThings: await listHeldThings(work, organisationId, ids),
	};
}

/**
 * Hands everything a leaving person holds to a successor in one step: contacts, standing in for others, what rooms
 * above hold, and the roles that are ticked. What the person answers for moves at once; the roles end with the last day
 * and begin for the successor the day after.
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
	if (!successor || (successor.validTo !== null && successor.validTo <= input.lastDay))
		return refused("successor-unknown", { field: "successorId" });
	const leaving = await leavingRoles(work, organisationId, membership, input.lastDay);
	if (leaving.length === 0) return refused("nothing-held");
	const ids = leaving.map((one) => one.id);
	const successorRoles = await store.listSamePerson(work, organisationId, successor);
	if (successorRoles.some((role) => ids.includes(role.id)))
		return refused("successor-is-leaving", { field: "successorId" });
	if (!(await mayWriteAll(work, organisationId, mandate, leaving))) return refused("not-allowed");
	const takenOn = newRoles(work, leaving, successor, successorRoles, input);
	const administrators = await store.listAdministrators(work, organisationId);
	const after = [
		...administrators.map((one) => (ids.includes(one.id) ? { ...one, validTo: input.lastDay } : one)),
		...takenOn.map((one) => one.values),
	];
	const begins = laterDay(addDays(input.lastDay, 1), work.today);
	if (leavesNoAdministrator(administrators, after, begins)) return refused("last-administrator");

	await store.insertMemberships(
		work,
		takenOn.map((one) => ({ ...one, organisationId })),
	);
	const contacts = await store.moveContacts(work, organisationId, ids, successor);
	const deputyContacts = await store.moveDeputyContacts(work, organisationId, ids, successor);
	const deputyFor = await store.moveDeputies(
		work,
		organisationId,
		ids,
		successor.id,
		successorRoles.map((role) => role.id),
	);
	const otherThings = await moveHeldThings(work, organisationId, ids, successor.id);
	for (const one of leaving) await store.updateLastDay(work, { ...one, organisationId }, input.lastDay);
	await store.followContacts(work, organisationId, ids);
	const summary = {
		roles: takenOn.length,
		contacts,
		deputyContacts,
		deputyFor,
		otherThings,
		ended: leaving.length,
	};
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

/** The roles of the same person that have begun by the last day and go on after it; without a day, all not over. */
async function leavingRoles(
	work: Work,
	organisationId: string,
	membership: MembershipRow,
	lastDay: string | null,
): Promise<MembershipRow[]> {
	const all = await store.listSamePerson(work, organisationId, membership);
	return all.filter((one) =>
		lastDay === null
			? one.validTo === null || one.validTo >= work.today
			: one.validFrom <= lastDay && (one.validTo === null || one.validTo > lastDay),
	);
}

async function mayWriteAll(
	work: Work,
	organisationId: string,
	mandate: Mandate,
	memberships: readonly MembershipRow[],
): Promise<boolean> {
	for (const one of memberships)
		if (!mayWrite(mandate, one.role, (await unitPath(work, organisationId, one.unitId)) ?? [])) return false;
	return true;
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
