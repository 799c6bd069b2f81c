import { parentPort, workerData } from "node:worker_threads";
import { solvedByHighs } from "@laeringsarena/allocation/highs";
import { explanationOf } from "./explain.ts";
import type { ExplainTask, FromExplain, ToExplain } from "./thread-messages.ts";

/** Seconds that one linear model may take; what it has by then is what counts. */
const mostSeconds = 10;

/** Answers about one run under rules that cross, one question at a time, until the thread is ended. */
const task: ExplainTask = workerData;
const explanation = explanationOf(task.snapshot, task.result, task.certificate, (model) =>
	solvedByHighs(model, mostSeconds),
);
let last: Promise<unknown> = Promise.resolve();
parentPort?.on("message", ({ number, question }: ToExplain) => {
	last = last.then(async () => {
		const answer: FromExplain = await answered(question).then(
			(value) => ({ number, value }),
			(error: unknown) => ({ number, error: error instanceof Error ? error.message : String(error) }),
		);
		parentPort?.postMessage(answer);
	});
});

function answered(question: ToExplain["question"]): Promise<unknown> {
	switch (question.kind) {
		case "why":
			return explanation.why(question.claim);
		case "why-not":
			return explanation.whyNot(question.claim, question.site);
		case "worth":
			return explanation.worthOfOneMore(question.offer);
	}
}
