import { describe, expect, it } from "vitest";
import { coverageOf, cutCoverage, isBroker, nearestAmong } from "./rules.ts";

const campus = (name: string, latitude: number | null, longitude: number | null) => ({ name, latitude, longitude });
const place = (
	population: number | null,
	minutes: number | null,
	coverage: "none" | "no-arena" | "covered",
	sectors: readonly string[] = [],
) => ({ population, centrality: null, minutes, coverage, sectors });

describe("coverage", () => {
	it("is none, without an arena that meets, or followed up", () => {
		expect(coverageOf([])).toBe("none");
		expect(coverageOf([{ followedUp: false }])).toBe("no-arena");
		expect(coverageOf([{ followedUp: false }, { followedUp: true }])).toBe("covered");
	});
	it("is cut by size and distance, and keeps those whose class is not known", () => {
		const cuts = cutCoverage([
			place(3000, 20, "covered"),
			place(4999, 150, "none"),
			place(20_000, null, "no-arena"),
			place(null, 20, "none"),
		]);
		expect(cuts.size).toEqual([
			{ code: "small", municipalities: 2, covered: 1, followedUp: 1 },
			{ code: "large", municipalities: 1, covered: 1, followedUp: 0 },
			{ code: null, municipalities: 1, covered: 0, followedUp: 0 },
		]);
		expect(cuts.distance.map(({ code, municipalities }) => [code, municipalities])).toEqual([
			["near", 2],
			["lodging", 1],
			[null, 1],
		]);
		expect(cuts.centrality).toEqual([{ code: null, municipalities: 4, covered: 2, followedUp: 1 }]);
	});
	it("is cut by sector out of all, with agreements that do not say last", () => {
		const { sector } = cutCoverage([
			place(null, null, "covered", ["", "social"]),
			place(null, null, "no-arena", ["childhood", "social"]),
			place(null, null, "none"),
		]);
		expect(sector).toEqual([
			{ code: "childhood", municipalities: 3, covered: 1, followedUp: 0 },
			{ code: "social", municipalities: 3, covered: 2, followedUp: 1 },
			{ code: null, municipalities: 3, covered: 1, followedUp: 1 },
		]);
	});
	it("is near the campus that is nearest, and nowhere where a place is not known", () => {
		const nearest = nearestAmong([
			campus("Bodø", 67.28, 14.4),
			campus("Levanger", 63.75, 11.3),
			campus("Ukjent", null, null),
		]);
		expect(nearest({ latitude: 63.79, longitude: 11.48 })).toEqual({ name: "Levanger", minutes: 21 });
		expect(nearest({ latitude: null, longitude: null })).toBeNull();
		expect(nearestAmong([])({ latitude: 63.79, longitude: 11.48 })).toBeNull();
	});
	it("is brought about by brokers, who are neither services nor education", () => {
		expect(["ks", "regional-council", "development-centre", "state-administrator"].every(isBroker)).toBe(true);
		expect(["municipality", "institution", "county", "constructor"].some(isBroker)).toBe(false);
	});
});
