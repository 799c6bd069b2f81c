import { type RawBuilder, type SqlBool, sql } from "kysely";
import { newId, type Work } from "../../../database/work.server.ts";
import type { EnquirySort, Step } from "./codes.ts";
import type { Enquiry, EnquiryQuery, EnquiryStep, ListedEnquiry } from "./contract.ts";
import type { Answering } from "./rules.ts";

/** An enquiry by its key: who asks, and its id. */
export type EnquiryKey = Pick<Enquiry, "organisationId" | "id">;

const columns = sql`e.id, e.organisation_id "organisationId", e.receiver_id "receiverId", e.arena_id "arenaId",
	e.arena_organisation_id "arenaOrganisationId", e.arena_name "arenaName", e.asks, e.subject, e.body, e.theme,
	e.unit_name "unitName", e.due_on "dueOn", e.state, e.reason, e.responsibility, e.unit_id "unitId",
	e.contact_id "contactId", e.contact_name "contactName", e.contact_email "contactEmail", e.owner_id "ownerId",
	e.owner_name "ownerName", e.sent_at "sentAt", e.sent_by "sentBy", e.sent_by_name "sentByName",
	e.asked_back_on "askedBackOn", e.reminded_on "remindedOn", e.escalated_on "escalatedOn", e.settled_on "settledOn", e.version`;

export async function findEnquiry(
	work: Work,
	id: string,
): Promise<(Enquiry & { readonly readers: readonly string[] }) | undefined> {
	const { rows } = await sql<Enquiry & { readonly readers: readonly string[] }>`
		select ${columns}, e.readers from meeting.enquiry e where e.id = ${id}`.execute(work.db);
	return rows[0];
}

export async function insertEnquiry(
	work: Work,
	one: Omit<Enquiry, "state" | "reason" | "remindedOn" | "escalatedOn" | "settledOn" | "askedBackOn" | "version">,
	given: { readonly readers: readonly string[]; readonly searchName: string },
): Promise<void> {
	await work.db
		.insertInto("meeting.enquiry")
		.values({
			...{ organisation_id: one.organisationId, id: one.id, receiver_id: one.receiverId, arena_id: one.arenaId },
			...{ arena_organisation_id: one.arenaOrganisationId, arena_name: one.arenaName, asks: one.asks },
			...{ subject: one.subject, body: one.body, theme: one.theme, unit_name: one.unitName, due_on: one.dueOn },
			...{ responsibility: one.responsibility, unit_id: one.unitId, contact_id: one.contactId },
			...{ contact_name: one.contactName, contact_email: one.contactEmail, owner_id: one.ownerId },
			...{ owner_name: one.ownerName, sent_at: one.sentAt, sent_by: one.sentBy, sent_by_name: one.sentByName },
			...{ search_name: given.searchName, readers: [...given.readers] },
		})
		.execute();
}

/** Changes an enquiry in the version that was looked at; false where somebody else was first. */
export async function updateEnquiry(
	work: Work,
	{ organisationId, id, version }: EnquiryKey & Pick<Enquiry, "version">,
	change: Partial<{
		state: Enquiry["state"];
		reason: Enquiry["reason"];
		due_on: string;
		receiver_id: string;
		responsibility: string;
		unit_id: string | null;
		contact_id: string | null;
		contact_name: string | null;
		contact_email: string | null;
		owner_id: string | null;
		owner_name: string | null;
		asked_back_on: string | null;
		reminded_on: string | null;
		escalated_on: string | null;
		settled_on: string;
		readers: string[];
		search_name: string;
	}>,
): Promise<boolean> {
	const changed = await work.db
		.updateTable("meeting.enquiry")
		.set({ ...change, version: version + 1 })
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.where("version", "=", version)
		.executeTakeFirst();
	return changed.numUpdatedRows === 1n;
}

