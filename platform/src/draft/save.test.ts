import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { done, refused } from "../outcome.ts";
import type { Words } from "./merge.ts";
import { saveWords } from "./save.server.ts";

const fields = ["what", "who", "when"] as const;
const words = fc.record({
	what: fc.constantFrom("", "a", "b"),
	who: fc.constantFrom("", "a", "b"),
	when: fc.constantFrom("", "a", "b"),
});

/** Something that stands in one version, and refuses who read an earlier one. */
function keep(first: Words) {
	let standing = { version: 1, words: first };
	return {
		now: () => standing,
		ways: {
			save: async (values: { readonly words: Words; readonly version: number | null }) => {
				if (values.version !== standing.version) return refused("changed-by-another");
				standing = { version: standing.version + 1, words: values.words };
				return done({ version: standing.version });
			},
			current: async () => standing,
		},
	};
}

const asIs = (some: Words, version: number | null) => ({ values: { words: some, version } });

describe("saving what two write at once", () => {
	it("keeps every word: it stands, or it comes back beside what stands", async () => {
		await fc.assert(
			fc.asyncProperty(words, words, words, async (base, first, second) => {
				const kept = keep(base);
				const one = await saveWords({ words: first, base, version: 1 }, asIs, kept.ways);
				const other = await saveWords({ words: second, base, version: 1 }, asIs, kept.ways);
				expect(one.saved?.version).toBe(2);
				const stands = kept.now().words;
				for (const field of fields) {
					if (second[field] !== base[field]) expect((other.saved ? stands : other.given)[field]).toBe(second[field]);
					const clash = other.saved ? undefined : other.clashes?.find((found) => found.field === field);
					if (first[field] !== base[field]) expect([stands[field], clash?.theirs]).toContain(first[field]);
					// The page is told of all that stands otherwise than it says itself.
					const told = (other.saved ?? other.stands)?.others[field] ?? second[field];
					expect(told).toBe((other.saved ? stands : other.given)[field]);
				}
			}),
		);
	});

	it("says what is refused and writes nothing", async () => {
		const kept = keep({ what: "a" });
		const answer = await saveWords(
			{ words: { what: "" }, base: { what: "a" }, version: 1 },
			() => ({ refusals: [{ code: "required", field: "what" }] }),
			kept.ways,
		);
		expect(answer).toEqual({ refusals: [{ code: "required", field: "what" }], given: { what: "" } });
		expect(kept.now().version).toBe(1);
	});

	it("says that what was written in is gone", async () => {
		const answer = await saveWords({ words: {}, base: {}, version: 1 }, asIs, {
			save: async () => refused("changed-by-another"),
			current: async () => undefined,
		});
		expect(answer.refusals).toEqual([{ code: "part-unknown" }]);
	});
});
