import { sql } from "kysely";
import { expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { doing } from "../../../../test/doing.ts";
import { makeActor } from "../../../../test/make.ts";
import { localGoal, type Person, programmesIn, project } from "../../../../test/make-programme.ts";
import { addDays, dayOf } from "../../../day.ts";
import { adviceTo, advise, openProject, readAdvised, withdrawAdmission } from "../service.server.ts";
import type { AdviceFacts } from "./contract.ts";
import { splitOf } from "./rules.ts";

const database = await openTestDatabase();
const { does, codes } = doing(database);
const { opened, admitted, running } = programmesIn(database);
const today = dayOf(new Date());

const goal = { ...localGoal, measuredIn: "fall" };
const unclear: AdviceFacts = { purpose: "unclear", goals: "clear", words: "Hva skal det være godt for?" };
const advised = (person: Person, id: string) => database.reading(person, (work) => readAdvised(work, id));

it("is given by whoever keeps the programme, read by the municipality alone, and changes no word of the project", async () => {
	const programme = await opened();
	const { keeper, id } = programme;
	const [one, other, outsider] = [await makeActor(database), await makeActor(database), await makeActor(database)];
	const place = await admitted(programme, one);
	await admitted(programme, other);
	const { id: projectId } = await running(one, place, goal, null);
	const read = () => database.reading(one, (work) => openProject(work, projectId));
	const stood = await read();

	const [listed] = (await advised(keeper, id))?.projects ?? [];
	expect(listed).toMatchObject({ id: projectId, purpose: project.purpose, advice: null });
	expect(listed?.goals).toMatchObject([{ wording: localGoal.wording }]);
	expect([await advised(one, id), await advised(other, id), await advised(outsider, id)]).toEqual([
		undefined,
		undefined,
		undefined,
	]);
	const peek = (person: Person) =>
		database.reading(person, (work) =>
			sql`select * from development.programme_purposes(${keeper.organisationId}, ${id})`.execute(work.db),
		);
	expect((await peek(keeper)).rows).toHaveLength(1);
	expect((await peek(other)).rows).toEqual([]);

	expect(await codes(one, (work) => advise(work, id, projectId, unclear))).toEqual(["missing"]);
	expect(await codes(keeper, (work) => advise(work, id, projectId, { ...unclear, words: "" }))).toEqual([
		"because-missing",
	]);
	await does(keeper, (work) => advise(work, id, projectId, unclear));
	const to = (person: Person) =>
		database.reading(person, (work) => adviceTo(work, { organisationId: one.organisationId, id: projectId }));
	expect(await to(one)).toMatchObject([unclear]);
	expect(await to(other)).toEqual([]);
	// Said anew it takes the place of what was said.
	await does(keeper, (work) => advise(work, id, projectId, { purpose: "clear", goals: "measurable", words: "" }));
	expect(await to(one)).toMatchObject([{ purpose: "clear", goals: "measurable" }]);
	expect(await read()).toEqual(stood);

	// Whoever gives up the place is read no more; what was said stays with the project.
	await does(one, (work) =>
		withdrawAdmission(work, place, { version: 3, withdrawnOn: today, withdrawnBecause: "Lederen sluttet" }),
	);
	expect((await advised(keeper, id))?.projects).toEqual([]);
	expect(await to(one)).toHaveLength(1);
});

it("tells how purposes and goals of 47 projects read, with how many it is of", async () => {
	const programme = await opened();
	const { keeper, id } = programme;
	const municipality = await makeActor(database);
	const place = await admitted(programme, municipality);
	const projects: string[] = [];
	for (let count = 0; count < 49; count++)
		projects.push((await running(municipality, place, { ...goal, dueOn: addDays(today, count) }, null)).id);
	// As the 47 projects of the report were read; two nobody has read.
	const times = <Value>(count: number, value: Value) => Array.from({ length: count }, () => value);
	const purposes: readonly AdviceFacts["purpose"][] = [
		...times(17, "clear" as const),
		...times(20, "unclear" as const),
		...times(10, "none" as const),
	];
	const goals: readonly AdviceFacts["goals"][] = [
		...times(28, "measurable" as const),
		...times(12, "clear" as const),
		...times(7, "unclear" as const),
	];
	for (const [at, purpose] of purposes.entries())
		await does(keeper, (work) =>
			advise(work, id, projects[at] ?? "", { purpose, goals: goals[at] ?? "unclear", words: "Lest på samlingen" }),
		);
	const read = await advised(keeper, id);
	expect(splitOf(read?.projects ?? [])).toEqual({
		...{ all: 49, read: 47 },
		purposes: [
			{ reading: "clear", count: 17 },
			{ reading: "unclear", count: 20 },
			{ reading: "none", count: 10 },
		],
		goals: [
			{ reading: "measurable", count: 28 },
			{ reading: "clear", count: 12 },
			{ reading: "unclear", count: 7 },
		],
	});
});
