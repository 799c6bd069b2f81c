import { beforeEach, expect, it } from "vitest";
import { testContext } from "../../../../test/worker.ts";
import { answerAsHost, cancelPlacement } from "./answer.server.ts";
import { followDaysTask } from "./life.server.ts";
import { readPublications } from "./published.server.ts";
import { readPlacement } from "./service.server.ts";
import { codes, finished, mailing, no, openRegions, yes } from "./test/region.ts";

const { database, as, read, published, region } = await openRegions();
beforeEach(() => database.setNow("2026-11-20T09:00:00Z"));

it("is under way from its first day and completed after its last, where the site has said yes, and once", async () => {
	const { owner, hosting, roundId, all } = await region();
	await published(owner, roundId);
	// The first of these has an address and no account, and is not told by an installation that sends no e-mail.
	const [second, first, third] = await all();
	if (!first || !second || !third) throw new Error("three placements");
	finished(await as(hosting, (work) => answerAsHost(work, first.id, yes(), "Kari")));
	finished(await as(hosting, (work) => answerAsHost(work, second.id, no(), "Kari")));
	const states = async () => Object.fromEntries((await all()).map(({ id, state }) => [id, state]));
	const night = async (moment: string) => {
		database.setNow(moment);
		await followDaysTask.run(testContext(database, mailing), {});
		return states();
	};
	const before = await states();
	expect(before).toMatchObject({ [first.id]: "confirmed", [second.id]: "declined", [third.id]: "published" });
	const [dayBefore, firstDay] = [new Date(Date.parse(first.firstDay) - 86_400_000), first.firstDay];
	const silent = async () => {
		const round = { organisationId: owner.organisationId, id: roundId };
		return (await read(owner, (work) => readPublications(work, round, { mails: false }))).unreached.students;
	};
	const planned = { page: await read(owner, (work) => readPlacement(work, first.id)), students: await silent() };
	expect(await night(`${dayBefore.toISOString().slice(0, 10)}T04:13:00Z`)).toEqual(before);
	expect(await night(`${firstDay}T04:13:00Z`)).toEqual({ ...before, [first.id]: "under-way" });
	const page = () => read(owner, (work) => readPlacement(work, first.id));
	const begun = await page();
	expect(begun?.events[0]).toMatchObject({ verb: "begin", bySide: "program" });
	// Twice the same day changes nothing, and a place under way can still be cancelled.
	expect(await night(`${firstDay}T05:13:00Z`)).toEqual({ ...before, [first.id]: "under-way" });
	expect((await page())?.placement.version).toBe(begun?.placement.version);
	expect(begun?.can).toMatchObject({ cancel: true, supervise: false });
	expect((await read(hosting, (work) => readPlacement(work, first.id)))?.can).toMatchObject({ supervise: true });
	expect(await night(`${first.lastDay}T04:13:00Z`)).toMatchObject({ [first.id]: "under-way" });
	// Whoever has begun has nothing to answer any more: no link for that, and nobody is named as not told.
	expect(planned.page?.can.link).toEqual({ site: true, student: true });
	expect(begun?.can.link).toEqual({ site: true, student: false });
	expect([planned.students, await silent()]).toEqual([1, 0]);
	const dayAfter = new Date(Date.parse(first.lastDay) + 86_400_000).toISOString().slice(0, 10);
	// Nobody has said that the third student came.
	expect(await night(`${dayAfter}T04:13:00Z`)).toEqual({ ...before, [first.id]: "completed" });
	expect((await page())?.can.link).toEqual({ site: false, student: false });
	expect((await page())?.events.slice(0, 2).map(({ verb }) => verb)).toEqual(["complete", "begin"]);
	const late = { version: (await page())?.placement.version ?? 0, reason: "For sent", next: "again" as const };
	expect(codes(await as(owner, (work) => cancelPlacement(work, first.id, late, owner.name)))).toEqual(["already-over"]);
});

it("tells who runs the round what happened to a guest's student too", async () => {
	const { owner, hosting, guest, roundId, all } = await region();
	await published(owner, roundId);
	const theirs = (await all()).find(({ organisationId }) => organisationId === guest.id);
	if (!theirs) throw new Error("a guest's placement");
	finished(await as(hosting, (work) => answerAsHost(work, theirs.id, yes(), "Kari")));
	const page = await read(owner, (work) => readPlacement(work, theirs.id));
	expect(page?.events.map(({ verb }) => verb)).toEqual(["confirm", "publish"]);
});
