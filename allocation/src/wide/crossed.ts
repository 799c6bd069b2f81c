import type { Part } from "./part.ts";

/** The crossings of each pair: those of pair e are at[start[e]] … at[start[e+1]−1]. */
export function crossingsOfPairs(part: Part): { readonly start: Int32Array; readonly at: Int32Array } {
	return rulesOfPairs(part, part.crossings);
}

/** The same of any rules that are about pairs. */
export function rulesOfPairs(
	part: Part,
	rules: readonly { readonly pairs: Int32Array }[],
): { readonly start: Int32Array; readonly at: Int32Array } {
	const start = new Int32Array(part.pairs.length + 1);
	for (const { pairs } of rules) for (const e of pairs) start[e + 1] = (start[e + 1] ?? 0) + 1;
	for (let e = 0; e < part.pairs.length; e++) start[e + 1] = (start[e + 1] ?? 0) + (start[e] ?? 0);
	const at = new Int32Array(start[part.pairs.length] ?? 0);
	const next = start.slice();
	rules.forEach(({ pairs }, c) => {
		for (const e of pairs) {
			at[next[e] ?? 0] = c;
			next[e] = (next[e] ?? 0) + 1;
		}
	});
	return { start, at };
}
