import { expect, it } from "vitest";
import { openTestDatabase } from "../test/database.ts";
import { makeActor } from "../test/make.ts";
import { newId, openDatabase } from "./database/work.server.ts";
import { system } from "./identity/actor.ts";
import { openLog } from "./log.server.ts";
import { openMetrics } from "./metrics.server.ts";
import { done } from "./outcome.ts";

const database = await openTestDatabase();

it("tell how jobs and mail stand, in a form Prometheus reads, without saying whose they are", async () => {
	const now = "2026-06-15T12:00:00Z";
	database.setNow(now);
	const actor = await makeActor(database, { name: "Hemmelig Navn" });
	const before = (seconds: number) => new Date(new Date(now).getTime() - seconds * 1000);
	await database.commanding(system("test", actor.organisationId), async (work) => {
		const job = (state: string, times: { created: number; started?: number; finished?: number; next?: number }) =>
			work.db
				.insertInto("job.job")
				.values({
					...{
						organisation_id: actor.organisationId,
						id: newId(),
						kind: "import",
						title: "Hemmelig tittel",
						input: "{}",
					},
					...{ person_id: actor.personId, state, created_at: before(times.created) },
					next_attempt_at: times.next === undefined ? null : before(times.next),
					started_at: times.started === undefined ? null : before(times.started),
					finished_at: times.finished === undefined ? null : before(times.finished),
				})
				.execute();
		await job("waiting", { created: 90 });
		await job("waiting", { created: 500, next: -60 });
		await job("running", { created: 20, started: 10 });
		await job("done", { created: 200, started: 190, finished: 180 });
		await job("done", { created: 200, started: 190, finished: 188.5 });
		await job("failed", { created: 300, started: 300, finished: 240 });
		await job("done", { created: 9000, started: 9000, finished: 8000 });
		const mail = (state: string, times: { next: number; finished?: number }) =>
			work.db
				.insertInto("notice.mail")
				.values({
					...{
						organisation_id: actor.organisationId,
						id: newId(),
						recipient: "hemmelig@example.no",
						subject: "x",
						body: "x",
					},
					...{ state, created_at: before(9000), next_attempt_at: before(times.next) },
					finished_at: times.finished === undefined ? null : before(times.finished),
				})
				.execute();
		await mail("waiting", { next: 45 });
		await mail("waiting", { next: -600 });
		await mail("held", { next: 4000 });
		await mail("sent", { next: 60, finished: 30 });
		await mail("sent", { next: 9000, finished: 8000 });
		await mail("failed", { next: 60, finished: 50 });
		return done(undefined);
	});
	const metrics = openMetrics({ database, log: openLog("silent") });
	metrics.observe("GET", 200, 12);
	const text = await metrics.text();
	for (const line of [
		"laeringsarena_database_up 1",
		'laeringsarena_requests_total{method="GET",status="2xx"} 1',
		'laeringsarena_jobs{state="waiting"} 2',
		'laeringsarena_jobs{state="running"} 1',
		"laeringsarena_job_oldest_waiting_seconds 90.0",
		'laeringsarena_jobs_ended_last_hour{kind="import",state="done"} 2',
		'laeringsarena_jobs_ended_last_hour{kind="import",state="failed"} 1',
		'laeringsarena_job_seconds_last_hour{kind="import",state="done"} 11.500',
		'laeringsarena_job_longest_seconds_last_hour{kind="import",state="failed"} 60.000',
		'laeringsarena_mail{state="waiting"} 2',
		'laeringsarena_mail{state="held"} 1',
		'laeringsarena_mail{state="failed"} 1',
		"laeringsarena_mail_oldest_waiting_seconds 45.0",
		'laeringsarena_mail_ended_last_hour{state="sent"} 1',
		'laeringsarena_mail_ended_last_hour{state="failed"} 1',
	])
		expect(text.split("\n")).toContain(line);
	expect(text).not.toMatch(/hemmelig/i);
	// Every line is a comment or a sample, and no sample is told twice.
	const samples = text.split("\n").filter((line) => line !== "" && !line.startsWith("# "));
	for (const line of samples) expect(line).toMatch(/^[a-z_0-9]+(\{([a-z]+="[^"]*",?)+\})? -?\d+(\.\d+)?$/);
	const names = samples.map((line) => line.slice(0, line.lastIndexOf(" ")));
	expect(new Set(names).size).toBe(names.length);
});

it("are told when the database is away, without jobs and mail", async () => {
	const away = openDatabase({ connection: { host: "/nowhere", user: "x", database: "x" }, poolSize: 2 });
	const text = await openMetrics({ database: away, log: openLog("silent") }).text();
	expect(text).toContain("laeringsarena_database_up 0");
	expect(text).toContain("laeringsarena_memory_bytes ");
	expect(text).not.toContain("laeringsarena_jobs");
	await away.close();
});
