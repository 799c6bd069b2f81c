import type { Work } from "../../../database/work.server.ts";
import { addDays } from "../../../day.ts";
import { done, finished, type Outcome } from "../../../outcome.ts";
import { demoPlaces } from "../../organisation/service.server.ts";
import {
	addNeed,
	addResearch,
	answerAsk,
	askParty,
	listNeeds,
	listResearch,
	openResearch,
	returnResult,
} from "../service.server.ts";
import { demoNeeds, demoResearch } from "./knowledge.ts";

/** The institution of the demo region that proposes research. */
export function demoResearcherId(): string {
	return demoPlaces().institutions.find(({ key }) => key === "institution-1150")?.id ?? "";
}

const municipalityId = (number: string) => demoPlaces().municipalities.find((one) => one.number === number)?.id ?? "";

/** What the organisation acted for needs to know. */
export async function seedKnowledgeNeeds(work: Work): Promise<Outcome<undefined>> {
	if ((await listNeeds(work)).some(({ isOwn }) => isOwn)) return done(undefined);
	for (const { key, neededIn, ...need } of demoNeeds) {
		const neededBy = neededIn === null ? null : addDays(work.today, neededIn);
		finished(await addNeed(work, { ...need, unitId: null, neededBy }));
	}
	return done(undefined);
}

/** What the organisation acted for proposes, and whom it asks. */
export async function seedResearch(work: Work): Promise<Outcome<undefined>> {
	if ((await listResearch(work)).some(({ isOwn }) => isOwn)) return done(undefined);
	const needs = await listNeeds(work);
	for (const { begun, lasts, returned, asks, ...facts } of demoResearch) {
		const firstDay = addDays(work.today, -begun);
		const { id } = finished(await addResearch(work, { ...facts, firstDay, lastDay: addDays(firstDay, lasts) }));
		for (const { municipality, need, answer, ...ask } of asks) {
			const question = demoNeeds.find(({ key }) => key === need)?.question;
			const needId = needs.find((one) => one.question === question)?.id ?? null;
			const partyId = municipalityId(municipality);
			finished(await askParty(work, id, { ...ask, partyId, needId, answerBy: addDays(work.today, 14) }));
		}
	}
	return done(undefined);
}

/** What the organisation acted for answers of what it is asked. */
export async function seedResearchAnswers(work: Work): Promise<Outcome<undefined>> {
	const { actor } = work;
	const self = actor.kind === "system" ? actor.organisationId : null;
	for (const research of await listResearch(work))
		for (const { id, partyId, answer, version } of research.asks) {
			const told = demoResearch
				.find(({ title }) => title === research.title)
				?.asks.find(({ municipality }) => municipalityId(municipality) === partyId)?.answer;
			if (partyId === self && answer === null && told)
				finished(await answerAsk(work, research.id, id, { ...told, version }));
		}
	return done(undefined);
}

/** What has been found, given back by the organisation acted for. */
export async function seedResearchReturned(work: Work): Promise<Outcome<undefined>> {
	for (const { id, title, returnedOn } of await listResearch(work)) {
		const result = demoResearch.find((one) => one.title === title)?.returned;
		const opened = result && returnedOn === null ? await openResearch(work, id) : undefined;
		if (result && opened?.can.keep)
			finished(await returnResult(work, id, { result, resultWhere: "", version: opened.version }));
	}
	return done(undefined);
}

/** The municipalities that answer in the demo. */
export function demoAnswererIds(): readonly string[] {
	return [...new Set(demoResearch.flatMap(({ asks }) => asks.map(({ municipality }) => municipality)))].map(
		municipalityId,
	);
}
