import { sql } from "kysely";
import type { Work } from "../../database/work.server.ts";
import { addDays } from "../../day.ts";
import { done, finished, type Outcome } from "../../outcome.ts";
import { demoPlaces } from "../organisation/service.server.ts";
import { type DemoProject, demoProjects } from "./demo/projects.ts";
import {
	addGoal,
	addMeasurement,
	addProject,
	addStatus,
	endProject,
	involveInProject,
	listProjects,
	openProject,
	readingOf,
	startProject,
} from "./service.server.ts";

export { seedGatheringDemo } from "./demo/gathering.server.ts";
export { demoHelpedIds, seedHelpAnswered, seedHelpBegun, seedHelpOffered } from "./demo/help.server.ts";
export {
	demoAnswererIds,
	demoResearcherId,
	seedKnowledgeNeeds,
	seedResearch,
	seedResearchAnswers,
	seedResearchReturned,
} from "./demo/knowledge.server.ts";
export { seedNetworkDemo } from "./demo/network.server.ts";
export { demoAdopterId, seedAdoptionDemo, seedCardDemo } from "./demo/practice.server.ts";
export {
	demoProgrammeApplicantIds,
	demoProgrammeKeeperId,
	seedProgrammeApplied,
	seedProgrammeDecided,
	seedProgrammeOpened,
	seedProgrammeProject,
} from "./demo/programme.server.ts";

/** The municipality of the demo region that has projects. */
export function demoDeveloperId(): string {
	return demoPlaces().municipalities.find(({ number }) => number === "5038")?.id ?? "";
}

/** The development centre of the demo region, which keeps a network. */
export function demoNetworkKeeperId(): string {
	return demoPlaces().centres.find(({ key }) => key === "development-centre-nord-trondelag")?.id ?? "";
}

/** Projects at each stage: a draft, one going well, one that has stopped without anybody saying so, one long in operations. */
export async function seedDevelopmentDemo(work: Work): Promise<Outcome<{ projects: number }>> {
	const reading = await readingOf(work);
	if (!reading || (await listProjects(work)).length > 0) return done({ projects: 0 });
	const units = [...reading.units.values()];
	for (const project of demoProjects)
		await seedProject(work, project, units.find(({ name }) => name.includes(project.unit))?.id ?? null);
	return done({ projects: demoProjects.length });
}

async function emailsOf(work: Work): Promise<ReadonlyMap<string, string>> {
	const { rows } = await sql<{ name: string; email: string }>`
		select p.name, p.email from organisation.membership m join identity.person p on p.id = m.person_id
		where m.organisation_id = ${demoDeveloperId()} and p.email is not null`.execute(work.db);
	return new Map(rows.map(({ name, email }) => [name, email]));
}

async function seedProject(work: Work, project: DemoProject, unitId: string | null): Promise<void> {
	const day = (ago: number) => addDays(work.today, -ago);
	const { facts, begun, lasts, decided } = project;
	const emails = await emailsOf(work);
	const { id } = finished(
		await addProject(work, {
			...{ ...facts, unitId, admissionId: null, firstDay: day(begun), lastDay: addDays(day(begun), lasts) },
			...{ leaderEmail: emails.get(facts.leaderName) ?? null, deputyEmail: null, ownerEmail: null },
			decidedOn: decided === null ? null : day(decided),
		}),
	);
	const goalIds: string[] = [];
	for (const { baselineAgo, dueIn, ...goal } of project.goals)
		goalIds.push(
			finished(
				await addGoal(work, id, {
					...{ servesId: null, measuredAsId: null },
					...{ ...goal, baselineOn: baselineAgo === null ? null : day(baselineAgo) },
					dueOn: dueIn === null ? null : day(-dueIn),
				}),
			).id,
		);
	for (const { ago, ...involved } of project.involved)
		finished(await involveInProject(work, id, { ...involved, on: day(ago) }));
	if (decided === null) return;
	const version = async () => (await openProject(work, id))?.project.version ?? 1;
	finished(await startProject(work, id, { version: await version(), startedOn: day(begun) }));
	for (const { ago, ...status } of project.statuses)
		finished(await addStatus(work, id, { ...status, onDay: day(ago) }));
	for (const { goal, ago, ...measured } of project.measurements) {
		const goalId = goalIds[goal];
		if (goalId !== undefined)
			finished(await addMeasurement(work, { projectId: id, goalId }, { ...measured, measuredOn: day(ago), note: "" }));
	}
	if (project.ending) {
		const { ago, ...ending } = project.ending;
		finished(await endProject(work, id, { ...ending, decidedOn: day(ago), version: await version() }));
	}
}
