import { sql } from "kysely";
import { expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { doing } from "../../../../test/doing.ts";
import { makeActor } from "../../../../test/make.ts";
import { localGoal, type Person, programmesIn, project } from "../../../../test/make-programme.ts";
import { dayOf } from "../../../day.ts";
import {
	addGoal,
	addProject,
	changeGoal,
	inviteTo,
	openProgramme,
	openProject,
	placesOf,
	readAdmissions,
	readReach,
	readResults,
	withdrawAdmission,
} from "../service.server.ts";

const database = await openTestDatabase();
const { does, codes } = doing(database);
const { opened, admitted, running } = programmesIn(database);
const today = dayOf(new Date());

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
