import pg from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { openTestDatabase } from "../../test/database.ts";
import { makeActor, makeOrganisation } from "../../test/make.ts";
import { eventually, workOn } from "../../test/worker.ts";
import { newId, type Work } from "../database/work.server.ts";
import { type PersonActor, system } from "../identity/actor.ts";
import { record } from "../identity/audit.server.ts";
import { listNotices } from "../notice/store.server.ts";
import { done, refused } from "../outcome.ts";
import { jobEnded } from "./ended.server.ts";
import { defineJob, type Job, JobFault } from "./job.server.ts";
import { isOver } from "./rules.ts";
import { cancelJob, enqueueJob } from "./service.server.ts";
import { changeRunning, findJobRow, listJobsOf } from "./store.server.ts";

const database = await openTestDatabase();

const title = { nb: "Prøve", nn: "Prøve", en: "Try" };
const effectInput = z.object({ mark: z.uuid() });

/** The effect of a test job: one row that can be counted. */
async function leaveMark(work: Work, mark: string) {
	await record(work, { verb: "test.mark", objectKind: "test", objectId: mark });
	return done({ mark });
}

async function countMarks(mark: string): Promise<number> {
	const rows = await database.reading(system("test"), (work) =>
		work.db.selectFrom("audit.entry").select("id").where("object_id", "=", mark).execute(),
	);
	return rows.length;
}

async function ask<Input>(actor: PersonActor, job: Job<Input>, input: Input): Promise<string> {
	const outcome = await database.commanding(actor, async (work) => done(await enqueueJob(work, job, input)));
	return outcome.done ?? "";
}

function find(id: string) {
	return database.reading(system("test"), (work) => findJobRow(work, id));
}

function over(id: string) {
	return eventually(async () => {
		const job = await find(id);
		return job && isOver(job.state) ? job : null;
	});
}

function running(id: string) {
	return eventually(async () => (await find(id))?.state === "running");
}

/** Works until it is asked to end. */
const patient = defineJob({
	kind: "test.patient",
	input: effectInput,
	title,
	async run({ input, progress, finish }) {
		for (let turn = 0; turn < 100_000; turn++) {
			await progress(turn, 100_000);
			await new Promise((resolve) => setTimeout(resolve, 5));
		}
		await finish((work) => leaveMark(work, input.mark));
	},
});

const simple = defineJob({
	kind: "test.simple",
	input: effectInput,
	result: effectInput,
	title,
	link: ({ mark }) => `/marks/${mark}`,
	back: { to: ({ mark }) => `/try/${mark}`, hours: 24 },
	async run({ input, progress, finish }) {
		await progress(1, 2);
		await finish((work) => leaveMark(work, input.mark));
	},
});

