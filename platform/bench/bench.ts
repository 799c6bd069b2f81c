import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { replaceRun } from "./document.ts";
import { firstLoad } from "./first-load.ts";
import { measurePage, type PageResult, warmUp } from "./measure.ts";
import { openCountry, signIn, signInGivers, type User } from "./national.ts";
import { type Page, pages } from "./pages.ts";
import { policyCosts } from "./policies.ts";
import { build, startBare, startLoad, startProduct } from "./programs.ts";
import { type Recording, record } from "./recording.ts";
import { machineLoad, report } from "./report.ts";

/**
 * The pages of the built product on a whole country, beside a bare Hono server that runs the same SQL.
 *   npm run bench -w platform -- [--seconds 3] [--rounds 2] [--warm 10] [--users 20] [--pages pattern] [--data folder] [--write]
 */
const { values } = parseArgs({
	options: {
		/** Of each measurement. */
		seconds: { type: "string", default: "3" },
		/** Measurements of each page in each program. */
		rounds: { type: "string", default: "2" },
		/** Seconds each page is asked for before it is measured: a page costs half as much when its code is compiled for what it does. */
		warm: { type: "string", default: "10" },
		users: { type: "string", default: "20" },
		/** Only pages whose name this pattern fits. */
		pages: { type: "string", default: "" },
		/** Keeps the database here for the next run. */
		data: { type: "string" },
		/** Writes docs/bench.md. */
		write: { type: "boolean", default: false },
	},
});
const say = (line: string) => process.stderr.write(`${line}\n`);
const startedAt = new Date();
const load = machineLoad();
const folder = await mkdtemp(join(tmpdir(), "laeringsarena-bench-"));
build();
const chosen = pages.filter((page) => new RegExp(values.pages, "i").test(page.name));
const country = await openCountry(values.data ?? join(folder, "data"), say);
const closing: (() => Promise<void>)[] = [() => rm(folder, { recursive: true, force: true }), () => country.close()];
try {
	const users = await signIn(country, Number(values.users));
	const keepers = await signIn(country, Number(values.users), ["administrator"]);
	const givers = await signInGivers(country, Number(values.users));
	const usersOf = ({ by }: Page) => (by === "givers" ? givers : by === "keepers" ? keepers : users);
	say("Recording what the pages ask of the database …");
	const recording = await record(country.databaseUrl, folder, usersOf, chosen);
	const statements = join(folder, "statements.json");
	await writeFile(statements, JSON.stringify(recording));
	const shared = { DATABASE_URL: country.databaseUrl, LAERINGSARENA_DATA: folder };
	const product = await startProduct(shared, join(folder, "product.log"));
	closing.push(() => product.stop());
	const bare = await startBare({ ...shared, BENCH_STATEMENTS: statements }, join(folder, "bare.log"));
	closing.push(() => bare.stop());
	const generator = startLoad();
	closing.push(() => generator.stop());
	const results: PageResult[] = [];
	const length = { seconds: Number(values.seconds), rounds: Number(values.rounds), warm: Number(values.warm) };
	say("Warming up …");
	for (const page of chosen) await warmUp(page, usersOf(page), { product, bare, load: generator }, 3);
	for (const page of chosen) {
		const measured = await measurePage(page, usersOf(page), { product, bare, load: generator }, length);
		results.push({ name: page.name, ...measured, statements: statementsOf(recording, page, usersOf(page)) });
		const { product: ours, bare: theirs } = measured;
		say(
			`${page.name}: p95 ${ours.p95.toFixed(0)} ms, ratio ${(ours.perSecond / theirs.perSecond).toFixed(2)}, CPU ${ours.cpu.toFixed(2)} and ${theirs.cpu.toFixed(2)} ms`,
		);
	}
	const loads = await Promise.all(
		chosen.flatMap((page) =>
			usersOf(page)
				.slice(0, 1)
				.map(async (user) => ({ page: page.name, ...(await firstLoad(product.url, page.path(user), user.cookie)) })),
		),
	);
	const heaviest = loads.sort((a, b) => b.sent - a.sent)[0];
	if (!heaviest) throw new Error(`no page is called ${values.pages}`);
	say("Measuring the policies …");
	// What these look at is narrowed by policies: who owns the tables finds other rows.
	const narrowed = new Set([...keepers, ...givers].map(({ cookie }) => cookie));
	const forAll = recording.filter(({ cookie, path }) => !narrowed.has(cookie) && !path.startsWith("/development"));
	const text = report({
		command: ["npm run bench -w platform", ...process.argv.slice(2)].join(" "),
		...{ startedAt, load, users: users.length, country },
		...{ pages: results, firstLoad: heaviest, policies: await policyCosts(country, forAll) },
	});
	process.stdout.write(`${text}\n`);
	if (values.write) await replaceRun("pages", text);
} finally {
	for (const close of closing.reverse()) await close();
}

function statementsOf(recording: Recording, page: Page, users: readonly User[]): number {
	const counts = users.map((user) => {
		const found = recording.find((one) => one.cookie === user.cookie && one.path === page.path(user));
		return 1 + (found?.units.flat().length ?? 0);
	});
	return Math.max(...counts);
}
