import { type RawBuilder, sql } from "kysely";
import { rowsTogether } from "../../../database/asked-together.server.ts";
import { newId, type Work } from "../../../database/work.server.ts";
import { type Asked, type Collection, type ListedCollection, type SaidByUnit, saidByUnit } from "./contract.ts";

type Key = { readonly organisationId: string; readonly id: string };

const columns = sql`c.organisation_id "organisationId", c.id, c.name, c.answer_by "answerBy", c.message, c.closed_at "closedAt"`;

/** The collections of an organisation, the newest first, with how far each has come. */
export async function listCollections(work: Work, organisationId: string): Promise<readonly ListedCollection[]> {
	const { rows } = await sql<ListedCollection>`
		select ${columns}, count(k.id)::int asked, count(k.answered_at)::int answered, count(k.taken_at)::int taken
		from competence.collection c
		left join competence.asked k on k.organisation_id = c.organisation_id and k.collection_id = c.id
		where c.organisation_id = ${organisationId}
		group by c.organisation_id, c.id order by c.created_at desc, c.id desc`.execute(work.db);
	return rows;
}

export async function findCollection(work: Work, id: string): Promise<Collection | undefined> {
	const { rows } = await sql<Collection>`
		select ${columns} from competence.collection c where c.id = ${id}`.execute(work.db);
	return rows[0];
}

export async function insertCollection(
	work: Work,
	{ organisationId, id }: Key,
	facts: Pick<Collection, "name" | "answerBy" | "message">,
): Promise<void> {
	await work.db
		.insertInto("competence.collection")
		.values({
			...{ organisation_id: organisationId, id, name: facts.name, answer_by: facts.answerBy },
			...{ message: facts.message, created_at: work.now },
		})
		.execute();
}

export async function setClosed(work: Work, { organisationId, id }: Key, closed: boolean): Promise<void> {
	await work.db
		.updateTable("competence.collection")
		.set({ closed_at: closed ? work.now : null })
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.execute();
}

/** Asks units. */
export async function insertAsked(
	work: Work,
	{ organisationId, id }: Key,
	units: readonly { readonly id: string; readonly name: string }[],
): Promise<void> {
	await work.db
		.insertInto("competence.asked")
		.values(
			units.map((unit) => ({
				...{ organisation_id: organisationId, id: newId(), collection_id: id, unit_id: unit.id },
				...{ unit_name: unit.name, asked_at: work.now },
			})),
		)
		.execute();
}

/** Units asked, by name. */
export async function listAsked(work: Work, condition: RawBuilder<unknown>): Promise<readonly Asked[]> {
	const { rows } = await sql<Omit<Asked, "said"> & { readonly answer: unknown }>`
		select k.id, k.collection_id "collectionId", k.unit_id "unitId", k.unit_name "unitName", k.asked_at "askedAt",
			k.reminded_at "remindedAt", k.answered_at "answeredAt", k.answered_by "answeredBy", k.answer, k.taken_at "takenAt",
			k.version
		from competence.asked k where ${condition} order by k.unit_name collate house.norwegian, k.id`.execute(work.db);
	return rows.map(({ answer, ...asked }) => ({ ...asked, said: answer === null ? null : saidByUnit.parse(answer) }));
}

/** Writes what a unit answers, in the version that was looked at; false where another was first. */
export async function writeAnswer(
	work: Work,
	{ organisationId, id }: Key,
	version: number,
	given: { readonly said: SaidByUnit; readonly by: string },
): Promise<boolean> {
	const changed = await work.db
		.updateTable("competence.asked")
		.set({
			...{ answer: JSON.stringify(given.said), answered_at: work.now, answered_by: given.by, taken_at: null },
			version: version + 1,
		})
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.where("version", "=", version)
		.executeTakeFirst();
	return changed.numUpdatedRows === 1n;
}

/** Writes that an answer has been taken in, in the version that was looked at; false where the unit answered anew. */
export async function markTaken(work: Work, { organisationId, id }: Key, version: number): Promise<boolean> {
	const changed = await work.db
		.updateTable("competence.asked")
		.set({ taken_at: work.now, version: version + 1 })
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.where("version", "=", version)
		.where("answered_at", "is not", null)
		.executeTakeFirst();
	return changed.numUpdatedRows === 1n;
}

export async function markReminded(work: Work, organisationId: string, ids: readonly string[]): Promise<void> {
	await sql`update competence.asked set reminded_at = ${work.now}
		where organisation_id = ${organisationId} and id = any(${[...ids]}::uuid[])`.execute(work.db);
}

/** Open collections with units that have not answered by so many days before the last day, and were never reminded. */
export async function listToRemind(work: Work, by: string): Promise<readonly Key[]> {
	const { rows } = await sql<Key>`
		select distinct c.organisation_id "organisationId", c.id from competence.collection c
		join competence.asked k on k.organisation_id = c.organisation_id and k.collection_id = c.id
		where c.closed_at is null and c.answer_by between ${work.today} and ${by}
			and k.answered_at is null and k.reminded_at is null
			and (k.asked_at at time zone 'Europe/Oslo')::date < ${work.today}
		order by 1, 2`.execute(work.db);
	return rows;
}

/** What waits in the collections of an organisation: units of these that have not answered, and answers to be taken in. */
export async function listWaiting(work: Work, organisationId: string, unitIds: readonly string[]) {
	return rowsTogether(
		work,
		sql<{ id: string; name: string; unitName: string; answerBy: string }>`
		select k.id, c.name, k.unit_name "unitName", c.answer_by "answerBy" from competence.asked k
		join competence.collection c on c.organisation_id = k.organisation_id and c.id = k.collection_id
		where k.organisation_id = ${organisationId} and c.closed_at is null and k.answered_at is null
			and k.unit_id = any(${[...unitIds]}::uuid[])
		order by c.answer_by, k.id limit 5`,
	);
}

export async function listToTake(work: Work, organisationId: string) {
	return rowsTogether(
		work,
		sql<{ id: string; name: string; answers: number }>`
		select c.id, c.name, count(*)::int answers from competence.asked k
		join competence.collection c on c.organisation_id = k.organisation_id and c.id = k.collection_id
		where k.organisation_id = ${organisationId} and k.answered_at is not null and k.taken_at is null
		group by c.organisation_id, c.id order by c.created_at`,
	);
}
