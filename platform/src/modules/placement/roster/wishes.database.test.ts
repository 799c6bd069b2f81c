import { describe, expect, it } from "vitest";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import { newId } from "../../../database/work.server.ts";
import { signInAccount } from "../../../identity/account.server.ts";
import { system } from "../../../identity/actor.ts";
import type { WishInput } from "./contract.ts";
import * as service from "./service.server.ts";
import { codes, openRosters, student, wish } from "./test/setting.ts";

const { database, setting, makeSite, makeRound, linkFor } = await openRosters();

describe("wishes", () => {
	it("are ranked by link, measured, limited by the round, and seen after the deadline", async () => {
		const { as, institution, host, coordinator, studentId, claimId } = await setting();
		const [near, outside, other] = [
			await makeSite(host),
			await makeSite(await makeOrganisation(database)),
			await makeSite(host, { profession: "teaching", name: "Skolen" }),
		];
		const third = await makeSite(host, { name: "Nattsykehjemmet" });
		await makeRound(institution, [host], claimId, "2026-12-01");
		const link = await linkFor(as, studentId);
		const state = (wishes: readonly WishInput[], seen?: readonly WishInput[]) =>
			database.commanding(link, (work) =>
				service.stateWishes(work, claimId, { wishes: [...wishes], ...(seen ? { seen: [...seen] } : {}) }),
			);
		expect(codes(await state([wish(outside)]))).toEqual(["target-outside-round"]);
		expect(codes(await state([wish(other)]))).toEqual(["profession-not-taken"]);
		expect(codes(await state([wish(newId())]))).toEqual(["target-unknown"]);
		expect(codes(await state([wish(near), wish(near)]))).toEqual(["wished-twice"]);
		expect((await state([wish(near)], [])).refused).toBeUndefined();
		// Somebody else changed the list meanwhile: nothing is overwritten.
		expect(codes(await state([wish(third)], []))).toEqual(["changed-by-another"]);
		expect((await state([wish(third), wish(near)])).refused).toBeUndefined();
		const county: WishInput = { kind: "county", target: "99" };
		expect(codes(await state([wish(third), wish(near), county]))).toContain("too-many-wishes");
		const read = await database.reading(link, (work) => service.readWishes(work, claimId));
		expect(read?.wishes).toMatchObject([
			{ rank: 1, target: third, name: "Nattsykehjemmet", statedBy: "student" },
			{ rank: 2, target: near, housingNote: "Hybel å leie", note: "Vi har nattevakter" },
		]);
		const found = await database.reading(link, async (work) =>
			read ? service.searchTargets(work, read.claim, "solbakken") : [],
		);
		expect(found.map((target) => target.target)).toEqual([near]);

		database.setNow("2026-12-02T09:00:00Z");
		expect(codes(await state([]))).toEqual(["wishes-closed"]);
		const after = await database.reading(link, (work) => service.listOwnWishes(work));
		expect(after).toMatchObject([
			{ can: { state: false }, window: { why: "over" }, wishes: [{ rank: 1 }, { rank: 2 }] },
		]);
		// A coordinator can still put right what came in by telephone, and it is seen that they did.
		const late = await database.commanding(coordinator, (work) =>
			service.stateWishes(work, claimId, { wishes: [wish(near)] }),
		);
		expect(late.refused).toBeUndefined();
		database.setNow("2026-11-20T09:00:00Z");
	});

	it("are the student's own with an account too, whoever they act for, and nobody else's", async () => {
		const { as, host, institution, studentId, claimId } = await setting();
		const site = await makeSite(host);
		await makeRound(host, [host], claimId, "2026-12-01");
		const claims = { subject: newId(), name: "Amalie", email: "amalie@example.no", isEmailVerified: true };
		// The address in use in other tests too: each student that is known by it is the person's own.
		const account = await database.commanding(system("sign-in"), (work) =>
			signInAccount(work, { provider: "demo", ...claims }, "nb"),
		);
		const personId = account.done?.personId ?? "";
		const elsewhere = await makeActor(database, { roles: ["student"] });
		const me = { ...elsewhere, personId };
		const mine = await database.reading(me, (work) => service.listOwnWishes(work));
		expect(mine.map(({ claim }) => claim.id)).toContain(claimId);
		expect(mine.find(({ claim }) => claim.id === claimId)?.claim.round?.name).toBe("Vår");
		const stated = await database.commanding(me, (work) =>
			service.stateWishes(work, claimId, { wishes: [wish(site)] }),
		);
		expect(stated.refused).toBeUndefined();
		for (const actor of [
			elsewhere,
			await makeActor(database, { organisation: institution, roles: ["student"] }),
			await makeActor(database, { organisation: host, roles: ["administrator"] }),
			await linkFor(
				as,
				(await as((work) => service.createStudent(work, student(institution.id, { name: "En annen" })))).done?.id ?? "",
			),
		]) {
			expect(await database.reading(actor, (work) => service.readWishes(work, claimId))).toBeUndefined();
			expect(await database.reading(actor, (work) => service.readStudent(work, studentId))).toBeUndefined();
			expect(
				(await database.reading(actor, (work) => service.listStudents(work, {}))).rows.map(({ id }) => id),
			).not.toContain(studentId);
			expect(
				(await database.reading(actor, (work) => service.listOwnWishes(work))).map(({ claim }) => claim.id),
			).not.toContain(claimId);
			expect(
				codes(await database.commanding(actor, (work) => service.stateWishes(work, claimId, { wishes: [] }))),
			).toEqual(["missing"]);
			expect(codes(await database.commanding(actor, (work) => service.withdrawClaim(work, claimId, 1)))).toEqual([
				"missing",
			]);
			expect(codes(await database.commanding(actor, (work) => service.openAdaptation(work, studentId)))).toEqual([
				"missing",
			]);
			expect(codes(await database.commanding(actor, (work) => service.askAdaptation(work, studentId, "x")))).toEqual([
				"missing",
			]);
			expect(
				codes(
					await database.commanding(actor, (work) => service.inviteStudent(work, studentId, { reason: () => "x" })),
				),
			).not.toEqual([]);
		}
		const teacher = await makeActor(database, { organisation: institution, roles: ["teacher"] });
		expect(await database.reading(teacher, (work) => service.readStudent(work, studentId))).toMatchObject({
			can: { change: false, adaptation: false },
		});
		expect(
			codes(await database.commanding(teacher, (work) => service.stateWishes(work, claimId, { wishes: [] }))),
		).toEqual(["not-allowed"]);
		expect(codes(await database.commanding(teacher, (work) => service.removeStudent(work, studentId, 1)))).toEqual([
			"not-allowed",
		]);
	});
});
