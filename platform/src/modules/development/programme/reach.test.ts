import { describe, expect, it } from "vitest";
import { sizeClass, sizeClasses } from "../../../statistic/cut.ts";
import { experienceOf, hereOf, type Reached, reachedBy } from "./reach.ts";

const one = (id: string, given: Partial<Reached> = {}): Reached => ({
	...{ id, name: id, countyName: "Trøndelag", population: 3000, before: 0, invited: false, here: "none" },
	...given,
});
const sizes = sizeClasses.map(({ code }) => code);
const bySize = (all: readonly Reached[]) => reachedBy(all, sizes, ({ population }) => sizeClass(population));

describe("whom a programme reaches", () => {
	it("counts each step as part of all in the group, those of no known size apart", () => {
		const all = [
			one("a", { invited: true, here: "invited" }),
			one("b", { here: "admitted" }),
			one("c", { invited: true, here: "applied" }),
			one("d", { population: 30_000 }),
			one("e", { population: null, here: "admitted" }),
		];
		expect(bySize(all)).toEqual([
			{ class: "small", count: 3, invited: 2, applied: 2, admitted: 1 },
			{ class: "large", count: 1, invited: 0, applied: 0, admitted: 0 },
			{ class: "unknown", count: 1, invited: 0, applied: 1, admitted: 1 },
		]);
		expect(bySize([])).toEqual([]);
	});

	it("tells those that never or seldom take part from the rest, and how far each came", () => {
		expect([0, 1, 2, 9].map((before) => experienceOf({ before }))).toEqual(["never", "rarely", "more", "more"]);
		const known = { invited: new Set(["a", "b", "c"]), applied: new Set(["b", "c"]), admitted: new Set(["c"]) };
		expect(["a", "b", "c", "d"].map((id) => hereOf(id, known))).toEqual(["invited", "applied", "admitted", "none"]);
	});
});
