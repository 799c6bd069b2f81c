import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { ContactFacts, GuidedProject, HelpContact, LetIn } from "./contract.ts";

/** Contacts the asker may read, the latest first: with one organisation, or with all (null). */
export async function listContacts(work: Work, partyId: string | null): Promise<readonly HelpContact[]> {
	const narrowed = partyId === null ? sql`` : sql`where party_id = ${partyId}`;
	const { rows } = await sql<HelpContact>`
		select organisation_id "organisationId", id, party_id "partyId", on_day "onDay", how, about, noted_by "notedBy"
		from development.help_contact ${narrowed} order by on_day desc, id desc`.execute(work.db);
	return rows;
}

type NewContact = ContactFacts & Pick<HelpContact, "organisationId" | "id" | "partyId" | "notedBy">;

export async function insertContact(work: Work, one: NewContact): Promise<void> {
	await work.db
		.insertInto("development.help_contact")
		.values({
			...{ organisation_id: one.organisationId, id: one.id, party_id: one.partyId, on_day: one.onDay },
			...{ how: one.how, about: one.about, noted_by: one.notedBy, readers: [one.organisationId, one.partyId] },
		})
		.execute();
}

export async function deleteContact(work: Work, organisationId: string, id: string): Promise<boolean> {
	const gone = await work.db
		.deleteFrom("development.help_contact")
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.executeTakeFirst();
	return gone.numDeletedRows === 1n;
}

/** Whom the organisation acted for lets in, and who lets it in. */
export async function listLetIn(work: Work): Promise<readonly LetIn[]> {
	const { rows } = await sql<LetIn>`
		select organisation_id "organisationId", guide_id "guideId", since, by, supervisors_too "supervisorsToo"
		from development.let_in order by since desc, guide_id`.execute(work.db);
	return rows;
}

/** Lets somebody in, or says anew who of them. */
export async function writeLetIn(work: Work, one: LetIn): Promise<void> {
	await work.db
		.insertInto("development.let_in")
		.values({
			...{ organisation_id: one.organisationId, guide_id: one.guideId, since: one.since, by: one.by },
			supervisors_too: one.supervisorsToo,
		})
		.onConflict((conflict) =>
			conflict
				.columns(["organisation_id", "guide_id"])
				.doUpdateSet(({ ref }) => ({ supervisors_too: ref("excluded.supervisors_too"), by: ref("excluded.by") })),
		)
		.execute();
}

export async function deleteLetIn(work: Work, organisationId: string, guideId: string): Promise<boolean> {
	const gone = await work.db
		.deleteFrom("development.let_in")
		.where("organisation_id", "=", organisationId)
		.where("guide_id", "=", guideId)
		.executeTakeFirst();
	return gone.numDeletedRows === 1n;
}

/** The projects of those who have let the organisation acted for in, as the asker may see them. */
export async function listGuided(work: Work): Promise<readonly GuidedProject[]> {
	const { rows } = await sql<GuidedProject>`
		select organisation_id "organisationId", id, title, purpose, state, leader_name "leaderName", started_on "startedOn",
			last_day "lastDay", status_days "statusDays", status_on "statusOn", standing, outcome, ended_on "endedOn", card_id "cardId"
		from development.guided_projects()`.execute(work.db);
	return rows;
}