/** What happened to an enquiry, the first first. */
export async function listSteps(work: Work, { organisationId, id }: EnquiryKey): Promise<EnquiryStep[]> {
	const { rows } =
		await sql<EnquiryStep>`select id, at, what, body, by_organisation_id "byOrganisationId", by_name "byName"
		from meeting.enquiry_step where organisation_id = ${organisationId} and enquiry_id = ${id} order by at, id`.execute(
			work.db,
		);
	return rows;
}

export async function insertStep(
	work: Work,
	{ organisationId, id }: EnquiryKey,
	one: {
		readonly what: Step;
		readonly body: string;
		readonly byOrganisationId: string | null;
		readonly byId: string | null;
		readonly byName: string;
	},
	readers: readonly string[],
): Promise<void> {
	await work.db
		.insertInto("meeting.enquiry_step")
		.values({
			...{ organisation_id: organisationId, enquiry_id: id, id: newId(), at: work.now, what: one.what, body: one.body },
			...{ by_organisation_id: one.byOrganisationId, by_id: one.byId, by_name: one.byName, readers: [...readers] },
		})
		.execute();
}

/** Who reads the thread from now on. */
export async function shareSteps(
	work: Work,
	{ organisationId, id }: EnquiryKey,
	readers: readonly string[],
): Promise<void> {
	await work.db
		.updateTable("meeting.enquiry_step")
		.set({ readers: [...readers] })
		.where("organisation_id", "=", organisationId)
		.where("enquiry_id", "=", id)
		.execute();
}

const orders: Readonly<Record<Exclude<EnquirySort, "urgent">, RawBuilder<unknown>>> = {
	due: sql`"dueOn"`,
	subject: sql`subject collate house.norwegian`,
	from: sql`"fromName" collate house.norwegian`,
	to: sql`"toName" collate house.norwegian`,
	sent: sql`"sentAt"`,
};

const nameOf = (
	id: RawBuilder<unknown>,
	today: string,
) => sql<string>`coalesce((select i.name from organisation.identity i
	where i.organisation_id = ${id} order by (i.valid_from <= ${today}) desc, i.valid_from desc limit 1), '')`;

function boxOf(box: EnquiryQuery["box"], own: string): RawBuilder<SqlBool> {
	if (box === "received") return sql`e.receiver_id = ${own}`;
	if (box === "sent") return sql`e.organisation_id = ${own}`;
	if (box === "members") return sql`e.arena_id is not null and e.receiver_id <> ${own} and e.organisation_id <> ${own}`;
	return sql`true`;
}

/** A page of what an organisation asks and is asked: what is open first, by day, unless asked otherwise. */
export async function listEnquiries(
	work: Work,
	organisationId: string,
	query: EnquiryQuery & { readonly words: readonly string[] },
): Promise<readonly (ListedEnquiry & { readonly total: number })[]> {
	const { sort = "urgent", descending = false, offset = 0, pageSize = null } = query;
	const standing = sql`case when e.state in ('sent', 'taken') and e.due_on < ${work.today} then 'late' else e.state end`;
	const conditions = [
		sql`e.readers @> array[${organisationId}::uuid]`,
		boxOf(query.box, organisationId),
		...(query.standing === undefined ? [] : [sql`${standing} = ${query.standing}`]),
		...(query.asks === undefined ? [] : [sql`e.asks = ${query.asks}`]),
		...query.words.map((word) => sql`e.search_name like ${`%${word}%`}`),
	];
	const order =
		sort === "urgent"
			? sql`(state in ('sent', 'taken', 'asked-back')) desc, case when state in ('sent', 'taken', 'asked-back') then "dueOn" end,
				"sentAt" desc`
			: sql`${orders[sort]} ${descending ? sql`desc` : sql`asc`}`;
	const { rows } = await sql<ListedEnquiry & { total: number }>`
		select *, count(*) over () total from (
			select ${columns}, ${standing} standing, ${nameOf(sql`e.organisation_id`, work.today)} "fromName",
				case when e.arena_name <> '' then e.arena_name else ${nameOf(sql`e.receiver_id`, work.today)} end "toName",
				(${work.today}::date - (e.sent_at at time zone 'Europe/Oslo')::date) waited
			from meeting.enquiry e where ${sql.join(conditions, sql` and `)}
		) found
		order by ${order}, id limit ${pageSize} offset ${offset}`.execute(work.db);
	return rows;
}

