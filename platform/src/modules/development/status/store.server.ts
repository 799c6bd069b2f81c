import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { Status, StatusFacts } from "./contract.ts";

type Key = { readonly organisationId: string; readonly projectId: string };

/** What was said of how projects stand, in the order it was noted; of all projects of the organisation where none is named. */
export async function listStatuses(
	work: Work,
	organisationId: string,
	projectId?: string,
): Promise<readonly (Status & { readonly projectId: string })[]> {
	const { rows } = await sql<Status & { projectId: string }>`
		select project_id "projectId", id, on_day "onDay", standing, done, next, hinder, hours_used "hoursUsed",
			kroner_used "kronerUsed", recorded_by "recordedBy", undone_at "undoneAt", undone_by "undoneBy"
		from development.status where organisation_id = ${organisationId}
			${projectId === undefined ? sql`` : sql`and project_id = ${projectId}`} order by recorded_at, id`.execute(
		work.db,
	);
	return rows;
}

export async function insertStatus(
	work: Work,
	{ organisationId, projectId }: Key,
	one: StatusFacts & Pick<Status, "id" | "recordedBy">,
) {
	await work.db
		.insertInto("development.status")
		.values({
			...{ organisation_id: organisationId, project_id: projectId, id: one.id, on_day: one.onDay },
			...{ standing: one.standing, done: one.done, next: one.next, hinder: one.hinder },
			...{ hours_used: one.hoursUsed, kroner_used: one.kronerUsed },
			...{ recorded_at: work.now, recorded_by: one.recordedBy },
		})
		.execute();
}

export async function undoStatus(work: Work, { organisationId, projectId }: Key, id: string, by: string) {
	await work.db
		.updateTable("development.status")
		.set({ undone_at: work.now, undone_by: by })
		.where("organisation_id", "=", organisationId)
		.where("project_id", "=", projectId)
		.where("id", "=", id)
		.execute();
}
