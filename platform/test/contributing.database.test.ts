import { spawn } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { projectFolder } from "../src/database/folder.server.ts";
import { listMigrations } from "../src/database/migrate.server.ts";

const left = new Set(["node_modules", "build", ".data", ".cache", ".react-router", "test-results", ".git"]);
const guide = readFileSync(join(projectFolder, "CONTRIBUTING.md"), "utf8");
let copy = "";
/** Files of the copy that the guide made or changed. */
const told = new Set<string>();

/** The room that CONTRIBUTING.md shows is built into a copy of the project, so that what it tells stays true. */
describe("the room in CONTRIBUTING.md", () => {
	beforeAll(async () => {
		copy = await mkdtemp(join(tmpdir(), "laeringsarena-room-"));
		cpSync(projectFolder, copy, { recursive: true, filter: (from) => !left.has(basename(from)) });
		symlinkSync(join(projectFolder, "node_modules"), join(copy, "node_modules"), "dir");
		for (const [, file = "", body = ""] of guide.matchAll(/```\w+ file=(\S+)\n([\s\S]*?)```/g)) {
			mkdirSync(dirname(join(copy, file)), { recursive: true });
			writeFileSync(join(copy, file.replace("9999", nextMigration())), body);
			told.add(join(copy, file));
		}
		for (const [, file = "", after = "", body = ""] of guide.matchAll(/```\w+ line=(\S+) after=(.+)\n([\s\S]*?)```/g)) {
			const path = join(copy, file);
			const text = readFileSync(path, "utf8");
			expect(text, `${file} has the line the guide names`).toContain(after);
			writeFileSync(path, text.replace(after, `${after}\n${body.trimEnd()}`));
			told.add(path);
		}
	});
	afterAll(() => rm(copy, { recursive: true, force: true }));

	it("has its place in the graph, compiles, and passes its test", async () => {
		await run("tsx", "platform/scripts/generate.ts");
		await run("react-router", "typegen", "platform");
		await Promise.all([
			run("vitest", "run", "--project", "rules", "platform/test/rooms.test.ts"),
			run("vitest", "run", "--project", "database", "platform/src/modules/bulletin"),
		]);
		expect(complaints()).toBe("");
	}, 180_000);
});

/** What the compiler says of the files the guide made or changed; all others it judges in the project itself. */
function complaints(): string {
	const path = join(copy, "platform", "tsconfig.json");
	const { options, fileNames } = ts.parseJsonConfigFileContent(
		ts.readConfigFile(path, ts.sys.readFile).config,
		ts.sys,
		dirname(path),
	);
	const program = ts.createProgram(fileNames, options);
	const found = [...told, join(copy, "platform", "src", "registrations.server.ts")].flatMap((file) => {
		const source = program.getSourceFile(file);
		return source ? ts.getPreEmitDiagnostics(program, source) : [];
	});
	return ts.formatDiagnostics(found, {
		getCurrentDirectory: () => copy,
		getCanonicalFileName: (name) => name,
		getNewLine: () => "\n",
	});
}

/** Migrations are numbered without gaps; the guide cannot know the next number. */
function nextMigration(): string {
	return String(listMigrations().length + 1).padStart(4, "0");
}

/** Runs one of the project's own tools in the copy; fails with what it said. */
function run(tool: string, ...words: string[]): Promise<string> {
	const { connection } = inject("testServer");
	const { host = "", port = 5432, user = "", database = "", password } = connection;
	const secret = typeof password === "string" ? `:${encodeURIComponent(password)}` : "";
	return new Promise((resolve, reject) => {
		const child = spawn(join(copy, "node_modules", ".bin", tool), words, {
			cwd: copy,
			env: {
				...process.env,
				NO_COLOR: "1",
				TEST_DATABASE_URL: `postgres://${user}${secret}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`,
			},
			stdio: ["ignore", "pipe", "pipe"],
		});
		const said: Buffer[] = [];
		child.stdout.on("data", (bytes: Buffer) => said.push(bytes));
		child.stderr.on("data", (bytes: Buffer) => said.push(bytes));
		child.once("error", reject);
		child.once("close", (code) => {
			const output = Buffer.concat(said).toString();
			if (code === 0) resolve(output);
			else reject(new Error(`${tool} ${words.join(" ")} in the copy:\n${output}`));
		});
	});
}
