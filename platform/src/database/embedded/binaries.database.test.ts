import { chmod, cp, lstat, mkdir, readdir, readlink, rm, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeScratch, type Scratch } from "../../../test/embedded-scratch.ts";
import { findBroken, repair } from "./binaries.ts";
import { thisPlatform } from "./platform.ts";

let scratch: Scratch;
beforeAll(async () => {
	scratch = await makeScratch();
});
afterAll(() => scratch.remove());

/** As the package is when its install script has not run, or was unpacked by a tool without links and modes. */
async function breakPackage(native: string): Promise<void> {
	for (const name of await readdir(path.join(native, "lib"))) {
		const file = path.join(native, "lib", name);
		if ((await lstat(file)).isSymbolicLink()) await rm(file);
	}
	for (const name of await readdir(path.join(native, "bin"))) await chmod(path.join(native, "bin", name), 0o644);
}

/** @param without a folder that is left out of the copy, and need not be copied to be removed */
async function copyOfProject(name: string, without?: string): Promise<{ project: string; native: string }> {
	const project = path.join(scratch.folder, name);
	const filter = (source: string) => source !== without;
	await cp(scratch.project, project, { recursive: true, verbatimSymlinks: true, filter });
	return { project, native: path.join(project, path.relative(scratch.project, scratch.nativeFolder)) };
}

test("a package without links and run bits is repaired by several processes at once, once and for all", async () => {
	const { project, native } = await copyOfProject("broken");
	await breakPackage(native);
	// A dangling link, and a link that points elsewhere, are wrong too.
	await symlink("nowhere", path.join(native, "lib", "libpq.so"));
	await symlink("libpq.so.5.18", path.join(native, "lib", "libicuuc.so"));
	const programs = [0, 1, 2].map((number) =>
		scratch.start("serve", path.join(scratch.folder, `broken-data-${number}`), { project }),
	);
	await Promise.all(programs.map((program) => program.next("ready")));
	await Promise.all(programs.map((program) => program.end("SIGTERM")));
	expect(await readlink(path.join(native, "lib", "libpq.so"))).toBe("libpq.so.5.18");
	expect(await readlink(path.join(native, "lib", "libicuuc.so"))).toBe("libicuuc.so.60.2");
	expect(findBroken(native)).toEqual({ links: [], programs: [] });
	const names = await readdir(path.join(native, "lib"));
	expect(names.filter((name) => !/^(lib|pkgconfig|postgresql)[^/]*?(\.so)?[.0-9]*$/.test(name))).toEqual([]);
	// In place: nothing was copied.
	await expect(lstat(path.join(scratch.folder, "broken-data-0", "postgres", "binaries"))).rejects.toThrow("ENOENT");
});

test("a link list that points out of the package is not followed", async () => {
	const native = path.join(scratch.folder, "sly", "native");
	await mkdir(path.join(native, "bin"), { recursive: true });
	const entries = [
		{ source: "native/lib/a", target: "../outside" },
		{ source: "../../etc/passwd", target: "native/b" },
	];
	await writeFile(path.join(native, "pg-symlinks.json"), JSON.stringify(entries));
	repair(native);
	expect(await readdir(path.join(scratch.folder, "sly"))).toEqual(["native"]);
	expect((await readdir(native)).toSorted()).toEqual(["bin", "pg-symlinks.json"]);
});

test("programs that the system cannot run give a fault that says what the system said", async () => {
	const { project, native } = await copyOfProject("unrunnable");
	await writeFile(path.join(native, "bin", "postgres"), "not a program");
	const program = scratch.start("serve", path.join(scratch.folder, "unrunnable-data"), { project });
	const fault = await program.next("fault");
	expect(fault.code).toBe("binaries-do-not-run");
	expect(fault.message).toMatch(/postgres|exec/i);
	const doctor = scratch.start("diagnose", path.join(scratch.folder, "unrunnable-data"), { project });
	expect((await doctor.next("findings")).codes).toContain("binaries-do-not-run");
});

test("a platform package that is not installed gives a fault that names it", async () => {
	const { project } = await copyOfProject("missing", path.dirname(scratch.nativeFolder));
	const program = scratch.start("serve", path.join(scratch.folder, "missing-data"), { project });
	const fault = await program.next("fault");
	expect(fault.code).toBe("binaries-missing");
	expect(fault.message).toContain(thisPlatform().packageName);
});
