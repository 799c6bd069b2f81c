import { describe, expect, it } from "vitest";
import { openTestDatabase } from "../../test/database.ts";
import { makeActor } from "../../test/make.ts";
import { startMortalWorker } from "../../test/mortal.ts";
import { deaths, mortalJob } from "../../test/mortal-job.ts";
import { eventually, workOn } from "../../test/worker.ts";
import { newId } from "../database/work.server.ts";
import { system } from "../identity/actor.ts";
import { done } from "../outcome.ts";
import { isOver } from "./rules.ts";
import { enqueueJob } from "./service.server.ts";
import { findJobRow } from "./store.server.ts";

const database = await openTestDatabase();

describe("a worker process that is killed (kill -9)", () => {
	it.each(deaths)("%s: its job is taken over, and its effect is there once", async (death) => {
		const job = mortalJob(() => {});
		const actor = await makeActor(database);
		const mark = newId();
		const asked = await database.commanding(actor, async (work) => done(await enqueueJob(work, job, { mark })));
		const id = asked.done ?? "";
		const { ended } = startMortalWorker(database, death);
		expect(await ended).toBe("SIGKILL");

		const find = () => database.reading(system("test"), (work) => findJobRow(work, id));
		const left = await find();
		expect(left).toMatchObject({ state: death === "after commit" ? "done" : "running", attempt: 1 });

		await workOn(database, { jobs: [job] });
		const over = await eventually(async () => {
			const row = await find();
			return row && isOver(row.state) ? row : null;
		});
		expect(over).toMatchObject({ state: "done", attempt: death === "after commit" ? 1 : 2 });
		// The dead worker's own entry on the queue is gone too, so nothing is left that could run it again.
		await eventually(async () => (await queued(id)) === 0);
		const marks = await database.reading(system("test"), (work) =>
			work.db.selectFrom("audit.entry").select("id").where("object_id", "=", mark).execute(),
		);
		expect(marks).toHaveLength(1);
	});
});

async function queued(id: string): Promise<number> {
	const { default: pg } = await import("pg");
	const owner = new pg.Client(database.owner);
	await owner.connect();
	const { rowCount } = await owner.query(
		"select from graphile_worker._private_jobs where payload->>'id' = $1 and attempts < max_attempts",
		[id],
	);
	await owner.end();
	return rowCount ?? 0;
}
