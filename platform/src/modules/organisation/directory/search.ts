import { fitter, foldName, type MatchQuality, matchQualities } from "../../../geography/search.ts";
import type { FitReason } from "./contract.ts";

/** An organisation as a search is held against it: what it is called, and what it was. */
export type Candidate = {
	readonly id: string;
	/** The name it is shown under. */
	readonly name: string;
	/** Every name and the number it has, folded, with | between; the name shown first. */
	readonly searchName: string;
	/** Earlier names and numbers, and those of organisations that are part of it now, folded the same way. */
	readonly earlierNames: string | null;
};

/**
 * The candidates a query fits, best first: whole name, start, start of words, inside, one slip away. Equal fits put the
 * name shown before other names, and those before earlier ones; then what is written as the query is, letter by letter
 * ("bø" before "bo"); then the shorter name, then the given order.
 */
export function rankCandidates<One extends Candidate>(query: string, candidates: readonly One[]): One[] {
	const written = query.trim().toLocaleLowerCase("nb");
	for (const folded of formsOf(query)) {
		const fit = fitter(folded);
		const found = candidates.flatMap((candidate, order) => {
			const key = bestKey(written, fit, candidate);
			return key === undefined ? [] : [{ candidate, key: [...key, order] }];
		});
		if (found.length > 0) return found.sort((a, b) => compareKeys(a.key, b.key)).map(({ candidate }) => candidate);
	}
	return [];
}

/** What people add to a name that is no part of it ("Trondheim kommune"); left out where the whole finds nothing. */
const generic = new Set([
	"kommune",
	"kommunen",
	"fylke",
	"fylket",
	"fylkeskommune",
	"fylkeskommunen",
	"municipality",
	"county",
]);

/** The query folded, and without what is no part of a name. */
function formsOf(query: string): string[] {
	const folded = foldName(query);
	const specific = folded
		.split(" ")
		.filter((word) => !generic.has(word))
		.join(" ");
	return [...new Set([folded, specific])].filter((form) => form !== "");
}

type Key = readonly [quality: number, place: number, written: number, length: number];
const places = { shown: 0, other: 1, earlier: 2 } as const;

type Fit = ReturnType<typeof fitter>;

function bestKey(query: string, fit: Fit, { name, searchName, earlierNames }: Candidate): Key | undefined {
	const [first = "", ...others] = searchName.split("|");
	const shown = keyOf(fit, first, places.shown, 1);
	return bestOf([
		shown && name.toLocaleLowerCase("nb").includes(query) ? [shown[0], shown[1], 0, shown[3]] : shown,
		...others.map((other) => keyOf(fit, other, places.other, 1)),
		...(earlierNames === null ? [] : earlierNames.split("|")).map((earlier) => keyOf(fit, earlier, places.earlier, 1)),
	]);
}

function keyOf(fit: Fit, name: string, place: number, written: number): Key | undefined {
	const quality = name === "" ? undefined : fit(name);
	return quality === undefined ? undefined : [rankOf(quality), place, written, name.length];
}

function bestOf(keys: readonly (Key | undefined)[]): Key | undefined {
	let best: Key | undefined;
	for (const key of keys) if (key && (!best || compareKeys(key, best) < 0)) best = key;
	return best;
}

/** A name or number an organisation has or had, as it is written, and how a search that fits it is explained. */
export type Called = { readonly words: string; readonly by: FitReason["by"] | "shown"; readonly until: string | null };

/**
 * Why a search found an organisation, from everything it is and was called; null where the name shown says so. Judges
 * as `rankCandidates` does.
 */
export function explainFit(query: string, called: readonly Called[]): FitReason | null {
	for (const folded of formsOf(query)) {
		const fit = fitter(folded);
		let best: { readonly key: Key; readonly called: Called } | undefined;
		for (const one of called) {
			const place = one.by === "shown" ? places.shown : isCurrent(one) ? places.other : places.earlier;
			const key = keyOf(fit, foldName(one.words), place, 1);
			if (key && (!best || compareKeys(key, best.key) < 0)) best = { key, called: one };
		}
		if (best) {
			const { words, by, until } = best.called;
			if (by !== "shown") return { words, by, until };
			return best.key[0] === rankOf("close") ? { words, by: "likeness", until } : null;
		}
	}
	return null;
}

function isCurrent({ by }: Called): boolean {
	return by === "other-name" || by === "number";
}

function rankOf(quality: MatchQuality): number {
	return matchQualities.indexOf(quality);
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
	for (const [index, value] of a.entries()) {
		const difference = value - (b[index] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}
