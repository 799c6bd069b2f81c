import { sql } from "kysely";
import { expect, it } from "vitest";
import { eventually } from "../../../../test/worker.ts";
import { system } from "../../../identity/actor.ts";
import { done } from "../../../outcome.ts";
import { readPlacement } from "./service.server.ts";
import { openRegions } from "./test/region.ts";
import { explainPlacement } from "./why.server.ts";

const { database, as, read, ran, published, region } = await openRegions();
database.setNow("2026-11-20T09:00:00Z");

const listKept = (runId: string) =>
	read(system("test"), (work) =>
		work.db.selectFrom("placement.reasons").select(["claim_id", "offer_id"]).where("run_id", "=", runId).execute(),
	);

it("is worked out beforehand where rules cross, and told from there as long as the place is the same", async () => {
	const { owner, hosting, host, roundId, sites, standing } = await region();
	// Both sites now want two or nobody: rules that cross.
	await as(system("test", host.id), async (work) => {
		await sql`update placement.offer set least_together = 2
			where site_id = any(${sites.map(({ id }) => id)}::uuid[])`.execute(work.db);
		return done(undefined);
	});
	const runId = await ran(owner, roundId);
	expect(await published(owner, roundId)).toMatchObject({ state: "done" });
	const placed = (await standing()).filter((one) => one.runId === runId);
	expect(placed).toHaveLength(2);
	await eventually(async () => (await listKept(runId)).length === placed.length);
	const [one] = placed;
	const whyOf = async (id: string) => {
		const page = await read(owner, (work) => readPlacement(work, id));
		const told = page && (await explainPlacement(database, page));
		return told?.why();
	};
	expect(await whyOf(one?.id ?? "")).toMatchObject({ exact: true, moves: 0 });
	// What is kept is what is told, and no thread is asked.
	await as(system("test"), async (work) => {
		await sql`update placement.reasons set told = told || '{"exact": false}' where run_id = ${runId}`.execute(work.db);
		return done(undefined);
	});
	expect(await whyOf(one?.id ?? "")).toMatchObject({ exact: false });
	// With another place than the one it was worked out for it no longer tells why.
	await as(system("test"), async (work) => {
		await sql`update placement.reasons set offer_id = run_id where run_id = ${runId}`.execute(work.db);
		return done(undefined);
	});
	expect(await whyOf(one?.id ?? "")).toMatchObject({ exact: true });
	// The host is told neither why nor what was wished, and reads none of what is kept.
	const page = await read(hosting, (work) => readPlacement(work, one?.id ?? ""));
	expect(page && (await explainPlacement(database, page))).toBeUndefined();
	expect(await read(hosting, (work) => work.db.selectFrom("placement.reasons").select("claim_id").execute())).toEqual(
		[],
	);
});

it("is left for whoever asks where no rules cross", async () => {
	const { owner, roundId, runId, standing } = await region();
	expect(await published(owner, roundId)).toMatchObject({ state: "done" });
	expect((await standing()).length).toBeGreaterThan(0);
	const asked = await read(system("test"), (work) =>
		work.db.selectFrom("job.job").select("kind").where("organisation_id", "=", owner.organisationId).execute(),
	);
	expect(asked.map(({ kind }) => kind)).not.toContain("placement.reasons");
	expect(await listKept(runId)).toEqual([]);
});
