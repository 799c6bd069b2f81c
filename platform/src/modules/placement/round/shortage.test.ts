import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lackOf } from "./shortage.ts";

describe("too few places", () => {
	it("is found where no kind of claim outnumbers its places by itself", () => {
		// Two courses of two, each with three places open, but they are the same three.
		const both = [
			{ claims: 2, pools: [0, 1] },
			{ claims: 2, pools: [0, 1] },
			{ claims: 1, pools: [2] },
		];
		expect(lackOf(both, [1, 2, 1])).toEqual({ demands: [0, 1], claims: 4, places: 3 });
		expect(lackOf(both, [2, 2, 1])).toBeNull();
		expect(lackOf([{ claims: 1, pools: [] }], [])).toEqual({ demands: [0], claims: 1, places: 0 });
	});

	it("is as large as the worst of all sets of kinds", () => {
		const pools = fc.uniqueArray(fc.nat({ max: 3 }), { maxLength: 4 });
		const demands = fc.array(fc.record({ claims: fc.nat({ max: 5 }), pools }), { maxLength: 5 });
		fc.assert(
			fc.property(demands, fc.array(fc.nat({ max: 5 }), { minLength: 4, maxLength: 4 }), (rows, places) => {
				let worst = 0;
				for (let set = 0; set < 2 ** rows.length; set++) {
					const mine = rows.filter((_, at) => (set >> at) % 2 === 1);
					const open = new Set(mine.flatMap((one) => one.pools));
					const lacking =
						mine.reduce((sum, one) => sum + one.claims, 0) - [...open].reduce((sum, at) => sum + (places[at] ?? 0), 0);
					worst = Math.max(worst, lacking);
				}
				const lack = lackOf(rows, places);
				expect(lack === null ? 0 : lack.claims - lack.places).toBe(worst);
			}),
		);
	});
});
