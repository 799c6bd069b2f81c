import { randomUUID } from "node:crypto";
import {
	accessSync,
	chmodSync,
	constants,
	cpSync,
	lstatSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	renameSync,
	rmSync,
	statSync,
	symlinkSync,
} from "node:fs";
import path from "node:path";
import { z } from "zod";
import { EmbeddedPostgresFault, errorCode } from "./fault.ts";
import { giveTo, makeFolder, type Place } from "./place.ts";
import { run } from "./run.ts";

export type Binaries = { readonly initdb: string; readonly postgres: string; readonly version: string };

const programs = ["initdb", "postgres"] as const;

const symlinksShape = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Programs that the place's account can run, made from the installed package: repaired where they lie, or, where they
 * cannot be repaired or reached there, from a copy beside the data.
 *
 * Throws the fault `binaries-do-not-run` with what the system said.
 */
export async function usableBinaries(
	nativeFolder: string,
	place: Place,
	log: (line: string) => void,
): Promise<Binaries> {
	const whole = tryRepair(nativeFolder);
	if (whole) {
		const inPlace = await tryRun(nativeFolder, place);
		if (typeof inPlace !== "string") return inPlace;
	}
	const copy = copyOf(nativeFolder, place, log);
	repair(copy);
	const copied = await tryRun(copy, place);
	if (typeof copied !== "string") return copied;
	throw new EmbeddedPostgresFault("binaries-do-not-run", { folder: copy, said: copied });
}

function tryRepair(nativeFolder: string): boolean {
	try {
		repair(nativeFolder);
		return true;
	} catch (error) {
		if (["EACCES", "EPERM", "EROFS"].includes(errorCode(error) ?? "")) return false;
		throw error;
	}
}

/**
 * Puts right what an installation without install scripts, or an archive without links and modes, leaves broken. Does
 * nothing to what is right. Two processes may do this at once: each link appears by rename, whole or not at all.
 */
export function repair(nativeFolder: string): void {
	for (const { source, target } of symlinksOf(nativeFolder)) repairLink(source, target);
	for (const program of readdirSync(path.join(nativeFolder, "bin"))) {
		const file = path.join(nativeFolder, "bin", program);
		const mode = statSync(file).mode;
		// Run by us, and by the other account where there is one.
		if ((mode & 0o555) !== 0o555) chmodSync(file, (mode | 0o555) & 0o7777);
	}
}

/** The links the package lists, relative to the package folder, kept to its library folder. */
function symlinksOf(nativeFolder: string): { source: string; target: string }[] {
	const list = path.join(nativeFolder, "pg-symlinks.json");
	let text: string;
	try {
		text = readFileSync(list, "utf8");
	} catch (error) {
		if (errorCode(error) === "ENOENT") return [];
		throw error;
	}
	const parent = path.dirname(nativeFolder);
	return symlinksShape
		.parse(JSON.parse(text))
		.map(({ source, target }) => ({ source: path.resolve(parent, source), target: path.resolve(parent, target) }))
		.filter(({ source, target }) => [source, target].every((file) => file.startsWith(nativeFolder + path.sep)));
}

function repairLink(source: string, target: string): void {
	const wanted = path.relative(path.dirname(target), source);
	const found = lstatSync(target, { throwIfNoEntry: false });
	if (found?.isSymbolicLink() && readlinkSync(target) === wanted) return;
	// Some tools unpack a link as a copy of what it pointed to, which works as well.
	if (found?.isFile() && found.size === statSync(source).size) return;
	const temporary = `${target}.${randomUUID()}`;
	symlinkSync(wanted, temporary);
	try {
		renameSync(temporary, target);
	} catch (error) {
		rmSync(temporary, { force: true });
		throw error;
	}
}

async function tryRun(nativeFolder: string, place: Place): Promise<Binaries | string> {
	const [initdb, postgres] = programs.map((program) => path.join(nativeFolder, "bin", program));
	if (initdb === undefined || postgres === undefined) return "";
	for (const program of [initdb, postgres]) {
		const ran = await run(place.account, program, ["--version"]);
		if (ran.status !== 0) return ran.output || `${program}: ${ran.status}`;
	}
	const { output } = await run(place.account, postgres, ["--version"]);
	return { initdb, postgres, version: /\(PostgreSQL\) (\S+)/.exec(output)?.[1] ?? "" };
}

/** A copy beside the data. The name carries the size and time of the server, so that an upgrade makes another copy. */
function copyOf(nativeFolder: string, place: Place, log: (line: string) => void): string {
	const folder = path.join(place.root, "binaries");
	const server = statSync(path.join(nativeFolder, "bin", "postgres"));
	const copy = path.join(folder, `native-${server.size}-${Math.trunc(server.mtimeMs)}`);
	if (exists(copy)) return copy;
	log(`copying the PostgreSQL programs to ${folder}`);
	// One copy is enough: this runs under the place's lock, and no server is started from an older one.
	rmSync(folder, { recursive: true, force: true });
	makeFolder(folder, place.account);
	const temporary = path.join(folder, "new");
	cpSync(nativeFolder, temporary, {
		recursive: true,
		verbatimSymlinks: true,
		// Archives for linking other programs: a fifth of the size and no use here.
		filter: (file) => !file.endsWith(".a"),
	});
	giveTree(temporary, place);
	renameSync(temporary, copy);
	return copy;
}

function giveTree(folder: string, place: Place): void {
	giveTo(place.account, folder);
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		const inside = path.join(folder, entry.name);
		if (entry.isDirectory()) giveTree(inside, place);
		else giveTo(place.account, inside);
	}
}

function exists(file: string): boolean {
	try {
		accessSync(file, constants.F_OK);
		return true;
	} catch {
		return false;
	}
}