describe("a job", () => {
	it("leaves its effect and its result together", async () => {
		await workOn(database, { jobs: [simple] });
		const mark = newId();
		const finished = await over(await ask(await makeActor(database), simple, { mark }));
		expect(finished).toMatchObject({ state: "done", result: { mark }, attempt: 1, fault: null, title: "Prøve" });
		expect(finished.progressDone).toBe(finished.progressOf);
		expect(simple.link(finished.result)).toBe(`/marks/${mark}`);
		const after = (hours: number) => ({ from: new Date(0), to: new Date(hours * 3_600_000) });
		expect(simple.back({ mark }, after(23))).toBe(`/try/${mark}`);
		expect([simple.back({ mark }, after(25)), simple.back({}, after(1))]).toEqual([null, null]);
		expect(await countMarks(mark)).toBe(1);
	});

	it("acts with the roles the person has when it runs", async () => {
		const seen: unknown[] = [];
		const job = defineJob({
			kind: "test.seen",
			input: z.object({}),
			title,
			async run({ actor }) {
				seen.push(actor);
			},
		});
		const actor = await makeActor(database, { roles: ["coordinator"] });
		const id = await ask({ ...actor, roles: ["administrator"] }, job, {});
		await workOn(database, { jobs: [job] });
		expect((await over(id)).state).toBe("done");
		expect(seen).toMatchObject([{ kind: "person", personId: actor.personId, roles: ["coordinator"] }]);
	});

	it("is not asked for when the transaction that asks is refused", async () => {
		const actor = await makeActor(database);
		let id = "";
		await database.commanding(actor, async (work) => {
			id = await enqueueJob(work, simple, { mark: newId() });
			return refused("changed-my-mind");
		});
		expect(await find(id)).toBeUndefined();
	});

	it("tries again after a fault, and keeps no message of it", async () => {
		let tries = 0;
		const job = defineJob({
			kind: "test.flaky",
			input: effectInput,
			title,
			async run({ input, finish }) {
				if (++tries < 3) throw new TypeError("Kari Nordmann, 12345678901");
				await finish((work) => leaveMark(work, input.mark));
			},
		});
		await workOn(database, { jobs: [job] }, { timing: { backoff: () => 200 } });
		const mark = newId();
		const id = await ask(await makeActor(database), job, { mark });
		const between = await eventually(async () => {
			const row = await find(id);
			return row?.fault ? row : null;
		});
		expect(between).toMatchObject({ state: "waiting" });
		expect(between.fault).toMatch(/^TypeError at job\.database\.test\.ts:\d+$/);
		expect(await over(id)).toMatchObject({ state: "done", attempt: 3, fault: null });
		expect(await countMarks(mark)).toBe(1);
	});

	it("is given up after as many attempts as it allows, or at once when trying again cannot help", async () => {
		const broken = defineJob({
			kind: "test.broken",
			input: z.object({ retry: z.boolean() }),
			title,
			attempts: 2,
			async run({ input }) {
				throw new JobFault("the price list is missing", { retry: input.retry });
			},
		});
		await workOn(database, { jobs: [broken] });
		const actor = await makeActor(database);
		const fault = "the price list is missing";
		expect(await over(await ask(actor, broken, { retry: true }))).toMatchObject({ state: "failed", attempt: 2, fault });
		expect(await over(await ask(actor, broken, { retry: false }))).toMatchObject({
			state: "failed",
			attempt: 1,
			fault,
		});
	});

	it("ends as failed with the refusal, and without effect, when its effect is refused", async () => {
		const job = defineJob({
			kind: "test.refused",
			input: effectInput,
			title,
			run: ({ input, finish }) =>
				finish(async (work) => {
					await leaveMark(work, input.mark);
					return refused("full", { detail: { limit: 3 } });
				}),
		});
		await workOn(database, { jobs: [job] });
		const mark = newId();
		const ended = await over(await ask(await makeActor(database), job, { mark }));
		expect(ended).toMatchObject({
			...{ state: "failed", attempt: 1, fault: null },
			result: { refused: [{ code: "full", detail: { limit: 3 } }] },
		});
		expect(await countMarks(mark)).toBe(0);
	});

	it("never starts when it was cancelled while it waited", async () => {
		const actor = await makeActor(database);
		const mark = newId();
		const id = await ask(actor, simple, { mark });
		await database.commanding(actor, (work) => cancelJob(work, id));
		await workOn(database, { jobs: [simple] });
		await over(await ask(actor, simple, { mark: newId() }));
		expect(await find(id)).toMatchObject({ state: "cancelled", attempt: 0 });
		expect(await countMarks(mark)).toBe(0);
	});

	it("ends without effect when it is cancelled while it runs", async () => {
		const actor = await makeActor(database);
		const mark = newId();
		await workOn(database, { jobs: [patient] });
		const id = await ask(actor, patient, { mark });
		await running(id);
		await database.commanding(actor, (work) => cancelJob(work, id));
		expect(await over(id)).toMatchObject({ state: "cancelled", attempt: 1 });
		expect(await countMarks(mark)).toBe(0);
		const again = await database.commanding(actor, (work) => cancelJob(work, id));
		expect(again.refused).toMatchObject([{ code: "job-over" }]);
	});

	it("is seen and cancelled by whoever asked and the organisation's administrator, by nobody else", async () => {
		const organisation = await makeOrganisation(database);
		const asker = await makeActor(database, { organisation, roles: ["coordinator"] });
		const colleague = await makeActor(database, { organisation, roles: ["coordinator"] });
		const stranger = await makeActor(database);
		const id = await ask(asker, simple, { mark: newId() });
		for (const actor of [colleague, stranger]) {
			const outcome = await database.commanding(actor, (work) => cancelJob(work, id));
			expect(outcome.refused).toMatchObject([{ code: "job-missing" }]);
		}
		const elsewhere = { ...asker, organisationId: (await makeOrganisation(database)).id };
		const mine = await database.reading(elsewhere, (work) => listJobsOf(work, asker.personId, 10));
		expect(mine).toMatchObject([{ id }]);
		const administrator = await makeActor(database, { organisation });
		const outcome = await database.commanding(administrator, (work) => cancelJob(work, id));
		expect(outcome).toEqual(done(undefined));
	});

	it("tells the person when it has ended, when they have waited so long that they have gone", async () => {
		const actor = await makeActor(database);
		onTestFinished(() => database.setNow(null));
		const notices = async () => {
			const rows = await database.reading(actor, (work) =>
				listNotices(work, actor.personId, { before: null, size: 10 }),
			);
			return rows.map(({ detail, link }) => ({ told: jobEnded.tell("nb", detail)?.title, link }));
		};
		const long = await ask(actor, simple, { mark: newId() });
		const broken = defineJob({
			...{ kind: "test.breaking", input: z.object({}), title, attempts: 1 },
			run: async () => {
				throw new Error("broken");
			},
		});
		const bad = await ask(actor, broken, {});
		database.setNow(new Date(Date.now() + 60_000).toISOString());
		await workOn(database, { jobs: [simple, broken] });
		await over(long);
		await over(bad);
		database.setNow(null);
		await over(await ask(actor, simple, { mark: newId() }));
		expect((await notices()).sort((a, b) => String(a.told).localeCompare(String(b.told)))).toEqual([
			{ told: "Ferdig: Prøve", link: `/jobs/${long}?follow=1` },
			{ told: "Stoppet: Prøve", link: `/jobs/${bad}?follow=1` },
		]);
	});

	it("tells its progress, step by step", async () => {
		let go = () => {};
		const paused = new Promise<void>((resolve) => {
			go = resolve;
		});
		const job = defineJob({
			kind: "test.telling",
			input: z.object({}),
			title,
			steps: { nb: { read: "Leser" }, nn: { read: "Les" }, en: { read: "Reading" } },
			async run({ progress }) {
				for (let row = 1; row <= 40; row++) await progress(row, 80, "read");
				await paused;
			},
		});
		await workOn(database, { jobs: [job] });
		const id = await ask(await makeActor(database), job, {});
		const told = await eventually(async () => {
			const row = await find(id);
			return row?.progressDone === 40 ? row : null;
		});
		expect(told).toMatchObject({ progressOf: 80, step: "read" });
		expect(job.step("nn", "read")).toBe("Les");
		go();
		expect(await over(id)).toMatchObject({ state: "done", progressDone: 80, progressOf: 80, step: null });
	});
});

