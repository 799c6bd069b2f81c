import { beforeEach, describe, expect, it } from "vitest";
import { testContext } from "../../../../test/worker.ts";
import { type Actor, system } from "../../../identity/actor.ts";
import { answerAsHost, answerAsStudent } from "./answer.server.ts";
import { remindPlacementsTask } from "./remind.server.ts";
import { finished, mailing, no, openRegions, reconsider, yes } from "./test/region.ts";
import { findWaitingPlacements } from "./waiting.server.ts";

const { database, as, read, coordinator, institution, published, region, mails } = await openRegions();
beforeEach(() => database.setNow("2026-11-20T09:00:00Z"));

describe("those who have not answered", () => {
	it("are reminded some days before the last day, not twice in two days, and not once they have answered", async () => {
		const { owner, hosting, person, roundId, all } = await region();
		await published(owner, roundId);
		const remind = async (moment: string) => {
			database.setNow(moment);
			const before = (await mails(owner.organisationId)).length;
			await remindPlacementsTask.run(testContext(database, mailing), {});
			return (await mails(owner.organisationId)).slice(before).map(({ recipient }) => recipient);
		};
		expect(await remind("2026-12-10T06:23:00Z")).toEqual([]);
		const placements = await all();
		const asked = placements.some(({ siteName }) => siteName === "Solbakken") ? ["leder@example.no"] : [];
		expect((await remind("2026-12-17T06:23:00Z")).sort()).toEqual([...asked, "student@example.no"]);
		expect(await remind("2026-12-17T18:00:00Z")).toEqual([]);
		for (const { id } of placements) finished(await as(hosting, (work) => answerAsHost(work, id, yes(), "Kari")));
		expect(await remind("2026-12-20T06:23:00Z")).toEqual(["student@example.no"]);
		const mine = placements.find(({ personId }) => personId === person.personId);
		const reminders = () =>
			read(system("test"), (work) =>
				work.db
					.selectFrom("notice.reminder")
					.select("cancelled_at")
					.where("object_id", "=", mine?.id ?? "")
					.execute(),
			);
		expect(await reminders()).toEqual([{ cancelled_at: null }]);
		const accept = { version: 2, answer: "accepted" as const, reason: null };
		finished(await as(person, (work) => answerAsStudent(work, mine?.id ?? "", accept)));
		expect((await reminders())[0]?.cancelled_at).not.toBeNull();
	});
});

describe("what waits", () => {
	it("is told to those who can do it: run, publish, confirm, reconsider, answer", async () => {
		const { owner, hosting, person, roundId, all } = await region();
		const keys = async (actor: Actor) => (await read(actor, findWaitingPlacements)).map(({ key }) => key);
		expect(await keys(owner)).toEqual([`placement.round.${roundId}`]);
		// Whoever has no round, and takes part in none, is led to the first.
		expect(await read(await coordinator(await institution()), findWaitingPlacements)).toMatchObject([
			{ key: "placement.begin", path: "/placement/rounds", note: expect.stringContaining("Emnene") },
		]);
		expect(await keys(hosting)).toEqual([]);
		await published(owner, roundId);
		expect(await keys(owner)).toEqual([]);
		expect(await keys(hosting)).toEqual(["placement.host"]);
		const mine = (await all()).find(({ personId }) => personId === person.personId);
		expect(await keys(person)).toEqual([`placement.answer.${mine?.id}`]);
		finished(await as(person, (work) => answerAsStudent(work, mine?.id ?? "", reconsider)));
		expect(await keys(person)).toEqual([]);
		expect(await keys(owner)).toEqual(["placement.reconsider"]);
		// A student whom a site has said no to waits for whoever runs the round.
		const lost = (await all()).find(({ id }) => id !== mine?.id);
		finished(await as(hosting, (work) => answerAsHost(work, lost?.id ?? "", no(lost?.version), "Kari")));
		expect(await keys(owner)).toEqual(["placement.reconsider", `placement.lost.${roundId}`]);
		finished(await as(hosting, (work) => answerAsHost(work, lost?.id ?? "", yes((lost?.version ?? 0) + 1), "Kari")));
		expect(await keys(owner)).toEqual(["placement.reconsider"]);
		for (const { id, version } of (await all()).filter(({ hostAnswer }) => hostAnswer === null))
			finished(await as(hosting, (work) => answerAsHost(work, id, yes(version), "Kari")));
		expect(await keys(hosting)).toEqual([]);
	});
});
