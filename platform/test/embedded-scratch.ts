import { type ChildProcess, spawn } from "node:child_process";
import { chmod, chown, cp, lstat, mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { Client } from "pg";
import { build } from "vite";
import { expect } from "vitest";
import { z } from "zod";
import { installedNativeFolder, thisPlatform } from "../src/database/embedded/platform.ts";
import { isAlive } from "../src/database/embedded/server-process.ts";

const eventShape = z.discriminatedUnion("event", [
	z.object({
		event: z.literal("ready"),
		adopted: z.boolean(),
		connection: z.object({
			host: z.string(),
			port: z.number(),
			user: z.string(),
			database: z.string(),
			ssl: z.boolean(),
		}),
	}),
	z.object({ event: z.literal("row"), row: z.number() }),
	z.object({ event: z.literal("log"), line: z.string() }),
	z.object({ event: z.literal("fault"), code: z.string(), message: z.string(), remedy: z.string() }),
	z.object({ event: z.literal("findings"), codes: z.array(z.string()) }),
]);

export type ProgramEvent = z.infer<typeof eventShape>;
type EventNamed<Name extends ProgramEvent["event"]> = Extract<ProgramEvent, { event: Name }>;

export type Person = { readonly user: number; readonly group: number };

/** An ordinary user that every Unix has. */
export const nobody: Person = { user: 65534, group: 65534 };

export type Program = {
	readonly process: ChildProcess;
	readonly events: readonly ProgramEvent[];
	/** The first event of this name, come or coming. Rejects when the program ends without it, with what it said. */
	next<Name extends ProgramEvent["event"]>(name: Name): Promise<EventNamed<Name>>;
	/** Resolves when the program's process is gone. */
	end(signal: NodeJS.Signals): Promise<void>;
	readonly ended: Promise<void>;
};

/**
 * `serve` waits, `write` inserts rows without end, `leave` exits without stopping the server, `die` kills itself when it
 * is ready, `diagnose` is `doctor`.
 */
export type Mode = "serve" | "write" | "leave" | "die" | "diagnose";

export type Scratch = {
	/** Removed with everything in it by `remove`. Any user may enter. */
	readonly folder: string;
	/** The bundled program, with a `node_modules` of its own that holds the server's package only. */
	readonly project: string;
	readonly nativeFolder: string;
	start(mode: Mode, dataFolder: string, options?: StartOptions): Program;
	/** Ends what still runs, servers too, and removes the folder. */
	remove(): Promise<void>;
};

export type StartOptions = { as?: Person; env?: Record<string, string>; through?: readonly string[]; project?: string };

/**
 * A project as after a fresh installation, outside this one: the test program as one file, and a copy of the server's
 * package that a test may break, give away or close.
 */
export async function makeScratch(): Promise<Scratch> {
	const folder = await realpath(await mkdtemp(path.join(tmpdir(), "embedded-test-")));
	await chmod(folder, 0o755);
	const project = path.join(folder, "project");
	await bundle(project);
	const { packageName } = thisPlatform();
	const installed = packageName === undefined ? undefined : installedNativeFolder(packageName);
	if (packageName === undefined || installed === undefined) throw new Error("no server package on this platform");
	const copy = path.join(project, "node_modules", packageName);
	await cp(path.dirname(installed), copy, {
		recursive: true,
		verbatimSymlinks: true,
		filter: (file) => !file.endsWith(".a"),
	});
	const programs: Program[] = [];
	return {
		folder,
		project,
		nativeFolder: path.join(copy, "native"),
		start: (mode, dataFolder, options = {}) => {
			const program = startProgram(options.project ?? project, mode, dataFolder, options);
			programs.push(program);
			return program;
		},
		remove: async () => {
			await Promise.all(programs.map((program) => program.end("SIGKILL")));
			await endServersUnder(folder);
			await rm(folder, { recursive: true, force: true });
		},
	};
}

async function bundle(project: string): Promise<void> {
	await build({
		configFile: false,
		logLevel: "error",
		build: {
			ssr: path.join(import.meta.dirname, "embedded-program.ts"),
			outDir: project,
			emptyOutDir: false,
			rollupOptions: { external: ["pg-native"], output: { entryFileNames: "program.js" } },
		},
		ssr: { noExternal: true },
	});
	await writeFile(path.join(project, "package.json"), JSON.stringify({ type: "module" }));
}

function startProgram(project: string, mode: Mode, dataFolder: string, options: StartOptions): Program {
	const [program = "", ...programArguments] = [
		...(options.through ?? []),
		process.execPath,
		path.join(project, "program.js"),
		mode,
		dataFolder,
	];
	const child = spawn(program, programArguments, {
		cwd: "/",
		env: { PATH: process.env.PATH, ...options.env },
		...(options.as === undefined ? {} : { uid: options.as.user, gid: options.as.group }),
		// A process group of its own, so that a test can send what Ctrl-C in a terminal sends.
		detached: true,
		stdio: ["ignore", "pipe", "pipe"],
	});
	const events: ProgramEvent[] = [];
	const listeners = new Set<() => void>();
	let complaint = "";
	let gone = false;
	const tell = () => {
		for (const listener of listeners) listener();
	};
	child.stderr.on("data", (chunk) => {
		complaint += String(chunk);
	});
	createInterface({ input: child.stdout }).on("line", (line) => {
		// A killed program may leave half a line.
		if (!line.endsWith("}")) return;
		events.push(eventShape.parse(JSON.parse(line)));
		tell();
	});
	const ended = new Promise<void>((resolve) => {
		child.on("error", (error) => {
			complaint += error.message;
		});
		child.on("close", () => {
			gone = true;
			resolve();
			tell();
		});
	});
	return {
		process: child,
		events,
		ended,
		next: (name) =>
			new Promise((resolve, reject) => {
				const look = () => {
					const found = events.find((event): event is EventNamed<typeof name> => event.event === name);
					if (found === undefined && !gone) return;
					listeners.delete(look);
					if (found !== undefined) resolve(found);
					else reject(new Error(`ended without "${name}": ${complaint} ${JSON.stringify(events.slice(-5))}`));
				};
				listeners.add(look);
				look();
			}),
		end: async (signal) => {
			if (!gone) child.kill(signal);
			await ended;
		},
	};
}

/** The process id in a cluster's postmaster.pid. */
export async function serverProcess(root: string): Promise<number> {
	const text = await readFile(path.join(root, "cluster", "postmaster.pid"), "utf8");
	return Number(text.split("\n")[0]);
}

/** Has a server killed while one of its children computes without end; the next program ends that child, and starts. */
export async function leaveBusyChild(begin: () => Program, root: string): Promise<void> {
	const first = begin();
	const { connection } = await first.next("ready");
	const busy = new Client(connection);
	busy.on("error", () => {});
	await busy.connect();
	const child = Number((await busy.query("select pg_backend_pid() as pid")).rows[0]?.pid);
	// Never waits, and so never notices that its parent is dead.
	const loop = busy.query("do $$ begin loop end loop; end $$").catch(() => {});
	const watcher = new Client(connection);
	watcher.on("error", () => {});
	await watcher.connect();
	const state = async () => (await watcher.query("select state from pg_stat_activity where pid = $1", [child])).rows[0];
	await expect.poll(state).toEqual({ state: "active" });
	process.kill(await serverProcess(root), "SIGKILL");
	await first.end("SIGKILL");
	expect(isAlive(child)).toBe(true);
	const second = begin();
	await second.next("ready");
	await loop;
	expect(isAlive(child)).toBe(false);
	await second.end("SIGTERM");
}

/** Kills servers whose command line names a folder under `folder`. Only tests leave such, and only when they fail. */
async function endServersUnder(folder: string): Promise<void> {
	for (const name of process.platform === "linux" ? await readdir("/proc") : []) {
		if (!/^\d+$/.test(name)) continue;
		const command = await readFile(`/proc/${name}/cmdline`, "utf8").catch(() => "");
		if (command.includes(`-D\0${folder}/`)) process.kill(Number(name), "SIGKILL");
	}
}

/** Makes a folder and gives it to somebody. */
export async function makeFolderFor(folder: string, person: Person, mode = 0o755): Promise<string> {
	await mkdir(folder, { recursive: true });
	await chmod(folder, mode);
	await chown(folder, person.user, person.group);
	return folder;
}

export async function exists(file: string): Promise<boolean> {
	return (await lstat(file).catch(() => undefined)) !== undefined;
}
