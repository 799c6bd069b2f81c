import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { newId, type Work } from "../../../database/work.server.ts";
import type { AnswerValues } from "../../../forms/walk.ts";
import type { ApplicationState, PartyState } from "../codes.ts";
import {
	type Application,
	claimed,
	type HeldFact,
	heldFact,
	type Line,
	type LineFacts,
	type Party,
	yearAmount,
} from "./contract.ts";

type Key = { readonly organisationId: string; readonly id: string };

const columns = sql`organisation_id "organisationId", id, call_organisation_id "callOrganisationId", call_id "callId", number,
	collection_id "collectionId", answer_id "answerId", joint, state, changing, sent, reference, withdrawn_at "withdrawnAt",
	withdrawn_reason "withdrawnReason", version`;

export async function findApplication(work: Work, id: string): Promise<Application | undefined> {
	const { rows } = await sql<Application>`select ${columns} from funding.application where id = ${id}`.execute(work.db);
	return rows[0];
}

export async function insertApplication(
	work: Work,
	made: Pick<
		Application,
		| "organisationId"
		| "id"
		| "callOrganisationId"
		| "callId"
		| "number"
		| "collectionId"
		| "answerId"
		| "joint"
		| "reference"
	> & { readonly by: string },
): Promise<void> {
	await work.db
		.insertInto("funding.application")
		.values({
			...{ organisation_id: made.organisationId, id: made.id, call_organisation_id: made.callOrganisationId },
			...{ call_id: made.callId, number: made.number, collection_id: made.collectionId, answer_id: made.answerId },
			...{ joint: made.joint, reference: made.reference, created_at: work.now, created_by: made.by },
		})
		.execute();
}

type Change = {
	readonly number?: number;
	readonly answerId?: string;
	readonly state?: ApplicationState;
	readonly changing?: boolean;
	readonly sent?: number;
	readonly withdrawnReason?: string;
};

/** Writes an application in the version that was looked at; false where another was first. */
export async function updateApplication(
	work: Work,
	{ organisationId, id, version }: Key & { readonly version: number },
	{ number, answerId, state, changing, sent, withdrawnReason }: Change,
): Promise<boolean> {
	const updated = await work.db
		.updateTable("funding.application")
		.set({
			version: version + 1,
			...(number === undefined ? {} : { number }),
			...(answerId === undefined ? {} : { answer_id: answerId }),
			...(state === undefined ? {} : { state }),
			...(changing === undefined ? {} : { changing }),
			...(sent === undefined ? {} : { sent }),
			...(withdrawnReason === undefined ? {} : { withdrawn_at: work.now, withdrawn_reason: withdrawnReason }),
		})
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.where("version", "=", version)
		.executeTakeFirst();
	return updated.numUpdatedRows === 1n;
}

/** Takes away an application that was never sent. */
export async function deleteApplication(work: Work, { organisationId, id }: Key): Promise<void> {
	await work.db
		.deleteFrom("funding.application")
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.execute();
}

/** Who applies, the lead first. */
export async function listParties(work: Work, { organisationId, id }: Key): Promise<readonly Party[]> {
	const { rows } = await sql<Party>`
		select p.party_id id, i.name, o.kind, p.state, p.part, p.moved_at "movedAt", p.moved_by "movedBy", p.because, p.version
		from funding.application_party p
		join organisation.organisation o on o.id = p.party_id
		join organisation.identity i on i.organisation_id = p.party_id and i.valid_from <= ${work.today}
			and (i.valid_to is null or i.valid_to >= ${work.today})
		where p.organisation_id = ${organisationId} and p.application_id = ${id}
		order by p.state <> 'lead', i.name collate house.norwegian`.execute(work.db);
	return rows;
}

export async function insertParty(
	work: Work,
	{ organisationId, id }: Key,
	party: { readonly id: string; readonly state: PartyState; readonly by: string },
): Promise<void> {
	await work.db
		.insertInto("funding.application_party")
		.values({
			...{ organisation_id: organisationId, application_id: id, party_id: party.id, state: party.state },
			...{ moved_at: work.now, moved_by: party.by },
		})
		.execute();
}

type Move = {
	readonly state?: PartyState;
	readonly part?: string;
	readonly because?: string;
	readonly by: string;
};

