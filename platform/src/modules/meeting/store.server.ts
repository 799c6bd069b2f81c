import { type RawBuilder, sql } from "kysely";
import type { Work } from "../../database/work.server.ts";
import type { ArenaSort, DecisionSort } from "./codes.ts";
import type {
	Arena,
	ArenaFacts,
	ArenaQuery,
	Decision,
	DecisionQuery,
	Item,
	ListedArena,
	ListedDecision,
	Meeting,
	Presence,
	Seat,
	SeatFacts,
} from "./contract.ts";

/** An arena by its key. */
export type Key = { readonly organisationId: string; readonly id: string };

const of = ({ organisationId, id }: Key) => sql`organisation_id = ${organisationId} and arena_id = ${id}`;

/** An arena the asker may read; who keeps it and its agreement are named by whoever asked. */
export async function findArena(
	work: Work,
	id: string,
): Promise<Omit<Arena, "keeperName" | "agreementTitle"> | undefined> {
	const { rows } = await sql<Omit<Arena, "keeperName" | "agreementTitle">>`
		select id, organisation_id "organisationId", name, purpose, kind, level, meetings_a_year "meetingsAYear",
			agreement_id "agreementId", speaks_for "speaksFor", chair_rotates "chairRotates", ended_on "endedOn", version
		from meeting.arena where id = ${id}`.execute(work.db);
	return rows[0];
}

const arenaOrders: Readonly<Record<ArenaSort, RawBuilder<unknown>>> = {
	name: sql`name collate house.norwegian`,
	level: sql`array_position(array['top', 'sector', 'operational'], level)`,
	next: sql`next`,
	open: sql`open`,
};

type ListedRow = Omit<ListedArena, "parties"> & { readonly partyIds: readonly string[]; readonly total: number };

/** A page of the arenas an organisation keeps or takes part in, those that meet soonest first. */
export async function listArenas(
	work: Work,
	organisationId: string,
	query: ArenaQuery & { readonly words: readonly string[] },
): Promise<readonly ListedRow[]> {
	const { sort = "next", descending = false, offset = 0, pageSize = null } = query;
	const conditions = [
		sql`a.readers @> array[${organisationId}::uuid]`,
		sql`a.ended_on is null`,
		...query.words.map((word) => sql`a.search_name like ${`%${word}%`}`),
	];
	const { rows } = await sql<ListedRow>`
		select *, count(*) over () total from (
			select a.id, a.name, a.kind, a.level,
				array(select p.party_id from meeting.party p
					where p.organisation_id = a.organisation_id and p.arena_id = a.id order by p.party_id) "partyIds",
				(select min(m.starts_at) from meeting.meeting m where m.organisation_id = a.organisation_id
					and m.arena_id = a.id and m.state in ('planned', 'invited') and m.ends_at > ${work.now}) next,
				(select max(m.starts_at) from meeting.meeting m where m.organisation_id = a.organisation_id
					and m.arena_id = a.id and m.state = 'held') last,
				(select count(*)::int from meeting.decision d where d.organisation_id = a.organisation_id
					and d.arena_id = a.id and d.state = 'open') open,
				(select count(*)::int from meeting.decision d where d.organisation_id = a.organisation_id
					and d.arena_id = a.id and d.state = 'open' and d.due_on < ${work.today}) late
			from meeting.arena a where ${sql.join(conditions, sql` and `)}
		) found
		order by ${arenaOrders[sort]} ${descending ? sql`desc nulls last` : sql`asc nulls last`}, name collate house.norwegian, id
		limit ${pageSize} offset ${offset}`.execute(work.db);
	return rows;
}

function arenaColumns(facts: ArenaFacts, agreementOrganisationId: string | null) {
	return {
		...{ name: facts.name, purpose: facts.purpose, kind: facts.kind, level: facts.level },
		...{ meetings_a_year: facts.meetingsAYear, agreement_id: facts.agreementId },
		...{ agreement_organisation_id: agreementOrganisationId },
		...{ speaks_for: facts.speaksFor, chair_rotates: facts.chairRotates },
	};
}

