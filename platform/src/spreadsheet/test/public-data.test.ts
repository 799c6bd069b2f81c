import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { defineContract } from "../contract.ts";
import { readSheet } from "../read.server.ts";
import { rowsOf } from "./files.ts";

const root = resolve(import.meta.dirname, "../../../..");
const data = join(process.env.LAERINGSARENA_SHARED ?? join(dirname(root), "shared"), "data");

const municipalities = defineContract({
	title: { nb: "Kommuner", nn: "Kommunar", en: "Municipalities" },
	columns: [
		{
			key: "number",
			kind: "municipality",
			required: true,
			headers: { nb: "Kommunenummer", nn: "Kommunenummer", en: "Number" },
		},
		{ key: "name", kind: "text", required: true, headers: { nb: "Kommunenavn", nn: "Kommunenamn", en: "Name" } },
		{
			key: "area",
			kind: "decimal",
			minimum: 0,
			headers: { nb: "Areal", nn: "Areal", en: "Area" },
			aliases: ["totalareal_km2"],
		},
		{
			key: "population",
			kind: "wholeNumber",
			required: true,
			headers: { nb: "Folketall", nn: "Folketal", en: "Population" },
			aliases: ["folketall_2024"],
		},
		{
			key: "latitude",
			kind: "latitude",
			headers: { nb: "Bredde", nn: "Breidd", en: "Latitude" },
			aliases: ["adm_senter_lat"],
		},
		{
			key: "longitude",
			kind: "longitude",
			headers: { nb: "Lengde", nn: "Lengd", en: "Longitude" },
			aliases: ["adm_senter_lon"],
		},
	],
	unique: [["number"]],
});

const postcodes = defineContract({
	title: { nb: "Postnumre", nn: "Postnummer", en: "Postcodes" },
	columns: [
		{ key: "code", kind: "postcode", required: true, headers: { nb: "Postnummer", nn: "Postnummer", en: "Postcode" } },
		{ key: "town", kind: "text", required: true, headers: { nb: "Poststed", nn: "Poststad", en: "Town" } },
		{
			key: "municipality",
			kind: "municipality",
			headers: { nb: "Kommunenummer", nn: "Kommunenummer", en: "Municipality" },
		},
		{ key: "latitude", kind: "latitude", headers: { nb: "Lat", nn: "Breidd", en: "Latitude" } },
		{ key: "longitude", kind: "longitude", headers: { nb: "Lon", nn: "Lengd", en: "Longitude" } },
	],
	unique: [["code"]],
});

const missing = existsSync(data) ? "" : ` (the folder of public data, ${data}, is not here)`;

describe.skipIf(missing !== "")(`public files${missing}`, () => {
	const read = (name: string) => readFileSync(join(data, name));

	it("reads the 357 municipalities", () => {
		const rows = rowsOf(readSheet(read("kommuner-2024.csv"), "kommuner-2024.csv", municipalities));
		expect(rows).toHaveLength(357);
		expect(rows[0]).toEqual({
			number: "0301",
			name: "Oslo",
			area: 454.12,
			population: 717_710,
			latitude: 59.91273,
			longitude: 10.74609,
		});
	});

	it("reads the 5,121 postcodes, those without coordinates too", () => {
		const rows = rowsOf(readSheet(read("postnummer-2026.csv"), "postnummer-2026.csv", postcodes));
		expect(rows).toHaveLength(5121);
		expect(rows.filter((row) => row.latitude !== null)).toHaveLength(5061);
		expect(rows[0]).toMatchObject({ code: "0001", town: "Oslo", municipality: "0301" });
	});
});
