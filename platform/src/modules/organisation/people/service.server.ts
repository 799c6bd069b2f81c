import { newId, type Work } from "../../../database/work.server.ts";
import { addDays, addYears } from "../../../day.ts";
import { searchWords } from "../../../geography/search.ts";
import { record } from "../../../identity/audit.server.ts";
import { revokeLinksTo } from "../../../identity/link-token.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import { isId, type Page } from "../contract.ts";
import { mandateOf, unitPath } from "../mandate.server.ts";
import { mayAnywhere } from "../rules.ts";
import type {
	Membership,
	MembershipChange,
	MembershipEnd,
	MembershipValues,
	PeopleQuery,
	PeopleRefusal,
	PersonView,
} from "./contract.ts";
import { holdsNothing, listHeld } from "./held.server.ts";
import { openMembership, personOf } from "./open.server.ts";
import {
	type DatedHolding,
	isOver,
	leavesNoAdministrator,
	maySee,
	mayVerify,
	mayWrite,
	refuseInvitation,
	refuseMembership,
	searchNameOf,
	withWarnings,
} from "./rules.ts";
import * as store from "./store.server.ts";
import { surroundingsOf } from "./surroundings.server.ts";

/**
 * People in roles at the organisation acted for. Whoever does not see people finds only themselves; students are found
 * by those who may see students.
 */
export async function listPeople(work: Work, query: PeopleQuery): Promise<Page<Membership>> {
	const narrowing = await narrowingOf(work, query);
	if (!narrowing) return { rows: [], total: 0 };
	const found = await store.listPeople(work, query, narrowing);
	return { rows: found.rows.map((row) => withWarnings(row, work.today)), total: found.total };
}

/** How many they are. */
export async function countPeople(work: Work, query: PeopleQuery): Promise<number> {
	const narrowing = await narrowingOf(work, query);
	return narrowing ? store.countPeople(work, query, narrowing) : 0;
}

async function narrowingOf(work: Work, query: PeopleQuery): Promise<store.Narrowing | undefined> {
	const mandate = await mandateOf(work);
	const { organisationId } = mandate;
	if (organisationId === null || (query.unitId !== undefined && !isId(query.unitId))) return undefined;
	const words = searchWords(query.search);
	return {
		organisationId,
		words,
		sees: {
			people: mayAnywhere(mandate, "see-people"),
			students: mayAnywhere(mandate, "see-students"),
			personId: personOf(work),
		},
		staleBefore: `${addDays(addYears(work.today, -1), 1)}T00:00:00Z`,
	};
}

/** Every role one person has in the organisation acted for, newest first; none where the asker may not see it. */
export async function listRolesOf(work: Work, membershipId: string): Promise<readonly Membership[]> {
	const mandate = await mandateOf(work);
	const { organisationId } = mandate;
	if (organisationId === null || !isId(membershipId)) return [];
	const found = await store.findMembership(work, organisationId, membershipId);
	if (!found || !maySee(mandate, found, personOf(work))) return [];
	return (await store.listSamePerson(work, organisationId, found)).map((row) => withWarnings(row, work.today));
}

/** All one person is and holds in the organisation acted for; undefined where the asker may not see it. */
export async function readPerson(work: Work, membershipId: string): Promise<PersonView | undefined> {
	const mandate = await mandateOf(work);
	const { organisationId } = mandate;
	if (organisationId === null || !isId(membershipId)) return undefined;
	const found = await store.findMembership(work, organisationId, membershipId);
	if (!found || !maySee(mandate, found, personOf(work))) return undefined;
	const memberships = await store.listSamePerson(work, organisationId, found);
	const path = (await unitPath(work, organisationId, found.unitId)) ?? [];
	const writes = mayWrite(mandate, found.role, path);
	const over = isOver(found, work.today);
	const ending = found.validTo !== null && found.validTo <= work.today;
	const left = memberships.filter((one) => isOver(one, work.today));
	return {
		membership: withWarnings(found, work.today),
		memberships: memberships.map((row) => withWarnings(row, work.today)),
		...(await listHeld(work, organisationId, memberships)),
		can: {
			change: writes,
			end: writes && !ending,
			verify: mayVerify(mandate, found, path, personOf(work)) && !over,
			handOver: writes && (!over || !holdsNothing(await listHeld(work, organisationId, left))),
			invite: writes && !ending && !refuseInvitation(found, work.today),
		},
	};
}

/** Gives a person a role at the organisation acted for, from today unless another day is said. */
export async function addMembership(
	work: Work,
	input: MembershipValues,
): Promise<Outcome<{ id: string }, PeopleRefusal>> {
	const mandate = await mandateOf(work);
	const { organisationId } = mandate;
	if (organisationId === null) return refused("not-allowed");
	const path = await unitPath(work, organisationId, input.unitId);
	if (!path) return refused("unit-unknown", { field: "unitId" });
	if (!mayWrite(mandate, input.role, path)) return refused("not-allowed");
	const values = { ...input, validFrom: input.validFrom ?? work.today };
	const refusals = refuseMembership(values, await surroundingsOf(work, organisationId, values, null));
	if (refusals.length > 0) return refusedAll(refusals);
	const id = newId();
	await store.insertMemberships(work, [
		{ organisationId, id, personId: null, values, verifiedAt: work.now, searchName: searchNameOf(values) },
	]);
	await record(work, {
		verb: "membership.add",
		objectKind: "membership",
		objectId: id,
		detail: { name: values.name, role: values.role, unitId: values.unitId },
	});
	return done({ id });
}

