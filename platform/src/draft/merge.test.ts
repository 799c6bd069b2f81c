import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeWords, wordsOf } from "./merge.ts";

describe("merging what two have written", () => {
	it("takes each field from the one who changed it", () => {
		const base = { goal: "a", payer: "b" };
		expect(mergeWords(base, { goal: "a1", payer: "b" }, { goal: "a", payer: "b1" })).toEqual({
			merged: { goal: "a1", payer: "b1" },
			clashes: [],
		});
	});

	it("shows both where both changed the same field", () => {
		expect(mergeWords({ goal: "a" }, { goal: "mine" }, { goal: "theirs" })).toEqual({
			merged: { goal: "mine" },
			clashes: [{ field: "goal", mine: "mine", theirs: "theirs" }],
		});
	});

	it("is not troubled by line breaks a browser has changed", () => {
		const { merged, clashes } = mergeWords({ goal: "a\nb" }, { goal: "a\r\nb" }, { goal: "a\nb\nc" });
		expect({ merged, clashes }).toEqual({ merged: { goal: "a\nb\nc" }, clashes: [] });
	});

	it("never loses a word anybody wrote", () => {
		const words = fc.record({ goal: fc.constantFrom("", "a", "b", "c"), payer: fc.constantFrom("", "a", "b", "c") });
		fc.assert(
			fc.property(words, words, words, (base, mine, theirs) => {
				const { merged, clashes } = mergeWords(base, mine, theirs);
				for (const field of ["goal", "payer"] as const) {
					const clash = clashes.find((one) => one.field === field);
					const kept = [merged[field], clash?.theirs];
					if (mine[field] !== base[field]) expect(kept).toContain(mine[field]);
					if (theirs[field] !== base[field]) expect(kept).toContain(theirs[field]);
				}
			}),
		);
	});

	it("says values as a form does", () => {
		expect(wordsOf({ name: null, number: 3, signs: true, side: "service", not: false })).toEqual({
			...{ name: "", number: "3", signs: "on", side: "service", not: "" },
		});
	});
});
