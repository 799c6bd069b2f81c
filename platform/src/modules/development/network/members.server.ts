import { newId, type Work } from "../../../database/work.server.ts";
import { addDays } from "../../../day.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import { addParty } from "../../meeting/service.server.ts";
import { nameOrganisations } from "../../organisation/service.server.ts";
import { hasDelivered } from "../gathering/store.server.ts";
import { hasTakenPart } from "../signup/store.server.ts";
import type {
	DeliveryFacts,
	LeadFacts,
	Member,
	MemberFacts,
	MemberLeaving,
	NetworkRefusal,
	OrderAnswer,
	OrderFacts,
} from "./contract.ts";
import { nameOfActor, noted, type OpenedNetwork, openNetwork, readersOf, toKeep } from "./open.server.ts";
import * as parts from "./parts.store.server.ts";
import { isIn, refuseLead, refuseMember } from "./rules.ts";
import * as store from "./store.server.ts";

/** What stands as a member: one in the register is there, and is called what it is called. */
async function whole(work: Work, facts: MemberFacts): Promise<Outcome<MemberFacts, NetworkRefusal>> {
	if (facts.partyId === null) return done(facts);
	const name = (await nameOrganisations(work, [facts.partyId])).get(facts.partyId)?.name;
	return name === undefined ? refused("organisation-unknown", { field: "partyId" }) : done({ ...facts, name });
}

/** Takes somebody in, or asks them to be; from now on they read the network, and are asked to its gatherings. */
export async function addMember(
	work: Work,
	networkId: string,
	given: MemberFacts,
): Promise<Outcome<{ id: string }, NetworkRefusal>> {
	const opened = await toKeep(work, networkId);
	if (opened.refused) return opened;
	const { network, members } = opened.done;
	const known = await whole(work, given);
	if (known.refused) return known;
	const facts = known.done;
	const refusals = refuseMember(facts, { network, others: members, today: work.today });
	if (refusals.length > 0) return refusedAll(refusals);
	const id = newId();
	const readers = readersOf(network.organisationId, [...members, { partyId: facts.partyId, leftOn: null }]);
	await parts.insertMember(work, network, id, facts, readers);
	await store.giveAccess(work, network, readers);
	await toArena(work, opened.done, facts);
	await noted(work, "member", network);
	return done({ id });
}

/** Who joins becomes party to the arena the gatherings are in; one who is there already stays. */
async function toArena(work: Work, { network }: OpenedNetwork, { partyId, joinedOn }: MemberFacts): Promise<void> {
	if (network.arenaId === null || partyId === null || joinedOn === null) return;
	const taken = await addParty(work, network.arenaId, partyId);
	if (taken.refused && taken.refused[0]?.code !== "party-stands")
		throw new Error(`a member could not be asked to gatherings: ${taken.refused[0]?.code}`);
}

/** A member that is in the network, opened by somebody who keeps the network or answers for that member. */
async function toAnswerFor(
	work: Work,
	networkId: string,
	memberId: string,
): Promise<Outcome<{ readonly opened: OpenedNetwork; readonly member: Member }, NetworkRefusal>> {
	const opened = await openNetwork(work, networkId);
	const member = opened?.members.find(({ id }) => id === memberId);
	if (!opened || !member) return refused("missing");
	if (!opened.can.keep && opened.can.own !== memberId) return refused("not-allowed");
	if (opened.network.endedOn !== null) return refused("has-ended");
	return member.leftOn === null ? done({ opened, member }) : refused("has-left");
}

/**
 * Changes what is said of a member. The member itself says who its contact is, what it has decided and what it pledges; the
 * rest is the keeper's.
 */
export async function changeMember(
	work: Work,
	networkId: string,
	memberId: string,
	{ version, ...given }: MemberFacts & { readonly version: number },
): Promise<Outcome<undefined, NetworkRefusal>> {
	const found = await toAnswerFor(work, networkId, memberId);
	if (found.refused) return found;
	const { member, opened } = found.done;
	const { network, members, can } = opened;
	const { partyId, name, standing, invitedOn } = member;
	const known = await whole(work, can.keep ? given : { ...given, partyId, name, standing, invitedOn });
	if (known.refused) return known;
	const others = members.filter(({ id }) => id !== memberId);
	const refusals = refuseMember(known.done, { network, others, today: work.today });
	if (refusals.length > 0) return refusedAll(refusals);
	if (!(await parts.updateMember(work, network, { id: memberId, version }, known.done)))
		return refused("changed-by-another");
	if (known.done.partyId !== partyId)
		await store.giveAccess(work, network, readersOf(network.organisationId, [...others, { ...member, ...known.done }]));
	if (can.keep) await toArena(work, opened, known.done);
	await noted(work, "member", network);
	return done(undefined);
}

/** Says that a member has left, when and why; it reads the network no longer, and what it did stays. */
export async function leaveNetwork(
	work: Work,
	networkId: string,
	memberId: string,
	{ version, ...leaving }: MemberLeaving,
): Promise<Outcome<undefined, NetworkRefusal>> {
	const found = await toAnswerFor(work, networkId, memberId);
	if (found.refused) return found;
	const { member, opened } = found.done;
	const { network, members } = opened;
	if (leaving.leftOn > work.today) return refused("ahead-of-today", { field: "leftOn" });
	if (member.joinedOn !== null && leaving.leftOn < member.joinedOn)
		return refused("left-before-joined", { field: "leftOn" });
	if (!(await parts.updateMember(work, network, { id: memberId, version }, leaving)))
		return refused("changed-by-another");
	await noted(work, "leave", network);
	const left = members.map((one) => (one.id === memberId ? { ...one, ...leaving } : one));
	await store.giveAccess(work, network, readersOf(network.organisationId, left));
	return done(undefined);
}

