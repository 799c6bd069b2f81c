import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { Adoption, PracticeUse, UseFacts } from "./contract.ts";
import type { CardKey } from "./store.server.ts";

export async function insertAdoption(work: Work, one: Omit<Adoption, "adoptedOn">): Promise<void> {
	await work.db
		.insertInto("development.practice_adoption")
		.values({
			...{ organisation_id: one.organisationId, project_id: one.projectId, card_id: one.cardId },
			...{ card_organisation_id: one.cardOrganisationId, card_title: one.cardTitle, differs: one.differs },
			...{ changes: one.changes, adopted_on: work.today },
		})
		.execute();
}

/** The card a project of the own organisation tries out. */
export async function findAdoption(
	work: Work,
	organisationId: string,
	projectId: string,
): Promise<Adoption | undefined> {
	const { rows } = await sql<Adoption>`
		select organisation_id "organisationId", project_id "projectId", card_organisation_id "cardOrganisationId",
			card_id "cardId", card_title "cardTitle", differs, changes, adopted_on "adoptedOn"
		from development.practice_adoption where organisation_id = ${organisationId} and project_id = ${projectId}`.execute(
		work.db,
	);
	return rows[0];
}

/** A project in a chain as it is read: whose it is, its card, and whom it learnt from. */
export type ChainRow = {
	readonly organisationId: string;
	readonly projectId: string;
	readonly cardId: string | null;
	readonly parentId: string | null;
	readonly adoptedOn: string | null;
	readonly differs: string | null;
	readonly changes: string | null;
};

/** The whole chain a card is in, as far as the actor may read it: from the first card, through all that was tried of it. */
export async function listChain(work: Work, cardId: string): Promise<readonly ChainRow[]> {
	const { rows } = await sql<ChainRow>`
		with recursive up as (
			select organisation_id, id, project_id, 0 steps from development.practice_card where id = ${cardId}
			union all
			select c.organisation_id, c.id, c.project_id, up.steps + 1 from up
			join development.practice_adoption a on a.organisation_id = up.organisation_id and a.project_id = up.project_id
			join development.practice_card c on c.organisation_id = a.card_organisation_id and c.id = a.card_id
		), first as (select * from up order by steps desc limit 1),
		down as (
			select organisation_id, project_id, id card_id, null::uuid parent_id, null::date adopted_on, null::text differs,
				null::text changes from first
			union all
			select a.organisation_id, a.project_id, c.id, down.project_id, a.adopted_on, a.differs, a.changes from down
			join development.practice_adoption a on a.card_organisation_id = down.organisation_id and a.card_id = down.card_id
			left join development.practice_card c on c.organisation_id = a.organisation_id and c.project_id = a.project_id
		)
		select organisation_id "organisationId", project_id "projectId", card_id "cardId", parent_id "parentId",
			adopted_on "adoptedOn", differs, changes from down`.execute(work.db);
	return rows;
}

/** How many projects try out each of these cards. */
export async function countAdoptions(work: Work, cardIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
	const { rows } = await sql<{ id: string; count: number }>`
		select card_id id, count(*)::int count from development.practice_adoption
		where card_id = any(${[...cardIds]}::uuid[]) group by card_id`.execute(work.db);
	return new Map(rows.map(({ id, count }) => [id, count]));
}

/** Whether anybody tries a card out or has said anything of it. */
export async function hasFollowers(work: Work, { organisationId, id }: CardKey): Promise<boolean> {
	const { rows } = await sql<{ has: boolean }>`
		select exists (select from development.practice_adoption where card_organisation_id = ${organisationId} and card_id = ${id})
			or exists (select from development.practice_use where card_organisation_id = ${organisationId} and card_id = ${id}) has`.execute(
		work.db,
	);
	return rows[0]?.has === true;
}

export async function insertUse(
	work: Work,
	card: CardKey,
	one: UseFacts & Pick<PracticeUse, "organisationId" | "organisationName" | "id" | "recordedBy">,
): Promise<void> {
	await work.db
		.insertInto("development.practice_use")
		.values({
			...{ organisation_id: one.organisationId, organisation_name: one.organisationName, id: one.id },
			...{ card_organisation_id: card.organisationId, card_id: card.id },
			...{ stage: one.stage, on_day: one.onDay, note: one.note, recorded_at: work.now, recorded_by: one.recordedBy },
		})
		.execute();
}

/** What organisations have said of these cards and not taken back, the latest first. */
export async function listUses(
	work: Work,
	cardIds: readonly string[],
): Promise<readonly (PracticeUse & { readonly cardId: string })[]> {
	const { rows } = await sql<PracticeUse & { cardId: string }>`
		select organisation_id "organisationId", organisation_name "organisationName", id, card_id "cardId", stage, on_day "onDay", note, recorded_by "recordedBy"
		from development.practice_use where undone_at is null and card_id = any(${[...cardIds]}::uuid[])
		order by on_day desc, id desc`.execute(work.db);
	return rows;
}

export async function undoUse(work: Work, organisationId: string, id: string, by: string): Promise<void> {
	await work.db
		.updateTable("development.practice_use")
		.set({ undone_at: work.now, undone_by: by })
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.execute();
}
