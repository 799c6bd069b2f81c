import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comparePieces } from "./compare.ts";

describe("two texts in one reading", () => {
	it("marks the words that changed", () => {
		expect(
			comparePieces("Minst 10 plasser i året", "Minst 20 plasser i året").filter(({ kind }) => kind !== "same"),
		).toEqual([
			{ kind: "removed", text: "10", at: 1 },
			{ kind: "added", text: "20", at: 2 },
		]);
	});

	it("holds both texts whole", () => {
		const words = fc.array(fc.constantFrom("mål", "ansvar", "plass", "år", "og", "10")).map((list) => list.join(" "));
		fc.assert(
			fc.property(words, words, (before, after) => {
				const pieces = comparePieces(before, after);
				const without = (kind: string) =>
					pieces
						.flatMap((piece) => (piece.kind === kind ? [] : piece.text.split(/\s+/)))
						.join(" ")
						.replace(/\s+/g, " ")
						.trim();
				expect(without("added")).toBe(before);
				expect(without("removed")).toBe(after);
			}),
		);
	});
});
