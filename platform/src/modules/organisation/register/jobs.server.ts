import { z } from "zod";
import { saying } from "../../../forms/text.ts";
import { defineJob } from "../../../job/job.server.ts";
import { done } from "../../../outcome.ts";
import { day, id } from "../contract.ts";
import { carryOver } from "./carry-over.server.ts";
import { registerText } from "./text.ts";

const part = z.object({
	toId: id,
	/** Units (with all below them) that go to this successor; null: everything that is left. */
	rootIds: z.array(id).nullable(),
});

/**
 * Takes units, people and contacts along to what an organisation has become. It touches the people of several
 * organisations, so the program does it, asked for in the transaction that made the successors.
 */
export const carryOverJob = defineJob({
	kind: "organisation.carry-over",
	input: z.object({ fromId: id, on: day, parts: z.array(part).min(1) }),
	result: z.object({ toId: id, units: z.int(), memberships: z.int(), contacts: z.int() }),
	actsAs: "system",
	title: {
		nb: registerText.nb.carryOverJob,
		nn: registerText.nn.carryOverJob,
		en: registerText.en.carryOverJob,
	},
	link: ({ toId }) => `/organisations/${toId}/units`,
	say: (language, refusal) => saying(language, registerText[language].refusals)(refusal),
	async run({ input: { fromId, on, parts }, progress, finish }) {
		await progress(0, parts.length);
		await finish(async (work) => {
			const sum = { units: 0, memberships: 0, contacts: 0 };
			for (const { toId, rootIds } of parts) {
				const outcome = await carryOver(work, { fromId, toId, on }, rootIds ?? undefined);
				if (outcome.refused) return outcome;
				sum.units += outcome.done.units;
				sum.memberships += outcome.done.memberships;
				sum.contacts += outcome.done.contacts;
			}
			return done({ ...sum, toId: parts.at(-1)?.toId ?? fromId });
		});
	},
});