export async function insertArena(
	work: Work,
	{ organisationId, id }: Key,
	facts: ArenaFacts,
	given: {
		readonly agreementOrganisationId: string | null;
		readonly searchName: string;
		readonly readers: readonly string[];
	},
): Promise<void> {
	await work.db
		.insertInto("meeting.arena")
		.values({
			...{ organisation_id: organisationId, id, created_at: work.now, search_name: given.searchName },
			...arenaColumns(facts, given.agreementOrganisationId),
			readers: [...given.readers],
		})
		.execute();
}

/** Changes an arena in the version that was looked at; false where somebody else was first. */
export async function updateArena(
	work: Work,
	{ organisationId, id, version }: Pick<Arena, "organisationId" | "id" | "version">,
	change:
		| { readonly facts: ArenaFacts; readonly agreementOrganisationId: string | null; readonly searchName: string }
		| { readonly endedOn: string },
): Promise<boolean> {
	const columns =
		"endedOn" in change
			? { ended_on: change.endedOn }
			: { ...arenaColumns(change.facts, change.agreementOrganisationId), search_name: change.searchName };
	const changed = await work.db
		.updateTable("meeting.arena")
		.set({ ...columns, version: version + 1 })
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.where("version", "=", version)
		.executeTakeFirst();
	return changed.numUpdatedRows === 1n;
}

export async function listParties(work: Work, key: Key): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`select party_id id from meeting.party where ${of(key)}`.execute(work.db);
	return rows.map(({ id }) => id);
}

export async function insertParty(work: Work, key: Key, partyId: string, readers: readonly string[]): Promise<void> {
	await work.db
		.insertInto("meeting.party")
		.values({
			...{ organisation_id: key.organisationId, arena_id: key.id, party_id: partyId, readers: [...readers] },
		})
		.execute();
}

export async function deleteParty(work: Work, key: Key, partyId: string): Promise<void> {
	await sql`delete from meeting.party where ${of(key)} and party_id = ${partyId}`.execute(work.db);
}

/** Says who reads an arena from now on, in every row of it. */
export async function giveAccess(work: Work, key: Key, readers: readonly string[]): Promise<void> {
	await sql`select meeting.give_access(${key.organisationId}, ${key.id}, ${[...readers]}::uuid[])`.execute(work.db);
}

export async function listSeats(work: Work, key: Key): Promise<Seat[]> {
	const { rows } =
		await sql<Seat>`select id, party_id "partyId", role, represents, duty, person_id "personId", name, email,
		deputy_name "deputyName", deputy_email "deputyEmail", valid_from "validFrom", valid_to "validTo", sort, version
		from meeting.seat where ${of(key)}
		order by array_position(array['chair', 'secretary', 'member'], duty), sort, id`.execute(work.db);
	return rows;
}

function seatColumns(facts: SeatFacts, personId: string | null) {
	return {
		...{ party_id: facts.partyId, role: facts.role, represents: facts.represents, duty: facts.duty },
		...{ person_id: personId, name: facts.name, email: facts.email },
		...{ deputy_name: facts.deputyName, deputy_email: facts.deputyEmail },
	};
}

export async function insertSeat(
	work: Work,
	key: Key,
	facts: SeatFacts & { readonly id: string; readonly sort: number; readonly personId: string | null },
	readers: readonly string[],
): Promise<void> {
	await work.db
		.insertInto("meeting.seat")
		.values({
			...{ organisation_id: key.organisationId, arena_id: key.id, id: facts.id, sort: facts.sort },
			...seatColumns(facts, facts.personId),
			...{ valid_from: work.today, readers: [...readers] },
		})
		.execute();
}

export async function updateSeat(
	work: Work,
	key: Key,
	seatId: string,
	facts: SeatFacts & { readonly personId: string | null },
	version: number,
): Promise<boolean> {
	const changed = await work.db
		.updateTable("meeting.seat")
		.set({ ...seatColumns(facts, facts.personId), version: version + 1 })
		.where("organisation_id", "=", key.organisationId)
		.where("arena_id", "=", key.id)
		.where("id", "=", seatId)
		.where("version", "=", version)
		.executeTakeFirst();
	return changed.numUpdatedRows === 1n;
}

