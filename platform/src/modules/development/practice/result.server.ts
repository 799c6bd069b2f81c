import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import { nameOrganisations } from "../../organisation/service.server.ts";
import { findEnding, listFollowUps } from "../ending/store.server.ts";
import { listGoals, listMeasurements } from "../goal/store.server.ts";
import { findProject } from "../project/store.server.ts";
import { type PracticeResult, practiceResult } from "./contract.ts";
import { measuredOf } from "./rules.ts";

/**
 * Writes down how a project has gone, for those it is shown to: they may not read the project itself.
 * Called when a card is made of it or it tries one out, and each time something in it changes after that.
 */
export async function writeResult(work: Work, organisationId: string, projectId: string): Promise<void> {
	const project = await findProject(work, organisationId, projectId);
	if (!project) return;
	const ending = await findEnding(work, { organisationId, projectId });
	const followUps = await listFollowUps(work, organisationId, projectId);
	const answered = followUps.filter(({ answeredOn }) => answeredOn !== null).at(-1);
	const goals = await listGoals(work, organisationId, projectId);
	const measured = measuredOf(goals, await listMeasurements(work, organisationId, projectId));
	const names = await nameOrganisations(work, [organisationId]);
	const said = {
		organisation_name: names.get(organisationId)?.name ?? "",
		...{ title: project.title, purpose: project.purpose, state: project.state, ended_on: ending?.decidedOn ?? null },
		...{ outcome: ending?.outcome ?? null, reached: ending?.reached ?? null, in_use: answered?.inUse ?? null },
		...{ in_use_on: answered?.answeredOn ?? null, measured: JSON.stringify(measured) },
	};
	await work.db
		.insertInto("development.practice_result")
		.values({ organisation_id: organisationId, project_id: projectId, ...said })
		.onConflict((conflict) => conflict.columns(["organisation_id", "project_id"]).doUpdateSet(said))
		.execute();
}

/** Keeps what others are shown of a project in step with it; nothing where it is not shown. */
export async function keepResult(work: Work, projectId: string): Promise<void> {
	const row = await work.db
		.selectFrom("development.practice_result")
		.select("organisation_id")
		.where("project_id", "=", projectId)
		.executeTakeFirst();
	if (row) await writeResult(work, row.organisation_id, projectId);
}

/** How projects have gone, of those the actor may read, by project. */
export async function readResults(
	work: Work,
	projectIds: readonly string[],
): Promise<ReadonlyMap<string, PracticeResult>> {
	if (projectIds.length === 0) return new Map();
	const { rows } = await sql`
		select organisation_id "organisationId", project_id "projectId", organisation_name "organisationName", title, purpose, state, ended_on "endedOn", outcome,
			reached, in_use "inUse", in_use_on "inUseOn", measured
		from development.practice_result where project_id = any(${[...projectIds]}::uuid[])`.execute(work.db);
	return new Map(rows.map((row) => practiceResult.parse(row)).map((one) => [one.projectId, one]));
}
