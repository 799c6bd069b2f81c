import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { newId, type Work } from "../../../database/work.server.ts";
import type { Asked, Collection, CollectionFacts, Need, NeedRow, Progress, Weighing } from "./contract.ts";

const askedCategories = z.array(z.object({ id: z.string(), name: z.string() }));

type Key = { readonly organisationId: string; readonly id: string };

export async function findCollection(work: Work, condition: RawBuilder<unknown>): Promise<Collection | undefined> {
	const { rows } = await sql<Omit<Collection, "categories"> & { readonly categories: unknown }>`
		select organisation_id "organisationId", id, call_id "callId", answer_by "answerBy", message, title, categories,
			closed_at "closedAt"
		from funding.collection where ${condition}`.execute(work.db);
	const [row] = rows;
	return row && { ...row, categories: askedCategories.parse(row.categories) };
}

export async function insertCollection(
	work: Work,
	{ organisationId, id }: Key,
	call: Key,
	facts: Omit<CollectionFacts, "units"> & Pick<Collection, "title" | "categories">,
): Promise<void> {
	await work.db
		.insertInto("funding.collection")
		.values({
			...{ organisation_id: organisationId, id, call_organisation_id: call.organisationId, call_id: call.id },
			...{ answer_by: facts.answerBy, message: facts.message, title: facts.title, created_at: work.now },
			categories: JSON.stringify(facts.categories),
		})
		.execute();
}

/** Asks units. */
export async function insertAsked(
	work: Work,
	{ organisationId, id }: Key,
	units: readonly { readonly id: string; readonly name: string }[],
): Promise<void> {
	if (units.length === 0) return;
	await work.db
		.insertInto("funding.asked")
		.values(
			units.map((unit) => ({
				...{ organisation_id: organisationId, id: newId(), collection_id: id, unit_id: unit.id, unit_name: unit.name },
			})),
		)
		.execute();
}

const askedColumns = sql`id, collection_id "collectionId", unit_id "unitId", unit_name "unitName", answered_at "answeredAt",
	answered_by "answeredBy", nothing, version`;

export async function listAsked(work: Work, condition: RawBuilder<unknown>): Promise<readonly Asked[]> {
	const { rows } = await sql<Asked>`
		select ${askedColumns} from funding.asked where ${condition}
		order by unit_name collate house.norwegian, id`.execute(work.db);
	return rows;
}

/** What units need, in the order they wrote it. */
export async function listNeeds(work: Work, condition: RawBuilder<unknown>): Promise<readonly Need[]> {
	const { rows } = await sql<Need>`
		select n.id, n.asked_id "askedId", k.unit_name "unitName", n.title, n.category, n.people, n.applied::float8 applied,
			n.own::float8 own, n.reason, n.priority, n.decision, n.decided_because because
		from funding.need n join funding.asked k on k.organisation_id = n.organisation_id and k.id = n.asked_id
		where ${condition} order by k.unit_name collate house.norwegian, n.sort, n.id`.execute(work.db);
	return rows;
}

/** Writes what a unit answers, in the version that was looked at; false where another was first. */
export async function writeAnswer(
	work: Work,
	{ organisationId, id }: Key,
	version: number,
	given: { readonly rows: readonly NeedRow[]; readonly by: string },
): Promise<boolean> {
	const changed = await work.db
		.updateTable("funding.asked")
		.set({
			...{ answered_at: work.now, answered_by: given.by, nothing: given.rows.length === 0, version: version + 1 },
		})
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.where("version", "=", version)
		.executeTakeFirst();
	if (changed.numUpdatedRows !== 1n) return false;
	await work.db
		.deleteFrom("funding.need")
		.where("organisation_id", "=", organisationId)
		.where("asked_id", "=", id)
		.execute();
	if (given.rows.length > 0)
		await work.db
			.insertInto("funding.need")
			.values(
				given.rows.map((row, sort) => ({ organisation_id: organisationId, id: newId(), asked_id: id, sort, ...row })),
			)
			.execute();
	return true;
}

/** Writes what was decided of each need. */
export async function updateNeeds(
	work: Work,
	organisationId: string,
	weighings: readonly Weighing[],
	by: string,
): Promise<void> {
	for (const { id, priority, decision, because } of weighings)
		await work.db
			.updateTable("funding.need")
			.set({ priority, decision, decided_because: because, decided_by: decision === null ? null : by })
			.where("organisation_id", "=", organisationId)
			.where("id", "=", id)
			.execute();
}

export async function setClosed(work: Work, { organisationId, id }: Key, closed: boolean): Promise<void> {
	await work.db
		.updateTable("funding.collection")
		.set({ closed_at: closed ? work.now : null })
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.execute();
}

/** How far the collections of an organisation have come. */
export async function listProgress(work: Work, organisationId: string): Promise<readonly Progress[]> {
	const { rows } = await sql<Progress>`
		select c.id "collectionId", c.call_id "callId", c.answer_by "answerBy", c.closed_at is not null closed,
			count(distinct k.id)::int asked, count(distinct k.id) filter (where k.answered_at is not null)::int answered,
			coalesce(sum(n.applied), 0)::float8 wished, coalesce(sum(n.applied) filter (where n.decision = 'in'), 0)::float8 chosen
		from funding.collection c
		left join funding.asked k on k.organisation_id = c.organisation_id and k.collection_id = c.id
		left join funding.need n on n.organisation_id = k.organisation_id and n.asked_id = k.id
		where c.organisation_id = ${organisationId} group by c.organisation_id, c.id`.execute(work.db);
	return rows;
}
