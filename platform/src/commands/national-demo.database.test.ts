import { sql } from "kysely";
import { expect, it } from "vitest";
import { openTestDatabase } from "../../test/database.ts";
import { system } from "../identity/actor.ts";
import { seedReference } from "../modules/organisation/reference.server.ts";
import { seedNational } from "../modules/organisation/service.server.ts";
import { allocateSnapshot } from "../modules/placement/allocate/run.ts";
import { seedNationalHistory, seedNationalRound } from "../modules/placement/demo/national.server.ts";
import { readSnapshot } from "../modules/placement/round/snapshot.server.ts";
import { findRound } from "../modules/placement/round/store.server.ts";

const database = await openTestDatabase();

it("makes a round over the whole country that the engine places nearly everybody of, and the years before it", async () => {
	await database.commanding(system("reference"), seedReference);
	await database.commanding(system("demo"), (work) => seedNational(work, { units: 2_500, people: 357 }));
	const made = await database.commanding(system("demo"), (work) => seedNationalRound(work, { students: 500 }));
	expect(made.done?.students).toBeGreaterThan(450);
	expect((await database.commanding(system("demo"), (work) => seedNationalRound(work))).done?.students).toBe(0);
	const before = await database.commanding(system("demo"), (work) => seedNationalHistory(work, 2, { students: 500 }));
	expect(before.done?.placements).toBeGreaterThan(50);
	await database.reading(system("look"), async (work) => {
		const round = await findRound(work, made.done?.roundId ?? "");
		if (!round) throw new Error("there is no round");
		const snapshot = await readSnapshot(work, round);
		expect(new Set(snapshot.periods.map(({ institutionId }) => institutionId)).size).toBeGreaterThan(20);
		const { result } = await allocateSnapshot(snapshot, { snapshotHash: "" });
		expect(result).toMatchObject({ holds: "optimal", flaws: [] });
		expect(result.measures.placed).toBeGreaterThan(0.6 * result.measures.claims);
		const { rows } = await sql<{ state: string }>`select distinct state from placement.placement`.execute(work.db);
		expect(rows).toEqual([{ state: "completed" }]);
	});
}, 60_000);
