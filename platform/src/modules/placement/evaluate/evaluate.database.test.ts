import { beforeEach, describe, expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import { makePlacements } from "../../../../test/make-placement.ts";
import { testContext } from "../../../../test/worker.ts";
import type { Work } from "../../../database/work.server.ts";
import { type Actor, system } from "../../../identity/actor.ts";
import { openLink } from "../../../identity/link-token.server.ts";
import type { Outcome } from "../../../outcome.ts";
import { forgetStudents } from "../roster/retention.server.ts";
import { askEvaluationsTask } from "./ask.server.ts";
import type { EvaluationAnswer } from "./contract.ts";
import { answerEvaluation, readEvaluation, readSaidOf } from "./service.server.ts";
import { findWaitingEvaluations } from "./waiting.server.ts";
import "../../../registrations.server.ts";

const database = await openTestDatabase();
beforeEach(() => database.setNow("2027-03-10T07:11:00Z"));

const read = <Value>(actor: Actor, verb: (work: Work) => Promise<Value>) => database.reading(actor, verb);
const codes = (outcome: Outcome<unknown>) => (outcome.refused ?? []).map(({ code }) => code);
const answer: EvaluationAnswer = {
	...{ version: 1, outcomes: "4", supervision: "2", welcome: "3", recommend: "yes", remark: "Spør om natt" },
};

/** Four students whose placement at one site is over since five days: one has an account, two an address, one neither. */
async function over() {
	const school = await makeOrganisation(database, { kind: "institution", name: "Høgskolen Øst" });
	const host = await makeOrganisation(database);
	const person = await makeActor(database, { organisation: school, roles: ["student"] });
	const ids = await makePlacements(database, school.id, host.id, {
		...{ students: 4, firstDay: "2027-01-11", lastDay: "2027-03-05" },
	});
	const rows = await database.commanding(system("make"), async (work) => {
		const found = await work.db
			.selectFrom("placement.placement")
			.select(["id", "student_id as studentId", "site_id as siteId"])
			.where("id", "in", [...ids])
			.orderBy("id")
			.execute();
		for (const [at, { id, studentId }] of found.entries()) {
			const email = at === 1 || at === 2 ? `student${at}@example.no` : null;
			await work.db.updateTable("placement.student").set({ email }).where("id", "=", studentId).execute();
			const person_id = at === 0 ? person.personId : null;
			await work.db.updateTable("placement.placement").set({ person_id }).where("id", "=", id).execute();
		}
		return { done: found };
	});
	const [first, second, third, last] = rows.done ?? [];
	if (!first || !second || !third || !last) throw new Error("no placements");
	return { school, host, person, first, second, third, last, siteId: first.siteId };
}

const letters = (organisationId: string) =>
	read(system("test"), (work) =>
		work.db
			.selectFrom("notice.mail")
			.select(["recipient", "subject", "body"])
			.where("organisation_id", "=", organisationId)
			.orderBy("id")
			.execute(),
	);
const ask = () => askEvaluationsTask.run(testContext(database), {});
const through = async (body: string | undefined) => {
	const opened = await openLink(database, body?.match(/link\/([\w-]+)/)?.[1] ?? "");
	if (opened.refused) throw new Error(JSON.stringify(opened.refused));
	return opened.done.actor;
};

describe("what students say of a placement that is over", () => {
	it("is asked once with one reminder, answered by the student alone, and shown from three answers on", async () => {
		const { school, host, person, first, second, third, last, siteId } = await over();
		await ask();
		await ask();
		const sent = await letters(school.id);
		expect(sent.map(({ recipient }) => recipient).sort()).toEqual(["student1@example.no", "student2@example.no"]);
		expect(await read(person, findWaitingEvaluations)).toMatchObject([
			{ key: `placement.evaluate.${first.id}`, dueOn: "2027-09-01" },
		]);
		const coordinator = await makeActor(database, { organisation: school, roles: ["placement-coordinator"] });
		const hosting = await makeActor(database, { organisation: host, roles: ["placement-coordinator"] });
		for (const other of [coordinator, hosting])
			expect(await read(other, (work) => readEvaluation(work, first.id))).toBeUndefined();
		const give = (actor: Actor, placementId: string, given = answer) =>
			database.commanding(actor, (work) => answerEvaluation(work, placementId, given));
		expect(codes(await give(coordinator, first.id))).toEqual(["missing"]);
		expect(codes(await give(person, last.id))).toEqual(["missing"]);
		expect((await give(person, first.id)).refused).toBeUndefined();
		expect(codes(await give(person, first.id))).toEqual(["changed-by-another"]);
		expect((await give(person, first.id, { ...answer, version: 2, recommend: "no" })).refused).toBeUndefined();
		expect(await read(person, findWaitingEvaluations)).toEqual([]);

		// By link, about the placement the link is for alone.
		const linkOf = (to: string) => through(sent.find(({ recipient }) => recipient === to)?.body);
		const [one, two] = [await linkOf("student1@example.no"), await linkOf("student2@example.no")];
		expect(codes(await give(one, third.id))).toEqual(["missing"]);
		expect((await give(one, second.id)).refused).toBeUndefined();

		// Two have answered: too few. Three: how many agree of how many, in words only for host and institution.
		const said = (actor: Actor) => read(actor, (work) => readSaidOf(work, siteId));
		expect(await said(hosting)).toEqual({ evaluation: { asked: 3, shown: null }, remarks: [] });
		// Whoever has not answered is reminded once.
		database.setNow("2027-03-18T07:11:00Z");
		await ask();
		await ask();
		const reminded = (await letters(school.id)).slice(sent.length);
		expect(reminded).toMatchObject([
			{ recipient: "student2@example.no", subject: expect.stringContaining("Påminnelse") },
		]);
		expect((await give(two, third.id, { ...answer, supervision: "4", remark: null })).refused).toBeUndefined();
		const evaluation = {
			...{ asked: 3, shown: { answered: 3, firstYear: 2027, lastYear: 2027 } },
		};
		expect(await said(hosting)).toMatchObject({ evaluation, remarks: [{ year: 2027, remark: "Spør om natt" }, {}] });
		expect((await said(hosting)).evaluation?.shown).toMatchObject({
			...{ outcomes: 3, supervision: 1, welcome: 3, recommend: 2 },
		});
		expect((await said(coordinator)).remarks).toHaveLength(2);
		expect(await said(person)).toMatchObject({ evaluation, remarks: null });
		const elsewhere = await makeActor(database, { roles: ["placement-coordinator"] });
		expect(await said(elsewhere)).toMatchObject({ evaluation, remarks: [] });
		// Rows of other organisations are behind the wall.
		const seen = (actor: Actor) =>
			read(actor, (work) =>
				work.db.selectFrom("placement.evaluation").select("placement_id").where("site_id", "=", siteId).execute(),
			);
		expect(await seen(hosting)).toEqual([]);
		expect(await seen(elsewhere)).toEqual([]);

		database.setNow("2027-09-02T09:00:00Z");
		expect(codes(await give(person, first.id, { ...answer, version: 3 }))).toEqual(["evaluation-over"]);
		// Years later names and words are gone, then the answers.
		database.setNow("2030-06-01T02:41:00Z");
		await database.commanding(system("retention"), forgetStudents);
		expect(await said(hosting)).toMatchObject({ evaluation, remarks: [] });
		database.setNow("2032-06-01T02:41:00Z");
		await database.commanding(system("retention"), forgetStudents);
		expect((await said(hosting)).evaluation).toBeNull();
	});
});