describe("workers", () => {
	it("hand back what runs when they are stopped, at no cost of attempts", async () => {
		const first = await workOn(database, { jobs: [patient] });
		const actor = await makeActor(database);
		const id = await ask(actor, patient, { mark: newId() });
		await running(id);
		await first.stop();
		expect(await find(id)).toMatchObject({ state: "waiting", attempt: 1, attemptsAllowed: patient.attempts + 1 });
		await workOn(database, { jobs: [patient] });
		await running(id);
		expect(await find(id)).toMatchObject({ attempt: 2 });
	});

	it("do nothing twice when there are two and two hundred jobs, asked for all at once", async () => {
		const actor = await makeActor(database);
		// Nobody dies here. A worker on a crowded machine may look dead to a hurried one, and its job is then taken again.
		const timing = { deadAfter: 60_000 };
		await workOn(database, { jobs: [simple] }, { timing });
		await workOn(database, { jobs: [simple] }, { timing });
		const marks = Array.from({ length: 200 }, newId);
		const ids = await Promise.all(marks.map((mark) => ask(actor, simple, { mark })));
		const ended = await eventually(async () => {
			const mine = await database.reading(actor, (work) => listJobsOf(work, actor.personId, 300));
			return mine.every((job) => isOver(job.state)) ? mine : null;
		});
		expect(ended.map((job) => job.id).sort()).toEqual(ids.sort());
		expect(new Set(ended.map((job) => `${job.state} ${job.attempt}`))).toEqual(new Set(["done 1"]));
		expect(new Set(ended.map((job) => job.workerId)).size).toBe(2);
		const left = await database.reading(actor, (work) =>
			work.db.selectFrom("audit.entry").select("object_id").where("verb", "=", "test.mark").execute(),
		);
		expect(left.map((entry) => entry.object_id).sort()).toEqual(marks.sort());
	});

	it("cannot write for an attempt that another has followed", async () => {
		let letGo = () => {};
		const held = new Promise<void>((resolve) => {
			letGo = resolve;
		});
		let attempts = 0;
		const deaf = defineJob({
			kind: "test.deaf",
			input: effectInput,
			title,
			async run({ input, finish }) {
				if (++attempts === 1) await held;
				await finish((work) => leaveMark(work, input.mark));
			},
		});
		await workOn(database, { jobs: [deaf] });
		const actor = await makeActor(database);
		const mark = newId();
		const id = await ask(actor, deaf, { mark });
		await running(id);
		// As if this worker had been thought dead, and another had taken the job and lost it again.
		await database.commanding(system("test"), async (work) =>
			done(await work.db.updateTable("job.job").set({ attempt: 2, worker_id: newId() }).where("id", "=", id).execute()),
		);
		letGo();
		expect(await over(id)).toMatchObject({ state: "done", attempt: 3 });
		expect(await countMarks(mark)).toBe(1);
		const late = { organisationId: actor.organisationId, id, attempt: 1 };
		const written = await database.commanding(system("test"), async (work) =>
			done(await changeRunning(work, late, { state: "failed" })),
		);
		expect(written.done).toBe(false);
	});

	it("say that they are alive while pages have every connection of the program", async () => {
		const { id } = await workOn(database, {});
		const eye = new pg.Client(database.owner);
		await eye.connect();
		const taken = await Promise.all(Array.from({ length: database.pool.options.max }, () => database.pool.connect()));
		onTestFinished(async () => {
			for (const client of taken) client.release();
			await eye.end();
		});
		const lastBeat = async () => {
			const { rows } = await eye.query<{ at: Date }>("select heartbeat_at as at from job.worker where id = $1", [id]);
			return rows[0]?.at.getTime() ?? 0;
		};
		// The worker's other work waits for a connection; its heart does not.
		await eventually(async () => database.pool.waitingCount > 0);
		const before = await lastBeat();
		expect(await eventually(async () => (await lastBeat()) > before)).toBe(true);
	});

	it("put back a job the queue has lost", async () => {
		const actor = await makeActor(database);
		const mark = newId();
		const id = await ask(actor, simple, { mark });
		const owner = new pg.Client(database.owner);
		await owner.connect();
		await owner.query("delete from graphile_worker._private_jobs where payload->>'id' = $1", [id]);
		await owner.end();
		await workOn(database, { jobs: [simple] });
		expect(await over(id)).toMatchObject({ state: "done" });
		expect(await countMarks(mark)).toBe(1);
	});
});