/** A seat that nobody has sat in is gone; one that has ends today, and what it did stays. */
export async function endSeat(work: Work, key: Key, seatId: string, used: boolean): Promise<void> {
	if (used)
		await sql`update meeting.seat set valid_to = ${work.today}, version = version + 1
			where ${of(key)} and id = ${seatId}`.execute(work.db);
	else await sql`delete from meeting.seat where ${of(key)} and id = ${seatId}`.execute(work.db);
}

const meetingColumns = sql`id, organisation_id "organisationId", arena_id "arenaId", starts_at "startsAt", ends_at "endsAt",
	place, link, state, minutes_approved_at "minutesApprovedAt", cancelled_because "cancelledBecause", version`;

/** Every meeting of an arena, the first one first. */
export async function listMeetings(work: Work, key: Key): Promise<Meeting[]> {
	const { rows } = await sql<Meeting>`select ${meetingColumns} from meeting.meeting where ${of(key)}
		order by starts_at, id`.execute(work.db);
	return rows;
}

export async function findMeeting(work: Work, id: string): Promise<Meeting | undefined> {
	const { rows } = await sql<Meeting>`select ${meetingColumns} from meeting.meeting where id = ${id}`.execute(work.db);
	return rows[0];
}

export async function insertMeeting(
	work: Work,
	key: Key,
	one: Pick<Meeting, "id" | "startsAt" | "endsAt" | "place" | "link">,
	readers: readonly string[],
): Promise<void> {
	await work.db
		.insertInto("meeting.meeting")
		.values({
			...{ organisation_id: key.organisationId, arena_id: key.id, id: one.id, starts_at: one.startsAt },
			...{ ends_at: one.endsAt, place: one.place, link: one.link, changed_at: work.now, readers: [...readers] },
		})
		.execute();
}

/** Changes a meeting in the version that was looked at; false where somebody else was first. */
export async function updateMeeting(
	work: Work,
	{ organisationId, arenaId, id, version }: Pick<Meeting, "organisationId" | "arenaId" | "id" | "version">,
	change: Partial<{
		starts_at: Date;
		ends_at: Date;
		place: string;
		link: string | null;
		state: Meeting["state"];
		minutes_approved_at: Date | null;
		cancelled_because: string;
	}>,
): Promise<boolean> {
	const changed = await work.db
		.updateTable("meeting.meeting")
		.set({ ...change, changed_at: work.now, version: version + 1 })
		.where("organisation_id", "=", organisationId)
		.where("arena_id", "=", arenaId)
		.where("id", "=", id)
		.where("version", "=", version)
		.executeTakeFirst();
	return changed.numUpdatedRows === 1n;
}

const itemColumns = sql`id, meeting_id "meetingId", kind, title, body, asked_by "askedBy", asked_by_name "askedByName",
	decision_id "decisionId", minutes, outcome, sort, version`;

/** The items of a meeting (null: asked for and not yet placed), in their order; or of every meeting. */
export async function listItems(work: Work, key: Key, meetingId: string | null | "every"): Promise<Item[]> {
	const where =
		meetingId === "every"
			? sql`meeting_id is not null`
			: meetingId === null
				? sql`meeting_id is null`
				: sql`meeting_id = ${meetingId}`;
	const { rows } = await sql<Item>`select ${itemColumns} from meeting.item where ${of(key)} and ${where}
		order by sort, id`.execute(work.db);
	return rows;
}

export async function insertItem(
	work: Work,
	key: Key,
	one: Pick<Item, "id" | "meetingId" | "kind" | "title" | "body" | "askedBy" | "askedByName" | "decisionId" | "sort">,
	readers: readonly string[],
): Promise<void> {
	await work.db
		.insertInto("meeting.item")
		.values({
			...{ organisation_id: key.organisationId, arena_id: key.id, id: one.id, meeting_id: one.meetingId },
			...{ kind: one.kind, title: one.title, body: one.body, asked_by: one.askedBy, asked_by_name: one.askedByName },
			...{ decision_id: one.decisionId, sort: one.sort, readers: [...readers] },
		})
		.execute();
}

