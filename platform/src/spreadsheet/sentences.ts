import type { Place, RefusalCode, RefusalDetails } from "./refusal.ts";

/** What is wrong, and what to do about it: both whole sentences. */
export type Sentence = { readonly problem: string; readonly remedy: string };

/** One language's words for every refusal; a missing code does not compile. */
export type Sentences = {
	readonly [Code in RefusalCode]: (detail: RefusalDetails[Code], place: Place) => Sentence;
};

/** Words joined by comma, the first twenty of them. */
export function listed(words: readonly string[], more: (count: number) => string): string {
	const shown = words.slice(0, 20).join(", ");
	return words.length > 20 ? `${shown} ${more(words.length - 20)}` : shown;
}

export function megabytes(bytes: number): string {
	return `${Math.ceil(bytes / 1_000_000)} MB`;
}

/** YYYY-MM-DD → dd.mm.yyyy. */
export function norwegianDate(date: string): string {
	return date.split("-").reverse().join(".");
}
