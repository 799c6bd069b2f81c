import { appendFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { sql } from "kysely";
import { z } from "zod";
import { newId } from "../src/database/work.server.ts";
import { system } from "../src/identity/actor.ts";
import { enqueueJob } from "../src/job/service.server.ts";
import { seedNationalHistory, seedNationalRound } from "../src/modules/placement/demo/national.server.ts";
import { publishJob } from "../src/modules/placement/publish/jobs.server.ts";
import { runJob } from "../src/modules/placement/round/jobs.server.ts";
import { chooseRun, insertRun } from "../src/modules/placement/round/run.store.server.ts";
import { findRound } from "../src/modules/placement/round/store.server.ts";
import { done } from "../src/outcome.ts";
import { replaceRun } from "./document.ts";
import { asOwner, type Country, openCountry, signIn, type User } from "./national.ts";
import { everyday as pages } from "./pages.ts";
import { build, type Load, startLoad, startProduct } from "./programs.ts";
import { machine, machineLoad } from "./report.ts";
import { quantile } from "./spread.ts";

/**
 * A round over the whole country in the built product: how long a run takes from its snapshot to its stored plan, and
 * publishing it, with how long other pages take meanwhile and how long the event loop stands still.
 *   npm run bench:round -w platform -- [--students 50000] [--history 5] [--users 10] [--data folder] [--write]
 */
const { values } = parseArgs({
	options: {
		students: { type: "string", default: "50000" },
		/** Earlier years in the database. */
		history: { type: "string", default: "5" },
		users: { type: "string", default: "10" },
		data: { type: "string" },
		write: { type: "boolean", default: false },
	},
});
const proof = z.object({ milliseconds: z.record(z.string(), z.number()) });
const goals = { seconds: 60, p95: 300 };
const say = (line: string) => process.stderr.write(`${line}\n`);
const startedAt = new Date();
const load = machineLoad();
const folder = await mkdtemp(join(tmpdir(), "laeringsarena-bench-"));
build();
const country = await openCountry(values.data ?? join(folder, "data"), say, { units: 10_300, people: 50_000 });
const closing: (() => Promise<void>)[] = [() => rm(folder, { recursive: true, force: true }), () => country.close()];
try {
	const round = await prepared(country);
	const loopFile = join(folder, "loop");
	await appendFile(loopFile, "");
	const product = await startProduct(
		{
			...{ DATABASE_URL: country.databaseUrl, LAERINGSARENA_DATA: folder, BENCH_LOOP: loopFile },
			NODE_OPTIONS: `--import ${join(import.meta.dirname, "loop-watch.js")}`,
		},
		join(folder, "product.log"),
	);
	closing.push(() => product.stop());
	const generator = startLoad();
	closing.push(() => generator.stop());
	const users = await signIn(country, Number(values.users));
	const quiet = await visited(product.url, generator, users, async () => pause(20_000));
	const runId = newId();
	say("Running …");
	const running = await visited(product.url, generator, users, () => jobOf(round, "run", runId));
	await country.database.commanding(system("bench", round.organisationId), async (work) => {
		await chooseRun(work, round, runId);
		return done(undefined);
	});
	say("Publishing …");
	const publishing = await visited(product.url, generator, users, () => jobOf(round, "publish", runId));
	const [parts, placed] = await told(runId);
	const text = [
		machine({ command: ["npm run bench:round -w platform", ...process.argv.slice(2)].join(" "), startedAt, load }),
		`${round.claims} students, ${round.sites} sites with places, ${values.history} earlier years; ${placed} placed. Meanwhile ${users.length} users at once, each at another municipality, ask for the ten pages of the bench of pages in turn, again as soon as the last answer is whole.`,
		[
			`| | seconds on the clock (goal ≤ ${goals.seconds}) | p95 of other pages, ms (goal ≤ ${goals.p95}) | answers | longest standstill of an event loop, ms |`,
			"|---|--:|--:|--:|--:|",
			row("Nothing else going on", quiet, loopFile ? await standstill(loopFile, quiet) : 0, false),
			row("A run, from asked for to stored plan", running, await standstill(loopFile, running), true),
			row("Publishing all of it, in one transaction", publishing, await standstill(loopFile, publishing), true),
		].join("\n"),
		`Of the run, as its proof says, seconds in the thread: ${parts}.`,
	].join("\n\n");
	process.stdout.write(`${text}\n`);
	if (values.write) await replaceRun("round", text);
} finally {
	for (const close of closing.reverse()) await close();
}

type Measured = { readonly begun: number; readonly ended: number; readonly milliseconds: readonly number[] };
type Ready = Awaited<ReturnType<typeof prepared>>;

/** The national round, made where the folder has none. */
async function prepared({ database, postgres }: Country) {
	say("Seeding the national round …");
	const made = await database.commanding(system("bench"), (work) =>
		seedNationalRound(work, { students: Number(values.students) }),
	);
	if (made.refused) throw new Error("the national round was not made");
	for (let back = 1; back <= Number(values.history); back++)
		await database.commanding(system("bench"), (work) => seedNationalHistory(work, back));
	await asOwner(postgres, (client) => client.query("vacuum analyze"));
	return database.reading(system("bench"), async (work) => {
		const round = await findRound(work, made.done.roundId);
		if (!round) throw new Error("the national round is missing");
		const { rows } = await sql<{ claims: number; sites: number }>`select
			(select count(*) from placement.claim where round_id = ${round.id})::int claims,
			(select count(distinct o.site_id) from placement.offer o where o.first_day = ${round.firstDay})::int sites`.execute(
			work.db,
		);
		return { ...round, claims: rows[0]?.claims ?? 0, sites: rows[0]?.sites ?? 0 };
	});
}

/** What a coordinator asks for, and the wait until it is done. @throws where it is not done within five minutes */
async function jobOf(round: Ready, what: "run" | "publish", runId: string): Promise<void> {
	const { database } = country;
	const actor = system("bench", round.organisationId);
	const asked = await database.commanding(actor, async (work) => {
		if (what === "run") {
			const jobId = await enqueueJob(work, runJob, { roundId: round.id, runId }, { title: "bench" });
			const nameOf = (number: number) => `Bench ${number}`;
			await insertRun(work, round, { id: runId, nameOf, jobId, rules: round.rules, supposed: [] });
			return done(jobId);
		}
		const standing = await findRound(work, round.id);
		const publication = (standing?.publication ?? 0) + 1;
		const input = { roundId: round.id, runId, publication, personId: null, byName: "bench" };
		return done(await enqueueJob(work, publishJob, input, { title: "bench" }));
	});
	if (asked.refused) throw new Error(`${what} was refused`);
	for (let waited = 0; waited < 300_000; waited += 250) {
		await pause(250);
		const job = await database.reading(actor, (work) =>
			work.db.selectFrom("job.job").select(["state", "fault"]).where("id", "=", asked.done).executeTakeFirstOrThrow(),
		);
		if (job.state === "done") return;
		if (job.state === "failed") throw new Error(`${what} failed: ${job.fault}`);
	}
	throw new Error(`${what} was not done in five minutes`);
}

/** Lets the users go on asking for pages until something is done. */
async function visited(
	url: string,
	generator: Load,
	users: readonly User[],
	act: () => Promise<void>,
): Promise<Measured> {
	const begun = Date.now();
	let isOver = false;
	const over = act().finally(() => {
		isOver = true;
	});
	const milliseconds: number[] = [];
	for (let turn = 0; !isOver; turn++) {
		const page = pages[turn % pages.length];
		if (!page) break;
		const order = { url, seconds: 1, users: users.map((user) => ({ cookie: user.cookie, path: page.path(user) })) };
		const result = await generator.send(order);
		if (result.failed > 0) throw new Error(`${page.name}: ${result.failed} requests were not answered with 200`);
		milliseconds.push(...result.milliseconds);
	}
	await over;
	return { begun, ended: Date.now(), milliseconds };
}

async function standstill(file: string, { begun, ended }: Measured): Promise<number> {
	const lines = (await readFile(file, "utf8")).split("\n");
	return Math.max(
		0,
		...lines.flatMap((line) => {
			const [at = 0, longest = 0] = line.split(" ").map(Number);
			return at >= begun && at <= ended ? [longest] : [];
		}),
	);
}

function row(name: string, measured: Measured, longest: number, hasGoal: boolean): string {
	const seconds = (measured.ended - measured.begun) / 1000;
	const p95 = quantile(measured.milliseconds, 0.95);
	const marked = (text: string, reached: boolean) => (reached ? text : `**${text}** ✗`);
	const cells = [
		...[name, marked(seconds.toFixed(1), !hasGoal || seconds <= goals.seconds)],
		...[marked(p95.toFixed(0), p95 <= goals.p95), String(measured.milliseconds.length), longest.toFixed(0)],
	];
	return `| ${cells.join(" | ")} |`;
}

/** Seconds of each part of a run, and how many it placed. */
async function told(runId: string): Promise<readonly [parts: string, placed: number]> {
	const { gunzipSync } = await import("node:zlib");
	return country.database.reading(system("bench"), async (work) => {
		const run = await work.db
			.selectFrom("placement.run")
			.select(["plan", "placed"])
			.where("id", "=", runId)
			.executeTakeFirstOrThrow();
		const { milliseconds } = proof.parse(JSON.parse(gunzipSync(run.plan ?? Buffer.alloc(0)).toString()));
		const parts = Object.entries(milliseconds).map(([part, took]) => `${part} ${(took / 1000).toFixed(1)}`);
		return [parts.join(", "), run.placed ?? 0];
	});
}
