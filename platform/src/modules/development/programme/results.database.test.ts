import { sql } from "kysely";
import { expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { doing } from "../../../../test/doing.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import { addDays, dayOf } from "../../../day.ts";
import type { GoalFacts } from "../goal/contract.ts";
import type { ProjectFacts } from "../project/contract.ts";
import {
	addBatch,
	addExpectation,
	addGoal,
	addMeasurement,
	addProgramme,
	addProject,
	changeGoal,
	decideAdmission,
	inviteTo,
	openProgramme,
	openProject,
	openToAll,
	placesOf,
	readAdmissions,
	readReach,
	readResults,
	saveProgrammeGoal,
	sendApplication,
	setMeasure,
	startProject,
	withdrawAdmission,
} from "../service.server.ts";

const database = await openTestDatabase();
const { does, codes } = doing(database);
const today = dayOf(new Date());
const before = addDays(today, -100);

type Person = Awaited<ReturnType<typeof makeActor>>;
const measure = { indicator: "Fall", definition: "Med skade", measuredIn: "fall i måneden", adds: "sum" } as const;

/** A programme open for all who apply, with one goal that is measured alike. */
async function opened() {
	const keeper = await makeActor(database, {
		organisation: await makeOrganisation(database, { kind: "state-administrator" }),
	});
	const { id } = await does(keeper, (work) =>
		addProgramme(work, {
			...{ title: "Trygg hjemme", commissioner: "Direktoratet", partners: "", mandate: "Brevet", themes: "Fall" },
			...{ purpose: "Folk skal kunne bo hjemme så lenge de selv vil.", admits: "all", priorities: "" },
			...{ moneyFor: "Frikjøp", networkId: null, noArenaBecause: "Møtes i KS", firstDay: today },
			...{ lastDay: addDays(today, 700), copiedFrom: null },
		}),
	);
	const { id: goalId } = await does(keeper, (work) =>
		saveProgrammeGoal(work, id, null, { wording: "Færre fall", localExample: "Ti færre" }),
	);
	await does(keeper, (work) => setMeasure(work, id, goalId, measure));
	await does(keeper, (work) => addExpectation(work, id, { expects: "Prosjektleder i 20 prosent" }));
	await does(keeper, (work) =>
		addBatch(work, id, {
			...{ name: "Pulje 1", applyBy: addDays(today, 20), startsOn: addDays(today, 30), endsOn: addDays(today, 400) },
			...{ places: null, kept: null },
		}),
	);
	await does(keeper, (work) => openToAll(work, id, 1));
	const read = await database.reading(keeper, (work) => openProgramme(work, id));
	const measureId = read?.measures[0]?.id ?? "";
	return { keeper, id, goalId, measureId, batchId: read?.batches[0]?.id ?? "", asked: read?.expectations[0]?.id ?? "" };
}
type Opened = Awaited<ReturnType<typeof opened>>;

async function admitted({ keeper, id, batchId, asked }: Opened, person: Person): Promise<string> {
	const sent = await does(person, (work) =>
		sendApplication(work, id, {
			facts: {
				...{ batchId, need: "Mange faller.", gain: "Tryggere netter.", buildsOn: "", isFirst: true },
				...{ leaderName: "Kari", leaderEmail: null, leaderShare: 20 },
			},
			answers: [{ expectationId: asked, accepted: true, because: "" }],
		}),
	);
	await does(keeper, (work) => decideAdmission(work, sent.id, { version: 2, decision: "admitted", because: "" }));
	return sent.id;
}

const project: ProjectFacts = {
	...{ title: "Tilsyn om natten", need: "Mange våkner.", purpose: "Folk skal bo trygt hjemme lenger." },
	...{ noticed: "Jeg sover.", anchoredIn: "Planen", novelty: "here", buildsOn: "", unitId: null, breadth: "unit" },
	...{ changesWork: false, decidedBy: "unit-leader", decidedOn: before, decision: "", leaderName: "Kari" },
	...{ leaderEmail: null, leaderShare: null, deputyName: "", deputyEmail: null, ownerName: "Ola", ownerEmail: null },
	...{ firstDay: before, lastDay: addDays(today, 200), statusDays: 42, hours: null, kroner: null },
	...{ followUp: "", spread: "", admissionId: null },
};
const localGoal: GoalFacts = {
	...{ kind: "result", wording: "Færre besøk som vekker", indicator: "Fall hos oss", definition: "", measuredIn: "" },
	...{ baseline: 10, baselineOn: before, baselineSource: "Journal", target: 4, dueOn: null },
	...{ servesId: null, measuredAsId: null },
};

/** A project that is under way in the place, with one goal and what was measured of it. */
async function running(person: Person, admissionId: string, goal: GoalFacts, value: number | null) {
	const { id } = await does(person, (work) => addProject(work, { ...project, admissionId }));
	const { id: goalId } = await does(person, (work) => addGoal(work, id, goal));
	await does(person, (work) => startProject(work, id, { version: 1, startedOn: before }));
	if (value !== null)
		await does(person, (work) =>
			addMeasurement(work, { projectId: id, goalId }, { value, measuredOn: today, source: "Journal", note: "" }),
		);
	return { id, goalId };
}

const results = (person: Person, id: string) => database.reading(person, (work) => readResults(work, id));

it("adds up what is measured alike before and after, names the rest, and is read by those who take part alone", async () => {
	const programme = await opened();
	const { keeper, id, goalId, measureId } = programme;
	const people = [await makeActor(database), await makeActor(database), await makeActor(database)] as const;
	const [one, other, third] = people;
	const outsider = await makeActor(database);
	const places = [
		await admitted(programme, one),
		await admitted(programme, other),
		await admitted(programme, third),
	] as const;
	const alike = { ...localGoal, servesId: goalId, measuredAsId: measureId };
	const none = { baseline: null, baselineOn: null, baselineSource: "", target: null };
	const counted = await running(one, places[0], alike, 6);
	await running(other, places[1], { ...alike, ...none }, 3);
	await running(third, places[2], { ...localGoal, measuredIn: "kroner", servesId: goalId }, 3);

	// What was left empty is the programme's; what was written stands.
	const mine = await database.reading(one, (work) => openProject(work, counted.id));
	expect(mine?.goals[0]).toMatchObject({
		indicator: "Fall hos oss",
		definition: "Med skade",
		measuredIn: "fall i måneden",
	});

	const read = await results(keeper, id);
	const [rolled] = read?.rolled ?? [];
	expect(rolled?.totals).toMatchObject([{ before: 10, after: 6, change: -4, inside: [counted.id] }]);
	expect(rolled?.totals[0]?.outside.map(({ why }) => why).toSorted()).toEqual(["no-baseline", "own-measure"]);
	expect([...(read?.projects.values() ?? [])].map(({ title }) => title)).toEqual(Array(3).fill(project.title));

	// Others who take part read the numbers, not whose they are; an outsider reads nothing, not past the page either.
	const theirs = await results(other, id);
	expect(theirs?.rolled[0]?.totals).toMatchObject([{ before: 10, after: 6 }]);
	const known = [...(theirs?.projects.values() ?? [])].filter(({ title }) => title !== null);
	expect(known).toHaveLength(1);
	expect(theirs?.projects.has(counted.id)).toBe(false);
	expect(await results(outsider, id)).toBeUndefined();
	const raw = await database.reading(outsider, (work) => openProgramme(work, id));
	expect(raw?.takesPart).toBe(false);
	const { rows } = await database.reading(outsider, (work) =>
		sql`select * from development.programme_results(${keeper.organisationId}, ${id})`.execute(work.db),
	);
	expect(rows).toEqual([]);
	expect((await database.reading(keeper, (work) => readAdmissions(work, id)))?.funnel).toMatchObject({
		...{ admitted: 3, began: 3, ended: 0 },
	});

	// Whoever gives up the place reads no more, and the project goes on outside the numbers.
	await does(one, (work) =>
		withdrawAdmission(work, places[0], { version: 3, withdrawnOn: today, withdrawnBecause: "Lederen sluttet" }),
	);
	expect(await results(one, id)).toBeUndefined();
	const after = await results(keeper, id);
	expect(after?.projects.size).toBe(2);
	expect(after?.rolled[0]?.totals).toMatchObject([{ before: null, change: null, inside: [] }]);
});

it("takes only a place of one's own, and a goal of the programme one is in", async () => {
	const programme = await opened();
	const { goalId, measureId } = programme;
	const [one, other] = [await makeActor(database), await makeActor(database)];
	const place = await admitted(programme, one);
	const places = (person: Person) => database.reading(person, (work) => placesOf(work, person.organisationId));
	expect((await places(one)).map(({ admissionId }) => admissionId)).toEqual([place]);
	expect(await places(other)).toEqual([]);
	expect(await codes(other, (work) => addProject(work, { ...project, admissionId: place }))).toEqual(["place-unknown"]);

	const serving = { ...localGoal, measuredIn: "fall", servesId: goalId };
	const { id: alone } = await does(other, (work) => addProject(work, project));
	expect(await codes(other, (work) => addGoal(work, alone, serving))).toEqual(["serves-unknown"]);
	const { id, goalId: localId } = await running(one, place, { ...serving, measuredAsId: null }, 5);
	const measured = { ...serving, servesId: null, measuredAsId: measureId };
	expect(await codes(one, (work) => addGoal(work, id, measured))).toEqual(["measure-of-another"]);
	// What is measured keeps its words, also when it is said that it is measured as the programme says.
	const version = (await database.reading(one, (work) => openProject(work, id)))?.project.version ?? 0;
	await does(one, (work) =>
		changeGoal(work, { projectId: id, goalId: localId }, { ...serving, measuredAsId: measureId, version }),
	);
	const changed = await database.reading(one, (work) => openProject(work, id));
	expect(changed?.goals[0]).toMatchObject({ measuredAsId: measureId, definition: "", measuredIn: "fall" });
});

it("shows whoever keeps it which municipalities it reaches, and which have been in programmes before", async () => {
	const [first, second] = [await opened(), await opened()];
	const [returning, newcomer, asked] = [
		await makeActor(database),
		await makeActor(database),
		await makeActor(database),
	];
	await admitted(first, returning);
	await admitted(second, returning);
	await admitted(second, newcomer);
	await does(second.keeper, (work) => inviteTo(work, second.id, asked.organisationId));
	expect(await codes(second.keeper, (work) => inviteTo(work, second.id, first.keeper.organisationId))).toEqual([
		"party-unknown",
	]);
	const read = await database.reading(second.keeper, (work) => readReach(work, second.id));
	const of = (person: Person) => read?.reached.find(({ id }) => id === person.organisationId);
	expect(of(newcomer)).toMatchObject({ before: 0, here: "admitted", invited: false });
	expect(of(returning)).toMatchObject({ before: 1, here: "admitted" });
	expect(of(asked)).toMatchObject({ before: 0, here: "invited", invited: true });
	expect(await database.reading(newcomer, (work) => readReach(work, second.id))).toBeUndefined();
});
