import { z } from "zod";
import type { Work } from "../../../database/work.server.ts";
import type { DraftAnswer } from "../../../draft/draft-answer.ts";
import { wordsOf } from "../../../draft/merge.ts";
import { saveDraft } from "../../../draft/save.server.ts";
import type { Outcome } from "../../../outcome.ts";
import { type Item, itemMinutes } from "../contract.ts";
import { openMeeting, writeMinutes } from "../service.server.ts";

type Ways = {
	reading<Value>(work: (work: Work) => Promise<Value>): Promise<Value>;
	commanding<Value, Code extends string>(
		work: (work: Work) => Promise<Outcome<Value, Code>>,
	): Promise<Outcome<Value, Code>>;
};

const written = itemMinutes.extend({ version: z.int() });

/** What the minutes of an item say, as their form says it: what has been talked about is at least noted. */
export function minutesWords({ minutes, outcome }: Pick<Item, "minutes" | "outcome">) {
	return wordsOf({ minutes, outcome: outcome === "none" ? "noted" : outcome });
}

/** Saves the minutes of an item as they are written in the meeting, also where several write at once. */
export function saveMinutes(
	form: FormData,
	{ reading, commanding }: Ways,
	{ meetingId, itemId }: { readonly meetingId: string; readonly itemId: string },
): Promise<DraftAnswer> {
	return saveDraft(form, written, {
		save: (values) => commanding((work) => writeMinutes(work, meetingId, itemId, values)),
		current: () =>
			reading(async (work) => {
				const item = (await openMeeting(work, meetingId)).done?.items.find(({ id }) => id === itemId);
				return item && { version: item.version, words: minutesWords(item) };
			}),
	});
}
