/**
 * Name search that forgives spelling: æ/ae/a, ø/oe/o, å/aa/a, accents, Sámi letters, hyphens and case fold together,
 * and a long enough word may have one slip of the finger.
 */

/** Letters that do not come apart into a plain letter and a mark. */
const plainLetters: Readonly<Record<string, string>> = {
	æ: "a",
	œ: "o",
	ø: "o",
	đ: "d",
	ð: "d",
	ŋ: "n",
	ŧ: "t",
	þ: "t",
	ł: "l",
	ı: "i",
	ß: "ss",
};

/** The words of what was searched for, as names are compared; none where nothing was. */
export function searchWords(search: string | undefined): string[] {
	return foldName(search ?? "")
		.split(" ")
		.filter((word) => word !== "");
}

/**
 * A name as search compares it: small letters and digits with single spaces between words. The program fills stored
 * `search_name` columns with it, so what it gives never holds a character that SQL's LIKE gives a meaning to.
 * @example foldName("Unjárga–Nesseby") === "unjarga nesseby"; foldName("Aalesund") === foldName("Ålesund")
 */
export function foldName(text: string): string {
	return text
		.normalize("NFKD")
		.toLowerCase()
		.normalize("NFKD")
		.replace(/[\u0300-\u036f'’‘ʼ´`]/g, "")
		.replace(/[æœøđðŋŧþłıß]/g, (letter) => plainLetters[letter] ?? letter)
		.replace(/a[ae]+/g, "a")
		.replace(/oe+/g, "o")
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim();
}

/** Something with names, the one to show first. */
export type Named = { readonly names: readonly string[] };

/** How a query fits a name, best first. */
export const matchQualities = ["exact", "start", "word", "inside", "close"] as const;
export type MatchQuality = (typeof matchQualities)[number];

export type Match<Item> = {
	readonly item: Item;
	/** The name that fitted. */
	readonly name: string;
	readonly quality: MatchQuality;
};

/**
 * The items whose names fit the query, best first: the whole name, the start of it, the start of words in it, inside
 * it, or one slip away (inserted, dropped, replaced or swapped letter; queries of five letters or more). Equal fits
 * keep a shown name before other names, then the shorter name, then the given order. An empty query gives nothing.
 */
export function rankMatches<Item extends Named>(query: string, items: readonly Item[], limit = 20): Match<Item>[] {
	const folded = foldName(query);
	if (folded === "") return [];
	const fit = fitter(folded);
	const found: { match: Match<Item>; key: readonly [number, number, number, number] }[] = [];
	for (const [order, item] of items.entries()) {
		let best: (typeof found)[number] | undefined;
		for (const [position, foldedName] of foldedNames(item.names).entries()) {
			const quality = fit(foldedName);
			const name = item.names[position];
			if (quality === undefined || name === undefined) continue;
			const key = [matchQualities.indexOf(quality), Math.min(position, 1), name.length, order] as const;
			if (!best || compareKeys(key, best.key) < 0) best = { match: { item, name, quality }, key };
		}
		if (best) found.push(best);
	}
	return found
		.sort((a, b) => compareKeys(a.key, b.key))
		.slice(0, limit)
		.map((entry) => entry.match);
}

/** A list of names is searched again at every key stroke, and folding costs more than comparing. */
const knownFolds = new WeakMap<readonly string[], readonly string[]>();

function foldedNames(names: readonly string[]): readonly string[] {
	const known = knownFolds.get(names);
	if (known) return known;
	const folded = names.map(foldName);
	knownFolds.set(names, folded);
	return folded;
}

/** How a folded query fits folded names, one by one; undefined for one that it does not fit. */
export function fitter(query: string): (name: string) => MatchQuality | undefined {
	const joinedQuery = query.replaceAll(" ", "");
	const queryWords = query.split(" ");
	return (name) => {
		if (name === query) return "exact";
		if (name.startsWith(query)) return "start";
		// Asked of every name there is, and most are one word.
		const nameWords = name.split(" ");
		const joinedName = nameWords.length === 1 ? name : nameWords.join("");
		if (joinedName === joinedQuery) return "exact";
		if (joinedName.startsWith(joinedQuery)) return "start";
		if (queryWords.every((word) => nameWords.some((other) => other.startsWith(word)))) return "word";
		if (joinedQuery.length >= 3 && name.includes(query)) return "inside";
		return queryWords.every((word) => nameWords.some((other) => isClose(word, other))) ||
			isClose(joinedQuery, joinedName)
			? "close"
			: undefined;
	};
}

/** Shorter words are too near each other for a slip to be a guess worth showing. */
const shortestForgiven = 5;

function isClose(query: string, word: string): boolean {
	if (word.startsWith(query)) return true;
	if (query.length < shortestForgiven) return false;
	// While the word is still being typed, its start may be compared; a slip may have made the query a letter longer or shorter.
	for (let length = query.length - 1; length <= query.length + 1; length++)
		if (length <= word.length && withinOneSlip(query, word, length)) return true;
	return withinOneSlip(query, word);
}

/**
 * Whether a word and the first letters of another are at most one slip apart: one letter inserted, dropped or replaced, or
 * two neighbours swapped (Damerau–Levenshtein distance ≤ 1).
 */
export function withinOneSlip(a: string, b: string, length: number = b.length): boolean {
	const shorter = Math.min(a.length, length);
	if (Math.max(a.length, length) - shorter > 1) return false;
	let start = 0;
	while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start++;
	const rest = shorter - start;
	if (a.length < length) return isSame(a, start, b, start + 1, rest);
	if (a.length > length) return isSame(a, start + 1, b, start, rest);
	if (rest === 0 || isSame(a, start + 1, b, start + 1, rest - 1)) return true;
	const isSwapped =
		rest > 1 && a.charCodeAt(start) === b.charCodeAt(start + 1) && a.charCodeAt(start + 1) === b.charCodeAt(start);
	return isSwapped && isSame(a, start + 2, b, start + 2, rest - 2);
}

/** Whether so many letters from here and there on are the same. */
function isSame(a: string, from: number, b: string, there: number, length: number): boolean {
	for (let at = 0; at < length; at++) if (a.charCodeAt(from + at) !== b.charCodeAt(there + at)) return false;
	return true;
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
	for (const [index, value] of a.entries()) {
		const difference = value - (b[index] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}