/** Changes an item in the version that was looked at; false where somebody else was first. */
export async function updateItem(
	work: Work,
	key: Key,
	itemId: string,
	change: Partial<{
		meeting_id: string | null;
		kind: Item["kind"];
		title: string;
		body: string;
		sort: number;
		minutes: string;
		outcome: Item["outcome"];
	}>,
	version?: number,
): Promise<boolean> {
	let query = work.db
		.updateTable("meeting.item")
		.set({ ...change, version: sql<number>`version + 1` })
		.where("organisation_id", "=", key.organisationId)
		.where("arena_id", "=", key.id)
		.where("id", "=", itemId);
	if (version !== undefined) query = query.where("version", "=", version);
	return (await query.executeTakeFirst()).numUpdatedRows === 1n;
}

export async function deleteItem(work: Work, key: Key, itemId: string): Promise<void> {
	await sql`delete from meeting.item where ${of(key)} and id = ${itemId}`.execute(work.db);
}

const decisionColumns = sql`d.id, d.organisation_id "organisationId", d.arena_id "arenaId", d.meeting_id "meetingId",
	d.item_id "itemId", d.body, d.seat_id "seatId", d.owner_name "ownerName", d.due_on "dueOn", d.state, d.note,
	d.settled_on "settledOn", d.decided_on "decidedOn", d.version`;

/** Every decision of an arena, newest first. */
export async function listDecisions(work: Work, key: Key): Promise<Decision[]> {
	const { rows } = await sql<Decision>`select ${decisionColumns} from meeting.decision d
		where d.organisation_id = ${key.organisationId} and d.arena_id = ${key.id}
		order by d.decided_on desc, d.id`.execute(work.db);
	return rows;
}

const decisionOrders: Readonly<Record<DecisionSort, RawBuilder<unknown>>> = {
	urgent: sql`array_position(array['late', 'open', 'done', 'dropped'], standing), "dueOn" nulls last, "decidedOn" desc`,
	decided: sql`"decidedOn"`,
	due: sql`"dueOn"`,
	owner: sql`"ownerName" collate house.norwegian`,
	arena: sql`"arenaName" collate house.norwegian`,
};

/** A page of decisions across arenas and years: those that are late first, unless asked otherwise. */
export async function searchDecisions(
	work: Work,
	organisationId: string,
	query: DecisionQuery & { readonly words: readonly string[] },
): Promise<readonly (ListedDecision & { total: number })[]> {
	const { sort = "urgent", descending = false, offset = 0, pageSize = null } = query;
	const standing = sql`case when d.state = 'open' and d.due_on < ${work.today} then 'late' else d.state end`;
	const conditions = [
		sql`d.readers @> array[${organisationId}::uuid]`,
		...(query.standing === undefined ? [] : [sql`${standing} = ${query.standing}`]),
		...(query.arenaId === undefined ? [] : [sql`d.arena_id = ${query.arenaId}`]),
		...query.words.map((word) => sql`d.search_name like ${`%${word}%`}`),
	];
	const order =
		sort === "urgent"
			? decisionOrders.urgent
			: sql`${decisionOrders[sort]} ${descending ? sql`desc nulls last` : sql`asc nulls last`}`;
	const { rows } = await sql<ListedDecision & { total: number }>`
		select *, count(*) over () total from (
			select ${decisionColumns}, ${standing} standing, a.name "arenaName", i.title "itemTitle"
			from meeting.decision d
			join meeting.arena a on a.organisation_id = d.organisation_id and a.id = d.arena_id
			join meeting.item i on i.organisation_id = d.organisation_id and i.arena_id = d.arena_id and i.id = d.item_id
			where ${sql.join(conditions, sql` and `)}
		) found
		order by ${order}, id limit ${pageSize} offset ${offset}`.execute(work.db);
	return rows;
}

