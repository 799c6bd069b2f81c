import { foldText } from "./kinds/text.ts";

/** The candidate a person most likely meant, null where none is near: at most one slip for each four letters. */
export function nearest(written: string, candidates: readonly string[]): string | null {
	const word = foldText(written).slice(0, 60);
	let best: string | null = null;
	let fewest = Math.floor(word.length / 4) + 1;
	for (const candidate of candidates) {
		const slips = distance(word, foldText(candidate).slice(0, 60));
		if (slips < fewest) {
			best = candidate;
			fewest = slips;
		}
	}
	return best;
}

/** Letters to add, remove or change (Levenshtein). */
function distance(from: string, to: string): number {
	let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
	for (let row = 1; row <= from.length; row += 1) {
		const current = [row];
		for (let column = 1; column <= to.length; column += 1) {
			const changed = (previous[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
			current.push(Math.min(changed, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
		}
		previous = current;
	}
	return previous[to.length] ?? 0;
}
