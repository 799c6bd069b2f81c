import { defineContract } from "../../spreadsheet/contract.ts";
import { readSheet } from "../../spreadsheet/read.server.ts";
import { kilometresBetween, type TravelTable, travelTable } from "../distance.ts";
import { checkComplete, checkMunicipality, type KnownMunicipalities } from "./check.ts";
import { judged, type PublicRead } from "./refusal.ts";
import { publicSources } from "./sources.ts";

/** A municipality's place in its labour-market region (bo- og arbeidsmarkedsregion). */
export type RegionMember = {
	readonly municipality: string;
	readonly region: { readonly number: number; readonly name: string };
	/** Whether the region's centre lies in this municipality, alone or with another. */
	readonly isCentre: boolean;
	/** Road minutes to the region's centre; for a centre, the mean within the municipality. */
	readonly minutesToCentre: number;
	/** Per cent of the employed who commute to, and from, the centre. */
	readonly commutingOut: number;
	readonly commutingIn: number;
};

/** Road minutes between the centres of two municipalities. */
export type TravelFact = { readonly from: string; readonly to: string; readonly minutes: number };

export type RegionFacts = { readonly members: readonly RegionMember[]; readonly travel: readonly TravelFact[] };

const contract = defineContract({
	title: { nb: "Bo- og arbeidsmarkedsregioner", nn: "Bu- og arbeidsmarknadsregionar", en: "Labour-market regions" },
	columns: [
		{
			key: "municipality",
			kind: "municipality",
			headers: { nb: "Kommunenummer", nn: "Kommunenummer", en: "Municipality number" },
			required: true,
		},
		{
			key: "regionNumber",
			kind: "wholeNumber",
			headers: { nb: "BA-region, nummer", nn: "BA-region, nummer", en: "Labour-market region, number" },
			aliases: ["ba_nr"],
			minimum: 1,
			required: true,
		},
		{
			key: "regionName",
			kind: "text",
			headers: { nb: "BA-region", nn: "BA-region", en: "Labour-market region" },
			aliases: ["ba_navn"],
			required: true,
		},
		{
			key: "minutes",
			kind: "decimal",
			headers: { nb: "Reisetid til senter, minutter", nn: "Reisetid til senter, minutt", en: "Minutes to centre" },
			aliases: ["reisetid_min_til_ba_senter"],
			minimum: 0,
			maximum: 600,
			required: true,
		},
		{
			key: "commutingOut",
			kind: "decimal",
			headers: { nb: "Utpendling, prosent", nn: "Utpendling, prosent", en: "Commuting out, per cent" },
			aliases: ["utpendling_pst"],
			minimum: 0,
			maximum: 100,
			required: true,
		},
		{
			key: "commutingIn",
			kind: "decimal",
			headers: { nb: "Innpendling, prosent", nn: "Innpendling, prosent", en: "Commuting in, per cent" },
			aliases: ["innpendling_pst"],
			minimum: 0,
			maximum: 100,
			required: true,
		},
		{
			key: "basis",
			kind: "text",
			headers: { nb: "Grunnlag", nn: "Grunnlag", en: "Basis" },
			required: true,
		},
	],
	unique: [["municipality"]],
});

/**
 * Reads the public file of labour-market regions, and from it the road minutes from each municipality to the centre of
 * its region (the nearest, where two municipalities share it). A region without a stated centre gives no minutes.
 */
export function readRegions(bytes: Uint8Array, fileName: string, known: KnownMunicipalities): PublicRead<RegionFacts> {
	const sheet = readSheet(bytes, fileName, contract);
	if ("refusals" in sheet) return sheet;
	const members = sheet.rows.map(({ value }): RegionMember => {
		const { municipality, regionNumber, regionName, minutes, commutingOut, commutingIn, basis } = value;
		return {
			municipality,
			region: { number: regionNumber, name: regionName },
			isCentre: /^(senterkommune|restkommune)/i.test(basis),
			minutesToCentre: minutes,
			commutingOut,
			commutingIn,
		};
	});
	const refusals = [
		...sheet.rows.flatMap(({ value, sheetRow }) => checkMunicipality(value.municipality, known, sheetRow)),
		...checkComplete(
			members.map((member) => member.municipality),
			known,
		),
	];
	const facts = { members, travel: members.flatMap((member) => travelToCentre(member, members, known)) };
	return judged(facts, [publicSources.regions], members.length, refusals);
}

/** Imported minutes as the travel estimate takes them. */
export function travelTableOf(travel: readonly TravelFact[]): TravelTable {
	const { title, date } = publicSources.regions;
	return travelTable(travel, title, date);
}

function travelToCentre(
	member: RegionMember,
	members: readonly RegionMember[],
	known: KnownMunicipalities,
): TravelFact[] {
	const home = known.get(member.municipality);
	if (member.isCentre || !home) return [];
	const centres = members
		.filter((other) => other.isCentre && other.region.number === member.region.number)
		.flatMap(({ municipality }) => {
			const at = known.get(municipality);
			return at ? [{ municipality, kilometres: kilometresBetween(home, at) }] : [];
		})
		.sort((a, b) => a.kilometres - b.kilometres);
	const [nearest] = centres;
	if (!nearest) return [];
	return [{ from: member.municipality, to: nearest.municipality, minutes: member.minutesToCentre }];
}
