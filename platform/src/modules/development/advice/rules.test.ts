import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { goalReadings, purposeReadings } from "./codes.ts";
import { refuseAdvice, splitOf } from "./rules.ts";

describe("advice", () => {
	it("says what would make clear what is not", () => {
		expect(refuseAdvice({ purpose: "clear", goals: "measurable", words: "" })).toEqual([]);
		expect(refuseAdvice({ purpose: "unclear", goals: "measurable", words: "" })).toEqual([
			{ code: "because-missing", field: "words" },
		]);
		expect(refuseAdvice({ purpose: "clear", goals: "clear", words: "" })).toHaveLength(1);
		expect(refuseAdvice({ purpose: "none", goals: "unclear", words: "Hvorfor gjør dere det?" })).toEqual([]);
	});

	it("is counted of those that have been read, and each of them once", () => {
		const advice = fc.record({
			purpose: fc.constantFrom(...purposeReadings),
			goals: fc.constantFrom(...goalReadings),
			words: fc.constant(""),
		});
		fc.assert(
			fc.property(fc.array(fc.record({ advice: fc.option(advice) })), (projects) => {
				const split = splitOf(projects);
				const sum = (parts: readonly { readonly count: number }[]) => parts.reduce((all, { count }) => all + count, 0);
				expect(split.all).toBe(projects.length);
				expect(sum(split.purposes)).toBe(split.read);
				expect(sum(split.goals)).toBe(split.read);
				expect(split.read).toBe(projects.filter((one) => one.advice !== null).length);
			}),
		);
	});
});
