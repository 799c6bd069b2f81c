import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "../../../identity/actor.ts";
import { answerAsStudent } from "./answer.server.ts";
import { listPlacements, readPlacement } from "./service.server.ts";
import { codes, finished, openRegions, reconsider } from "./test/region.ts";

const { database, as, read, published, region, linkTo, through, told, kindsTold, tellOf } = await openRegions();
beforeEach(() => database.setNow("2026-11-20T09:00:00Z"));

describe("the student's answer", () => {
	it("accepts, or asks for another with a reason that only the institution reads", async () => {
		const { owner, hosting, guesting, person, brought, roundId, all, standing } = await region();
		await published(owner, roundId);
		const own = await read(person, (work) => listPlacements(work, {}));
		expect(own.total).toBe(1);
		const mine = own.rows[0];
		if (!mine) throw new Error("no placement");
		const accept = { version: 1, answer: "accepted" as const, reason: null };
		expect(codes(await as(hosting, (work) => answerAsStudent(work, mine.id, accept)))).toEqual(["not-allowed"]);
		expect(codes(await as(person, (work) => answerAsStudent(work, mine.id, { ...reconsider, reason: null })))).toEqual([
			"reason-missing",
		]);
		finished(await as(person, (work) => answerAsStudent(work, mine.id, reconsider)));
		const seen = async (actor: Actor, id: string) =>
			JSON.stringify(await read(actor, (work) => readPlacement(work, id)));
		expect(await seen(owner, mine.id)).toContain(reconsider.reason);
		expect(await seen(hosting, mine.id)).not.toContain(reconsider.reason);
		const listed = JSON.stringify(await read(hosting, (work) => listPlacements(work, {})));
		expect(listed).not.toContain(reconsider.reason);
		// Coordinators of the institution are told that it is asked, and not why; the host is not told.
		await tellOf(mine.id, "reconsider", "student");
		expect(await kindsTold(owner)).toContain("placement.reconsider");
		expect(JSON.stringify(await told(owner))).not.toContain(reconsider.reason);
		expect(await kindsTold(hosting)).not.toContain("placement.reconsider");
		// The place is kept until somebody gives another.
		expect((await standing()).map(({ id }) => id)).toContain(mine.id);
		// A student brought by another institution, by link: its reason is not the round owner's.
		const theirs = (await all()).find(({ claimId }) => claimId === brought.claims[0]?.id);
		if (!theirs) throw new Error("no placement");
		const link = await through(await linkTo(owner, "placement-answer", "placement", theirs.id));
		finished(await as(link, (work) => answerAsStudent(work, theirs.id, reconsider)));
		expect(await seen(guesting, theirs.id)).toContain(reconsider.reason);
		expect(await seen(owner, theirs.id)).not.toContain(reconsider.reason);
		expect(await read(person, (work) => readPlacement(work, theirs.id))).toBeUndefined();
		const elsewhere = await through(await linkTo(owner, "placement-answer", "placement", mine.id));
		expect(await read(elsewhere, (work) => readPlacement(work, theirs.id))).toBeUndefined();
	});
});

describe("a student's answer by telephone", () => {
	it("is written down by whoever keeps the student, who is named, and by nobody else", async () => {
		const { owner, hosting, guesting, person, roundId, all } = await region();
		await published(owner, roundId);
		const mine = (await all()).find(({ personId }) => personId === person.personId);
		if (!mine) throw new Error("no placement");
		const accept = (version: number) => ({ version, answer: "accepted" as const, reason: null });
		for (const other of [hosting, guesting])
			expect(codes(await as(other, (work) => answerAsStudent(work, mine.id, accept(1))))).toHaveLength(1);
		finished(await as(owner, (work) => answerAsStudent(work, mine.id, reconsider)));
		const seen = await read(person, (work) => readPlacement(work, mine.id));
		expect(seen?.placement).toMatchObject({ studentAnswer: "reconsider", studentReason: reconsider.reason });
		expect(seen?.events[0]).toMatchObject({
			...{ verb: "ask-reconsideration", byName: owner.name, bySide: "institution" },
		});
		expect(JSON.stringify(await read(hosting, (work) => readPlacement(work, mine.id)))).not.toContain(
			reconsider.reason,
		);
		finished(await as(owner, (work) => answerAsStudent(work, mine.id, accept(2))));
		expect((await read(owner, (work) => readPlacement(work, mine.id)))?.can).toMatchObject({
			...{ accept: false, askAnew: true },
		});
		// Once the placement has begun nothing is left to say yes to.
		database.setNow(`${mine.firstDay}T22:59:00Z`);
		expect((await read(person, (work) => readPlacement(work, mine.id)))?.can).toMatchObject({ askAnew: true });
		database.setNow(`${mine.firstDay}T23:30:00Z`);
		expect((await read(person, (work) => readPlacement(work, mine.id)))?.can).toMatchObject({
			...{ accept: false, askAnew: false },
		});
		expect(codes(await as(person, (work) => answerAsStudent(work, mine.id, { ...reconsider, version: 3 })))).toEqual([
			"begun",
		]);
	});
});