/** Writes a party's own row in the version that was looked at; false where another was first. */
export async function updateParty(
	work: Work,
	{ organisationId, id }: Key,
	party: Pick<Party, "id" | "version">,
	{ state, part, because, by }: Move,
): Promise<boolean> {
	const updated = await work.db
		.updateTable("funding.application_party")
		.set({
			version: party.version + 1,
			...(state === undefined ? {} : { state, moved_at: work.now, moved_by: by }),
			...(part === undefined ? {} : { part }),
			...(because === undefined ? {} : { because }),
		})
		.where("organisation_id", "=", organisationId)
		.where("application_id", "=", id)
		.where("party_id", "=", party.id)
		.where("version", "=", party.version)
		.executeTakeFirst();
	return updated.numUpdatedRows === 1n;
}

export async function deleteParty(work: Work, { organisationId, id }: Key, partyId: string): Promise<void> {
	await work.db
		.deleteFrom("funding.application_party")
		.where("organisation_id", "=", organisationId)
		.where("application_id", "=", id)
		.where("party_id", "=", partyId)
		.execute();
}

const amounts = z.array(yearAmount);

/** What is applied for, by party and in the order it was written. */
export async function listLines(work: Work, condition: RawBuilder<unknown>): Promise<readonly Line[]> {
	const { rows } = await sql<Omit<Line, "amounts" | "novelty"> & Record<"amounts" | "novelty", unknown>>`
		select l.id, l.party_id "partyId", l.title, l.category, l.people, l.novelty, l.argued, l.source, l.amounts
		from funding.application_line l where ${condition} order by l.party_id <> l.organisation_id, l.party_id, l.sort, l.id`.execute(
		work.db,
	);
	return rows.map((row) => ({ ...row, amounts: amounts.parse(row.amounts), novelty: claimed.parse(row.novelty) }));
}

/** Writes the lines of a party anew. */
export async function writeLines(
	work: Work,
	{ organisationId, id }: Key,
	partyId: string,
	lines: readonly LineFacts[],
): Promise<void> {
	await work.db
		.deleteFrom("funding.application_line")
		.where("organisation_id", "=", organisationId)
		.where("application_id", "=", id)
		.where("party_id", "=", partyId)
		.execute();
	if (lines.length === 0) return;
	await work.db
		.insertInto("funding.application_line")
		.values(
			lines.map((line, sort) => ({
				...{ organisation_id: organisationId, application_id: id, party_id: partyId, id: newId(), sort },
				...{ title: line.title, category: line.category, people: line.people, novelty: line.novelty },
				...{ argued: line.argued, source: line.source, amounts: JSON.stringify(line.amounts) },
			})),
		)
		.execute();
}

/** The facts the applicant has chosen to send along. */
export async function listTaken(work: Work, { organisationId, id }: Key): Promise<readonly HeldFact[]> {
	const rows = await work.db
		.selectFrom("funding.application_fact")
		.select("said")
		.where("organisation_id", "=", organisationId)
		.where("application_id", "=", id)
		.orderBy("key")
		.execute();
	return rows.map(({ said }) => heldFact.parse(said));
}

/** Chooses what facts go along; those not given do not. */
export async function writeTaken(
	work: Work,
	{ organisationId, id }: Key,
	facts: readonly HeldFact[],
	by: string,
): Promise<void> {
	await work.db
		.deleteFrom("funding.application_fact")
		.where("organisation_id", "=", organisationId)
		.where("application_id", "=", id)
		.execute();
	if (facts.length === 0) return;
	await work.db
		.insertInto("funding.application_fact")
		.values(
			facts.map((said) => ({
				...{ organisation_id: organisationId, application_id: id, key: said.key, said: JSON.stringify(said) },
				...{ taken_at: work.now, taken_by: by },
			})),
		)
		.execute();
}

/** Accounts of those at an organisation who hold one of the roles. */
export async function listPeopleOf(work: Work, organisationId: string, roles: readonly string[]): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`
		select funding.people_of(${organisationId}, ${[...roles]}::text[]) id`.execute(work.db);
	return rows.map(({ id }) => id);
}

const given = z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string()).readonly()]));

/** Stored answers, by path; none where there are none. */
export function readGiven(stored: unknown): AnswerValues {
	return given.safeParse(stored).data ?? {};
}

/** What those who apply together have answered so far, as one who is not the lead reads it. */
export async function findAnswersOf(work: Work, { organisationId, id }: Key): Promise<unknown> {
	const { rows } = await sql<{ readonly given: unknown }>`
		select funding.answers_of(${organisationId}, ${id}) given`.execute(work.db);
	return rows[0]?.given;
}
