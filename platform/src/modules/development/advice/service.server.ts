import type { Work } from "../../../database/work.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import { nameOfActor } from "../network/open.server.ts";
import type { ProgrammeRefusal } from "../programme/contract.ts";
import { notedProgramme } from "../programme/open.server.ts";
import { type ProgrammeProject, readResults } from "../programme/results.server.ts";
import type { Project } from "../project/contract.ts";
import type { Advice, AdviceFacts } from "./contract.ts";
import { refuseAdvice } from "./rules.ts";
import * as store from "./store.server.ts";

/** A project of a programme as whoever keeps it reads it. */
export type AdvisedProject = {
	readonly id: string;
	readonly partyId: string;
	readonly title: string;
	readonly municipality: string;
	readonly purpose: string;
	readonly goals: ProgrammeProject["goals"];
	readonly advice: Advice | null;
};

/** The projects that have started in a programme, with what has been said of each; undefined for others than whoever keeps it. */
export async function readAdvised(work: Work, programmeId: string) {
	const read = await readResults(work, programmeId);
	if (!read?.isOwn) return undefined;
	const { programme, goals, can, projects } = read;
	const said = new Map((await store.listAdvice(work, programme)).map((one) => [one.projectId, one]));
	const advised = (await store.listPurposes(work, programme)).flatMap(
		({ projectId, partyId, purpose }): AdvisedProject[] => {
			const project = projects.get(projectId);
			if (!project) return [];
			const { title, organisationName, goals } = project;
			return [
				{
					...{ id: projectId, partyId, title: title ?? "", municipality: organisationName ?? "", purpose, goals },
					advice: said.get(projectId) ?? null,
				},
			];
		},
	);
	return { programme, goals, mayAdvise: can.keep && programme.state !== "closed", projects: advised };
}

/** One of them, for somebody who keeps the programme. */
export async function openAdvised(work: Work, programmeId: string, projectId: string) {
	const read = await readAdvised(work, programmeId);
	const project = read?.projects.find(({ id }) => id === projectId);
	return read && project ? { ...read, project } : undefined;
}

/** Says how the purpose and the goals of a project read, and what would make them clearer. Its own words stay as they are. */
export async function advise(
	work: Work,
	programmeId: string,
	projectId: string,
	facts: AdviceFacts,
): Promise<Outcome<undefined, ProgrammeRefusal>> {
	const opened = await openAdvised(work, programmeId, projectId);
	if (!opened) return refused("missing");
	if (opened.programme.state === "closed") return refused("is-closed");
	if (!opened.mayAdvise) return refused("not-allowed");
	const refusals = refuseAdvice(facts);
	if (refusals.length > 0) return refusedAll(refusals);
	const { partyId } = opened.project;
	const one = { ...facts, projectId, partyId, onDay: work.today, givenBy: nameOfActor(work) };
	await store.writeAdvice(work, opened.programme, one);
	await notedProgramme(work, "advise", programmeId);
	return done(undefined);
}

/** What has been said of a project of the organisation acted for. */
export function adviceTo(work: Work, project: Pick<Project, "organisationId" | "id">): Promise<readonly Advice[]> {
	return store.listAdviceTo(work, project.organisationId, project.id);
}