export async function insertDecision(
	work: Work,
	key: Key,
	one: Pick<Decision, "id" | "meetingId" | "itemId" | "body" | "seatId" | "ownerName" | "dueOn" | "decidedOn">,
	given: { readonly searchName: string; readonly readers: readonly string[] },
): Promise<void> {
	await work.db
		.insertInto("meeting.decision")
		.values({
			...{ organisation_id: key.organisationId, arena_id: key.id, id: one.id, meeting_id: one.meetingId },
			...{ item_id: one.itemId, body: one.body, seat_id: one.seatId, owner_name: one.ownerName, due_on: one.dueOn },
			...{ decided_on: one.decidedOn, search_name: given.searchName, readers: [...given.readers] },
		})
		.execute();
}

export async function updateDecision(
	work: Work,
	key: Key,
	decisionId: string,
	change: { readonly state: Decision["state"]; readonly note: string; readonly settledOn: string | null },
	version: number,
): Promise<boolean> {
	const changed = await work.db
		.updateTable("meeting.decision")
		.set({ state: change.state, note: change.note, settled_on: change.settledOn, version: version + 1 })
		.where("organisation_id", "=", key.organisationId)
		.where("arena_id", "=", key.id)
		.where("id", "=", decisionId)
		.where("version", "=", version)
		.executeTakeFirst();
	return changed.numUpdatedRows === 1n;
}

export async function deleteDecision(work: Work, key: Key, decisionId: string): Promise<void> {
	await sql`delete from meeting.decision where ${of(key)} and id = ${decisionId}`.execute(work.db);
}

/** Who was asked to a meeting, what they answered and who came; or to every meeting of the arena. */
export async function listPresence(work: Work, key: Key, meetingId: string | "every"): Promise<Presence[]> {
	const { rows } =
		await sql<Presence>`select id, seat_id "seatId", answer, answered_at "answeredAt", came, name, version
		from meeting.presence where ${of(key)} and ${meetingId === "every" ? sql`true` : sql`meeting_id = ${meetingId}`}`.execute(
			work.db,
		);
	return rows;
}

export async function insertPresence(
	work: Work,
	key: Key,
	one: { readonly meetingId: string; readonly seatId: string; readonly id: string },
	readers: readonly string[],
): Promise<void> {
	await work.db
		.insertInto("meeting.presence")
		.values({
			...{ organisation_id: key.organisationId, arena_id: key.id, meeting_id: one.meetingId, seat_id: one.seatId },
			...{ id: one.id, readers: [...readers] },
		})
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

export async function updatePresence(
	work: Work,
	key: Key,
	{ meetingId, seatId }: { readonly meetingId: string; readonly seatId: string },
	change: Partial<{ answer: Presence["answer"]; answered_at: Date; came: Presence["came"]; name: string }>,
): Promise<boolean> {
	const changed = await work.db
		.updateTable("meeting.presence")
		.set({ ...change, version: sql<number>`version + 1` })
		.where("organisation_id", "=", key.organisationId)
		.where("arena_id", "=", key.id)
		.where("meeting_id", "=", meetingId)
		.where("seat_id", "=", seatId)
		.executeTakeFirst();
	return changed.numUpdatedRows === 1n;
}

/** Which meeting and seat an invitation (by its id) is for. */
export async function findInvited(
	work: Work,
	presenceId: string,
): Promise<{ readonly arenaId: string; readonly meetingId: string; readonly seatId: string } | undefined> {
	const { rows } = await sql<{ arenaId: string; meetingId: string; seatId: string }>`
		select arena_id "arenaId", meeting_id "meetingId", seat_id "seatId" from meeting.presence where id = ${presenceId}`.execute(
		work.db,
	);
	return rows[0];
}

/** The account of a person of an organisation by e-mail address, where there is one: their seat is in their calendar. */
export async function findPerson(work: Work, organisationId: string, email: string): Promise<string | null> {
	const { rows } = await sql<{ id: string }>`select m.person_id id from organisation.membership m
		where m.organisation_id = ${organisationId} and m.person_id is not null and lower(m.email) = lower(${email})
			and (m.valid_to is null or m.valid_to >= ${work.today}) limit 1`.execute(work.db);
	return rows[0]?.id ?? null;
}
