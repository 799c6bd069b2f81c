import { newId, type Work } from "../../../database/work.server.ts";
import { addMonths } from "../../../day.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import type { ProjectRefusal } from "../project/contract.ts";
import { nameOf, noted, toChange } from "../project/service.server.ts";
import { updateProject } from "../project/store.server.ts";
import { type EndingFacts, type FollowUpAnswer, followUpMonths } from "./contract.ts";
import { refuseEnding, refuseFollowUp } from "./rules.ts";
import * as store from "./store.server.ts";

/** Ends a running project by a decision, and sets the days it is asked what is in use. */
export async function endProject(
	work: Work,
	projectId: string,
	{ version, ...facts }: EndingFacts & { readonly version: number },
): Promise<Outcome<undefined, ProjectRefusal>> {
	const opened = await toChange(work, projectId);
	if (opened.refused) return opened;
	const { project } = opened.done;
	const refusals = refuseEnding(project, facts, work.today);
	if (refusals.length > 0) return refusedAll(refusals);
	const turn = { state: "ended", startedOn: project.startedOn } as const;
	if (!(await updateProject(work, { ...project, version }, turn))) return refused("changed-by-another");
	const key = { organisationId: project.organisationId, projectId };
	const { further, ...said } = facts;
	await store.insertEnding(work, key, { ...said, id: newId(), purpose: project.purpose, recordedBy: nameOf(work) });
	const waves = [...new Set([...followUpMonths, ...further.map(Number)])].sort((one, other) => one - other);
	await store.insertFollowUps(
		work,
		key,
		waves.map((months) => ({ months, dueOn: addMonths(facts.decidedOn, months) })),
	);
	await noted(work, "end", projectId, { outcome: facts.outcome });
	return done(undefined);
}

/** Undoes the decision that ended a project, as long as nobody has been asked afterwards; what was decided stays in the log. */
export async function undoEnding(
	work: Work,
	projectId: string,
	version: number,
): Promise<Outcome<undefined, ProjectRefusal>> {
	const opened = await toChange(work, projectId);
	if (opened.refused) return opened;
	const { project, followUps } = opened.done;
	if (project.state !== "ended") return refused("missing");
	if (followUps.some(({ answeredOn }) => answeredOn !== null)) return refused("follow-up-answered");
	const turn = { state: "running", startedOn: project.startedOn } as const;
	if (!(await updateProject(work, { ...project, version }, turn))) return refused("changed-by-another");
	await store.undoEnding(work, { organisationId: project.organisationId, projectId }, nameOf(work));
	await noted(work, "reopen", projectId);
	return done(undefined);
}

/** Answers what is in use of what came of a project, some time after it ended. */
export async function answerFollowUp(
	work: Work,
	{ projectId, followUpId }: { readonly projectId: string; readonly followUpId: string },
	answer: FollowUpAnswer,
): Promise<Outcome<undefined, ProjectRefusal>> {
	const opened = await toChange(work, projectId);
	if (opened.refused) return opened;
	const found = opened.done.followUps.find(({ id }) => id === followUpId);
	if (!found) return refused("missing");
	const refusals = refuseFollowUp(found, answer, work.today);
	if (refusals.length > 0) return refusedAll(refusals);
	const key = { organisationId: opened.done.project.organisationId, projectId };
	await store.answerFollowUp(work, key, followUpId, { ...answer, answeredBy: nameOf(work) });
	await noted(work, "follow-up", projectId, { months: String(found.months), inUse: answer.inUse });
	return done(undefined);
}
