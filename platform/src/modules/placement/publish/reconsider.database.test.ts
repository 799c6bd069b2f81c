import { beforeEach, describe, expect, it } from "vitest";
import { answerAsStudent } from "./answer.server.ts";
import type { ReconsiderationAnswer } from "./contract.ts";
import { previewPublication } from "./preview.server.ts";
import { readPublications } from "./published.server.ts";
import { answerReconsideration } from "./reconsider.server.ts";
import { listPlacements, listPlacementsOfStudent, readPlacement, readPlacementOfLink } from "./service.server.ts";
import { codes, finished, openRegions, reconsider } from "./test/region.ts";
import { findWaitingPlacements } from "./waiting.server.ts";

const { database, as, read, ran, published, region, linkTo, through, mails, told, kindsTold, tellOf } =
	await openRegions();
beforeEach(() => database.setNow("2026-11-20T09:00:00Z"));

const granted = (version: number): ReconsiderationAnswer => ({
	version,
	decision: "granted",
	reason: "Du har familie der",
});
const refused = (version: number): ReconsiderationAnswer => ({
	version,
	decision: "refused",
	reason: "Ingen andre steder er åpne",
});

describe("a student who asks for reconsideration", () => {
	it("is answered by the institution with a reason, reads it signed in, and can ask again", async () => {
		const { owner, hosting, guesting, person, roundId } = await region();
		await published(owner, roundId);
		const [mine] = (await read(person, (work) => listPlacements(work, {}))).rows;
		if (!mine) throw new Error("no placement");
		const answer = (actor: typeof owner, given: ReconsiderationAnswer) =>
			as(actor, (work) => answerReconsideration(work, mine.id, given, actor.name, { mails: true }));
		expect(codes(await answer(owner, refused(1)))).toEqual(["not-asked"]);
		finished(await as(person, (work) => answerAsStudent(work, mine.id, reconsider)));
		// It waits for the institution, with a day it is to be answered by.
		expect(await read(owner, findWaitingPlacements)).toContainEqual(
			expect.objectContaining({ key: "placement.reconsider", dueOn: "2026-12-04" }),
		);
		expect(codes(await answer(owner, { ...granted(2), reason: null }))).toEqual(["reason-missing"]);
		expect(codes(await answer(hosting, granted(2)))).toEqual(["not-allowed"]);
		expect(codes(await answer(guesting, granted(2)))).toEqual(["missing"]);
		expect(codes(await answer(owner, refused(1)))).toEqual(["changed-by-another"]);
		finished(await answer(owner, refused(2)));
		expect((await read(owner, findWaitingPlacements)).map(({ key }) => key)).toEqual([]);
		await tellOf(mine.id, "reconsidered", "institution");
		expect(await told(person)).toContainEqual(
			expect.objectContaining({ kind: "placement.reconsidered", detail: expect.objectContaining({ granted: false }) }),
		);
		const seen = await read(person, (work) => readPlacement(work, mine.id));
		expect(seen?.placement).toMatchObject({ reconsidered: "refused", reconsideredReason: refused(2).reason });
		expect(seen?.events[0]).toMatchObject({ verb: "refuse-reconsideration", reason: refused(2).reason });
		// The host sees that it was answered, and not why.
		const host = await read(hosting, (work) => readPlacement(work, mine.id));
		expect(host?.placement.reconsidered).toBe("refused");
		expect(JSON.stringify(host)).not.toContain(refused(2).reason);
		finished(await as(person, (work) => answerAsStudent(work, mine.id, { ...reconsider, version: 3 })));
		expect(await read(owner, findWaitingPlacements)).toContainEqual(
			expect.objectContaining({ key: "placement.reconsider" }),
		);
		const logged = await read(owner, (work) =>
			work.db.selectFrom("audit.entry").select("verb").where("object_id", "=", mine.id).orderBy("id").execute(),
		);
		expect(logged.map(({ verb }) => verb)).toContain("placement.refuse-reconsideration");
	});

	it("granted, is told by a link, keeps the place, and is sent elsewhere by the next run", async () => {
		const { owner, guesting, brought, roundId, all, standing } = await region();
		await published(owner, roundId);
		const theirs = (await all()).find(({ claimId }) => claimId === brought.claims[0]?.id);
		if (!theirs) throw new Error("no placement");
		await database.commanding(
			{ kind: "system", reason: "make", organisationId: guesting.organisationId },
			async (work) => {
				const values = { email: "gjest@example.no" };
				await work.db.updateTable("placement.student").set(values).where("id", "=", theirs.studentId).execute();
				await work.db
					.updateTable("placement.placement")
					.set({ student_answer: "reconsider", student_reason: "Barn", student_answered_at: work.now, version: 2 })
					.where("id", "=", theirs.id)
					.execute();
				return { done: undefined };
			},
		);
		const answer = (actor: typeof owner) =>
			as(actor, (work) => answerReconsideration(work, theirs.id, granted(2), "Kari", { mails: true }));
		// Why is between the student and the institution: whoever runs the round does not answer.
		expect(codes(await answer(owner))).toEqual(["not-allowed"]);
		finished(await answer(guesting));
		await tellOf(theirs.id, "reconsidered", "institution");
		expect(await kindsTold(owner)).toContain("placement.replan");
		const letter = (await mails(owner.organisationId)).findLast(({ recipient }) => recipient === "gjest@example.no");
		expect(letter?.body).not.toContain(granted(2).reason);
		const link = await through(letter?.body.match(/link\/([\w-]+)/)?.[1] ?? "");
		expect(await read(link, (work) => readPlacement(work, theirs.id))).toMatchObject({
			side: "student",
			placement: { reconsidered: "granted", reconsideredReason: granted(2).reason },
		});
		// Whoever runs the round finds another place, on the board of the published run or by running again.
		expect((await read(owner, findWaitingPlacements)).map(({ key }) => key)).toContain("placement.replan");
		const open = await read(owner, (work) => readPlacement(work, theirs.id));
		expect(open?.replanRunId).toBe(theirs.runId);
		expect(JSON.stringify(open)).not.toContain(granted(2).reason);
		expect((await read(guesting, (work) => readPlacement(work, theirs.id)))?.replanRunId).toBeNull();
		const round = { organisationId: owner.organisationId, id: roundId };
		expect((await read(owner, (work) => readPublications(work, round))).toReplan).toMatchObject([{ id: theirs.id }]);
		// The plan as it was published changes nothing; the next one has the student somewhere else.
		const preview = () => read(owner, (work) => previewPublication((verb) => verb(work), database, roundId));
		expect((await preview())?.changes).toMatchObject({ changed: 0, removed: 0 });
		await ran(owner, roundId);
		expect((await standing()).find(({ claimId }) => claimId === theirs.claimId)?.siteId).toBe(theirs.siteId);
		expect(await published(owner, roundId)).toMatchObject({ state: "done" });
		const now = (await standing()).find(({ claimId }) => claimId === theirs.claimId);
		expect(now).toMatchObject({ state: "published", reconsidered: null });
		expect(now?.siteId).not.toBe(theirs.siteId);
		// The link that was sent for the place that is gone shows the one that came instead, and can answer it.
		expect(await read(link, readPlacementOfLink)).toMatchObject({ placement: { id: now?.id }, can: { accept: true } });
		const wishing = await through(await linkTo(guesting, "placement-wishes", "student", theirs.studentId));
		expect((await read(wishing, listPlacementsOfStudent)).map(({ id }) => id)).toEqual([now?.id]);
		const others = (await standing()).find(({ claimId }) => claimId !== theirs.claimId)?.id ?? "";
		for (const actor of [link, wishing])
			expect(await read(actor, (work) => readPlacement(work, others))).toBeUndefined();
		const accepted = { version: now?.version ?? 0, answer: "accepted" as const, reason: null };
		finished(await as(wishing, (work) => answerAsStudent(work, now?.id ?? "", accepted)));
		expect((await read(owner, (work) => readPublications(work, round))).toReplan).toEqual([]);
	});
});
