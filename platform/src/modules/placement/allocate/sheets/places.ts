import { countyNumbers } from "../../../../geography/codes.ts";
import { type Gazetteer, namesOfMunicipality } from "../../../../geography/place.ts";
import { foldName } from "../../../../geography/search.ts";
import { nearest } from "../../../../spreadsheet/nearest.ts";

type Point = { readonly latitude: number; readonly longitude: number };
export type Postcode = { readonly municipality: string; readonly at: Point | null };

/** Where names, numbers and postcodes are. */
export type Places = {
	/** A municipality by name or four-digit number. */
	municipality(text: string): { readonly number: string; readonly name: string; readonly at: Point } | null;
	county(text: string): { readonly number: string; readonly name: string } | null;
	/** The municipality a person most likely meant; "" where none is near. */
	near(text: string): string;
	/** Undefined: no file of postcodes was given; null: the postcode is not in it. */
	postcode(code: string): Postcode | null | undefined;
	readonly nameOf: (municipality: string) => string;
};

/** Towns are not names of municipalities here: Steinkjer's villages share their names with other places. */
export function placesOf(
	{ municipalities, counties }: Gazetteer,
	postcodes: ReadonlyMap<string, Postcode> | null,
): Places {
	const byName = new Map<string, (typeof municipalities)[number]>();
	for (const one of municipalities) {
		byName.set(one.number, one);
		const towns = new Set(one.towns);
		for (const name of namesOfMunicipality(one))
			if (name === one.name || !towns.has(name)) byName.set(foldName(name), byName.get(foldName(name)) ?? one);
	}
	const countyNames = new Map(
		counties.flatMap((one) =>
			[one.name, one.officialName, ...one.otherNames, one.number].map((name) => [foldName(name), one]),
		),
	);
	const names = municipalities.map(({ name }) => name);
	const nameByNumber = new Map(municipalities.map(({ number, name }) => [number, name] as const));
	return {
		municipality(text) {
			const short = foldName(text).replace(/ kommune$/, "");
			const found = byName.get(text.trim()) ?? byName.get(/^\d{3}$/.test(short) ? `0${short}` : short);
			return found === undefined ? null : { number: found.number, name: found.name, at: found.centre.at };
		},
		county(text) {
			const found = countyNames.get(foldName(text).replace(/ fylke$/, ""));
			return found !== undefined && countyNumbers.some((number) => number === found.number) ? found : null;
		},
		near: (text) => nearest(text, names) ?? "",
		postcode: (code) => (postcodes === null ? undefined : (postcodes.get(code) ?? null)),
		nameOf: (municipality) => nameByNumber.get(municipality) ?? municipality,
	};
}
