import { defineContract } from "../../spreadsheet/contract.ts";
import { readSheet } from "../../spreadsheet/read.server.ts";
import type { Coordinates } from "../place.ts";
import { checkInNorway, checkMunicipality, type KnownMunicipalities } from "./check.ts";
import { type FactRefusal, judged, type PublicRead } from "./refusal.ts";
import { publicSources } from "./sources.ts";

/** A postcode; without coordinates where nobody has found any, and never guessed from its neighbours. */
export type PostcodeFact = {
	readonly postcode: string;
	readonly place: string;
	readonly municipality: string;
	readonly at: Coordinates | null;
	/** Streets, post-office boxes, both, or one large receiver; null where the file does not say. */
	readonly use: "streets" | "boxes" | "both" | "service" | null;
};

const contract = defineContract({
	title: { nb: "Postnumre", nn: "Postnummer", en: "Postcodes" },
	columns: [
		{
			key: "postcode",
			kind: "postcode",
			headers: { nb: "Postnummer", nn: "Postnummer", en: "Postcode" },
			required: true,
		},
		{ key: "place", kind: "text", headers: { nb: "Poststed", nn: "Poststad", en: "Post town" }, required: true },
		{
			key: "municipality",
			kind: "municipality",
			headers: { nb: "Kommunenummer", nn: "Kommunenummer", en: "Municipality number" },
			required: true,
		},
		{
			key: "latitude",
			kind: "latitude",
			headers: { nb: "Breddegrad", nn: "Breiddegrad", en: "Latitude" },
			aliases: ["lat"],
		},
		{
			key: "longitude",
			kind: "longitude",
			headers: { nb: "Lengdegrad", nn: "Lengdegrad", en: "Longitude" },
			aliases: ["lon"],
		},
		{
			key: "use",
			kind: "choice",
			headers: { nb: "Bruksområde", nn: "Bruksområde", en: "Use" },
			aliases: ["bruksomraade"],
			choices: [
				{ value: "streets", labels: { nb: "Gate-/veg-adresse", nn: "Gate-/vegadresse", en: "Streets" } },
				{ value: "boxes", labels: { nb: "Postbokser", nn: "Postboksar", en: "Boxes" } },
				{
					value: "both",
					labels: { nb: "Gateadresser og postbokser", nn: "Gateadresser og postboksar", en: "Streets and boxes" },
				},
				{ value: "service", labels: { nb: "Servicepostnummer", nn: "Servicepostnummer", en: "Service" } },
			],
		},
	],
	unique: [["postcode"]],
});

/**
 * Reads the public file of postcodes with municipality and, where known, coordinates. Coordinates outside Norway are set
 * aside: the published file has had such, and the postcode is no less true for it.
 */
export function readPostcodes(
	bytes: Uint8Array,
	fileName: string,
	known: KnownMunicipalities,
): PublicRead<readonly PostcodeFact[]> {
	const sheet = readSheet(bytes, fileName, contract);
	if ("refusals" in sheet) return sheet;
	const refusals: FactRefusal[] = [];
	const setAside: FactRefusal[] = [];
	const facts = sheet.rows.map(({ value, sheetRow }): PostcodeFact => {
		const { postcode, place, municipality, latitude, longitude, use } = value;
		// One coordinate without the other is nowhere.
		const stated = latitude === null || longitude === null ? null : { latitude, longitude };
		const astray = stated ? checkInNorway(stated, sheetRow, "lat") : [];
		setAside.push(...astray);
		if (!isOverseas(municipality)) refusals.push(...checkMunicipality(municipality, known, sheetRow));
		return { postcode, place, municipality, at: astray.length > 0 ? null : stated, use };
	});
	return judged(facts, [publicSources.postcodes], facts.length, refusals, setAside);
}

/** Svalbard and Jan Mayen have postcodes and numbers of their own, but no municipality. */
function isOverseas(municipality: string): boolean {
	return municipality.startsWith("21") || municipality.startsWith("22");
}
