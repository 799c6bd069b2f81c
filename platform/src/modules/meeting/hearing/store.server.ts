import { type RawBuilder, sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import { foldName } from "../../../geography/search.ts";
import { type Language, languages } from "../../../language.ts";
import { type Written, type WrittenInAll, written } from "../../../registry/written.server.ts";
import type { HearingState, Reply } from "./codes.ts";
import type { Hearing, HearingFacts, Input, Invitee, InviteeFacts } from "./contract.ts";

/** A hearing by its key. */
export type Key = { readonly organisationId: string; readonly id: string };

const of = ({ organisationId, id }: Key) => sql`organisation_id = ${organisationId} and hearing_id = ${id}`;

/** A hearing the asker may read. */
export async function findHearing(work: Work, id: string): Promise<Hearing | undefined> {
	const { rows } = await sql<Hearing>`
		select id, organisation_id "organisationId", title, body, question, object_kind "objectKind", object_id "objectId",
			phase, last_day "lastDay", shows_all "showsAll", state, language, opened_on "openedOn", settled_on "settledOn",
			conclusion, withdrawn_because "withdrawnBecause", version
		from meeting.hearing where id = ${id}`.execute(work.db);
	return rows[0];
}

function columnsOf(facts: HearingFacts) {
	return {
		...{ title: facts.title, body: facts.body, question: facts.question, phase: facts.phase, last_day: facts.lastDay },
		...{ shows_all: facts.showsAll, object_kind: facts.objectKind, object_id: facts.objectId },
		search_name: foldName(`${facts.title} ${facts.question}`),
	};
}

export async function insertHearing(work: Work, { organisationId, id }: Key, facts: HearingFacts): Promise<void> {
	await work.db
		.insertInto("meeting.hearing")
		.values({ organisation_id: organisationId, id, created_at: work.now, ...columnsOf(facts) })
		.execute();
}

type Change = {
	readonly state?: HearingState;
	readonly language?: string;
	readonly last_day?: string;
	readonly opened_on?: string;
	readonly settled_on?: string;
	readonly conclusion?: string;
	readonly withdrawn_because?: string;
};

/** Changes a hearing in the version that was looked at; false where somebody else was first. */
export async function updateHearing(
	work: Work,
	{ organisationId, id, version }: Pick<Hearing, "organisationId" | "id" | "version">,
	change: { readonly facts: HearingFacts } | Change,
): Promise<boolean> {
	const columns = "facts" in change ? columnsOf(change.facts) : change;
	const changed = await work.db
		.updateTable("meeting.hearing")
		.set({ ...columns, version: version + 1 })
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.where("version", "=", version)
		.executeTakeFirst();
	return changed.numUpdatedRows === 1n;
}

export async function deleteHearing(work: Work, { organisationId, id }: Key): Promise<void> {
	await sql`delete from meeting.hearing where organisation_id = ${organisationId} and id = ${id}`.execute(work.db);
}

export async function listInvitees(work: Work, key: Key): Promise<Invitee[]> {
	const { rows } = await sql<Invitee>`
		select id, role, name, email, party_id "partyId", person_id "personId", invited_at "invitedAt",
			reminded_at "remindedAt", no_remarks_at "noRemarksAt"
		from meeting.hearing_invitee where ${of(key)} order by id`.execute(work.db);
	return rows;
}

/** Which hearing somebody is invited to. */
export async function findHearingOf(work: Work, inviteeId: string): Promise<string | undefined> {
	const { rows } = await sql<{ hearingId: string }>`
		select hearing_id "hearingId" from meeting.hearing_invitee where id = ${inviteeId}`.execute(work.db);
	return rows[0]?.hearingId;
}

export async function insertInvitee(
	work: Work,
	key: Key,
	facts: InviteeFacts & { readonly id: string; readonly personId: string | null },
): Promise<void> {
	await work.db
		.insertInto("meeting.hearing_invitee")
		.values({
			...{ organisation_id: key.organisationId, hearing_id: key.id, id: facts.id, role: facts.role, name: facts.name },
			...{ email: facts.email, party_id: facts.partyId, person_id: facts.personId },
		})
		.execute();
}

export async function updateInvitee(
	work: Work,
	key: Key,
	inviteeId: string,
	change: { readonly invited_at?: Date; readonly reminded_at?: Date; readonly no_remarks_at?: Date | null },
): Promise<void> {
	await work.db
		.updateTable("meeting.hearing_invitee")
		.set(change)
		.where("organisation_id", "=", key.organisationId)
		.where("hearing_id", "=", key.id)
		.where("id", "=", inviteeId)
		.execute();
}

export async function deleteInvitee(work: Work, key: Key, inviteeId: string): Promise<void> {
	await sql`delete from meeting.hearing_invitee where ${of(key)} and id = ${inviteeId}`.execute(work.db);
}

export async function listInputs(work: Work, key: Key): Promise<Input[]> {
	const { rows } = await sql<Input>`
		select id, invitee_id "inviteeId", body, given_at "givenAt", reply, because, replied_at "repliedAt",
			replied_by "repliedBy", version
		from meeting.hearing_input where ${of(key)} order by given_at, id`.execute(work.db);
	return rows;
}

export async function insertInput(
	work: Work,
	key: Key,
	given: { readonly id: string; readonly inviteeId: string; readonly body: string },
): Promise<void> {
	await work.db
		.insertInto("meeting.hearing_input")
		.values({
			...{ organisation_id: key.organisationId, hearing_id: key.id, id: given.id, invitee_id: given.inviteeId },
			...{ body: given.body, given_at: work.now },
		})
		.execute();
}

/** Answers an input, or answers it anew, in the version that was looked at. */
export async function updateInput(
	work: Work,
	key: Key,
	{ id, version }: Pick<Input, "id" | "version">,
	reply: { readonly reply: Reply; readonly because: string; readonly repliedBy: string | null },
): Promise<boolean> {
	const changed = await work.db
		.updateTable("meeting.hearing_input")
		.set({
			...{ reply: reply.reply, because: reply.because, replied_at: work.now, replied_by: reply.repliedBy },
			version: version + 1,
		})
		.where("organisation_id", "=", key.organisationId)
		.where("hearing_id", "=", key.id)
		.where("id", "=", id)
		.where("version", "=", version)
		.executeTakeFirst();
	return changed.numUpdatedRows === 1n;
}

/**
 * Says anew who reads a hearing besides its holder, from who is invited: each the hearing and their own, and all of it
 * where it is shown to all. Called after every step that changes one of these.
 */
export async function giveAccess(work: Work, key: Key): Promise<void> {
	const invited = sql`select array_agg(distinct i.person_id) from meeting.hearing_invitee i
		where i.organisation_id = ${key.organisationId} and i.hearing_id = ${key.id}
			and i.invited_at is not null and i.person_id is not null`;
	await sql`update meeting.hearing set people = coalesce((${invited}), '{}')
		where organisation_id = ${key.organisationId} and id = ${key.id}`.execute(work.db);
	const all = sql`exists (select from meeting.hearing h where h.organisation_id = ${key.organisationId} and h.id = ${key.id}
		and h.shows_all and h.state = 'answered')`;
	const own = (person: RawBuilder<unknown>) => sql`case when ${all} then coalesce((${invited}), '{}')
		when ${person} is null then '{}' else array[${person}] end`;
	await sql`update meeting.hearing_invitee t set people = ${own(sql`t.person_id`)}
		where ${of(key)} and t.invited_at is not null`.execute(work.db);
	await sql`update meeting.hearing_input t set people = ${own(sql`(select i.person_id from meeting.hearing_invitee i
		where i.organisation_id = t.organisation_id and i.hearing_id = t.hearing_id and i.id = t.invitee_id)`)}
		where ${of(key)}`.execute(work.db);
}

/** Hearings that somebody not yet known by account is invited to by this address. */
export async function tieInvitees(work: Work, personId: string, email: string): Promise<readonly Key[]> {
	const { rows } = await sql<Key>`
		update meeting.hearing_invitee set person_id = ${personId}
		where person_id is null and lower(email) = lower(${email})
		returning organisation_id "organisationId", hearing_id id`.execute(work.db);
	return rows;
}

/** Writes down what the object of a hearing says, in every language. */
export async function insertText(work: Work, { organisationId, id }: Key, text: WrittenInAll): Promise<void> {
	const rows = languages.map((language) => ({
		...{ organisation_id: organisationId, hearing_id: id, language, taken_at: work.now },
		body: JSON.stringify(text[language]),
	}));
	await work.db.insertInto("meeting.hearing_text").values(rows).execute();
}

/** What the object of a hearing said when it was sent; undefined where it said nothing that could be read. */
export async function findText(
	work: Work,
	{ organisationId, id }: Key,
	language: Language,
): Promise<Written | undefined> {
	const row = await work.db
		.selectFrom("meeting.hearing_text")
		.select("body")
		.where("organisation_id", "=", organisationId)
		.where("hearing_id", "=", id)
		.where("language", "=", language)
		.executeTakeFirst();
	return row && written.parse(row.body);
}

/** How many documents are attached to a hearing. */
export async function countDocuments(work: Work, { organisationId, id }: Key): Promise<number> {
	const { rows } = await sql<{ count: number }>`select count(*)::int count from meeting.document
		where organisation_id = ${organisationId} and hearing_id = ${id}`.execute(work.db);
	return rows[0]?.count ?? 0;
}
