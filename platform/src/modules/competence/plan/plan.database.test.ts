import { expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import { newId, type Work } from "../../../database/work.server.ts";
import { addMonths } from "../../../day.ts";
import { foldName } from "../../../geography/search.ts";
import { type PersonActor, system } from "../../../identity/actor.ts";
import type { Outcome } from "../../../outcome.ts";
import { findObjects, searchObjects } from "../../../registry/objects.server.ts";
import { findWaiting } from "../../../registry/waiting.server.ts";
import { writeOut } from "../../../registry/written.server.ts";
import type { MeasureFacts } from "../measure/contract.ts";
import {
	addMeasure,
	addNeed,
	addPlan,
	addStudy,
	answerForUnit,
	changeMeasure,
	changePlan,
	involveInPlan,
	listChoosable,
	listGrantNeeds,
	listMeasures,
	listPlans,
	listSupervisorNeeds,
	openPlan,
	readMeasure,
	readPlanInvolvement,
	removeMeasure,
	removePlan,
	takePlanStep,
} from "../service.server.ts";
import { changesBetween } from "./changes.ts";
import type { PlanFacts, PlanStepFacts } from "./contract.ts";
import { measureHolder } from "./holder.server.ts";
import { writePlanPdf } from "./pdf.server.ts";
import { tellReview } from "./remind.server.ts";
import { listToRemind } from "./store.server.ts";

const database = await openTestDatabase();
const as = <Value, Code extends string>(actor: PersonActor, work: (work: Work) => Promise<Outcome<Value, Code>>) =>
	database.commanding(actor, work);
const code = (outcome: Outcome<unknown>) => outcome.refused?.[0]?.code;

const planned: PlanFacts = {
	...{ title: "Kompetanseplan helse", sector: null, firstDay: "2026-01-01", lastDay: "2029-12-31", introduction: "" },
	...{ reviewMonths: 12, ownerName: "Silje", ownerEmail: "silje@example.no", deputyName: "", deputyEmail: null },
};

it("goes from draft to adopted and on to review, with what it said kept, and is nobody else's", async () => {
	const organisation = await makeOrganisation(database);
	const unitId = newId();
	await database.commanding(system("make", organisation.id), async (work) => {
		await work.db
			.insertInto("organisation.unit")
			.values({
				...{ organisation_id: organisation.id, id: unitId, name: "Solbakken", sector: "health-and-care" },
				...{ valid_from: "2020-01-01", search_name: foldName("Solbakken") },
			})
			.execute();
		return { done: undefined };
	});
	const planner = await makeActor(database, { organisation, roles: ["competence-planner"] });
	const leader = await makeActor(database, { organisation, roles: ["unit-leader"], unitId });
	const stranger = await makeActor(database, { roles: ["competence-planner"] });
	const [entry] = await database.reading(planner, listChoosable);
	const entryId = entry?.id ?? "";
	const today = await database.reading(planner, async (work) => work.today);
	const row = {
		entryId,
		heads: 4,
		positions: 3,
		aged55: null,
		aged60: null,
		aged65: null,
		turnover: null,
		hasDeputy: null,
	};
	await as(leader, (work) => answerForUnit(work, unitId, { asOf: today, source: "Lederen", rows: [row] }));
	const need = { basis: "task", positions: 5, users: null, usersEach: null, growth: null, fromDay: null } as const;
	await as(leader, (work) => addNeed(work, { ...need, unitId, entryId, reason: "Vakt" }));

	expect(code(await as(leader, (work) => addPlan(work, planned)))).toBe("not-allowed");
	expect(code(await as(planner, (work) => addPlan(work, { ...planned, sector: "school" })))).toBe("sector-unknown");
	const id = (await as(planner, (work) => addPlan(work, planned))).done?.id ?? "";
	const read = () => database.reading(planner, (work) => openPlan(work, id));
	for (const other of [leader, stranger])
		expect(await database.reading(other, (work) => openPlan(work, id))).toBeUndefined();
	expect(await database.reading(stranger, listPlans)).toEqual([]);
	const step = (step: PlanStepFacts["step"], version: number, decision = "") =>
		as(planner, (work) => takePlanStep(work, id, { step, onDay: today, decision, note: "", version }));
	expect(code(await step("adopted", 1, "PS 1/26"))).toBe("nothing-to-adopt");

	const facts: MeasureFacts = {
		...{
			planId: id,
			kind: "further-education",
			title: "To på videreutdanning",
			unitId,
			entryId,
			closes: 1.5,
			persons: 2,
		},
		...{ cost: 400_000, financing: "state-grant", substitutePositions: 0.8, priority: 1, status: "proposed" },
		...{
			dueOn: "2026-01-31",
			ownerName: "Per",
			ownerEmail: "per@example.no",
			deputyName: "",
			deputyEmail: null,
			note: "",
		},
	};
	expect(code(await as(leader, (work) => addMeasure(work, facts)))).toBe("not-allowed");
	expect(code(await as(stranger, (work) => addMeasure(work, facts)))).toBe("plan-unknown");
	const measureId = (await as(planner, (work) => addMeasure(work, facts))).done?.id ?? "";
	expect(await database.reading(leader, (work) => readMeasure(work, measureId))).toMatchObject({ mayChange: false });
	expect(await database.reading(stranger, listMeasures)).toEqual([]);
	expect((await read())?.content.gaps).toMatchObject([{ now: 2, units: 1, known: 1, closed: 1.5 }]);
	expect(await database.reading(planner, listGrantNeeds)).toMatchObject([{ id: measureId, cost: 400_000 }]);

	// Whoever coordinates placement reads what is to give supervisors, and no other measure; others see none of it.
	const trained = { ...facts, kind: "supervisor-training", title: "Tre blir veiledere", persons: 3 } as const;
	const trainedId = (await as(planner, (work) => addMeasure(work, { ...trained, closes: null, entryId: null }))).done
		?.id;
	const coordinator = await makeActor(database, { organisation, roles: ["placement-coordinator"] });
	expect(await database.reading(coordinator, listSupervisorNeeds)).toMatchObject([{ id: trainedId, persons: 3 }]);
	expect(await database.reading(coordinator, listMeasures)).toEqual([]);
	for (const other of [stranger, await makeActor(database, { organisation, roles: ["employee"] })])
		expect(await database.reading(other, listSupervisorNeeds)).toEqual([]);
	const [measured] = await database.reading(planner, (work) => searchObjects(work, ["tre", "veiledere"]));
	expect(measured).toMatchObject({ kind: "competence-measure", id: trainedId });
	expect(await database.reading(stranger, (work) => searchObjects(work, ["tre", "veiledere"]))).toEqual([]);
	await as(planner, (work) => removeMeasure(work, trainedId ?? "", 1));

	// Others who are asked about it read what it says, and can find it.
	const object = { kind: "competence-plan", id };
	const text = await database.reading(planner, (work) => writeOut(work, object));
	expect(text?.nb.sections.map(({ points }) => points.length)).toEqual([0, 1, 1, 0]);
	expect(await database.reading(stranger, (work) => writeOut(work, object))).toBeNull();
	expect(await database.reading(planner, (work) => searchObjects(work, ["kompetanseplan"]))).toMatchObject([object]);
	expect(await database.reading(stranger, (work) => findObjects(work, [object]))).toEqual([]);

	// Union first at the decision: late. Who should take part and did not: never.
	const involve = (actor: PersonActor, on: string) =>
		as(actor, (work) => involveInPlan(work, id, { role: "union", phase: "decision", on, note: "" }));
	expect(code(await involve(stranger, today))).toBe("missing");
	expect(code(await involve(planner, "2999-01-01"))).toBe("in-the-future");
	expect(await involve(planner, today)).toEqual({ done: undefined });
	const { roles } = await database.reading(planner, (work) => readPlanInvolvement(work, id));
	expect(roles.find(({ role }) => role === "union")?.timeliness).toBe("late");
	expect(roles.find(({ role }) => role === "user-council")?.timeliness).toBe("never");

	expect(code(await step("adopted", 1))).toBe("decision-missing");
	expect(await step("heard", 1)).toEqual({ done: undefined });
	expect(code(await step("adopted", 1, "PS 1/26"))).toBe("changed-by-another");
	expect(await step("adopted", 2, "PS 1/26")).toEqual({ done: undefined });
	const adopted = await read();
	expect(adopted).toMatchObject({
		plan: { state: "adopted", reviewOn: addMonths(today, 12) },
		measures: [{ status: "decided" }],
		versions: [{ number: 1, decision: "PS 1/26", content: { measures: [{ status: "decided" }] } }],
	});

	// The plan lives on, and tells what is changed; what was adopted is neither rewritten nor taken away.
	const change = { ...facts, status: "decided", cost: 500_000, version: 2 } as const;
	expect(await as(planner, (work) => changeMeasure(work, measureId, change))).toEqual({ done: undefined });
	const now = await read();
	if (!now?.versions[0]) throw new Error("no version");
	expect(changesBetween(now.versions[0].content, now.content).changed[0]?.fields).toEqual([
		{ field: "cost", from: 400_000, to: 500_000 },
	]);
	expect(code(await as(planner, (work) => removeMeasure(work, measureId, 3)))).toBe("was-adopted");
	expect(code(await as(planner, (work) => removePlan(work, id, 3)))).toBe("was-adopted");
	expect(code(await as(planner, (work) => changePlan(work, id, { ...planned, version: 1 })))).toBe(
		"changed-by-another",
	);
	const study = {
		...{
			name: null,
			email: null,
			unitId,
			entryId,
			title: "AKS",
			provider: "",
			measureId,
			firstDay: null,
			lastDay: null,
		},
		...({ leave: "none", leaveShare: null, leaveFrom: null, leaveUntil: null, substitute: "none" } as const),
		...{ substituteShare: null, substituteCost: null },
	};
	expect((await as(leader, (work) => addStudy(work, study))).refused).toBeUndefined();
	expect(code(await as(planner, (work) => removeMeasure(work, measureId, 3)))).toBe("has-studies");

	// What is late waits for those who plan; who hands over hands the measure over; the review is told once.
	const waiting = async (actor: PersonActor) => (await database.reading(actor, findWaiting)).map(({ key }) => key);
	expect(await waiting(planner)).toContain("competence.late");
	expect(await waiting(leader)).not.toContain("competence.late");
	const person = (name: string) => ({ id: newId(), personId: null, name, email: `${name.toLowerCase()}@example.no` });
	await as(planner, async (work) => ({
		done: await measureHolder.move(work, organisation.id, [person("Per")], person("Nina")),
	}));
	expect(await database.reading(planner, (work) => readMeasure(work, measureId))).toMatchObject({ ownerName: "Nina" });
	const due = (by: string) =>
		database.reading(system("test", organisation.id), async (work) =>
			(await listToRemind(work, by)).filter((one) => one.organisationId === organisation.id),
		);
	expect([(await due(today)).length, (await due(addMonths(today, 12))).length]).toEqual([0, 1]);
	const told = await database.commanding(system("test", organisation.id), async (work) => ({
		done: await tellReview(work, organisation.id, id),
	}));
	expect(told.done).toBe(1);
	expect(await due(addMonths(today, 12))).toEqual([]);
	expect(await step("review", 3)).toEqual({ done: undefined });
	expect(await step("adopted", 4, "PS 9/26")).toEqual({ done: undefined });
	expect((await read())?.versions.map(({ number }) => number)).toEqual([2, 1]);

	const pdf = await writePlanPdf({
		...{ language: "nb", content: now.content, organisation: "Testkommune", scope: "Hele", edition: "Versjon 1" },
	});
	expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
	expect(pdf.includes("/MarkInfo")).toBe(true);
});
