import { sql } from "kysely";
import { rowsTogether } from "../../../database/asked-together.server.ts";
import type { Work } from "../../../database/work.server.ts";
import { foldName } from "../../../geography/search.ts";
import type { Project, ProjectFacts } from "./contract.ts";
import type { LeaderShare } from "./rules.ts";

const columns = sql`organisation_id "organisationId", id, number, title, need, purpose, noticed, anchored_in "anchoredIn", novelty,
	builds_on "buildsOn", unit_id "unitId", breadth, changes_work "changesWork", decided_by "decidedBy", decided_on "decidedOn",
	decision, leader_name "leaderName", leader_email "leaderEmail", leader_share "leaderShare", deputy_name "deputyName",
	deputy_email "deputyEmail", owner_name "ownerName", owner_email "ownerEmail", first_day "firstDay", last_day "lastDay",
	status_days "statusDays", hours, kroner, follow_up "followUp", spread, admission_id "admissionId", state, started_on "startedOn", version`;

/** The projects of an organisation, by number. */
export async function listProjects(work: Work, organisationId: string): Promise<readonly Project[]> {
	const { rows } = await sql<Project>`
		select ${columns} from development.project where organisation_id = ${organisationId} order by number`.execute(
		work.db,
	);
	return rows;
}

export async function findProject(work: Work, organisationId: string, id: string): Promise<Project | undefined> {
	const { rows } = await sql<Project>`
		select ${columns} from development.project where organisation_id = ${organisationId} and id = ${id}`.execute(
		work.db,
	);
	return rows[0];
}

function columnsOf(facts: ProjectFacts) {
	return {
		...{ title: facts.title, need: facts.need, purpose: facts.purpose, noticed: facts.noticed },
		...{ anchored_in: facts.anchoredIn, novelty: facts.novelty, builds_on: facts.buildsOn, unit_id: facts.unitId },
		...{ breadth: facts.breadth, changes_work: facts.changesWork, decided_by: facts.decidedBy },
		...{ decided_on: facts.decidedOn, decision: facts.decision, leader_name: facts.leaderName },
		...{ leader_email: facts.leaderEmail, leader_share: facts.leaderShare, deputy_name: facts.deputyName },
		...{ deputy_email: facts.deputyEmail, owner_name: facts.ownerName, owner_email: facts.ownerEmail },
		...{ first_day: facts.firstDay, last_day: facts.lastDay, status_days: facts.statusDays, hours: facts.hours },
		...{ kroner: facts.kroner, follow_up: facts.followUp, spread: facts.spread, admission_id: facts.admissionId },
		search_name: foldName(facts.title),
	};
}

/** The number the next project gets. */
export async function nextNumber(work: Work, organisationId: string): Promise<number> {
	const { rows } = await sql<{ number: number }>`
		select coalesce(max(number), 0) + 1 number from development.project where organisation_id = ${organisationId}`.execute(
		work.db,
	);
	return rows[0]?.number ?? 1;
}

type Key = Pick<Project, "organisationId" | "id">;

export async function insertProject(work: Work, key: Key & { readonly number: number }, facts: ProjectFacts) {
	await work.db
		.insertInto("development.project")
		.values({ organisation_id: key.organisationId, id: key.id, number: key.number, ...columnsOf(facts) })
		.execute();
}

/** What may change of a project beside what its form states. */
export type Turn = Pick<Project, "state" | "startedOn">;

/** Changes a project in the version that was looked at, or only counts it up; false where somebody else was first. */
export async function updateProject(
	work: Work,
	{ organisationId, id, version }: Key & { readonly version: number },
	change: ProjectFacts | Turn | null = null,
): Promise<boolean> {
	const set =
		change === null
			? {}
			: "state" in change
				? { state: change.state, started_on: change.startedOn }
				: columnsOf(change);
	const changed = await work.db
		.updateTable("development.project")
		.set({ ...set, version: version + 1 })
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.where("version", "=", version)
		.executeTakeFirst();
	return changed.numUpdatedRows === 1n;
}

export async function deleteProject(work: Work, key: Key & { readonly version: number }): Promise<boolean> {
	const gone = await work.db
		.deleteFrom("development.project")
		.where("organisation_id", "=", key.organisationId)
		.where("id", "=", key.id)
		.where("version", "=", key.version)
		.executeTakeFirst();
	return gone.numDeletedRows === 1n;
}

/** How long a project took, from the day it started to the day its end was decided. */
export type EndedDays = Pick<Project, "id" | "breadth"> & { readonly days: number };

/** How long the projects of an organisation took that have ended. */
export async function listEndedDays(work: Work, organisationId: string): Promise<readonly EndedDays[]> {
	const { rows } = await sql<EndedDays>`
		select p.id, p.breadth, e.decided_on - p.started_on days from development.project p
		join development.ending e on e.organisation_id = p.organisation_id and e.project_id = p.id and e.undone_at is null
		where p.organisation_id = ${organisationId} and p.started_on is not null`.execute(work.db);
	return rows;
}

/** What is set aside to lead the projects of an organisation that have not ended. */
export async function listLeaderShares(work: Work, organisationId: string): Promise<readonly LeaderShare[]> {
	const { rows } = await sql<LeaderShare>`
		select id, title, leader_name "leaderName", leader_email "leaderEmail", leader_share "leaderShare"
		from development.project where organisation_id = ${organisationId} and state <> 'ended' and leader_share is not null
		order by number`.execute(work.db);
	return rows;
}

/** The address somebody signs in with; null where it is not known. */
export async function addressOf(work: Work, personId: string): Promise<string | null> {
	const { rows } = await sql<{
		email: string | null;
	}>`select email from identity.person where id = ${personId}`.execute(work.db);
	return rows[0]?.email ?? null;
}

/** Whether the organisation has any project: a quick question, asked with every front page. */
export async function hasProjects(work: Work, organisationId: string): Promise<boolean> {
	const rows = await rowsTogether(
		work,
		sql`select from development.project where organisation_id = ${organisationId} limit 1`,
	);
	return rows.length > 0;
}
