import type { Side, Theme } from "../codes.ts";

/** What a template says of a theme: text to begin with, and what is usually promised, by which side. */
export type TemplateWords = {
	readonly goal: string;
	readonly responsibility: string;
	readonly obligations: string;
	readonly payer: string;
	/** What each side usually promises; numbers are for the parties to agree on. */
	readonly commitments: readonly { readonly side: Exclude<Side, "other">; readonly what: string }[];
};

export type Templates = Readonly<Record<Exclude<Theme, "other">, TemplateWords>>;
