import type { Work } from "../../../database/work.server.ts";
import { addDays } from "../../../day.ts";
import { done, finished, type Outcome } from "../../../outcome.ts";
import { demoPlaces } from "../../organisation/service.server.ts";
import {
	addCard,
	addGoal,
	addMeasurement,
	adoptCard,
	listCards,
	listProjects,
	networksToShow,
	openProject,
	readingOf,
	sayUse,
	startProject,
} from "../service.server.ts";
import { demoAdoption, demoCards } from "./practice.ts";

/** The municipality of the demo region that tries out what a neighbour has done. */
export function demoAdopterId(): string {
	return demoPlaces().municipalities.find(({ number }) => number === "5037")?.id ?? "";
}

/** Practice cards of the organisation acted for, made of its projects. */
export async function seedCardDemo(work: Work): Promise<Outcome<undefined>> {
	const reading = await readingOf(work);
	if (!reading || ((await listCards(work)) ?? []).some(({ isOwn }) => isOwn)) return done(undefined);
	const projects = await listProjects(work, reading);
	const networkIds = (await networksToShow(work, reading)).map(({ id }) => id);
	for (const { of, holds, ...facts } of demoCards) {
		const project = projects.find(({ title }) => title === of);
		if (project)
			finished(await addCard(work, project.id, { ...facts, networkIds, revalidateOn: addDays(work.today, holds) }));
	}
	return done(undefined);
}

/** A project of the organisation acted for that tries out the card for everybody of a neighbour, under way, with one measurement. */
export async function seedAdoptionDemo(work: Work): Promise<Outcome<undefined>> {
	const card = ((await listCards(work)) ?? []).find(({ isOwn, visibility }) => !isOwn && visibility === "public");
	if (!card || card.adoptions > 0) return done(undefined);
	const day = (ago: number) => addDays(work.today, -ago);
	const { facts, begun, goal, measured, uses } = demoAdoption;
	const { projectId } = finished(
		await adoptCard(work, card.id, {
			...{
				...facts,
				unitId: null,
				admissionId: null,
				firstDay: day(begun),
				lastDay: day(begun - 365),
				decidedOn: day(begun + 10),
			},
		}),
	);
	const { id: goalId } = finished(
		await addGoal(work, projectId, {
			...goal,
			servesId: null,
			measuredAsId: null,
			baselineOn: day(begun),
			dueOn: day(begun - 300),
		}),
	);
	const version = (await openProject(work, projectId))?.project.version ?? 1;
	finished(await startProject(work, projectId, { version, startedOn: day(begun) }));
	const { ago, ...value } = measured;
	finished(await addMeasurement(work, { projectId, goalId }, { ...value, measuredOn: day(ago), note: "" }));
	for (const { ago: before, ...use } of uses) finished(await sayUse(work, card.id, { ...use, onDay: day(before) }));
	return done(undefined);
}
