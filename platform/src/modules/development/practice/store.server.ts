import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import { foldName } from "../../../geography/search.ts";
import type { CardFacts, PracticeCard } from "./contract.ts";

const columns = sql`c.organisation_id "organisationId", c.id, c.project_id "projectId", c.title, c.setting, c.size, c.needed, c.done,
	c.better, c.same, c.worse, c.lesson, c.validated_on "validatedOn", c.revalidate_on "revalidateOn", c.visibility, c.version`;

export type CardKey = Pick<PracticeCard, "organisationId" | "id">;

/** The cards the actor may read, of their own organisation and others', by title. */
export async function listCards(work: Work): Promise<readonly PracticeCard[]> {
	const { rows } = await sql<PracticeCard>`
		select ${columns} from development.practice_card c order by c.title collate house.norwegian, c.id`.execute(work.db);
	return rows;
}

export async function findCard(work: Work, id: string): Promise<PracticeCard | undefined> {
	const { rows } =
		await sql<PracticeCard>`select ${columns} from development.practice_card c where c.id = ${id}`.execute(work.db);
	return rows[0];
}

/** The card of a project of the own organisation. */
export async function findCardOf(
	work: Work,
	organisationId: string,
	projectId: string,
): Promise<PracticeCard | undefined> {
	const { rows } = await sql<PracticeCard>`select ${columns} from development.practice_card c
		where c.organisation_id = ${organisationId} and c.project_id = ${projectId}`.execute(work.db);
	return rows[0];
}

/** The networks a card is shown to, of those the actor may read. */
export async function listCardNetworks(
	work: Work,
	{ organisationId, id }: CardKey,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
	const { rows } = await sql<{ id: string; name: string }>`
		select n.id, n.name from development.practice_card_network c
		join development.network n on n.organisation_id = c.network_organisation_id and n.id = c.network_id
		where c.organisation_id = ${organisationId} and c.card_id = ${id} order by n.name collate house.norwegian, n.id`.execute(
		work.db,
	);
	return rows;
}

function columnsOf(facts: CardFacts, today: string) {
	return {
		...{ title: facts.title, setting: facts.setting, size: facts.size, needed: facts.needed, done: facts.done },
		...{ better: facts.better, same: facts.same, worse: facts.worse, lesson: facts.lesson },
		...{ validated_on: today, revalidate_on: facts.revalidateOn, told_on: null, visibility: facts.visibility },
		search_name: foldName(facts.title),
	};
}

export async function insertCard(work: Work, key: CardKey & { readonly projectId: string }, facts: CardFacts) {
	await work.db
		.insertInto("development.practice_card")
		.values({
			organisation_id: key.organisationId,
			id: key.id,
			project_id: key.projectId,
			...columnsOf(facts, work.today),
		})
		.execute();
}

/** Changes a card in the version that was looked at, or only says that it still holds; false where somebody else was first. */
export async function updateCard(
	work: Work,
	{ organisationId, id, version }: CardKey & { readonly version: number },
	change: CardFacts | { readonly revalidateOn: string },
): Promise<boolean> {
	const set =
		"title" in change
			? columnsOf(change, work.today)
			: { validated_on: work.today, revalidate_on: change.revalidateOn, told_on: null };
	const changed = await work.db
		.updateTable("development.practice_card")
		.set({ ...set, version: version + 1 })
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.where("version", "=", version)
		.executeTakeFirst();
	return changed.numUpdatedRows === 1n;
}

/** Shows a card to these networks, of those the actor may read, and to no others. */
export async function writeCardNetworks(work: Work, { organisationId, id }: CardKey, networkIds: readonly string[]) {
	await sql`delete from development.practice_card_network where organisation_id = ${organisationId} and card_id = ${id}`.execute(
		work.db,
	);
	if (networkIds.length === 0) return;
	await sql`insert into development.practice_card_network (organisation_id, card_id, network_organisation_id, network_id)
		select ${organisationId}, ${id}, n.organisation_id, n.id from development.network n
		where n.id = any(${[...networkIds]}::uuid[])`.execute(work.db);
}

export async function deleteCard(work: Work, { organisationId, id, version }: CardKey & { readonly version: number }) {
	const gone = await work.db
		.deleteFrom("development.practice_card")
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.where("version", "=", version)
		.executeTakeFirst();
	return gone.numDeletedRows === 1n;
}

type DueCard = CardKey & { readonly projectId: string; readonly title: string; readonly ownerEmail: string | null };

/** Cards to be looked at anew by today whose owner has not been told, in all organisations. */
export async function listCardsToTell(work: Work): Promise<readonly DueCard[]> {
	const { rows } = await sql<DueCard>`
		select c.organisation_id "organisationId", c.id, c.project_id "projectId", c.title, p.owner_email "ownerEmail"
		from development.practice_card c
		join development.project p on p.organisation_id = c.organisation_id and p.id = c.project_id
		where c.told_on is null and c.revalidate_on < ${work.today} order by c.organisation_id, c.revalidate_on, c.id`.execute(
		work.db,
	);
	return rows;
}

export async function markCardTold(work: Work, { organisationId, id }: CardKey) {
	await work.db
		.updateTable("development.practice_card")
		.set({ told_on: work.today })
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.execute();
}
