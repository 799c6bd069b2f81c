import { z } from "zod";
import { saying } from "../forms/text.ts";
import { system } from "../identity/actor.ts";
import { defineJob } from "../job/job.server.ts";
import type { Cron, Task } from "../job/task.server.ts";
import { inEachLanguage, type Language } from "../language.ts";
import { done, refusedAll } from "../outcome.ts";
import { importLimits, importResult } from "./contract.ts";
import { doingAs, previewImport, readStored, takeIn } from "./service.server.ts";
import { deleteImportsBefore } from "./store.server.ts";
import { importText } from "./text.ts";

const shared = {
	input: z.object({ importId: z.uuid() }),
	result: importResult,
	attempts: 3,
	steps: inEachLanguage((language) => importText[language].steps),
	link: ({ importId }: z.infer<typeof importResult>) => `/imports/${importId}`,
	// The file is kept for a time: what was cancelled or failed is gone on with from it.
	back: { to: ({ importId }: z.infer<typeof importResult>) => `/imports/${importId}`, hours: importLimits.hours },
	say: (language: Language, refusal: Parameters<ReturnType<typeof saying>>[0]) =>
		saying(language, importText[language].refusals)(refusal),
};

/** Reads a large file and keeps what it would do. */
export const previewImportJob = defineJob({
	...shared,
	kind: "import.preview",
	title: inEachLanguage((language) => importText[language].previewJob),
	async run({ input: { importId }, database, actor, cancelled, progress, finish }) {
		await progress(0, 1, "read");
		const outcome = await previewImport(doingAs(database, actor, cancelled), importId);
		await progress(1, 1);
		await finish(async () => (outcome.refused ? refusedAll(outcome.refused) : done({ importId })));
	},
});

/** Of a hundred: how much of the way reading a file is, and working out what it does. */
const share = { read: 20, judged: 40 };

/** Takes in what a preview showed: all of it, in the transaction the job ends with. */
export const takeInJob = defineJob({
	...shared,
	kind: "import.take-in",
	title: inEachLanguage((language) => importText[language].takeInJob),
	async run({ input: { importId }, database, actor, cancelled, progress, finish }) {
		await progress(0, 100, "read");
		const file = await readStored(doingAs(database, actor, cancelled), importId);
		const outcome = await finish(async (work) => {
			if (file.refused) return refusedAll(file.refused);
			await progress(share.read, 100, "judge");
			const taken = await takeIn(work, importId, file.done.read, (written, of) =>
				progress(share.judged + ((100 - share.judged) * written) / Math.max(1, of), 100, "write"),
			);
			return taken.refused ? taken : done({ importId });
		});
		// Whoever goes back to the import sees what it would do now.
		if (outcome.refused?.some(({ code }) => code === "changed-since-preview" || code === "rows-refused"))
			await previewImport(doingAs(database, actor, cancelled), importId);
	},
});

/** Deletes the files nobody did anything with, and what is left of those that were taken in. */
export const sweepImports: Task = {
	name: "import.sweep",
	async run({ database, log }) {
		const swept = await database.commanding(system("sweep"), async (work) =>
			done(await deleteImportsBefore(work, new Date(work.now.getTime() - importLimits.hours * 3_600_000))),
		);
		log.info({ imports: swept.done }, "old imports swept");
	},
};

export const sweepImportsCron: Cron = { pattern: "7 * * * *", task: sweepImports.name };
