import { expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { doing } from "../../../../test/doing.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import { testContext } from "../../../../test/worker.ts";
import { addDays, addMonths, dayOf } from "../../../day.ts";
import { system } from "../../../identity/actor.ts";
import { listHeldByRooms, moveHeldByRooms } from "../../../registry/holders.server.ts";
import { findWaiting } from "../../../registry/waiting.server.ts";
import type { EndingFacts } from "../ending/contract.ts";
import { askFollowUpTask } from "../ending/remind.server.ts";
import type { GoalFacts } from "../goal/contract.ts";
import {
	addGoal,
	addMeasurement,
	addProject,
	addStatus,
	answerFollowUp,
	changeGoal,
	changeProject,
	endProject,
	listProjects,
	openProject,
	removeGoal,
	removeProject,
	startProject,
	undoEnding,
	undoMeasurement,
	undoStatus,
} from "../service.server.ts";
import type { StatusFacts } from "../status/contract.ts";
import type { ProjectFacts } from "./contract.ts";

const database = await openTestDatabase();
const { does, codes } = doing(database);
const today = dayOf(new Date());
const day = (ago: number) => addDays(today, -ago);

const facts: ProjectFacts = {
	admissionId: null,
	...{ title: "Tilsyn om natten", need: "Mange våkner.", purpose: "Folk skal bo trygt hjemme lenger." },
	...{ noticed: "Jeg får sove.", anchoredIn: "Helseplanen", novelty: "here", buildsOn: "", unitId: null },
	...{ breadth: "unit", changesWork: false, decidedBy: "unit-leader", decidedOn: day(200), decision: "" },
	...{ leaderName: "Kari", leaderEmail: null, leaderShare: null, deputyName: "", deputyEmail: null },
	...{ ownerName: "Ola", ownerEmail: null, firstDay: day(190), lastDay: day(-100), statusDays: 42 },
	...{ hours: null, kroner: null, followUp: "", spread: "" },
};

const goal: GoalFacts = {
	...{ servesId: null, measuredAsId: null },
	...{ kind: "result", wording: "Færre besøk", indicator: "Besøk uten hjelp", definition: "", measuredIn: "i uken" },
	...{ baseline: 80, baselineOn: day(190), baselineSource: "Journal", target: 20, dueOn: null },
};

const ending: EndingFacts = {
	...{ outcome: "operations", decidedOn: today, decidedBy: "Kommunalsjefen", reached: "yes", answer: "De sover." },
	...{ cause: "", operationsOwner: "Natt", operationsBudget: "Rammen", operationsRoutine: "Rutine 4" },
	...{ lesson: "Mål før dere kjøper.", further: ["60"] },
};

const status: Omit<StatusFacts, "onDay"> = {
	...{ standing: "as-planned", done: "Fem er i gang.", next: "Tjue til.", hinder: "" },
	...{ hoursUsed: 10, kronerUsed: null },
};

/** A municipality with somebody who leads projects by address, and one who only works there. */
async function municipality() {
	const organisation = await makeOrganisation(database);
	const email = `kari-${organisation.id}@example.no`;
	return {
		...{ organisation, email },
		leader: await makeActor(database, { organisation, roles: ["project-leader"], email }),
		employee: await makeActor(database, { organisation, roles: ["employee"] }),
		manager: await makeActor(database, { organisation, roles: ["manager"] }),
	};
}

/** A project under way, with one goal. */
async function running(of: Awaited<ReturnType<typeof municipality>>) {
	const { leader, email } = of;
	const { id } = await does(leader, (work) => addProject(work, { ...facts, leaderEmail: email }));
	const { id: goalId } = await does(leader, (work) => addGoal(work, id, goal));
	await does(leader, (work) => startProject(work, id, { version: 1, startedOn: day(180) }));
	return { id, goalId };
}

/** How often somebody was asked what is in use. */
async function told(personId: string): Promise<number> {
	const notices = await database.reading(system("test"), (work) =>
		work.db
			.selectFrom("notice.notice")
			.select("id")
			.where("person_id", "=", personId)
			.where("kind", "=", "development.follow-up-due")
			.execute(),
	);
	return notices.length;
}

const versionOf = async (actor: Parameters<typeof does>[0], id: string) =>
	(await database.reading(actor, (work) => openProject(work, id)))?.project.version ?? 0;

it("begins as a draft that names what is lacking, and is read by the whole organisation and nobody else", async () => {
	const { leader, employee, manager } = await municipality();
	const stranger = await makeActor(database, { roles: ["manager"] });
	expect(await codes(employee, (work) => addProject(work, facts))).toEqual(["not-allowed"]);
	const { id } = await does(leader, (work) => addProject(work, { ...facts, decidedBy: null, decidedOn: null }));
	expect(await codes(leader, (work) => startProject(work, id, { version: 1 }))).toEqual(["no-goal", "not-anchored"]);
	expect((await database.reading(employee, listProjects))[0]).toMatchObject({ title: facts.title, mayChange: false });
	expect(await codes(employee, (work) => removeProject(work, id, 1))).toEqual(["not-allowed"]);
	expect(await database.reading(stranger, listProjects)).toEqual([]);
	expect(await database.reading(stranger, (work) => openProject(work, id))).toBeUndefined();
	expect(await codes(stranger, (work) => changeProject(work, id, { ...facts, version: 1 }))).toEqual(["missing"]);
	await does(manager, (work) => removeProject(work, id, 1));
	expect(await database.reading(leader, listProjects)).toEqual([]);
});

it("refuses a purpose that repeats a goal, from both sides, and changes nothing", async () => {
	const { leader } = await municipality();
	const { id } = await does(leader, (work) => addProject(work, facts));
	const repeated = { ...goal, wording: "Folk bor trygt hjemme lenger" };
	expect(await codes(leader, (work) => addGoal(work, id, repeated))).toEqual(["purpose-repeats-goal"]);
	await does(leader, (work) => addGoal(work, id, goal));
	const change = { ...facts, purpose: "Færre besøk", version: 1 };
	expect(await codes(leader, (work) => changeProject(work, id, change))).toEqual(["purpose-repeats-goal"]);
	expect((await database.reading(leader, (work) => openProject(work, id)))?.project).toMatchObject({
		...{ purpose: facts.purpose, version: 1 },
	});
});

it("keeps the baseline once something is measured, and shows the way from there", async () => {
	const of = await municipality();
	const { id, goalId } = await running(of);
	const key = { projectId: id, goalId };
	const value = { value: 50, measuredOn: day(30), source: "Journal", note: "" };
	const { id: measurementId } = await does(of.leader, (work) => addMeasurement(work, key, value));
	const version = await versionOf(of.leader, id);
	const change = { ...goal, baseline: 100, version };
	expect(await codes(of.leader, (work) => changeGoal(work, key, change))).toEqual(["baseline-locked"]);
	expect(await codes(of.leader, (work) => removeGoal(work, key, version))).toEqual(["goal-measured"]);
	await does(of.leader, (work) => changeGoal(work, key, { ...goal, target: 10, version }));
	await does(of.leader, (work) => undoMeasurement(work, id, measurementId));
	expect((await database.reading(of.leader, (work) => openProject(work, id)))?.measurements).toMatchObject([
		{ value: 50, undoneBy: of.leader.name },
	]);
});

it("asks for its status, finds that it has stalled, and lets the latest be undone", async () => {
	const of = await municipality();
	const { id } = await running(of);
	const waiting = async () => (await database.reading(of.leader, findWaiting)).map(({ key }) => key);
	expect(await waiting()).toContain(`development.status.${id}`);
	await does(of.leader, (work) => addStatus(work, id, { ...status, onDay: day(100) }));
	expect(await waiting()).toContain(`development.status.${id}`);
	const early = { ...status, onDay: day(120) };
	expect(await codes(of.leader, (work) => addStatus(work, id, early))).toEqual(["before-last"]);
	const less = { ...status, onDay: today, hoursUsed: 5 };
	expect(await codes(of.leader, (work) => addStatus(work, id, less))).toEqual(["used-less"]);
	const { id: statusId } = await does(of.leader, (work) => addStatus(work, id, { ...status, onDay: today }));
	expect(await waiting()).not.toContain(`development.status.${id}`);
	await does(of.leader, (work) => undoStatus(work, id, statusId));
	expect(await waiting()).toContain(`development.status.${id}`);
});

it("ends by a decision, and is asked of in one, three and five years whoever has left", async () => {
	const of = await municipality();
	const { id } = await running(of);
	const incomplete = { ...ending, operationsBudget: "", version: await versionOf(of.leader, id) };
	expect(await codes(of.leader, (work) => endProject(work, id, incomplete))).toEqual(["operations-missing"]);
	const version = await versionOf(of.leader, id);
	await does(of.leader, (work) => endProject(work, id, { ...ending, version }));
	const ended = await database.reading(of.leader, (work) => openProject(work, id));
	expect(ended?.ending).toMatchObject({ purpose: facts.purpose, outcome: "operations" });
	expect(ended?.followUps.map(({ dueOn }) => dueOn)).toEqual([12, 36, 60].map((months) => addMonths(today, months)));
	const first = ended?.followUps[0]?.id ?? "";
	const key = { projectId: id, followUpId: first };
	const none = { inUse: "none", reason: null, note: "" } as const;
	expect(await codes(of.leader, (work) => answerFollowUp(work, key, none))).toEqual(["not-due"]);

	// The leader hands over and leaves: what is still to be asked goes along.
	const by = [{ id: of.leader.membershipIds[0] ?? "", personId: null, name: "Kari", email: of.email }];
	const successor = { id: "s", personId: null, name: "Nils", email: `nils-${of.organisation.id}@example.no` };
	const acting = system("hand-over", of.organisation.id);
	expect(await database.reading(acting, (work) => listHeldByRooms(work, of.organisation.id, by))).toMatchObject([
		{ kind: "development-project", id },
	]);
	await does(acting, async (work) => ({ done: await moveHeldByRooms(work, of.organisation.id, by, successor) }));
	expect((await database.reading(of.manager, (work) => openProject(work, id)))?.project.leaderName).toBe("Nils");

	// A year on, the day comes: those who lead are told once, as nobody by an account is named, and both waves arrive.
	database.setNow(`${addMonths(today, 12)}T10:00:00Z`);
	await askFollowUpTask.run(testContext(database), {});
	await askFollowUpTask.run(testContext(database), {});
	expect(await told(of.manager.personId)).toBe(1);
	expect(await codes(of.manager, (work) => answerFollowUp(work, key, none))).toEqual(["reason-missing"]);
	const answer = { inUse: "some", reason: "person-left", note: "" } as const;
	await does(of.manager, (work) => answerFollowUp(work, key, answer));
	expect(await codes(of.manager, (work) => answerFollowUp(work, key, answer))).toEqual(["already-answered"]);
	const after = await versionOf(of.manager, id);
	expect(await codes(of.manager, (work) => undoEnding(work, id, after))).toEqual(["follow-up-answered"]);
	database.setNow(`${addMonths(today, 36)}T10:00:00Z`);
	await askFollowUpTask.run(testContext(database), {});
	expect(await told(of.manager.personId)).toBe(2);
	database.setNow(null);
});

it("takes the end back as long as nobody has answered, and keeps what was decided", async () => {
	const of = await municipality();
	const { id } = await running(of);
	await does(of.leader, async (work) => endProject(work, id, { ...ending, version: 2 }));
	await does(of.leader, (work) => undoEnding(work, id, 3));
	const opened = await database.reading(of.leader, (work) => openProject(work, id));
	expect(opened).toMatchObject({ ending: null, followUps: [], project: { state: "running" } });
	await does(of.leader, (work) => endProject(work, id, { ...ending, outcome: "stopped", cause: "Dyrt", version: 4 }));
	const kept = await database.reading(of.leader, (work) =>
		work.db
			.selectFrom("development.ending")
			.select(({ eb }) => ["outcome", eb("undone_at", "is", null).as("standing")])
			.where("project_id", "=", id)
			.orderBy("recorded_at")
			.execute(),
	);
	expect(kept).toEqual([
		{ outcome: "operations", standing: false },
		{ outcome: "stopped", standing: true },
	]);
});
