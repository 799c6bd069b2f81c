import { z } from "zod";
import type { Work } from "../database/work.server.ts";
import type { Language } from "../language.ts";
import type { ObjectReference } from "./objects.server.ts";

/** What an object says, from top to bottom: what somebody who cannot open it can be given to read. */
export const written = z.object({
	/** Which state of it this is, in words: "Version 2". */
	edition: z.string(),
	sections: z.array(
		z.object({
			title: z.string(),
			/** 1: a chapter; 2: a part of the chapter before. */
			level: z.union([z.literal(1), z.literal(2)]),
			paragraphs: z.array(z.object({ label: z.string().nullable(), text: z.string() })),
			/** What is listed under it, a sentence each. */
			points: z.array(z.string()),
		}),
	),
});
export type Written = z.infer<typeof written>;

/** The text of an object in every language. The words people wrote are the same; headings and labels are not. */
export type WrittenInAll = Readonly<Record<Language, Written>>;

/**
 * Gives what an object says, where this actor may read it; null where it is missing or not theirs. No names or addresses of
 * people that are not part of the text itself: it may be given to people who have no account.
 */
export type WriteOut = (work: Work, id: string) => Promise<WrittenInAll | null>;

const kinds = new Map<string, WriteOut>();

/** A room tells how objects of a kind are written out. Once a kind, at start-up. */
export function registerWritten(kind: string, writeOut: WriteOut): void {
	if (kinds.has(kind)) throw new Error(`what ${kind} says is registered twice`);
	kinds.set(kind, writeOut);
}

/** What an object says, under the authority of whoever asks; null where nothing can be read. */
export async function writeOut(work: Work, { kind, id }: ObjectReference): Promise<WrittenInAll | null> {
	return (await kinds.get(kind)?.(work, id)) ?? null;
}
