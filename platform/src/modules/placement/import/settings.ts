import { settingWords } from "../../organisation/service.server.ts";
import { finderOf } from "./fold.ts";

type Setting = { readonly code: string; readonly name: Readonly<Record<string, string>> };

/** Finds a setting by its name in any language, or by what people call it. */
export function settingFinder(settings: readonly Setting[]): (word: string) => string | undefined {
	const named = finderOf(
		settings.flatMap(({ code, name }) => [code, ...new Set(Object.values(name))].map((word) => [word, code] as const)),
	);
	const called = finderOf(settings.flatMap(({ code }) => settingWords(code).map((word) => [word, code] as const)));
	return (word) => named(word) ?? called(word);
}

/** A function from a cell of settings, with commas or semicolons between, to their codes in the order of the vocabulary. */
export function settingsReader(
	settings: readonly Setting[],
): (text: string) => { codes: string[] } | { unknown: string } {
	const codeOf = settingFinder(settings);
	return (text) => {
		const codes = new Set<string>();
		// A name may have a comma of its own.
		const words = text.split(";").flatMap((part) => (codeOf(part) === undefined ? part.split(",") : [part]));
		for (const word of words.filter((one) => one.trim() !== "")) {
			const code = codeOf(word);
			if (code === undefined) return { unknown: word.trim() };
			codes.add(code);
		}
		return { codes: settings.flatMap(({ code }) => (codes.has(code) ? [code] : [])) };
	};
}
