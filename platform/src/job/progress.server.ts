import type { Database } from "../database/work.server.ts";
import { system } from "../identity/actor.ts";
import { changeRunning, type Fence } from "./store.server.ts";

/** Progress is written at most this often, milliseconds. */
const resolution = 200;

export type ProgressWriter = {
	tell(done: number, of: number, step: string | undefined): void;
	/** Waits for what is being written and writes nothing more. */
	stop(): Promise<void>;
};

/** Writes the latest progress of an attempt now and then, and always the last of it. */
export function openProgress(database: Database, fence: Fence, onFault: (error: unknown) => void): ProgressWriter {
	let latest: { done: number; of: number; step: string | undefined } | null = null;
	let writing: Promise<void> | null = null;
	let timer: NodeJS.Timeout | null = null;
	let written = 0;
	let stopped = false;

	function schedule(): void {
		if (timer !== null || writing !== null || stopped || latest === null) return;
		timer = setTimeout(write, Math.max(0, written + resolution - performance.now()));
	}

	function write(): void {
		timer = null;
		const telling = latest;
		latest = null;
		if (telling === null) return;
		written = performance.now();
		const { done, of, step } = telling;
		writing = database
			.commanding(system("job", fence.organisationId), async (work) => {
				const change = { progressDone: done, progressOf: of, ...(step !== undefined && { step }) };
				return { done: await changeRunning(work, fence, change) };
			})
			.then(() => undefined, onFault)
			.finally(() => {
				writing = null;
				schedule();
			});
	}

	return {
		tell(done, of, step) {
			latest = { done: whole(done), of: whole(of), step: step ?? latest?.step };
			schedule();
		},
		async stop() {
			stopped = true;
			if (timer !== null) clearTimeout(timer);
			timer = null;
			await writing;
		},
	};
}

function whole(value: number): number {
	return Math.max(0, Math.min(2_147_483_647, Math.round(value)));
}
