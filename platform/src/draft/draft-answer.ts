import type { RefusedForm } from "../ui/form-context.ts";
import type { Clash, Words } from "./merge.ts";

/** What a form that saves itself gets back when it was saved. */
export type DraftSaved = RefusedForm & {
	readonly saved: {
		readonly version: number | null;
		readonly words: Words;
		/** What stands otherwise than it was sent, because another wrote it. */
		readonly others: Words;
		readonly at: string;
	};
};

/** What it gets back when it was not. */
export type DraftRefused = RefusedForm & {
	readonly saved?: never;
	/** What stands now, where the form was written from something else: what is written next is written from there. */
	readonly stands?: { readonly version: number | null; readonly words: Words; readonly others: Words };
	/** Where another has written in the same field: both words. */
	readonly clashes?: readonly Clash[];
};
export type DraftAnswer = DraftSaved | DraftRefused;
