import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Where the published test input lies; tests that need it skip, and say so, where it is missing. */
const sharedFolder = process.env.LAERINGSARENA_SHARED ?? join(import.meta.dirname, "..", "..", "..", "shared");

/** Whether this machine has a published file to test on. */
export function hasShared(name: string): boolean {
	return existsSync(join(sharedFolder, "data", name));
}

/** The bytes of a published file. Ask `hasShared` first. */
export function readShared(name: string): Uint8Array {
	return readFileSync(join(sharedFolder, "data", name));
}

/** The name of a group of tests on a published file, which says why it is skipped where it is. */
export function onShared(name: string): string {
	return hasShared(name) ? `on the published ${name}` : `skipped: ../shared/data/${name} is not on this machine`;
}
