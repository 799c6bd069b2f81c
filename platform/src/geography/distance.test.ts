import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeShared, readShared } from "../../test/shared.ts";
import {
	estimateMinutes,
	kilometresBetween,
	kilometresToPoint,
	measuringPoint,
	measuringPoints,
	travelBetween,
	travelEstimate,
	travelTable,
} from "./distance.ts";
import { readGazetteer } from "./gazetteer.server.ts";
import type { Coordinates } from "./place.ts";
import { readMunicipalities } from "./public/municipalities.server.ts";
import { readRegions } from "./public/regions.server.ts";

const oslo = { latitude: 59.91273, longitude: 10.74609 };
const bergen = { latitude: 60.39299, longitude: 5.32415 };
const point = fc.record({
	latitude: fc.double({ min: 57, max: 72, noNaN: true }),
	longitude: fc.double({ min: 4, max: 32, noNaN: true }),
});

describe("kilometresBetween", () => {
	it("knows Oslo–Bergen and a quarter of the earth", () => {
		expect(kilometresBetween(oslo, bergen)).toBeCloseTo(305, 0);
		expect(kilometresBetween({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 90 })).toBeCloseTo(10007.6, 1);
	});

	it("is the same to the last bit to one of many points, and no number to one that is not there", () => {
		fc.assert(
			fc.property(point, fc.array(fc.option(point)), (from, places) => {
				const points = measuringPoints(places);
				const found = places.map((_, at) => kilometresToPoint(measuringPoint(from), points, at));
				expect(found).toEqual(places.map((place) => (place === null ? Number.NaN : kilometresBetween(from, place))));
			}),
		);
	});

	it("is a distance: nothing to itself, the same both ways, never longer round a third", () => {
		fc.assert(
			fc.property(point, point, point, (a, b, c) => {
				expect(kilometresBetween(a, a)).toBe(0);
				expect(kilometresBetween(a, b)).toBeCloseTo(kilometresBetween(b, a), 9);
				expect(kilometresBetween(a, b)).toBeLessThanOrEqual(kilometresBetween(a, c) + kilometresBetween(c, b) + 1e-6);
			}),
		);
	});
});

describe("travelBetween", () => {
	const table = travelTable([{ from: "4601", to: "0301", minutes: 430.4 }], "Målt", "2024-05-01");

	it("estimates where nothing is imported, and says so", () => {
		expect(travelBetween({ at: oslo }, { at: { latitude: 59.744, longitude: 10.2045 } })).toMatchObject({
			basis: "estimate",
			extended: false,
			minutes: 46,
			source: "TØI/KDD",
		});
	});

	it("says where the estimate goes beyond what it was calibrated on", () => {
		expect(travelBetween({ at: oslo }, { at: bergen }).extended).toBe(true);
	});

	it("lets imported minutes win, both ways, with their own source and date", () => {
		const there = travelBetween({ key: "0301", at: oslo }, { key: "4601", at: bergen }, [table]);
		expect(there).toMatchObject({
			basis: "imported",
			minutes: 430,
			source: "Målt",
			date: "2024-05-01",
			extended: false,
		});
		expect(travelBetween({ key: "4601", at: bergen }, { key: "0301", at: oslo }, [table]).minutes).toBe(430);
	});

	it("never looks up a place against itself, nor places without a key", () => {
		const own = travelTable([{ from: "0301", to: "0301", minutes: 12 }], "Målt", "2024-05-01");
		expect(travelBetween({ key: "0301", at: oslo }, { key: "0301", at: bergen }, [own]).basis).toBe("estimate");
		expect(travelBetween({ at: oslo }, { key: "4601", at: bergen }, [table]).basis).toBe("estimate");
	});
});

describeShared("the travel estimate", ["ba-regioner-2024.csv", "kommuner-2024.csv"], () => {
	const gazetteer = new Map(readGazetteer().municipalities.map((place) => [place.number, place.centre.at]));
	const profiles = readMunicipalities(readShared("kommuner-2024.csv"), "kommuner-2024.csv", gazetteer);
	const published = new Map(
		"facts" in profiles ? profiles.facts.profiles.map((profile) => [profile.number, profile.centre.at]) : [],
	);

	it("is the least-squares line through the known road minutes, with the stated error", () => {
		const pairs = knownPairs(published);
		expect(pairs).toHaveLength(travelEstimate.calibratedOn);
		const distances = pairs.map((pair) => pair.kilometres);
		expect(Math.floor(Math.max(...distances))).toBe(travelEstimate.calibratedKilometres.to);
		const line = leastSquares(pairs);
		expect(line.intercept).toBeCloseTo(travelEstimate.minutesAtZero, 0);
		expect(line.slope).toBeCloseTo(travelEstimate.minutesPerKilometre, 2);
		expect(meanError(pairs)).toBeCloseTo(travelEstimate.meanAbsoluteError, 1);
	});

	it("is as good from the centres the program itself knows", () => {
		expect(meanError(knownPairs(gazetteer))).toBeLessThan(7.5);
	});

	it("is too low by more than 24 minutes only across fjords and ferries, which are few", () => {
		const low = knownPairs(published).filter((pair) => pair.minutes - estimateMinutes(pair.kilometres) > 24);
		expect(low.length).toBeLessThanOrEqual(10);
		expect(Math.max(...low.map((pair) => pair.minutes - estimateMinutes(pair.kilometres)))).toBeLessThan(39);
	});
});

type Pair = { readonly kilometres: number; readonly minutes: number };

function knownPairs(centres: ReadonlyMap<string, Coordinates>): Pair[] {
	const regions = readRegions(readShared("ba-regioner-2024.csv"), "ba-regioner-2024.csv", centres);
	if (!("facts" in regions)) throw new Error("The published regions were refused.");
	return regions.facts.travel.map(({ from, to, minutes }) => {
		const [home, away] = [centres.get(from), centres.get(to)];
		if (!home || !away) throw new Error(`No centre for ${from} or ${to}.`);
		return { kilometres: kilometresBetween(home, away), minutes };
	});
}

function meanError(pairs: readonly Pair[]): number {
	const errors = pairs.map((pair) => Math.abs(pair.minutes - estimateMinutes(pair.kilometres)));
	return errors.reduce((sum, error) => sum + error, 0) / errors.length;
}

function leastSquares(pairs: readonly Pair[]): { slope: number; intercept: number } {
	const mean = (of: (pair: Pair) => number) => pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length;
	const [x, y] = [mean((pair) => pair.kilometres), mean((pair) => pair.minutes)];
	const slope = mean((pair) => (pair.kilometres - x) * (pair.minutes - y)) / mean((pair) => (pair.kilometres - x) ** 2);
	return { slope, intercept: y - slope * x };
}
