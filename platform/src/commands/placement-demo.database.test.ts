import { expect, it } from "vitest";
import { openTestDatabase } from "../../test/database.ts";
import { system } from "../identity/actor.ts";
import { seedDemo } from "../modules/organisation/demo.server.ts";
import { seedReference } from "../modules/organisation/reference.server.ts";
import { demoId } from "../modules/placement/demo/ids.ts";
import { seedPlacementDemo } from "../modules/placement/demo.server.ts";
import { readSiteEvaluations } from "../modules/placement/evaluate/store.server.ts";
import { readPublications } from "../modules/placement/publish/published.server.ts";

const database = await openTestDatabase();

it("fills a round at each stage, once, and publishes one that the engine has proved", async () => {
	await database.commanding(system("reference"), seedReference);
	await database.commanding(system("demo"), seedDemo);
	const seeded = await database.commanding(system("demo"), seedPlacementDemo);
	expect(seeded.done).toEqual({ rounds: 5 });
	expect((await database.commanding(system("demo"), seedPlacementDemo)).done).toEqual({ rounds: 0 });
	await database.reading(system("look"), async (work) => {
		const run = await work.db
			.selectFrom("placement.run")
			.select(["holds", "claims", "placed"])
			.where("id", "=", demoId("run:published"))
			.executeTakeFirstOrThrow();
		expect(run.holds).toBe("optimal");
		expect(run.claims).toBe(110);
		const standing = await work.db
			.selectFrom("placement.placement")
			.select(({ fn }) => fn.countAll<number>().as("count"))
			.where("run_id", "=", demoId("run:published"))
			.executeTakeFirstOrThrow();
		expect(standing.count).toBe(run.placed);
		// What it took is said too: more than a message for each student, and days from the round to the answer.
		const round = await work.db
			.selectFrom("placement.round")
			.select(["organisation_id as organisationId", "id"])
			.where("chosen_run_id", "=", demoId("run:published"))
			.executeTakeFirstOrThrow();
		const { effort } = await readPublications(work, round);
		expect(effort.here.messages).toBeGreaterThan(standing.count);
		expect(effort.here.organisations).toBeGreaterThan(1);
		expect(effort.here.messages + effort.here.touches).toBeLessThan(effort.usual.messages + effort.usual.touches);
		expect(effort.days.value).toBeGreaterThan(24 * 30);
		// What students have said of a round that is over: shown of some sites, too little to show of others.
		const asked = await work.db.selectFrom("placement.evaluation").select("site_id as siteId").distinct().execute();
		const said = await readSiteEvaluations(
			work,
			asked.map(({ siteId }) => siteId),
		);
		expect([...said.values()].some(({ shown }) => shown !== null)).toBe(true);
		expect([...said.values()].some(({ shown }) => shown === null)).toBe(true);
		const wishes = await work.db
			.selectFrom("placement.wish")
			.select(({ fn }) => fn.countAll<number>().as("count"))
			.executeTakeFirstOrThrow();
		expect(wishes.count).toBeGreaterThan(500);
	});
});
