import { z } from "zod";
import { saying } from "../../../forms/text.ts";
import { defineJob } from "../../../job/job.server.ts";
import { inEachLanguage } from "../../../language.ts";
import { id } from "../../organisation/contract.ts";
import { publish } from "./publication.server.ts";
import { publishText } from "./text.ts";

const result = z.object({ roundId: id });

/** Publishes a run in the transaction the job ends with: all of it, or nothing. */
export const publishJob = defineJob({
	kind: "placement.publish",
	input: z.object({
		roundId: id,
		runId: id,
		publication: z.int().min(1),
		personId: id.nullable(),
		byName: z.string(),
	}),
	result,
	attempts: 3,
	title: inEachLanguage((language) => publishText[language].job),
	steps: inEachLanguage((language) => publishText[language].steps),
	// The students of every keeper are told, and the request has been judged.
	actsAs: "system",
	link: ({ roundId }) => `/placement/rounds/${roundId}/publish`,
	say: (language, refusal) => saying(language, publishText[language].refusals)(refusal),
	async run({ input, organisationId, mails, progress, finish }) {
		await progress(0, 100, "check");
		return finish((work) =>
			publish(
				work,
				organisationId,
				input,
				(done, of) => progress(Math.round((done / Math.max(1, of)) * 60), 100, done < of ? "write" : "tell"),
				{ mails },
			),
		);
	},
});
