import { readGazetteer } from "../../../geography/gazetteer.server.ts";

let names: ReadonlyMap<string, string> | undefined;

/** The everyday name of a municipality by its number; the number where the gazetteer of today does not have it. */
export function municipalityName(number: string | null): string {
	names ??= new Map(readGazetteer().municipalities.map((one) => [one.number, one.name]));
	return number === null ? "" : (names.get(number) ?? number);
}
