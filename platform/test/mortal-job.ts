import { z } from "zod";
import { record } from "../src/identity/audit.server.ts";
import { defineJob } from "../src/job/job.server.ts";
import { done } from "../src/outcome.ts";

/** Where in a job a process may be killed. */
export const deaths = ["at work", "before commit", "after commit"] as const;
export type Death = (typeof deaths)[number];

/**
 * A job whose worker may die on the way: `die` is called at each such place. Its effect is one entry in the log, which
 * can be counted.
 */
export function mortalJob(die: (death: Death) => void) {
	return defineJob({
		kind: "test.mortal",
		input: z.object({ mark: z.uuid() }),
		title: { nb: "Dødelig", nn: "Dødeleg", en: "Mortal" },
		async run({ input, progress, finish }) {
			for (let step = 1; step <= 5; step++) {
				await progress(step, 5);
				await new Promise((resolve) => setTimeout(resolve, 50));
				if (step === 4) die("at work");
			}
			await finish(async (work) => {
				await record(work, { verb: "test.mark", objectKind: "test", objectId: input.mark });
				die("before commit");
				return done(undefined);
			});
			die("after commit");
		},
	});
}
