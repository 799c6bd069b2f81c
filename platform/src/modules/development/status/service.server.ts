import { newId, type Work } from "../../../database/work.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import type { ProjectRefusal } from "../project/contract.ts";
import { nameOf, noted, toChange } from "../project/service.server.ts";
import type { StatusFacts } from "./contract.ts";
import { refuseStatus, standingStatuses } from "./rules.ts";
import * as store from "./store.server.ts";

/** Says how a running project stands. */
export async function addStatus(
	work: Work,
	projectId: string,
	facts: StatusFacts,
): Promise<Outcome<{ id: string }, ProjectRefusal>> {
	const opened = await toChange(work, projectId);
	if (opened.refused) return opened;
	const { project, statuses } = opened.done;
	if (project.state !== "running" || project.startedOn === null) return refused("not-running");
	const last = standingStatuses(statuses)[0] ?? null;
	const refusals = refuseStatus(facts, { today: work.today, startedOn: project.startedOn, last });
	if (refusals.length > 0) return refusedAll(refusals);
	const id = newId();
	const key = { organisationId: project.organisationId, projectId };
	await store.insertStatus(work, key, { ...facts, id, recordedBy: nameOf(work) });
	await noted(work, "status", projectId, { standing: facts.standing, day: facts.onDay });
	return done({ id });
}

/** Undoes the latest status; it stays to be read, and no longer counts. */
export async function undoStatus(
	work: Work,
	projectId: string,
	statusId: string,
): Promise<Outcome<undefined, ProjectRefusal>> {
	const opened = await toChange(work, projectId);
	if (opened.refused) return opened;
	const { project, statuses } = opened.done;
	if (project.state !== "running") return refused("not-running");
	const standing = standingStatuses(statuses);
	if (standing[0]?.id !== statusId)
		return refused(standing.some(({ id }) => id === statusId) ? "has-gone-on" : "missing");
	await store.undoStatus(work, { organisationId: project.organisationId, projectId }, statusId, nameOf(work));
	await noted(work, "undo", projectId);
	return done(undefined);
}
