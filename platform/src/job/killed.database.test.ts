import pg from "pg";
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

describe("a worker process that only stood still", () => {
	it("finds that its job was taken over, writes nothing more of it, and goes on with others", async () => {
		const actor = await makeActor(database);
		const job = mortalJob(() => {});
		const ask = async (mark: string) =>
			(await database.commanding(actor, async (work) => done(await enqueueJob(work, job, { mark })))).done ?? "";
		const find = (id: string) => database.reading(system("test"), (work) => findJobRow(work, id));
		const isDone = (id: string) => eventually(async () => (await find(id))?.state === "done");
		const countMarks = async (mark: string) => {
			const marks = await database.reading(system("test"), (work) =>
				work.db.selectFrom("audit.entry").select("id").where("object_id", "=", mark).execute(),
			);
			return marks.length;
		};
		const mark = newId();
		const id = await ask(mark);
		const { child } = startMortalWorker(database, null);
		await eventually(async () => (await find(id))?.state === "running");
		const still = (await find(id))?.workerId;
		child.kill("SIGSTOP");

		const other = await workOn(database, { jobs: [job] });
		await isDone(id);
		expect(await find(id)).toMatchObject({ attempt: 2, workerId: other.id });
		await other.stop();
		child.kill("SIGCONT");

		const next = await ask(newId());
		await isDone(next);
		expect(await find(next)).toMatchObject({ attempt: 1, workerId: still });
		expect(await find(id)).toMatchObject({ state: "done", attempt: 2, workerId: other.id });
		expect(await countMarks(mark)).toBe(1);
	});
});

describe("a database that ends every connection, again and again", () => {
	it("delays jobs, and makes none of them happen twice or never", async () => {
		const actor = await makeActor(database);
		const job = mortalJob(() => {});
		await workOn(database, { jobs: [job] }, { timing: { lostAfter: 1_000 } });
		const marks = Array.from({ length: 12 }, newId);
		for (const mark of marks)
			await database.commanding(actor, async (work) => done(await enqueueJob(work, job, { mark })));
		const owner = new pg.Client(database.owner);
		await owner.connect();
		for (let round = 0; round < 8; round++) {
			await new Promise((resolve) => setTimeout(resolve, 120));
			await owner.query(
				"select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
			);
		}
		await eventually(async () => {
			const { rows } = await owner.query<{ count: number }>(
				"select count(*) as count from job.job where person_id = $1 and state not in ('done', 'failed', 'cancelled')",
				[actor.personId],
			);
			return Number(rows[0]?.count) === 0;
		});
		const { rows } = await owner.query<{ state: string }>("select state from job.job where person_id = $1", [
			actor.personId,
		]);
		expect(rows.map((row) => row.state)).toEqual(marks.map(() => "done"));
		const left = await owner.query<{ object_id: string }>(
			"select object_id from audit.entry where verb = 'test.mark' and object_id = any($1)",
			[marks],
		);
		await owner.end();
		expect(left.rows.map((row) => row.object_id).sort()).toEqual(marks.sort());
	});
});

async function queued(id: string): Promise<number> {
	const owner = new pg.Client(database.owner);
	await owner.connect();
	const { rowCount } = await owner.query(
		"select from graphile_worker._private_jobs where payload->>'id' = $1 and attempts < max_attempts",
		[id],
	);
	await owner.end();
	return rowCount ?? 0;
}
