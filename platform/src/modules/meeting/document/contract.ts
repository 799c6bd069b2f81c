import { z } from "zod";
import { meetingRefusals } from "../contract.ts";

/** What a document belongs to. */
export type DocumentPlace =
	| {
			readonly of: "arena";
			readonly arenaId: string;
			readonly meetingId: string | null;
			readonly itemId: string | null;
	  }
	| { readonly of: "hearing"; readonly hearingId: string };

export type Document = {
	readonly id: string;
	readonly organisationId: string;
	readonly arenaId: string | null;
	readonly meetingId: string | null;
	readonly itemId: string | null;
	readonly hearingId: string | null;
	readonly title: string;
	/** An address on the web; null for a file. */
	readonly link: string | null;
	/** What the file is; null for an address. */
	readonly mediaType: string | null;
	readonly addedAt: Date;
	readonly addedFor: string;
	readonly addedBy: string | null;
};

export type DocumentFile = { readonly name: string; readonly mediaType: string; readonly content: Buffer };

/** What a form says of a document; the file comes beside it. */
export const documentFacts = z.object({
	title: z.string().trim().max(200).default(""),
	link: z
		.url({ protocol: /^https?$/ })
		.max(1000)
		.nullable(),
	itemId: z.uuid().nullable(),
});

/** So many documents at one place: an arena, a meeting, a hearing. */
export const mostDocuments = 20;

export const documentRefusals = [
	...meetingRefusals,
	"wrong-state",
	"file-type",
	"file-or-link",
	"too-many-documents",
] as const;
export type DocumentRefusal = (typeof documentRefusals)[number];
