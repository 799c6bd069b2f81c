import { createHash } from "node:crypto";
import type { Worker } from "node:worker_threads";
import { startThread } from "../../../../job/thread.server.ts";
import {
	type Answer,
	type Answers,
	engineKinds,
	type FromOpened,
	type Given,
	type PackedRun,
	type ToOpened,
} from "./answers.ts";

/** Memory of a thread's JavaScript: typed arrays of pairs lie outside it. */
const memory = { maxOldGenerationSizeMb: 3072 };
/**
 * Milliseconds without a question after which a thread is ended; the next question starts another. What needs the engine is
 * dear to make ready, and whoever reads reasons thinks between them.
 */
const idle = { pages: 120_000, engine: 600_000 };
/** A thread keeps so many runs open, and no more than so many claims in all of them unless one run alone has more. */
const mostRuns = 4;
const mostClaims = 60_000;
/** So many answers that never change are kept: pages ask again. */
const mostKept = 500;

/** A run to be asked about. */
export type RunToAsk = { readonly id: string; readonly claims: number | null };

/** One thread that keeps runs open and answers about them in turn; started when it is first asked. */
function openRuns(idleAfter: number) {
	let thread: Worker | null = null;
	let timer: NodeJS.Timeout | undefined;
	let asked = 0;
	/** Runs the thread has, the one asked about last at the end, with their claims. */
	const there = new Map<string, number>();
	const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
	const end = (error: Error) => {
		const gone = thread;
		thread = null;
		clearTimeout(timer);
		there.clear();
		for (const { reject } of waiting.values()) reject(error);
		waiting.clear();
		void gone?.terminate();
	};
	const started = (): Worker => {
		const made = startThread("opened", null, memory);
		made.on("message", (answer: FromOpened) => {
			const one = waiting.get(answer.number);
			waiting.delete(answer.number);
			if ("value" in answer) one?.resolve(answer.value);
			else one?.reject(new Error(answer.error));
			if (waiting.size > 0 || thread !== made) return;
			// Waiting for the next question must not keep the program running.
			made.unref();
			timer = setTimeout(() => end(new Error("the thread that answers about runs was ended")), idleAfter).unref();
		});
		made.on("error", (error) => {
			if (thread === made) end(error instanceof Error ? error : new Error(String(error)));
		});
		made.on("exit", () => {
			if (thread === made) end(new Error("the thread that answers about runs ended without an answer"));
		});
		return made;
	};
	const say = (message: ToOpened) => thread?.postMessage(message);
	return {
		has: (run: string) => there.has(run),
		open({ id, claims }: RunToAsk, packed: PackedRun) {
			thread ??= started();
			if (there.has(id)) return;
			there.set(id, claims ?? 0);
			let all = [...there.values()].reduce((sum, one) => sum + one, 0);
			for (const [first, many] of there) {
				if (first === id || (there.size <= mostRuns && all <= mostClaims)) break;
				there.delete(first);
				all -= many;
				say({ kind: "drop", run: first });
			}
			say({ kind: "load", run: id, packed });
		},
		ask(run: string, question: keyof Answers, given: unknown): Promise<unknown> {
			clearTimeout(timer);
			thread ??= started();
			thread.ref();
			const claims = there.get(run);
			if (claims !== undefined) {
				there.delete(run);
				there.set(run, claims);
			}
			const number = asked++;
			const answer = new Promise<unknown>((resolve, reject) => waiting.set(number, { resolve, reject }));
			say({ kind: "ask", number, run, question, given });
			return answer;
		},
	};
}

/** What is quick is not to wait for what takes the engine: each has a thread of its own. */
const threads = { pages: openRuns(idle.pages), engine: openRuns(idle.engine) };
const needEngine: ReadonlySet<keyof Answers> = new Set(engineKinds);
/** Answers that are the same as long as the run is there, by run, question and what was given. */
const kept = new Map<string, Promise<unknown>>();
const neverChange: ReadonlySet<keyof Answers> = new Set([
	...(["about", "summary", "proof", "why", "judge", "trial", "offers", "cost", "remedies"] as const),
]);

export type Question = keyof Answers;

/** Whether a question about a run can be answered without reading the run. */
export function isOpen(run: RunToAsk, question: Question): boolean {
	return threads[needEngine.has(question) ? "engine" : "pages"].has(run.id);
}

/** What was asked, short: a plan may have thousands of moves by hand. */
function keyOf(run: RunToAsk, question: keyof Answers, given: unknown): string {
	return createHash("sha256")
		.update(JSON.stringify([run.id, question, given]))
		.digest("base64");
}

/** Asks about one run. Judge first whether the asker may see it: nothing is judged here. */
export type AskRun = <Kind extends keyof Answers>(question: Kind, given: Given<Kind>) => Promise<Answer<Kind>>;

/**
 * A run that can be asked about without holding up the event loop.
 * @param read the run as it is stored; asked for only where no thread has it open, at the time of the question
 */
export function askable(run: RunToAsk, read: () => Promise<PackedRun>): AskRun {
	function ask<Kind extends keyof Answers>(question: Kind, given: Given<Kind>): Promise<Answer<Kind>>;
	function ask(question: keyof Answers, given: unknown): Promise<unknown> {
		const key = neverChange.has(question) ? keyOf(run, question, given) : null;
		const known = key === null ? undefined : kept.get(key);
		if (known !== undefined) return known;
		const thread = threads[needEngine.has(question) ? "engine" : "pages"];
		const answer = (async () => {
			if (!thread.has(run.id)) thread.open(run, await read());
			return thread.ask(run.id, question, given);
		})();
		if (key === null) return answer;
		kept.set(key, answer);
		answer.catch(() => kept.delete(key));
		for (const first of kept.keys()) if (kept.size > mostKept) kept.delete(first);
		return answer;
	}
	return ask;
}