/** Changes a person's role or what is said of it; contacts that carry name and address follow. */
export async function changeMembership(
	work: Work,
	membershipId: string,
	input: MembershipChange,
): Promise<Outcome<{ version: number }, PeopleRefusal>> {
	const found = await openMembership(work, membershipId, input.version);
	if (found.refused) return found;
	const { membership, mandate, organisationId } = found.done;
	const { version, ...given } = input;
	const path = await unitPath(work, organisationId, input.unitId);
	if (!path) return refused("unit-unknown", { field: "unitId" });
	if (!mayWrite(mandate, input.role, path)) return refused("not-allowed");
	const values = { ...given, validFrom: input.validFrom ?? membership.validFrom };
	const refusals = refuseMembership(values, await surroundingsOf(work, organisationId, values, membership));
	if (refusals.length > 0) return refusedAll(refusals);
	const after = { role: values.role, unitId: values.unitId, validFrom: values.validFrom, validTo: values.validTo };
	if (await isLastAdministrator(work, organisationId, membershipId, after, work.today))
		return refused("last-administrator");
	if (
		!(await store.updateMembership(work, { organisationId, id: membershipId, version }, values, searchNameOf(values)))
	)
		return refused("changed-by-another");
	await store.followContacts(work, organisationId, [membershipId]);
	// What was sent to a wrong address must not give the role to whoever got it.
	if (values.email !== membership.email) await revokeLinksTo(work, { kind: "membership", id: membershipId }, "join");
	await record(work, {
		verb: "membership.change",
		objectKind: "membership",
		objectId: membershipId,
		aboutPersonId: membership.personId,
		detail: { role: membership.role, unitId: membership.unitId, validTo: membership.validTo },
	});
	return done({ version: version + 1 });
}

/** Ends a role after its last day. What the person answers for stays, and the contact register says that they have left. */
export async function endMembership(
	work: Work,
	membershipId: string,
	{ version, lastDay }: MembershipEnd,
): Promise<Outcome<{ version: number }, PeopleRefusal>> {
	const found = await openMembership(work, membershipId, version);
	if (found.refused) return found;
	const { membership, organisationId } = found.done;
	if (membership.validTo !== null && membership.validTo < work.today)
		return refused("already-ended", { detail: { date: membership.validTo } });
	if (lastDay < membership.validFrom) return refused("ends-before-start", { field: "lastDay" });
	const after = { ...membership, validTo: lastDay };
	if (await isLastAdministrator(work, organisationId, membershipId, after, addDays(lastDay, 1)))
		return refused("last-administrator");
	if (!(await store.updateLastDay(work, { organisationId, id: membershipId, version }, lastDay)))
		return refused("changed-by-another");
	await store.followContacts(work, organisationId, [membershipId]);
	await record(work, {
		verb: "membership.end",
		objectKind: "membership",
		objectId: membershipId,
		aboutPersonId: membership.personId,
		detail: { lastDay },
	});
	return done({ version: version + 1 });
}

/** "Still correct", by whoever manages people there or the person themselves. */
export async function verifyMembership(
	work: Work,
	membershipId: string,
): Promise<Outcome<{ verifiedAt: Date }, PeopleRefusal>> {
	const mandate = await mandateOf(work);
	const { organisationId } = mandate;
	const found =
		organisationId !== null && isId(membershipId)
			? await store.findMembership(work, organisationId, membershipId)
			: undefined;
	if (organisationId === null || !found || !maySee(mandate, found, personOf(work))) return refused("missing");
	const path = (await unitPath(work, organisationId, found.unitId)) ?? [];
	if (!mayVerify(mandate, found, path, personOf(work))) return refused("not-allowed");
	if (found.validTo !== null && found.validTo < work.today)
		return refused("already-ended", { detail: { date: found.validTo } });
	await store.updateVerified(work, organisationId, membershipId);
	await record(work, {
		verb: "membership.verify",
		objectKind: "membership",
		objectId: membershipId,
		aboutPersonId: found.personId,
	});
	return done({ verifiedAt: work.now });
}

async function isLastAdministrator(
	work: Work,
	organisationId: string,
	membershipId: string,
	after: DatedHolding,
	dayAfter: string,
): Promise<boolean> {
	const before = await store.listAdministrators(work, organisationId);
	const others = before.filter((one) => one.id !== membershipId);
	return others.length < before.length && leavesNoAdministrator(before, [...others, after], dayAfter);
}
