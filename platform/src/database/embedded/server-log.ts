import { readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { readText } from "./files.ts";
import type { Place } from "./place.ts";

/** The server begins a new file at ten megabytes; this many stay. */
const logFilesKept = 10;

/** Removes the oldest of the server's log files, so that together they stay within about a hundred megabytes. */
export function pruneLogs(place: Pick<Place, "logs">): void {
	for (const file of logFiles(place).slice(0, -logFilesKept)) rmSync(file, { force: true });
}

/** The end of what the server said, in its own words. */
export function lastWords(place: Place): string {
	return [place.startLog, ...logFiles(place).slice(-1)]
		.flatMap((file) => readText(file)?.split("\n").slice(-5) ?? [])
		.join("\n");
}

/** Oldest first. */
function logFiles({ logs }: Pick<Place, "logs">): string[] {
	try {
		return readdirSync(logs)
			.filter((name) => name.endsWith(".log"))
			.map((name) => path.join(logs, name))
			.map((file) => ({ file, written: statSync(file).mtimeMs }))
			.sort((one, other) => one.written - other.written)
			.map(({ file }) => file);
	} catch {
		return [];
	}
}
