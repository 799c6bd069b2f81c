import { defineContract } from "../../spreadsheet/contract.ts";
import { readSheet } from "../../spreadsheet/read.server.ts";
import { checkInstitutionCode } from "../codes.ts";
import type { Coordinates } from "../place.ts";
import { checkInNorway, checkMunicipality, type KnownMunicipalities } from "./check.ts";
import { type FactRefusal, factRefusal, judged, type PublicRead } from "./refusal.ts";
import { publicSources } from "./sources.ts";

/** An institution of higher education in the register of DBH. */
export type InstitutionFact = {
	readonly code: string;
	readonly name: string;
	readonly shortName: string;
	readonly kind: "university" | "specialized" | "private";
};

/** A place an institution teaches at. */
export type CampusFact = {
	readonly institution: string;
	readonly institutionName: string;
	readonly shortName: string;
	readonly campus: string;
	readonly municipality: string;
	readonly at: Coordinates;
};

const code = {
	key: "code",
	kind: "text",
	headers: { nb: "DBH-kode", nn: "DBH-kode", en: "DBH code" },
	aliases: ["dbh_kode"],
	required: true,
} as const;
const shortName = {
	key: "shortName",
	kind: "text",
	headers: { nb: "Kortnavn", nn: "Kortnamn", en: "Short name" },
	required: true,
} as const;

const institutionContract = defineContract({
	title: { nb: "Læresteder", nn: "Lærestader", en: "Institutions" },
	columns: [
		code,
		{ key: "name", kind: "text", headers: { nb: "Navn", nn: "Namn", en: "Name" }, required: true },
		shortName,
		{
			key: "kind",
			kind: "choice",
			headers: { nb: "Type", nn: "Type", en: "Kind" },
			choices: [
				{ value: "university", labels: { nb: "Universitet", nn: "Universitet", en: "University" } },
				{
					value: "specialized",
					labels: {
						nb: "Høyskole eller vitenskapelig høyskole",
						nn: "Høgskule eller vitskapleg høgskule",
						en: "Specialised",
					},
				},
				{ value: "private", labels: { nb: "Privat", nn: "Privat", en: "Private" } },
			],
			required: true,
		},
	],
	unique: [["code"]],
});

const campusContract = defineContract({
	title: { nb: "Studiesteder", nn: "Studiestader", en: "Campuses" },
	columns: [
		code,
		shortName,
		{
			key: "institutionName",
			kind: "text",
			headers: { nb: "Institusjon", nn: "Institusjon", en: "Institution" },
			required: true,
		},
		{ key: "campus", kind: "text", headers: { nb: "Studiested", nn: "Studiestad", en: "Campus" }, required: true },
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
			required: true,
		},
		{
			key: "longitude",
			kind: "longitude",
			headers: { nb: "Lengdegrad", nn: "Lengdegrad", en: "Longitude" },
			aliases: ["lon"],
			required: true,
		},
	],
	unique: [["code", "campus"]],
});

/** Reads the public file of institutions by DBH code. */
export function readInstitutions(bytes: Uint8Array, fileName: string): PublicRead<readonly InstitutionFact[]> {
	const sheet = readSheet(bytes, fileName, institutionContract);
	if ("refusals" in sheet) return sheet;
	const refusals = sheet.rows.flatMap(({ value, sheetRow }) => checkCode(value.code, sheetRow));
	return judged(
		sheet.rows.map(({ value }) => value),
		[publicSources.institutions],
		sheet.rows.length,
		refusals,
	);
}

/** Reads a file of campuses: compiled by hand, so what it gives is shown as unverified. */
export function readCampuses(
	bytes: Uint8Array,
	fileName: string,
	known: KnownMunicipalities,
): PublicRead<readonly CampusFact[]> {
	const sheet = readSheet(bytes, fileName, campusContract);
	if ("refusals" in sheet) return sheet;
	const facts = sheet.rows.map(({ value }): CampusFact => {
		const { code: institution, institutionName, shortName, campus, municipality, latitude, longitude } = value;
		return { institution, institutionName, shortName, campus, municipality, at: { latitude, longitude } };
	});
	const refusals = facts.flatMap((fact, index) => {
		const row = sheet.rows[index]?.sheetRow ?? 0;
		return [
			...checkCode(fact.institution, row),
			...checkMunicipality(fact.municipality, known, row),
			...checkInNorway(fact.at, row, "lat"),
		];
	});
	return judged(facts, [publicSources.campuses], facts.length, refusals);
}

function checkCode(text: string, row: number): FactRefusal[] {
	if (checkInstitutionCode(text).code !== undefined) return [];
	return [factRefusal({ code: "notInstitutionCode", detail: {} }, { row, header: "dbh_kode", value: text })];
}