export type CountedReceiver = Answering & {
	readonly receiverId: string;
	readonly name: string;
	readonly refused: number;
};

/** How what an organisation asked, and was asked, came out: by who was to answer. From a day on, withdrawn ones left out. */
export async function countAnswering(work: Work, organisationId: string, from: string): Promise<CountedReceiver[]> {
	const { rows } = await sql<CountedReceiver>`
		select * from (select counted.*, ${nameOf(sql`counted."receiverId"`, work.today)} name from (select e.receiver_id "receiverId",
			count(*) filter (where e.settled_on <= e.due_on)::int "inTime",
			count(*) filter (where e.settled_on > e.due_on)::int late,
			count(*) filter (where e.state in ('sent', 'taken') and e.due_on < ${work.today})::int unanswered,
			count(*) filter (where e.state = 'asked-back' or (e.state in ('sent', 'taken') and e.due_on >= ${work.today}))::int waiting,
			count(*) filter (where e.state = 'refused')::int refused
		from meeting.enquiry e
		where (e.organisation_id = ${organisationId} or e.receiver_id = ${organisationId})
			and e.state <> 'withdrawn' and (e.sent_at at time zone 'Europe/Oslo')::date >= ${from}
		group by e.receiver_id) counted) named
		order by ("receiverId" = ${organisationId}) desc, name collate house.norwegian`.execute(work.db);
	return rows;
}

export type SpeakingArena = EnquiryKey & { readonly name: string; readonly partyIds: readonly string[] };

/** Every arena that may answer on behalf of parties. */
export async function listSpeaking(work: Work): Promise<SpeakingArena[]> {
	const { rows } = await sql<SpeakingArena>`select organisation_id "organisationId", id, name, party_ids "partyIds"
		from meeting.speaking_arenas() order by name collate house.norwegian, id`.execute(work.db);
	return rows;
}

const ids = ({ rows }: { readonly rows: readonly { readonly id: string | null }[] }): string[] =>
	rows.flatMap(({ id }) => id ?? []);

/** Accounts with one of these roles for the whole of an organisation. */
export async function listPeopleAt(work: Work, organisationId: string, roles: readonly string[]): Promise<string[]> {
	return ids(await sql<{ id: string }>`select meeting.people_at(${organisationId}, ${[...roles]}) id`.execute(work.db));
}

/** The account behind a role somebody is a contact by; null where there is none. */
export async function findAccount(work: Work, organisationId: string, membershipId: string): Promise<string | null> {
	const { rows } = await sql<{
		id: string | null;
	}>`select meeting.account_of(${organisationId}, ${membershipId}) id`.execute(work.db);
	return rows[0]?.id ?? null;
}

/** Accounts with the chair of an arena, or its minutes. */
export async function listLeaders(work: Work, organisationId: string, arenaId: string): Promise<string[]> {
	return ids(await sql<{ id: string }>`select meeting.leaders_of(${organisationId}, ${arenaId}) id`.execute(work.db));
}

/** Enquiries whose day is behind and that nobody has answered. */
export async function listLate(work: Work): Promise<readonly EnquiryKey[]> {
	const { rows } = await sql<EnquiryKey>`select organisation_id "organisationId", id from meeting.enquiry
		where state in ('sent', 'taken') and due_on < ${work.today} and (reminded_on is null or escalated_on is null)
		order by due_on, id`.execute(work.db);
	return rows;
}

/** Removes what was settled before a day, with its thread. Gives how many. */
export async function forgetSettled(work: Work, before: string): Promise<number> {
	const { rows } = await sql<{
		id: string;
	}>`delete from meeting.enquiry where settled_on < ${before} returning id`.execute(work.db);
	return rows.length;
}
