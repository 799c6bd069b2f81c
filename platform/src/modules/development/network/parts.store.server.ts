import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { Delivery, Lead, Member, MemberFacts, MemberLeaving, Order, OrderAnswer } from "./contract.ts";
import type { Key } from "./store.server.ts";

type Of<One> = One & { readonly networkId: string };

/** The rows of one network, or of all the organisation acted for may read. */
const within = (key: Key | null) =>
	key === null ? sql`true` : sql`organisation_id = ${key.organisationId} and network_id = ${key.id}`;

export async function listMembers(work: Work, key: Key | null): Promise<readonly Of<Member>[]> {
	const { rows } = await sql<Of<Member>>`
		select network_id "networkId", id, party_id "partyId", name, standing, invited_on "invitedOn", joined_on "joinedOn",
			adopted_by "adoptedBy", adopted_on "adoptedOn", anchored, contact_role "contactRole", contact_name "contactName",
			contact_email "contactEmail", pledged_share "pledgedShare", pledged_hours "pledgedHours",
			pledged_kroner "pledgedKroner", pledged_on "pledgedOn", pledged_where "pledgedWhere", left_on "leftOn",
			left_because "leftBecause", version
		from development.network_member where ${within(key)}
		order by standing desc, name collate house.norwegian, id`.execute(work.db);
	return rows;
}

function memberColumns(facts: MemberFacts) {
	return {
		...{ party_id: facts.partyId, name: facts.name, standing: facts.standing, invited_on: facts.invitedOn },
		...{ joined_on: facts.joinedOn, adopted_by: facts.adoptedBy, adopted_on: facts.adoptedOn },
		...{ anchored: facts.anchored, contact_role: facts.contactRole, contact_name: facts.contactName },
		...{ contact_email: facts.contactEmail, pledged_share: facts.pledgedShare, pledged_hours: facts.pledgedHours },
		...{ pledged_kroner: facts.pledgedKroner, pledged_on: facts.pledgedOn, pledged_where: facts.pledgedWhere },
	};
}

export async function insertMember(work: Work, key: Key, id: string, facts: MemberFacts, readers: readonly string[]) {
	await work.db
		.insertInto("development.network_member")
		.values({
			...{ organisation_id: key.organisationId, network_id: key.id, id, ...memberColumns(facts) },
			readers: [...readers],
		})
		.execute();
}

/** Changes a member in the version that was looked at; false where somebody else was first. */
export async function updateMember(
	work: Work,
	key: Key,
	{ id, version }: Pick<Member, "id" | "version">,
	change: MemberFacts | Pick<MemberLeaving, "leftOn" | "leftBecause">,
): Promise<boolean> {
	const set = "leftOn" in change ? { left_on: change.leftOn, left_because: change.leftBecause } : memberColumns(change);
	const done = await work.db
		.updateTable("development.network_member")
		.set({ ...set, version: version + 1 })
		.where("organisation_id", "=", key.organisationId)
		.where("network_id", "=", key.id)
		.where("id", "=", id)
		.where("version", "=", version)
		.executeTakeFirst();
	return done.numUpdatedRows === 1n;
}

export async function deleteMember(work: Work, key: Key, id: string): Promise<void> {
	await sql`delete from development.network_member where ${within(key)} and id = ${id}`.execute(work.db);
}

/** Who has led, in turn. */
export async function listLeads(work: Work, key: Key | null): Promise<readonly Of<Lead>[]> {
	const { rows } = await sql<Of<Lead>>`
		select network_id "networkId", id, member_id "memberId", name, email, first_day "firstDay", last_day "lastDay",
			handed_over "handedOver"
		from development.network_lead where ${within(key)} order by first_day, id`.execute(work.db);
	return rows;
}

export async function insertLead(work: Work, key: Key, lead: Omit<Lead, "lastDay">, readers: readonly string[]) {
	await work.db
		.insertInto("development.network_lead")
		.values({
			...{ organisation_id: key.organisationId, network_id: key.id, id: lead.id, member_id: lead.memberId },
			...{ name: lead.name, email: lead.email, first_day: lead.firstDay, handed_over: lead.handedOver },
			readers: [...readers],
		})
		.execute();
}

/** Ends the turn of one who leads, with what is handed over. */
export async function endLead(
	work: Work,
	key: Key,
	{ id, lastDay, handedOver }: Pick<Lead, "id" | "lastDay" | "handedOver">,
) {
	await sql`update development.network_lead set last_day = greatest(first_day, ${lastDay}::date), handed_over = ${handedOver}
		where ${within(key)} and id = ${id}`.execute(work.db);
}

export async function listOrders(work: Work, key: Key): Promise<readonly Order[]> {
	const { rows } = await sql<Order>`
		select id, member_id "memberId", wish, ordered_by "orderedBy", is_line "isLine", importance, state, answer, version
		from development.network_order where ${within(key)} order by recorded_at, id`.execute(work.db);
	return rows;
}

export async function insertOrder(work: Work, key: Key, order: Omit<Order, "version">, readers: readonly string[]) {
	await work.db
		.insertInto("development.network_order")
		.values({
			...{ organisation_id: key.organisationId, network_id: key.id, id: order.id, member_id: order.memberId },
			...{ wish: order.wish, ordered_by: order.orderedBy, is_line: order.isLine, importance: order.importance },
			...{ state: order.state, answer: order.answer, recorded_at: work.now, readers: [...readers] },
		})
		.execute();
}

export async function updateOrder(
	work: Work,
	key: Key,
	{ id, version }: Pick<Order, "id" | "version">,
	said: Omit<OrderAnswer, "version">,
) {
	const done = await work.db
		.updateTable("development.network_order")
		.set({ state: said.state, answer: said.answer, version: version + 1 })
		.where("organisation_id", "=", key.organisationId)
		.where("network_id", "=", key.id)
		.where("id", "=", id)
		.where("version", "=", version)
		.executeTakeFirst();
	return done.numUpdatedRows === 1n;
}

/** What members have put in, the latest first; what is undone too. */
export async function listDeliveries(work: Work, key: Key | null): Promise<readonly Of<Delivery>[]> {
	const { rows } = await sql<Of<Delivery>>`
		select network_id "networkId", id, member_id "memberId", year, hours, note, recorded_by "recordedBy", undone_at "undoneAt",
			undone_by "undoneBy"
		from development.network_delivery where ${within(key)} order by year desc, recorded_at desc, id desc`.execute(
		work.db,
	);
	return rows;
}

export async function insertDelivery(
	work: Work,
	key: Key,
	one: Omit<Delivery, "undoneAt" | "undoneBy">,
	readers: readonly string[],
) {
	await work.db
		.insertInto("development.network_delivery")
		.values({
			...{ organisation_id: key.organisationId, network_id: key.id, id: one.id, member_id: one.memberId },
			...{ year: one.year, hours: one.hours, note: one.note, recorded_at: work.now, recorded_by: one.recordedBy },
			readers: [...readers],
		})
		.execute();
}

export async function undoDelivery(work: Work, key: Key, id: string, by: string): Promise<void> {
	await sql`update development.network_delivery set undone_at = ${work.now}, undone_by = ${by}
		where ${within(key)} and id = ${id} and undone_at is null`.execute(work.db);
}
