import type { RefusedForm } from "../ui/form-context.ts";
import type { Clash, Words } from "./merge.ts";

/** What a form that saves itself gets back when it was saved. */
export type DraftSaved = RefusedForm & {
	readonly saved: { readonly version: number | null; readonly words: Words; readonly at: string };
};

/** What it gets back when it was not; with the words of another, where both have written in the same field. */
export type DraftRefused = RefusedForm & {
	readonly saved?: never;
	readonly clash?: {
		readonly clashes: readonly Clash[];
		readonly version: number | null;
		readonly base: Words;
	};
};
export type DraftAnswer = DraftSaved | DraftRefused;
