import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { gunzipSync } from "node:zlib";
import pg from "pg";
import { afterAll, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { openTestDatabase } from "../../test/database.ts";
import { makeActor, makeOrganisation } from "../../test/make.ts";
import { writeBackup } from "../database/backup.server.ts";
import { notExported, ownedTables } from "../modules/organisation/import/owned.store.server.ts";
import type { Values } from "./command.ts";
import { commands } from "./commands.ts";
import { Problem } from "./problem.ts";

const database = await openTestDatabase();
const owner = new pg.Client(database.owner);
await owner.connect();
const folder = await mkdtemp(join(tmpdir(), "laeringsarena-commands-"));
afterAll(async () => {
	await owner.end();
	await rm(folder, { recursive: true, force: true });
});
let said: { out: string; err: string };
beforeEach(() => {
	said = { out: "", err: "" };
	const { host, port, user, password, database: name } = database.owner;
	const url = new URL(`postgres://localhost:${port}/${name}`);
	url.username = user ?? "postgres";
	if (typeof password === "string") url.password = password;
	url.searchParams.set("host", host ?? "localhost");
	vi.stubEnv("DATABASE_URL", url.href);
	vi.stubEnv("LAERINGSARENA_LOG", "silent");
	vi.stubEnv("LAERINGSARENA_POOL", "2");
	vi.spyOn(process.stdout, "write").mockImplementation((text) => {
		said.out += String(text);
		return true;
	});
	vi.spyOn(process.stderr, "write").mockImplementation((text) => {
		said.err += String(text);
		return true;
	});
	onTestFinished(() => {
		vi.unstubAllEnvs();
		vi.restoreAllMocks();
	});
});

function run(name: string, positionals: readonly string[], values: Values = {}): Promise<number> | undefined {
	return commands[name]?.run({ positionals, values });
}

async function problemOf(running: Promise<number> | undefined): Promise<Problem> {
	const fault = await running?.then(
		(code) => new Error(`it went well (${code})`),
		(error: unknown) => error,
	);
	if (fault instanceof Problem) return fault;
	throw fault;
}

/** Every table that belongs to someone, with whose it is. */
async function belongings(): Promise<{ name: string; kind: string }[]> {
	const { rows } = await owner.query<{ name: string; said: string | null }>(
		`select n.nspname || '.' || c.relname as name, obj_description(c.oid) as said
		from pg_class c join pg_namespace n on n.oid = c.relnamespace
		where c.relkind in ('r', 'p')
		and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker', 'migration') order by 1`,
	);
	return rows.map(({ name, said }) => ({ name, kind: /^[A-Z]+/.exec(said ?? "")?.[0] ?? "says nothing" }));
}

describe("import and export", () => {
	it("take in a spreadsheet, all or nothing, and give it back so that it can be taken in again", async () => {
		const organisation = await makeOrganisation(database, { name: "Tolga kommune", number: "3426" });
		const administrator = await makeActor(database, { organisation, email: "tolga@example.no", name: "Tora Tolga" });
		const other = await makeActor(database, { email: "fremmed@example.no" });
		const where = { organisation: "3426" };
		const file = join(folder, "enheter.csv");
		await writeFile(file, "Navn;Type;Sektor\nTolga sykehjem;Sykehjem;Helse og omsorg\n");
		expect(await run("import", ["units", file], { ...where, preview: true })).toBe(0);
		expect(said.out).toContain("Tolga kommune: 1 nye enheter");
		const count = async () =>
			(await owner.query("select 1 from organisation.unit where organisation_id = $1", [organisation.id])).rows.length;
		expect(await count()).toBe(0);
		expect(
			(await problemOf(run("import", ["units", file], { ...where, person: "fremmed@example.no" }))).message,
		).not.toBe("");
		expect(await count()).toBe(0);
		expect(await run("import", ["units", file], { ...where, person: "tolga@example.no" })).toBe(0);
		expect(await count()).toBe(1);
		const { rows: log } = await owner.query(
			"select person_id from audit.entry where organisation_id = $1 and verb = 'unit.import'",
			[organisation.id],
		);
		expect(log).toEqual([{ person_id: administrator.personId }]);

		const broken = join(folder, "feil.csv");
		await writeFile(broken, "Navn;Type;Sektor\nNy enhet;Sykehjem;Helse og omsorg\nFeil enhet;Sykehjem;Finnes ikke\n");
		said.err = "";
		expect(await run("import", ["units", broken], where)).toBe(1);
		expect(said.err).toContain("Finnes ikke");
		expect(said.err).toContain("Ingenting er endret.");
		expect(await count()).toBe(1);

		const to = join(folder, "ut");
		said.out = "";
		expect(await run("export", [to], where)).toBe(0);
		const files = [...said.out.matchAll(/\S+\.(?:xlsx|json)/g)].map(([path]) => path);
		expect(files).toHaveLength(3);
		said.out = "";
		expect(await run("import", ["units", files.find((name) => /enhet/i.test(name)) ?? ""], where)).toBe(0);
		expect(said.out).toContain("0 nye enheter, 0 endret, 1 uendret");
		const held: unknown = JSON.parse(await readFile(files.find((name) => name.endsWith(".json")) ?? "", "utf8"));
		expect(Object.keys(held ?? {})).toEqual(expect.arrayContaining(Object.keys(ownedTables)));
		expect(held).toMatchObject({ units: [{ name: "Tolga sykehjem" }], memberships: [{ name: "Tora Tolga" }] });
		expect(JSON.stringify(held)).not.toContain(other.personId);
	});

	it.each([
		["import", [], {}, "Hva skal tas inn"],
		["import", ["units"], {}, "Hvilken fil"],
		["import", ["units", "/finnes/ikke.xlsx"], { organisation: "1" }, "kan ikke leses"],
		["export", [], {}, "Hvilken mappe"],
		["export", ["mappe"], { organisation: "9999" }, "Ingen organisasjon har nummeret 9999"],
	])("%s %s %s says what is missing", async (name, positionals, values, message) => {
		expect((await problemOf(run(name, positionals, values))).message).toContain(message);
	});
});

describe("no table is left out", () => {
	it("of the export of an organisation", async () => {
		const known = [...Object.values<string>(ownedTables), ...Object.keys(notExported)];
		const tables = await belongings();
		expect(tables.filter(({ kind }) => kind === "says nothing")).toEqual([]);
		const owned = tables.filter(({ kind }) => kind === "OWNED" || kind === "SHARED").map(({ name }) => name);
		expect(owned.filter((name) => !known.includes(name))).toEqual([]);
		expect(Object.keys(notExported).filter((name) => !owned.includes(name))).toEqual([]);
	});

	it("of the backup", async () => {
		const { stream } = await writeBackup(database.owner);
		const text = gunzipSync(await buffer(stream)).toString("latin1");
		const written = [...text.matchAll(/^\{"table":"([^"]+)"/gm)].map(([, name = ""]) => name.replaceAll('"', ""));
		const tables = (await belongings()).map(({ name }) => name);
		expect(written.length).toBeGreaterThan(20);
		// Counters of tries are unlogged on purpose, and workers are processes of this moment.
		const momentary = ["identity.rate", "job.worker"];
		expect(tables.filter((name) => !written.includes(name) && !momentary.includes(name))).toEqual([]);
	});
});

describe("a database that does not fit", () => {
	it.each([
		["update migration.applied set hash = 'x' where version = 3", "0003_identity.sql er endret", "git checkout"],
		[
			"insert into migration.applied (version, name, hash) values (999, '0999_later.sql', 'x')",
			"en nyere utgave",
			"Start den nyere utgaven",
		],
		["delete from migration.applied where version >= 4", "stoppet, og ingenting i den er endret", "LAERINGSARENA_DATA"],
	])("is told in words, with the remedy: %s", async (statement, message, remedy) => {
		const { rows } = await owner.query("select * from migration.applied");
		await owner.query(statement);
		try {
			for (const name of ["serve", "migrate"]) {
				const problem = await problemOf(run(name, []));
				expect(problem.message).toContain(message);
				expect(problem.remedy).toContain(remedy);
				expect(problem.exitCode).toBe(1);
			}
		} finally {
			await owner.query("delete from migration.applied");
			for (const row of rows)
				await owner.query("insert into migration.applied values ($1, $2, $3, $4)", [
					...[row.version, row.name, row.hash, row.applied_at],
				]);
		}
	});
});

describe("doctor", () => {
	async function listen(answer: Readonly<Record<string, string>>): Promise<number> {
		const server = createServer((_request, response) => {
			response.writeHead(200, answer).end('{"status":"ok"}');
		});
		await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
		onTestFinished(() => {
			server.close();
		});
		const at = server.address();
		return typeof at === "object" && at ? at.port : 0;
	}

	it("says what it looked at, and tells Læringsarena on the port from another program", async () => {
		vi.stubEnv("PORT", String(await listen({ "X-Request-Id": "1" })));
		expect(await run("doctor", [])).toBe(0);
		expect(said.out).toContain(`Ser på databasen i DATABASE_URL og port ${process.env.PORT} på 127.0.0.1.`);
		expect(said.out).toContain(`Læringsarena kjører og svarer på port ${process.env.PORT}.`);
		expect(said.out).toContain("Databasen er oppdatert.");
		vi.stubEnv("PORT", String(await listen({})));
		said.out = "";
		expect(await run("doctor", [])).toBe(1);
		expect(said.out).toContain(`Port ${process.env.PORT} er opptatt av et annet program.`);
	});

	it("names the data folder it looked at", async () => {
		vi.stubEnv("DATABASE_URL", "");
		vi.stubEnv("LAERINGSARENA_DATA", join(folder, "data"));
		vi.stubEnv("PORT", "0");
		await run("doctor", []);
		expect(said.out).toContain(`Ser på datamappen ${join(folder, "data")} og port 0`);
	});
});
