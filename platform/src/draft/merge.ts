/** What the fields of a form say, by name. */
export type Words = Readonly<Record<string, string>>;

/** A field two have written differently since both began from the same words. */
export type Clash = { readonly field: string; readonly mine: string; readonly theirs: string };

/**
 * Puts together what two have written from the same words. A field only one of them changed is as that one wrote it. A
 * field both changed differently is a clash: `merged` holds mine, and the clash holds theirs, so no word is lost.
 */
export function mergeWords(
	base: Words,
	mine: Words,
	theirs: Words,
): { readonly merged: Words; readonly clashes: readonly Clash[] } {
	const merged: Record<string, string> = {};
	const clashes: Clash[] = [];
	for (const field of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
		const was = plain(base[field] ?? "");
		const own = plain(mine[field] ?? "");
		const other = plain(theirs[field] ?? "");
		merged[field] = own === was ? (theirs[field] ?? "") : (mine[field] ?? "");
		if (own !== other && own !== was && other !== was) clashes.push({ field, mine: own, theirs: other });
	}
	return { merged, clashes };
}

/** Words as they are compared: browsers send other line breaks than they were given, and blank ends say nothing. */
function plain(words: string): string {
	return words.replace(/\r\n?/g, "\n").trim();
}

/** Values as a form says them. */
export function wordsOf(values: Readonly<Record<string, string | number | boolean | null>>): Words {
	return Object.fromEntries(
		Object.entries(values).map(([field, value]) => [
			field,
			value === null ? "" : value === true ? "on" : value === false ? "" : String(value),
		]),
	);
}
