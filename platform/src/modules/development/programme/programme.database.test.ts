import { expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { doing } from "../../../../test/doing.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import { addDays, dayOf } from "../../../day.ts";
import {
	addBatch,
	addExpectation,
	addLesson,
	addProgramme,
	closeProgramme,
	listProgrammes,
	openProgramme,
	openToAll,
	removePart,
	removeProgramme,
	saveProgrammeGoal,
	setMeasure,
	setUnderWay,
} from "../service.server.ts";
import type { BatchFacts, ProgrammeFacts } from "./contract.ts";

const database = await openTestDatabase();
const { does, codes } = doing(database);
const today = dayOf(new Date());

const facts: ProgrammeFacts = {
	...{ title: "Trygg hjemme", commissioner: "Direktoratet", partners: "", mandate: "Tildelingsbrevet" },
	...{ purpose: "Folk skal kunne bo hjemme så lenge de selv vil.", themes: "Fall", admits: "all", priorities: "" },
	...{ moneyFor: "Frikjøp", networkId: null, noArenaBecause: "Møtes i KS", firstDay: today },
	lastDay: addDays(today, 700),
};
const batch: BatchFacts = {
	...{ name: "Pulje 1", applyBy: addDays(today, 20), startsOn: addDays(today, 30), endsOn: addDays(today, 400) },
	...{ places: null, kept: null },
};
const goal = { wording: "Færre fall", localExample: "Ti færre fall i året" };
const measure = { indicator: "Fall", definition: "Med skade", measuredIn: "fall i måneden", adds: "sum" } as const;
type Keeper = Awaited<ReturnType<typeof makeActor>>;

async function draft(keeper: Keeper, copiedFrom: string | null = null) {
	const { id } = await does(keeper, (work) => addProgramme(work, { ...facts, copiedFrom }));
	if (copiedFrom !== null) return { id, goalId: "" };
	const { id: goalId } = await does(keeper, (work) => saveProgrammeGoal(work, id, null, goal));
	await does(keeper, (work) => setMeasure(work, id, goalId, measure));
	await does(keeper, (work) => addExpectation(work, id, { expects: "Prosjektleder i 20 prosent" }));
	return { id, goalId };
}

const read = (actor: Keeper, id: string) => database.reading(actor, (work) => openProgramme(work, id));

it("is a draft of its keeper until it says what those who apply must know, and then everybody's to read", async () => {
	const organisation = await makeOrganisation(database, { kind: "state-administrator" });
	const keeper = await makeActor(database, { organisation });
	const officer = await makeActor(database, { organisation, roles: ["case-officer"] });
	const municipality = await makeActor(database);
	expect(await codes(officer, (work) => addProgramme(work, { ...facts, copiedFrom: null }))).toEqual(["not-allowed"]);
	const { id, goalId } = await draft(keeper);
	expect((await read(keeper, id))?.lacking).toEqual(["batches"]);
	expect(await codes(keeper, (work) => openToAll(work, id, 1))).toEqual(["incomplete"]);
	expect(await read(municipality, id)).toBeUndefined();
	expect((await database.reading(municipality, listProgrammes)).some((one) => one.id === id)).toBe(false);
	expect(await codes(officer, (work) => removeProgramme(work, id, 1))).toEqual(["not-allowed"]);
	await does(keeper, (work) => addBatch(work, id, batch));
	expect(await codes(keeper, (work) => openToAll(work, id, 9))).toEqual(["changed-by-another"]);
	await does(keeper, (work) => openToAll(work, id, 1));

	const opened = await read(municipality, id);
	expect(opened).toMatchObject({ can: { keep: false, apply: true, send: true }, goals: [goal] });
	expect(opened?.batches[0]?.name).toBe("Pulje 1");
	// What others may have applied by, stands; a new definition stands beside the old.
	expect(await codes(keeper, (work) => removePart(work, id, "goal", goalId))).toEqual(["opened-already"]);
	expect(
		await codes(keeper, (work) => saveProgrammeGoal(work, id, goalId, { ...goal, wording: "Ingen fall" })),
	).toEqual(["opened-already"]);
	await does(keeper, (work) => setMeasure(work, id, goalId, { ...measure, definition: "Alle fall" }));
	expect((await read(keeper, id))?.measures.map(({ number, definition }) => [number, definition])).toEqual([
		[1, "Med skade"],
		[2, "Alle fall"],
	]);
	expect(await codes(municipality, (work) => removeProgramme(work, id, 2))).toEqual(["not-allowed"]);
	expect(await codes(keeper, (work) => setUnderWay(work, id, 2))).toEqual(["nobody-admitted"]);
});

it("refuses a goal that says the purpose again", async () => {
	const keeper = await makeActor(database);
	const { id } = await draft(keeper);
	const repeated = { wording: "Folk kan bo hjemme så lenge de selv vil", localExample: "" };
	expect(await codes(keeper, (work) => saveProgrammeGoal(work, id, null, repeated))).toEqual(["purpose-repeats-goal"]);
	await does(keeper, (work) => removeProgramme(work, id, 1));
	expect(await read(keeper, id)).toBeUndefined();
});

it("closes with what was learnt, and the next begins as a copy of it with that in sight", async () => {
	const keeper = await makeActor(database);
	const { id } = await draft(keeper);
	await does(keeper, (work) => addBatch(work, id, batch));
	await does(keeper, (work) => openToAll(work, id, 1));
	const end = { closedOn: today, closedBecause: "Flere bor hjemme.", lesson: "", version: 2 };
	expect(await codes(keeper, (work) => closeProgramme(work, id, end))).toEqual(["lesson-missing"]);
	await does(keeper, (work) => addLesson(work, id, { lesson: "Mål før dere begynner.", source: "Samling 2" }));
	await does(keeper, (work) => closeProgramme(work, id, { ...end, lesson: "Tre kommuner er for få." }));
	expect(await codes(keeper, (work) => addLesson(work, id, { lesson: "For sent", source: "" }))).toEqual(["is-closed"]);

	const next = await draft(keeper, id);
	const copy = await read(keeper, next.id);
	expect(copy?.earlier?.lessons.map(({ lesson }) => lesson).toSorted()).toEqual([
		"Mål før dere begynner.",
		"Tre kommuner er for få.",
	]);
	expect(copy?.goals).toMatchObject([goal]);
	expect(copy?.measures).toMatchObject([{ ...measure, number: 1 }]);
	expect(copy?.expectations).toMatchObject([{ expects: "Prosjektleder i 20 prosent" }]);
	expect(copy?.lacking).toEqual(["batches"]);
});
