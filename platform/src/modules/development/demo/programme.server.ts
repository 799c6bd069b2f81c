import type { Work } from "../../../database/work.server.ts";
import { addDays, momentBefore } from "../../../day.ts";
import { done, finished, type Outcome } from "../../../outcome.ts";
import { demoPlaces } from "../../organisation/service.server.ts";
import {
	addBatch,
	addExpectation,
	addGoal,
	addMeasurement,
	addProgramme,
	addProject,
	decideAdmission,
	findOwn,
	listProgrammes,
	listProjects,
	openProgramme,
	openProject,
	openToAll,
	placesOf,
	readAdmissions,
	saveProgrammeGoal,
	sendApplication,
	setMeasure,
	setUnderWay,
	startProject,
} from "../service.server.ts";
import { demoApplications, demoProgramme } from "./programme.ts";

/** The same work as if it were done some days ago. */
function earlier(work: Work, days: number): Work {
	return { ...work, today: addDays(work.today, -days), now: momentBefore(work.now, days) };
}

/** The state administrator of the demo region, which keeps a programme. */
export function demoProgrammeKeeperId(): string {
	return demoPlaces().administrators.find(({ county }) => county === "50")?.id ?? "";
}

const idOf = (number: string) => demoPlaces().municipalities.find((one) => one.number === number)?.id ?? "";

/** Those of the demo region that apply to it. */
export function demoProgrammeApplicantIds(): readonly string[] {
	return demoApplications.map(({ number }) => idOf(number));
}

async function findProgramme(work: Work) {
	const found = (await listProgrammes(work)).find(({ title }) => title === demoProgramme.facts.title);
	return found && (await openProgramme(work, found.id));
}

/** The programme, open for those who apply. */
export async function seedProgrammeOpened(work: Work): Promise<Outcome<undefined>> {
	if (await findProgramme(work)) return done(undefined);
	const { facts, opened, lasts, goals, expectations, batches } = demoProgramme;
	const then = earlier(work, opened);
	const ago = (days: number) => addDays(work.today, -days);
	const { id } = finished(
		await addProgramme(then, {
			...{ ...facts, networkId: null, copiedFrom: null },
			...{ firstDay: ago(opened), lastDay: ago(opened - lasts) },
		}),
	);
	for (const { measure, ...goal } of goals) {
		const { id: goalId } = finished(await saveProgrammeGoal(then, id, null, goal));
		finished(await setMeasure(then, id, goalId, measure));
	}
	for (const expects of expectations) finished(await addExpectation(then, id, { expects }));
	for (const { name, applyBy, starts, ends, places, kept } of batches)
		finished(
			await addBatch(then, id, {
				...{ name, applyBy: ago(applyBy), startsOn: ago(starts), endsOn: ago(ends), places, kept },
			}),
		);
	finished(await openToAll(then, id, 1));
	return done(undefined);
}

/** What the municipality acted for applies with. */
export async function seedProgrammeApplied(work: Work): Promise<Outcome<undefined>> {
	const opened = await findProgramme(work);
	const one = demoApplications.find(({ number }) => idOf(number) === opened?.asker.organisationId);
	if (!opened || !one || (await findOwn(work, opened))) return done(undefined);
	const answers = opened.expectations.map(({ id, expects }) => {
		const not = one.not !== null && expects === demoProgramme.expectations[one.not.expectation] ? one.not : null;
		return { expectationId: id, accepted: not === null, because: not?.because ?? "" };
	});
	const name = demoProgramme.batches[one.batch]?.name;
	const batchId = opened.batches.find((batch) => batch.name === name)?.id ?? "";
	const application = { facts: { ...one.facts, batchId }, answers };
	finished(await sendApplication(earlier(work, one.sent), opened.programme.id, application));
	return done(undefined);
}

/** Those of the first batch get their places, in the order they applied, and the programme is under way. */
export async function seedProgrammeDecided(work: Work): Promise<Outcome<undefined>> {
	const opened = await findProgramme(work);
	if (opened?.programme.state !== "open") return done(undefined);
	const { id, version } = opened.programme;
	const then = earlier(work, 245);
	const first = demoProgramme.batches[0]?.name;
	for (const one of (await readAdmissions(work, id))?.admissions ?? [])
		if (one.batchName === first)
			finished(await decideAdmission(then, one.id, { version: one.version, decision: "admitted", because: "" }));
	finished(await setUnderWay(then, id, version));
	return done(undefined);
}

/** The project of the municipality acted for, with what has been measured. */
export async function seedProgrammeProject(work: Work): Promise<Outcome<undefined>> {
	const opened = await findProgramme(work);
	const organisationId = opened?.asker.organisationId ?? null;
	const project = demoApplications.find(({ number }) => idOf(number) === organisationId)?.project;
	if (!opened || !project || organisationId === null) return done(undefined);
	const [place] = await placesOf(work, organisationId);
	const begunAlready = (await listProjects(work)).some(({ admissionId }) => admissionId === place?.admissionId);
	if (!place || begunAlready) return done(undefined);
	const ago = (days: number) => addDays(work.today, -days);
	const { facts, begun, goals } = project;
	const { id } = finished(
		await addProject(work, {
			...{ ...facts, admissionId: place.admissionId, novelty: "here", buildsOn: "", unitId: null, breadth: "units" },
			...{ changesWork: false, decidedBy: "chief-executive", decidedOn: ago(begun + 20), decision: "" },
			...{ leaderEmail: null, leaderShare: 20, deputyName: "", deputyEmail: null, ownerEmail: null },
			...{ firstDay: ago(begun), lastDay: ago(begun - 500), statusDays: 180, hours: null, kroner: null },
			...{ followUp: "", spread: "" },
		}),
	);
	const measured: { readonly goalId: string; readonly value: number }[] = [];
	for (const { serves, alike, value, ...goal } of goals) {
		const wording = demoProgramme.goals[serves]?.wording;
		const servesId = opened.goals.find((one) => one.wording === wording)?.id ?? null;
		const measure = opened.measures.find(({ goalId }) => goalId === servesId);
		const { id: goalId } = finished(
			await addGoal(work, id, {
				...{ ...goal, servesId, measuredAsId: alike ? (measure?.id ?? null) : null, dueOn: ago(begun - 400) },
				baselineOn: goal.baseline === null ? null : ago(begun),
			}),
		);
		if (value !== null) measured.push({ goalId, value });
	}
	const version = (await openProject(work, id))?.project.version ?? 1;
	finished(await startProject(work, id, { version, startedOn: ago(begun) }));
	for (const { goalId, value } of measured)
		finished(
			await addMeasurement(
				work,
				{ projectId: id, goalId },
				{ value, measuredOn: ago(20), source: "Samme kilde som før", note: "" },
			),
		);
	return done(undefined);
}
