import type { Worker } from "node:worker_threads";
import { startThread } from "../../../job/thread.server.ts";
import { mostWhole } from "./consider.ts";
import type { Explanation, SiteAnswer, WhyAnswer, Worth } from "./explain.ts";
import type { ExplainTask, FromExplain, ToExplain } from "./thread-messages.ts";

const memory = { maxOldGenerationSizeMb: 2048 };
/** Milliseconds without a question after which the thread is ended; the next question starts another. */
const idle = 120_000;
/** So many answers are kept: runs never change, and pages ask again. */
const mostKept = 500;

/**
 * An explanation whose costs are worked out in a thread of its own: under rules that cross each of them is solved anew, which may take seconds,
 * and the event loop stays free.
 * @param here the same explanation without a solver, for what costs nothing.
 */
export function explanationInThread(here: Explanation, task: ExplainTask): Explanation {
	let thread: Worker | null = null;
	let timer: NodeJS.Timeout | undefined;
	let asked = 0;
	const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
	const end = (error: Error) => {
		const gone = thread;
		thread = null;
		clearTimeout(timer);
		for (const { reject } of waiting.values()) reject(error);
		waiting.clear();
		void gone?.terminate();
	};
	const started = (): Worker => {
		const made = startThread("explain", task, memory);
		made.on("message", (answer: FromExplain) => {
			const one = waiting.get(answer.number);
			waiting.delete(answer.number);
			if ("value" in answer) one?.resolve(answer.value);
			else one?.reject(new Error(answer.error));
			if (waiting.size > 0 || thread !== made) return;
			// Waiting for the next question must not keep the program running.
			made.unref();
			timer = setTimeout(() => end(new Error("the thread that explains was ended")), idle).unref();
		});
		made.on("error", (error) => {
			if (thread === made) end(error instanceof Error ? error : new Error(String(error)));
		});
		made.on("exit", () => {
			if (thread === made) end(new Error("the thread that explains ended without an answer"));
		});
		return made;
	};
	const kept = new Map<string, Promise<unknown>>();
	/** The answer is what `ToExplain` and the thread say it is: both are of this build. */
	function ask(question: Extract<ToExplain["question"], { kind: "why" }>): Promise<WhyAnswer>;
	function ask(question: Extract<ToExplain["question"], { kind: "why-not" }>): Promise<SiteAnswer>;
	function ask(question: Extract<ToExplain["question"], { kind: "worth" }>): Promise<Worth | null>;
	function ask(question: ToExplain["question"]): Promise<unknown> {
		const key = JSON.stringify(question);
		const known = kept.get(key);
		if (known !== undefined) return known;
		clearTimeout(timer);
		thread ??= started();
		thread.ref();
		const number = asked++;
		const answer = new Promise<unknown>((resolve, reject) => waiting.set(number, { resolve, reject }));
		thread.postMessage({ number, question } satisfies ToExplain);
		answer.catch(() => kept.delete(key));
		kept.set(key, answer);
		for (const first of kept.keys()) if (kept.size > mostKept) kept.delete(first);
		return answer;
	}
	return {
		...here,
		exact: task.result.pairs.open <= mostWhole,
		why: (claim) => ask({ kind: "why", claim }),
		whyNot: (claim, site) => ask({ kind: "why-not", claim, site }),
		worthOfOneMore: (offer) => ask({ kind: "worth", offer }),
	};
}
