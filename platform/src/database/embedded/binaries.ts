import { randomUUID } from "node:crypto";
import {
	chmodSync,
	cpSync,
	existsSync,
	lstatSync,
	mkdirSync,
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
import { giveTreeTo, makePrivateFolder } from "./files.ts";
import type { Place } from "./place.ts";
import { run } from "./run.ts";

export type Binaries = {
	readonly initdb: string;
	readonly postgres: string;
	/** As the server names itself: `18.4`. */
	readonly version: string;
};

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
	if (tryRepair(nativeFolder)) {
		const inPlace = await tryRun(nativeFolder, place);
		if (typeof inPlace !== "string") return inPlace;
	}
	const copy = copyOf(nativeFolder, place, log);
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

/** What an installation without install scripts, or an archive without links and modes, leaves broken. */
export type Broken = {
	readonly links: readonly { readonly source: string; readonly target: string }[];
	readonly programs: readonly string[];
};

/** Finds library links that are missing or wrong, and programs that not everybody may run. Changes nothing. */
export function findBroken(nativeFolder: string): Broken {
	const folder = path.join(nativeFolder, "bin");
	return {
		links: symlinksOf(nativeFolder).filter(({ source, target }) => !isLinkTo(source, target)),
		programs: readdirSync(folder)
			.map((program) => path.join(folder, program))
			.filter((file) => (statSync(file).mode & 0o555) !== 0o555),
	};
}

/** Puts right what is broken. Two processes may do so at once: a link appears by rename, whole or not at all. */
export function repair(nativeFolder: string): void {
	const broken = findBroken(nativeFolder);
	for (const { source, target } of broken.links) {
		const fresh = `${target}.${randomUUID()}`;
		symlinkSync(linkText(source, target), fresh);
		try {
			renameSync(fresh, target);
		} catch (error) {
			rmSync(fresh, { force: true });
			throw error;
		}
	}
	for (const program of broken.programs) chmodSync(program, 0o755);
}

/** The links the package lists, relative to the package folder, kept to its native folder. */
function symlinksOf(nativeFolder: string): { source: string; target: string }[] {
	const list = path.join(nativeFolder, "pg-symlinks.json");
	if (!existsSync(list)) return [];
	const parent = path.dirname(nativeFolder);
	return symlinksShape
		.parse(JSON.parse(readFileSync(list, "utf8")))
		.map(({ source, target }) => ({ source: path.resolve(parent, source), target: path.resolve(parent, target) }))
		.filter(({ source, target }) => [source, target].every((file) => file.startsWith(nativeFolder + path.sep)));
}

function isLinkTo(source: string, target: string): boolean {
	const found = lstatSync(target, { throwIfNoEntry: false });
	if (found?.isSymbolicLink()) return readlinkSync(target) === linkText(source, target);
	// Some tools unpack a link as a copy of what it pointed to, which works as well.
	return found?.isFile() === true && found.size === statSync(source).size;
}

function linkText(source: string, target: string): string {
	return path.relative(path.dirname(target), source);
}

/** The programs in a folder if the place's account can run them, else what was said instead. */
export async function tryRun(nativeFolder: string, { account }: Pick<Place, "account">): Promise<Binaries | string> {
	const initdb = path.join(nativeFolder, "bin", "initdb");
	const postgres = path.join(nativeFolder, "bin", "postgres");
	const tried = await run(account, initdb, ["--version"]);
	if (tried.status !== 0) return tried.output || `${initdb}: ${tried.status}`;
	const { status, output } = await run(account, postgres, ["--version"]);
	const version = /\(PostgreSQL\) (\S+)/.exec(output)?.[1];
	return status === 0 && version !== undefined ? { initdb, postgres, version } : output || `${postgres}: ${status}`;
}

const packageShape = z.object({ version: z.string() });

/**
 * A copy beside the data, under the package's version, so that an upgrade makes another one. To be called with the
 * place's program lock held.
 */
function copyOf(nativeFolder: string, place: Place, log: (line: string) => void): string {
	const manifest = readFileSync(path.join(nativeFolder, "..", "package.json"), "utf8");
	const copy = path.join(place.root, "binaries", packageShape.parse(JSON.parse(manifest)).version);
	const native = path.join(copy, "native");
	if (existsSync(copy)) return native;
	log(`copying the PostgreSQL programs to ${copy}`);
	makePrivateFolder(path.dirname(copy), place.account);
	const fresh = path.join(place.root, "binaries.new");
	rmSync(fresh, { recursive: true, force: true });
	mkdirSync(fresh, { mode: 0o700 });
	cpSync(nativeFolder, path.join(fresh, "native"), {
		recursive: true,
		verbatimSymlinks: true,
		// Archives for linking other programs are of no use here.
		filter: (file) => !file.endsWith(".a"),
	});
	repair(path.join(fresh, "native"));
	giveTreeTo(place.account, fresh);
	renameSync(fresh, copy);
	return native;
}

/** Removes copies of other versions. To be called when no server runs from them any more. */
export function removeOldCopies(place: Place, inUse: Binaries): void {
	const folder = path.join(place.root, "binaries");
	if (!existsSync(folder)) return;
	for (const name of readdirSync(folder)) {
		const copy = path.join(folder, name);
		if (!inUse.postgres.startsWith(copy + path.sep)) rmSync(copy, { recursive: true, force: true });
	}
}
