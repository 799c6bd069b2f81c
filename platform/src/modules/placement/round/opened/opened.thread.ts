import { parentPort } from "node:worker_threads";
import { gunzipSync } from "node:zlib";
import { solvedByHighs } from "@laeringsarena/allocation/highs";
import { answers, type FromOpened, type PackedRun, type ToOpened } from "./answers.ts";
import { type Opened, opened } from "./opened.ts";

/** Seconds that one linear model may take; what it has by then is what counts. */
const mostSeconds = 10;

/** Runs that are open here, and answers about them, one question at a time, until the thread is ended. */
const runs = new Map<string, Opened>();
let last: Promise<unknown> = Promise.resolve();
parentPort?.on("message", (message: ToOpened<never>) => {
	last = last.then(async () => {
		if (message.kind === "load") runs.set(message.run, unpackedRun(message.packed));
		else if (message.kind === "drop") runs.delete(message.run);
		else parentPort?.postMessage(await answered(message));
	});
});

async function answered({
	number,
	run,
	question,
	given,
}: Extract<ToOpened<never>, { kind: "ask" }>): Promise<FromOpened> {
	try {
		const open = runs.get(run);
		if (open === undefined) throw new Error(`run ${run} is not open`);
		return { number, value: await answers[question](open, given) };
	} catch (error) {
		return { number, error: error instanceof Error ? error.message : String(error) };
	}
}

function unpackedRun({ snapshot, plan, certificate }: PackedRun): Opened {
	const read = (bytes: Uint8Array) => JSON.parse(gunzipSync(bytes).toString());
	const content = { snapshot: read(snapshot), result: read(plan), certificate: read(certificate) };
	return opened(content, (model) => solvedByHighs(model, mostSeconds));
}
