import { cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";

const program: {
	fingerprint(platform: string): string;
	isBuilt(platform: string): boolean;
} = await import(/* @vite-ignore */ join(import.meta.dirname, "..", "scripts", "build.js"));

let project = "";
let platform = "";
beforeEach(() => {
	project = mkdtempSync(join(tmpdir(), "laeringsarena-build-"));
	platform = join(project, "platform");
	mkdirSync(join(platform, "src", "ui"), { recursive: true });
	mkdirSync(join(project, "allocation", "src"), { recursive: true });
	for (const file of [
		"platform/src/ui/Field.tsx",
		"platform/vite.config.ts",
		"allocation/src/plan.ts",
		"package-lock.json",
	])
		writeFileSync(join(project, file), `// ${file}`);
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

/** Leaves a build of the sources as they are. */
function pretendToBuild() {
	mkdirSync(join(platform, "build"), { recursive: true });
	writeFileSync(join(platform, "build", "sources.sha256"), program.fingerprint(platform));
}

it("has nothing built in a fresh clone, and builds once", () => {
	expect(program.isBuilt(platform)).toBe(false);
	pretendToBuild();
	expect(program.isBuilt(platform)).toBe(true);
});

it("builds again when a source, a setting or a dependency says something else, in either workspace", () => {
	for (const file of [
		"platform/src/ui/Field.tsx",
		"platform/vite.config.ts",
		"allocation/src/plan.ts",
		"package-lock.json",
	]) {
		pretendToBuild();
		writeFileSync(join(project, file), "// changed");
		expect(program.isBuilt(platform), file).toBe(false);
	}
	pretendToBuild();
	writeFileSync(join(platform, "src", "ui", "New.tsx"), "");
	expect(program.isBuilt(platform), "a new file").toBe(false);
});

it("does not build again for another time, another place, or a test", () => {
	pretendToBuild();
	utimesSync(join(platform, "src", "ui", "Field.tsx"), new Date(), new Date(Date.now() + 3_600_000));
	writeFileSync(join(platform, "src", "ui", "Field.test.tsx"), "");
	expect(program.isBuilt(platform)).toBe(true);
	const elsewhere = join(project, "clone");
	cpSync(join(project, "allocation"), join(elsewhere, "allocation"), { recursive: true });
	cpSync(platform, join(elsewhere, "platform"), { recursive: true });
	cpSync(join(project, "package-lock.json"), join(elsewhere, "package-lock.json"));
	expect(program.isBuilt(join(elsewhere, "platform"))).toBe(true);
});
