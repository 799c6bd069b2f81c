import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "vitest";

/** Where the published test input lies. */
const sharedFolder = process.env.LAERINGSARENA_SHARED ?? join(import.meta.dirname, "..", "..", "..", "shared");

/** The bytes of a published file. Only inside `describeShared` with its name. */
export function readShared(name: string): Uint8Array {
	return readFileSync(join(sharedFolder, "data", name));
}

/** A group of tests on published files; one skipped test that says what is missing where a machine has not got them. */
export function describeShared(what: string, names: readonly string[], tests: () => void): void {
	const missing = names.filter((name) => !existsSync(join(sharedFolder, "data", name)));
	if (missing.length === 0) describe(`${what} (${names.join(", ")})`, tests);
	else it.skip(`${what}: ../shared/data has no ${missing.join(", ")}`, () => {});
}
