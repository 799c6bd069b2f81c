import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { makeActor } from "../../../../test/make.ts";
import { newId } from "../../../database/work.server.ts";
import { system } from "../../../identity/actor.ts";
import * as service from "./service.server.ts";
import { openRosters, student } from "./test/setting.ts";
import { findWaitingNeeds } from "./waiting.server.ts";

const { database, setting, makeRound, linkFor } = await openRosters();

describe("adaptation", () => {
	it("is asked by the student, read by coordinators alone, each reading in the log; by no one else even in SQL", async () => {
		const { as, institution, coordinator, studentId, claimId } = await setting();
		const roundId = await makeRound(institution, [], claimId, "2026-12-01");
		const link = await linkFor(as, studentId);
		/** What waits for somebody: in the inbox, in the check of this round and of another, in the list, on the student's page. */
		const waits = (actor: Parameters<typeof database.reading>[0]) =>
			database.reading(actor, async (work) => [
				(await findWaitingNeeds(work)).map(({ path }) => path),
				(await service.findNeedsWaiting(work, roundId)).students,
				(await service.findNeedsWaiting(work, newId())).students,
				(await service.listStudents(work, { warning: "need-waiting", roundId })).total,
				(await service.readStudent(work, studentId))?.needWaits,
			]);
		const settled = [[], 0, 0, 0, false];
		expect(await waits(coordinator)).toEqual(settled);
		await database.commanding(link, (work) => service.askAdaptation(work, studentId, "Har små barn"));
		expect(await waits(coordinator)).toEqual([[`/placement/students/${studentId}`], 1, 0, 1, true]);
		// That there is one is for those alone who may read it.
		for (const role of ["administrator", "teacher"] as const)
			expect(await waits(await makeActor(database, { organisation: institution, roles: [role] }))).toEqual(settled);
		await database.commanding(link, (work) => service.askAdaptation(work, studentId, "Har små barn og vond rygg"));
		const opened = await as((work) => service.openAdaptation(work, studentId));
		expect(opened.done?.adaptations).toMatchObject([
			{ need: "Har små barn og vond rygg", statedBy: "student", decidedOn: null },
		]);
		const decided = await as((work) =>
			service.decideAdaptation(work, studentId, opened.done?.adaptations[0]?.id ?? ""),
		);
		expect(decided.refused).toBeUndefined();
		expect(await waits(coordinator)).toEqual(settled);
		await as((work) => service.stateAdaptation(work, studentId, { need: "Legeerklæring sett", lastDay: null }));

		const count = (actor: Parameters<typeof database.reading>[0]) =>
			database.reading(actor, async (work) => {
				const { rows } = await sql<{
					need: string;
				}>`select need from placement.adaptation where student_id = ${studentId}`.execute(work.db);
				return rows.map((row) => row.need);
			});
		expect((await count(coordinator)).length).toBe(2);
		// Through the link only what was written there.
		expect(await count(link)).toEqual(["Har små barn og vond rygg"]);
		const otherStudent = await as((work) => service.createStudent(work, student(institution.id, { name: "En annen" })));
		for (const actor of [
			await makeActor(database, { organisation: institution, roles: ["administrator"] }),
			await makeActor(database, { organisation: institution, roles: ["teacher"] }),
			await makeActor(database, { organisation: institution, roles: ["student"] }),
			await makeActor(database, { roles: ["placement-coordinator"] }),
			await linkFor(as, otherStudent.done?.id ?? ""),
			system("anything", institution.id),
		])
			expect(await count(actor)).toEqual([]);

		const { rows } = await database.reading(coordinator, (work) =>
			sql<{
				verb: string;
			}>`select verb from audit.entry where object_id = ${studentId} and verb like 'adaptation.%' order by at, id`.execute(
				work.db,
			),
		);
		expect(rows.map((row) => row.verb)).toEqual([
			"adaptation.ask",
			"adaptation.ask",
			"adaptation.read",
			"adaptation.decide",
			"adaptation.state",
		]);
	});
});
