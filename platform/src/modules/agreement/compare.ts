import { diffWords } from "diff";

/** A piece of a text, in the order it is read: as it was in both, taken out, or added. */
export type Piece = { readonly kind: "same" | "removed" | "added"; readonly text: string; readonly at: number };

/** The words of two texts in one reading, with what is taken out and what is added marked. */
export function comparePieces(before: string | null, after: string | null): readonly Piece[] {
	return diffWords(before ?? "", after ?? "").map(({ value, added, removed }, at) => ({
		...{ text: value, at },
		kind: added ? "added" : removed ? "removed" : "same",
	}));
}
