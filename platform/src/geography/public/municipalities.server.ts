import type { RowOf } from "../../spreadsheet/contract.ts";
import { readSheet } from "../../spreadsheet/read.server.ts";
import type { Coordinates } from "../place.ts";
import { checkComplete, checkCounty, checkInNorway, checkMunicipality, type KnownMunicipalities } from "./check.ts";
import { municipalityContract } from "./municipalityContract.ts";
import { type FactRefusal, factRefusal, judged, type PublicRead } from "./refusal.ts";
import { publicSources } from "./sources.ts";

/** Names of the numbers held about a municipality, as they are stored. Population is by 1 January; areas are km². */
export const municipalityFactNames = [
	"population",
	"population-0-5",
	"population-6-15",
	"population-16-19",
	"population-20-66",
	"population-67-79",
	"population-80-and-over",
	"centrality-index",
	"centrality-class",
	"area",
	"land-area",
] as const;
export type MunicipalityFactName = (typeof municipalityFactNames)[number];

/** One number about one municipality in one year; `source` is the id of one of the sources read. */
export type MunicipalityFact = {
	readonly municipality: string;
	readonly name: MunicipalityFactName;
	readonly year: number;
	readonly value: number;
	readonly source: string;
};

/** What a municipality is, beside its numbers. */
export type MunicipalityProfile = {
	readonly number: string;
	/** As Statistics Norway writes it, all official languages. */
	readonly name: string;
	readonly county: string;
	readonly labourMarketRegion: { readonly number: number; readonly name: string };
	readonly centre: { readonly name: string; readonly at: Coordinates };
	/** The form of Norwegian the municipality has chosen for what the state writes to it. */
	readonly languageForm: "nb" | "nn" | "neutral";
};

export type MunicipalityFacts = {
	readonly profiles: readonly MunicipalityProfile[];
	readonly facts: readonly MunicipalityFact[];
};

type Row = RowOf<typeof municipalityContract>;

/**
 * Reads the public file of municipalities: population 2024–2026 with ages, centrality, areas, labour-market region,
 * centre and form of Norwegian. Refuses a file that lacks a municipality or whose ages do not add up.
 */
export function readMunicipalities(
	bytes: Uint8Array,
	fileName: string,
	known: KnownMunicipalities,
): PublicRead<MunicipalityFacts> {
	const sheet = readSheet(bytes, fileName, municipalityContract);
	if ("refusals" in sheet) return sheet;
	const rows = sheet.rows.map((row) => row.value);
	const refusals = [
		...sheet.rows.flatMap(({ value, sheetRow }) => checkRow(value, sheetRow, known)),
		...checkComplete(
			rows.map((row) => row.number),
			known,
		),
	];
	const { population, centrality, area, centre } = publicSources;
	const facts = { profiles: rows.map(profileOf), facts: rows.flatMap(factsOf) };
	return judged(facts, [population, centrality, area, centre], rows.length, refusals);
}

function checkRow(row: Row, sheetRow: number, known: KnownMunicipalities): FactRefusal[] {
	const sum = row.age0 + row.age6 + row.age16 + row.age20 + row.age67 + row.age80;
	const total = row.population2026;
	return [
		...checkMunicipality(row.number, known, sheetRow),
		...checkCounty(row.number, row.county, sheetRow),
		...checkInNorway(centreOf(row), sheetRow, "adm_senter_lat"),
		...(sum === total
			? []
			: [
					factRefusal(
						{ code: "sumDiffers", detail: { sum, total } },
						{ row: sheetRow, header: "folketall_2026", value: total },
					),
				]),
	];
}

function profileOf(row: Row): MunicipalityProfile {
	return {
		number: row.number,
		name: row.name,
		county: row.county,
		labourMarketRegion: { number: row.regionNumber, name: row.regionName },
		centre: { name: row.centreName, at: centreOf(row) },
		languageForm: row.languageForm,
	};
}

function factsOf(row: Row): MunicipalityFact[] {
	const { population, centrality, area } = publicSources;
	const numbers: readonly (readonly [MunicipalityFactName, number, number, string])[] = [
		["population", 2024, row.population2024, population.id],
		["population", 2025, row.population2025, population.id],
		["population", 2026, row.population2026, population.id],
		["population-0-5", 2026, row.age0, population.id],
		["population-6-15", 2026, row.age6, population.id],
		["population-16-19", 2026, row.age16, population.id],
		["population-20-66", 2026, row.age20, population.id],
		["population-67-79", 2026, row.age67, population.id],
		["population-80-and-over", 2026, row.age80, population.id],
		["centrality-index", 2024, row.centralityIndex, centrality.id],
		["centrality-class", 2024, row.centralityClass, centrality.id],
		["area", 2024, row.area, area.id],
		["land-area", 2024, row.landArea, area.id],
	];
	return numbers.map(([name, year, value, source]) => ({ municipality: row.number, name, year, value, source }));
}

function centreOf(row: Row): Coordinates {
	return { latitude: row.centreLatitude, longitude: row.centreLongitude };
}
