import { sql } from "kysely";
import { rowsTogether } from "../../../database/asked-together.server.ts";
import type { Work } from "../../../database/work.server.ts";
import { foldName } from "../../../geography/search.ts";
import type { Plan, PlanContent, PlanFacts, PlanState, PlanStepFacts, PlanVersion, TakenStep } from "./contract.ts";

const columns = sql`organisation_id "organisationId", id, title, sector, first_day "firstDay", last_day "lastDay", introduction,
	review_months "reviewMonths", owner_name "ownerName", owner_email "ownerEmail", deputy_name "deputyName",
	deputy_email "deputyEmail", state, review_on "reviewOn", version`;

/** The plans of an organisation, the newest first, ended ones last. */
export async function listPlans(work: Work, organisationId: string): Promise<readonly Plan[]> {
	const rows = await rowsTogether(
		work,
		sql<Plan>`
		select ${columns} from competence.plan where organisation_id = ${organisationId}
		order by state = 'ended', first_day desc, title collate house.norwegian, id`,
	);
	return rows;
}

export async function findPlan(work: Work, organisationId: string, id: string): Promise<Plan | undefined> {
	const { rows } = await sql<Plan>`
		select ${columns} from competence.plan where organisation_id = ${organisationId} and id = ${id}`.execute(work.db);
	return rows[0];
}

function columnsOf(facts: PlanFacts) {
	return {
		...{ title: facts.title, sector: facts.sector, first_day: facts.firstDay, last_day: facts.lastDay },
		...{ introduction: facts.introduction, review_months: facts.reviewMonths, search_name: foldName(facts.title) },
		...{ owner_name: facts.ownerName, owner_email: facts.ownerEmail },
		...{ deputy_name: facts.deputyName, deputy_email: facts.deputyEmail },
	};
}

type Key = { readonly organisationId: string; readonly id: string };

export async function insertPlan(work: Work, { organisationId, id }: Key, facts: PlanFacts): Promise<void> {
	await work.db
		.insertInto("competence.plan")
		.values({ organisation_id: organisationId, id, ...columnsOf(facts) })
		.execute();
}

/** Changes a plan in the version that was looked at; false where somebody else was first. */
export async function updatePlan(
	work: Work,
	{ organisationId, id, version }: Key & { readonly version: number },
	change: PlanFacts | { readonly state: PlanState; readonly reviewOn: string | null },
): Promise<boolean> {
	const set =
		"state" in change ? { state: change.state, review_on: change.reviewOn, review_told_on: null } : columnsOf(change);
	const changed = await work.db
		.updateTable("competence.plan")
		.set({ ...set, version: version + 1 })
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.where("version", "=", version)
		.executeTakeFirst();
	return changed.numUpdatedRows === 1n;
}

export async function deletePlan(work: Work, key: Key & { readonly version: number }): Promise<boolean> {
	const gone = await work.db
		.deleteFrom("competence.plan")
		.where("organisation_id", "=", key.organisationId)
		.where("id", "=", key.id)
		.where("version", "=", key.version)
		.executeTakeFirst();
	return gone.numDeletedRows === 1n;
}

/** What has been done with a plan, in order. */
export async function listSteps(work: Work, { organisationId, id }: Key): Promise<readonly TakenStep[]> {
	const { rows } = await sql<TakenStep>`
		select id, state step, on_day "onDay", decision, note, recorded_by "recordedBy" from competence.plan_step
		where organisation_id = ${organisationId} and plan_id = ${id} order by recorded_at, id`.execute(work.db);
	return rows;
}

export async function insertStep(
	work: Work,
	{ organisationId, id }: Key,
	step: PlanStepFacts & Pick<TakenStep, "id" | "recordedBy">,
): Promise<void> {
	await work.db
		.insertInto("competence.plan_step")
		.values({
			...{ organisation_id: organisationId, plan_id: id, id: step.id, state: step.step, on_day: step.onDay },
			...{ decision: step.decision, note: step.note, recorded_at: work.now, recorded_by: step.recordedBy },
		})
		.execute();
}

/** The versions that were adopted, the latest first; what they say is as it was written. */
export async function listVersions(
	work: Work,
	{ organisationId, id }: Key,
): Promise<readonly (Omit<PlanVersion, "content"> & { readonly content: unknown })[]> {
	const { rows } = await sql<Omit<PlanVersion, "content"> & { content: unknown }>`
		select number, adopted_on "adoptedOn", decision, content from competence.plan_version
		where organisation_id = ${organisationId} and plan_id = ${id} order by number desc`.execute(work.db);
	return rows;
}

export async function insertVersion(
	work: Work,
	{ organisationId, id }: Key,
	version: Omit<PlanVersion, "content"> & { readonly content: PlanContent },
): Promise<void> {
	await work.db
		.insertInto("competence.plan_version")
		.values({
			...{ organisation_id: organisationId, plan_id: id, number: version.number, adopted_on: version.adoptedOn },
			...{ decision: version.decision, content: JSON.stringify(version.content) },
		})
		.execute();
}

/** The measures of a plan that were proposed are decided. */
export async function decideMeasures(work: Work, { organisationId, id }: Key): Promise<void> {
	await sql`update competence.measure set status = 'decided', version = version + 1
		where organisation_id = ${organisationId} and plan_id = ${id} and status = 'proposed'`.execute(work.db);
}

/** Adopted plans to be looked at again by a day, whose planners have not been told. */
export async function listToRemind(work: Work, by: string): Promise<readonly Key[]> {
	const { rows } = await sql<Key>`
		select organisation_id "organisationId", id from competence.plan
		where state = 'adopted' and review_on <= ${by} and review_told_on is null order by organisation_id, id`.execute(
		work.db,
	);
	return rows;
}

export async function markTold(work: Work, { organisationId, id }: Key): Promise<void> {
	await sql`update competence.plan set review_told_on = ${work.today}
		where organisation_id = ${organisationId} and id = ${id}`.execute(work.db);
}

/** The accounts of those who plan for the whole of an organisation. */
export async function listPlanners(work: Work, organisationId: string): Promise<readonly string[]> {
	const { rows } = await sql<{ id: string }>`
		select distinct person_id id from organisation.membership
		where organisation_id = ${organisationId} and role = 'competence-planner' and unit_id is null and person_id is not null
			and valid_from <= ${work.today} and (valid_to is null or valid_to >= ${work.today})`.execute(work.db);
	return rows.map(({ id }) => id);
}
