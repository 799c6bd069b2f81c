import { countyOf } from "../codes.ts";
import type { Coordinates } from "../place.ts";
import { type FactRefusal, factRefusal } from "./refusal.ts";

/** What the facts of a file are held against: the municipalities of 2024 and where each is run from. */
export type KnownMunicipalities = ReadonlyMap<string, Coordinates>;

/** Mainland Norway, Svalbard and Jan Mayen. */
const norway = { west: -10, east: 34, south: 57.5, north: 81 };

export function checkMunicipality(
	number: string,
	known: KnownMunicipalities,
	row: number,
	header = "kommunenummer",
): FactRefusal[] {
	return known.has(number)
		? []
		: [factRefusal({ code: "unknownMunicipality", detail: {} }, { row, header, value: number })];
}

export function checkCounty(municipality: string, county: string, row: number): FactRefusal[] {
	return countyOf(municipality) === county
		? []
		: [
				factRefusal(
					{ code: "countyDiffers", detail: { county, municipality } },
					{ row, header: "fylkesnummer", value: county },
				),
			];
}

export function checkInNorway(at: Coordinates, row: number, header: string): FactRefusal[] {
	const { latitude, longitude } = at;
	const isInside =
		latitude > norway.south && latitude < norway.north && longitude > norway.west && longitude < norway.east;
	if (isInside) return [];
	return [factRefusal({ code: "outsideNorway", detail: {} }, { row, header, value: `${latitude}, ${longitude}` })];
}

/** A file that claims to cover the country must cover all of it. */
export function checkComplete(numbers: Iterable<string>, known: KnownMunicipalities): FactRefusal[] {
	const found = new Set(numbers);
	const missing = [...known.keys()].filter((number) => !found.has(number));
	return missing.length === 0 ? [] : [factRefusal({ code: "missingMunicipalities", detail: { numbers: missing } })];
}