/** Takes away a member that was written down by mistake; one that has done something leaves instead. */
export async function removeMember(
	work: Work,
	networkId: string,
	memberId: string,
): Promise<Outcome<undefined, NetworkRefusal>> {
	const opened = await toKeep(work, networkId);
	if (opened.refused) return opened;
	const { network, members, leads, orders, deliveries } = opened.done;
	const member = members.find(({ id }) => id === memberId);
	if (!member) return refused("member-unknown");
	if (
		[...leads, ...orders, ...deliveries].some((one) => one.memberId === memberId) ||
		(await hasDelivered(work, network, memberId)) ||
		(await hasTakenPart(work, network, memberId))
	)
		return refused("has-done-something");
	await parts.deleteMember(work, network, memberId);
	const left = members.filter(({ id }) => id !== memberId);
	await store.giveAccess(work, network, readersOf(network.organisationId, left));
	await noted(work, "member", network);
	return done(undefined);
}

/** Gives the lead to somebody: the turn of the one before ends the day before, with what is handed over. */
export async function giveLead(
	work: Work,
	networkId: string,
	facts: LeadFacts,
): Promise<Outcome<undefined, NetworkRefusal>> {
	const opened = await toKeep(work, networkId);
	if (opened.refused) return opened;
	const { network, members, leads, readers } = opened.done;
	const refusals = refuseLead(facts, { members, leads, today: work.today });
	if (refusals.length > 0) return refusedAll(refusals);
	const { handedOver, ...lead } = facts;
	const last = leads.at(-1);
	if (last) {
		const before = addDays(facts.firstDay, -1);
		await parts.endLead(work, network, { id: last.id, handedOver, lastDay: last.lastDay ?? before });
	}
	await parts.insertLead(work, network, { ...lead, id: newId(), handedOver: "" }, readers);
	await noted(work, "lead", network);
	return done(undefined);
}

/** Orders something from a network, for the organisation acted for. */
export async function orderFrom(
	work: Work,
	networkId: string,
	facts: OrderFacts,
): Promise<Outcome<undefined, NetworkRefusal>> {
	const opened = await openNetwork(work, networkId);
	if (!opened) return refused("missing");
	const { network, members, can, readers } = opened;
	if (network.endedOn !== null) return refused("has-ended");
	if (can.order !== facts.memberId && !can.keep) return refused("not-allowed");
	const member = members.find(({ id }) => id === facts.memberId);
	if (!member || !isIn(member, work.today)) return refused("member-unknown", { field: "memberId" });
	await parts.insertOrder(work, network, { ...facts, id: newId(), state: "ordered", answer: "" }, readers);
	await noted(work, "order", network);
	return done(undefined);
}

/** Says what becomes of an order; one that is declined is told why. */
export async function answerOrder(
	work: Work,
	networkId: string,
	orderId: string,
	{ version, ...said }: OrderAnswer,
): Promise<Outcome<undefined, NetworkRefusal>> {
	const opened = await toKeep(work, networkId);
	if (opened.refused) return opened;
	if (!opened.done.orders.some(({ id }) => id === orderId)) return refused("missing");
	if (said.state === "declined" && said.answer === "") return refused("answer-missing", { field: "answer" });
	const { network } = opened.done;
	if (!(await parts.updateOrder(work, network, { id: orderId, version }, said))) return refused("changed-by-another");
	await noted(work, "answer", network);
	return done(undefined);
}

/** Notes the hours a member has put in, in a year that has begun. */
export async function noteDelivery(
	work: Work,
	networkId: string,
	facts: DeliveryFacts,
): Promise<Outcome<undefined, NetworkRefusal>> {
	const opened = await openNetwork(work, networkId);
	if (!opened) return refused("missing");
	const { network, members, can, readers } = opened;
	if (!can.keep && can.own !== facts.memberId) return refused("not-allowed");
	if (!members.some(({ id }) => id === facts.memberId)) return refused("member-unknown", { field: "memberId" });
	if (facts.year > Number(work.today.slice(0, 4))) return refused("ahead-of-today", { field: "year" });
	await parts.insertDelivery(work, network, { ...facts, id: newId(), recordedBy: nameOfActor(work) }, readers);
	await noted(work, "deliver", network);
	return done(undefined);
}

export async function undoDelivery(
	work: Work,
	networkId: string,
	deliveryId: string,
): Promise<Outcome<undefined, NetworkRefusal>> {
	const opened = await openNetwork(work, networkId);
	const found = opened?.deliveries.find(({ id }) => id === deliveryId);
	if (!opened || !found) return refused("missing");
	if (!opened.can.keep && opened.can.own !== found.memberId) return refused("not-allowed");
	await parts.undoDelivery(work, opened.network, deliveryId, nameOfActor(work));
	await noted(work, "undo", opened.network);
	return done(undefined);
}
