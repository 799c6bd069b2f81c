import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyContent } from "../call/contract.ts";
import type { Need } from "./contract.ts";
import { inOrder, misfitsOf, refuseWeighing, sumOf } from "./rules.ts";

const need = (given: Partial<Need>): Need => ({
	...{ id: "n", askedId: "a", unitName: "Heimen", title: "Utdanning", category: "k1", people: 1, applied: 100, own: 0 },
	...{ reason: "", priority: null, decision: "in", because: "" },
	...given,
});

describe("needs", () => {
	it("are weighed by priority, those without one last", () => {
		const all = [need({ id: "c" }), need({ id: "b", priority: 2 }), need({ id: "a", priority: 1 })];
		expect(inOrder(all).map(({ id }) => id)).toEqual(["a", "b", "c"]);
	});

	it("are left out with the reason", () => {
		const weighing = { id: "n", priority: null, decision: "out", because: "" } as const;
		expect(refuseWeighing([weighing]).map(({ code }) => code)).toEqual(["because-missing"]);
		expect(refuseWeighing([{ ...weighing, because: "For dyrt" }])).toEqual([]);
	});

	it("that are chosen are held against the call, others are not", () => {
		const content = {
			...emptyContent,
			...{ lowest: 50, highest: 500, ownShare: 20 },
			categories: [{ id: "k1", name: "Kurs", about: "", highest: 100, novelty: "any" as const }],
		};
		expect(misfitsOf(content, [need({ applied: 80, own: 20 })])).toEqual([]);
		expect(misfitsOf(content, [need({ applied: 81, own: 20 })])).toEqual([{ code: "own-share", sum: 19, limit: 20 }]);
		expect(misfitsOf(content, [need({ applied: 10, own: 10 })])).toEqual([
			{ code: "under-lowest", sum: 10, limit: 50 },
		]);
		expect(misfitsOf(content, [need({ applied: 600, own: 600 })]).map(({ code }) => code)).toEqual([
			...["over-highest", "category-over"],
		]);
		expect(
			misfitsOf(content, [need({ applied: 600, decision: null }), need({ applied: 600, decision: "out" })]),
		).toEqual([]);
	});

	it("sum to the same whatever way they are split", () => {
		fc.assert(
			fc.property(fc.array(fc.nat(1_000_000)), fc.nat(20), (amounts, at) => {
				const all = amounts.map((applied) => need({ applied, own: applied }));
				const parts = [sumOf(all.slice(0, at)), sumOf(all.slice(at))];
				expect(sumOf(all).applied).toBe(parts.reduce((sum, { applied }) => sum + applied, 0));
			}),
		);
	});
});
