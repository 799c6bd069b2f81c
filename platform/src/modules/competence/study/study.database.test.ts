import { expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import { newId } from "../../../database/work.server.ts";
import { foldName } from "../../../geography/search.ts";
import { type PersonActor, system } from "../../../identity/actor.ts";
import { findShortcuts } from "../../../registry/shortcuts.server.ts";
import {
	addFinance,
	addStudy,
	bindStudies,
	changeStudy,
	choose,
	countInEducation,
	listAllStudies,
	listChoosable,
	listOwnStudies,
	listStudies,
	readStudy,
	removeFinance,
	removeStudy,
	takeStep,
	tieToAward,
	undoStep,
} from "../service.server.ts";
import type { StudyFacts } from "./contract.ts";
import { studyOwnData } from "./own-data.server.ts";

const database = await openTestDatabase();

async function municipality() {
	const organisation = await makeOrganisation(database);
	const [homeId, careId] = [newId(), newId()];
	await database.commanding(system("make", organisation.id), async (work) => {
		const unit = (id: string, name: string) => ({
			...{ organisation_id: organisation.id, id, name, sector: "health-and-care", valid_from: "2020-01-01" },
			search_name: foldName(name),
		});
		await work.db
			.insertInto("organisation.unit")
			.values([unit(homeId, "Solbakken"), unit(careId, "Nord")])
			.execute();
		return { done: undefined };
	});
	const planner = await makeActor(database, { organisation, roles: ["competence-planner"] });
	const entryId = (await database.reading(planner, listChoosable))[0]?.id ?? "";
	const facts: StudyFacts = {
		...{ name: null, email: null, unitId: homeId, entryId, title: "AKS", provider: "Nord", measureId: null },
		...{ firstDay: "2026-08-20", lastDay: null, leave: "secured", leaveShare: 40, leaveFrom: null, leaveUntil: null },
		...{ substitute: "wanted", substituteShare: 40, substituteCost: 200_000 },
	};
	return {
		...{ organisation, planner, homeId, careId, facts },
		leader: await makeActor(database, { organisation, roles: ["unit-leader"], unitId: homeId }),
	};
}

const step = (state: "started" | "dropped-out" | "admitted", onDay: string, version: number) => ({
	...{ state, onDay, version, reason: state === "dropped-out" ? ("travel" as const) : null, note: "" },
});

it("follows a study from planned to its end, by those who answer for the unit, and nobody else", async () => {
	const { planner, leader, careId, facts } = await municipality();
	const stranger = await makeActor(database, { roles: ["competence-planner"] });
	const grants = { ...(await makeActor(database, { roles: ["grants-coordinator"] })) };
	const add = (given: Partial<StudyFacts>, actor: PersonActor = leader) =>
		database.commanding(actor, (work) => addStudy(work, { ...facts, ...given }, "2026-01-10"));
	expect((await add({ unitId: careId })).refused?.[0]?.code).toBe("unit-unknown");
	expect((await add({ name: "Kari" })).refused?.[0]?.code).toBe("names-not-kept");
	expect((await add({}, stranger)).refused?.[0]?.code).toBe("unit-unknown");
	const id = (await add({})).done?.id ?? "";
	await add({ unitId: careId }, planner);
	expect((await database.reading(planner, listStudies)).map(({ number }) => number)).toEqual([1, 2]);
	expect((await database.reading(leader, listStudies)).map(({ number }) => number)).toEqual([1]);
	expect(await database.reading(stranger, (work) => readStudy(work, id))).toBeUndefined();
	expect(await database.reading(grants, listAllStudies)).toEqual([]);

	const take = (facts: ReturnType<typeof step>, actor: PersonActor = leader) =>
		database.commanding(actor, (work) => takeStep(work, id, facts));
	expect((await take(step("started", "2026-08-20", 1), stranger)).refused?.[0]?.code).toBe("missing");
	expect(await take(step("started", "2026-08-20", 1))).toEqual({ done: undefined });
	expect((await take(step("admitted", "2026-09-20", 2))).refused?.[0]?.code).toBe("step-not-next");
	expect((await take(step("dropped-out", "2026-09-20", 1))).refused?.[0]?.code).toBe("changed-by-another");
	expect(await take(step("dropped-out", "2026-09-20", 2))).toEqual({ done: undefined });
	const study = await database.reading(leader, (work) => readStudy(work, id));
	expect(study).toMatchObject({ state: "dropped-out", steps: [{}, {}, { reason: "travel", recordedBy: leader.name }] });
	expect(countInEducation(study ? [study] : [], "2026-09-01").persons).toBe(1);
	expect(countInEducation(study ? [study] : [], "2026-09-20").persons).toBe(0);

	// What was wrong is undone, stays to be read, and the study goes on.
	const undo = (stepId: string, version: number) =>
		database.commanding(leader, (work) => undoStep(work, id, { stepId, version }));
	expect((await undo(study?.steps[1]?.id ?? "", 3)).refused?.[0]?.code).toBe("has-gone-on");
	expect(await undo(study?.steps[2]?.id ?? "", 3)).toEqual({ done: undefined });
	const after = await database.reading(leader, (work) => readStudy(work, id));
	expect(after).toMatchObject({ state: "started", version: 4, steps: [{}, {}, { undoneBy: leader.name }] });

	// Who pays; what an award pays for stays until it is untied.
	const pay = { payer: "state-grant", kroner: 90_000, note: "" } as const;
	const financeId = (await database.commanding(leader, (work) => addFinance(work, id, { ...pay, version: 4 }))).done
		?.id;
	const payment = { studyId: id, financeId: financeId ?? "", award: newId() };
	const tie = (actor: PersonActor, award: string | null) =>
		database.commanding(actor, (work) => tieToAward(work, { ...payment, award }));
	expect((await tie(stranger, payment.award)).refused?.[0]?.code).toBe("missing");
	expect(await tie(planner, payment.award)).toEqual({ done: undefined });
	const paid = await database.reading(planner, listAllStudies);
	expect(countInEducation(paid, "2026-10-01", { award: payment.award }).persons).toBe(1);
	const unpay = { financeId: payment.financeId, version: 5 };
	const remove = () => database.commanding(leader, (work) => removeStudy(work, id, 5));
	expect((await remove()).refused?.[0]?.code).toBe("paid-by-award");
	expect((await database.commanding(leader, (work) => removeFinance(work, id, unpay))).refused?.[0]?.code).toBe(
		"paid-by-award",
	);
	await tie(planner, null);
	expect(await database.commanding(leader, (work) => removeFinance(work, id, unpay))).toEqual({ done: undefined });
	expect(await database.commanding(leader, (work) => removeStudy(work, id, 6))).toEqual({ done: undefined });
	expect((await database.reading(planner, listStudies)).map(({ number }) => number)).toEqual([2]);
});

it("keeps names only where the municipality chooses, shows them to whom they are about, and forgets them", async () => {
	const { planner, facts } = await municipality();
	const employee = await makeActor(database, { roles: ["employee"], email: "turid@example.no" });
	const other = await makeActor(database, { roles: ["employee"] });
	const choice = { staleMonths: 12, leavingAge: 65, namedStudies: true, nameYears: 3, version: 0 };
	await database.commanding(planner, (work) => choose(work, choice));
	const named = { ...facts, name: "Turid", email: "Turid@example.no" };
	const id = (await database.commanding(planner, (work) => addStudy(work, named))).done?.id ?? "";
	expect(await database.reading(employee, listOwnStudies)).toEqual([]);
	await database.commanding(system("sign-in"), async (work) => {
		await bindStudies(work, employee.personId, "turid@example.no");
		return { done: undefined };
	});
	// Whomever they act for, they see it with its steps; in their own data too; nobody else does.
	expect(await database.reading(employee, listOwnStudies)).toMatchObject([{ name: "Turid", steps: [{}] }]);
	expect(await database.reading(other, listOwnStudies)).toEqual([]);
	const ways = await database.reading(employee, (work) => findShortcuts(work, null));
	expect(ways.map(({ path }) => path)).toContain("/studies");
	const [part] = studyOwnData;
	expect(await database.reading(employee, async (work) => part?.read(work, employee))).toMatchObject([
		{ name: "Turid", study: "AKS" },
	]);
	// Another address is another person, and whoever had it no longer reads it.
	const change = { ...named, email: "ny@example.no", version: 1 };
	await database.commanding(planner, (work) => changeStudy(work, id, change));
	expect(await database.reading(employee, listOwnStudies)).toEqual([]);
	await database.commanding(planner, (work) => choose(work, { ...choice, namedStudies: false, version: 1 }));
	expect(await database.reading(planner, (work) => readStudy(work, id))).toMatchObject({ name: null, email: null });
});
