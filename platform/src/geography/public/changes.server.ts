import { defineContract } from "../../spreadsheet/contract.ts";
import { readSheet } from "../../spreadsheet/read.server.ts";
import { deriveSuccessions, type NumberPeriod, type Succession } from "../succession.ts";
import { checkMunicipality, type KnownMunicipalities } from "./check.ts";
import { type FactRefusal, factRefusal, judged, type PublicRead } from "./refusal.ts";
import { publicSources } from "./sources.ts";

export type ChangeFacts = {
	readonly periods: readonly NumberPeriod[];
	/** Who became whom, derived from the periods. */
	readonly successions: readonly Succession[];
};

const contract = defineContract({
	title: { nb: "Endringer i kommuneinndelingen", nn: "Endringar i kommuneinndelinga", en: "Municipal changes" },
	columns: [
		{
			key: "number",
			kind: "municipality",
			headers: { nb: "Kommunenummer da", nn: "Kommunenummer då", en: "Number then" },
			required: true,
		},
		{
			key: "firstYear",
			kind: "wholeNumber",
			headers: { nb: "Fra år", nn: "Frå år", en: "From year" },
			aliases: ["fra_aar"],
			minimum: 1838,
			maximum: 2100,
			required: true,
		},
		{
			key: "lastYear",
			kind: "wholeNumber",
			headers: { nb: "Til år", nn: "Til år", en: "To year" },
			aliases: ["til_aar"],
			minimum: 1838,
			maximum: 2100,
			required: true,
		},
		{
			key: "became",
			kind: "municipality",
			headers: { nb: "Kommunenummer 2024", nn: "Kommunenummer 2024", en: "Number in 2024" },
			required: true,
		},
		{
			key: "share",
			kind: "decimal",
			headers: { nb: "Andel av befolkningen", nn: "Del av folketalet", en: "Share of the population" },
			aliases: ["vekt_befolkning"],
			minimum: 0,
			maximum: 1,
			required: true,
		},
	],
	unique: [["number", "firstYear", "became"]],
});

/**
 * Reads the public file of municipality numbers by period and which municipality of 2024 they became, and derives who
 * succeeded whom. The last year of the file is taken as "still in use".
 */
export function readChanges(bytes: Uint8Array, fileName: string, known: KnownMunicipalities): PublicRead<ChangeFacts> {
	const sheet = readSheet(bytes, fileName, contract);
	if ("refusals" in sheet) return sheet;
	const refusals: FactRefusal[] = sheet.rows.flatMap(({ value, sheetRow }) => {
		const { firstYear: from, lastYear: to } = value;
		const backwards = factRefusal(
			{ code: "periodBackwards", detail: { from, to } },
			{ row: sheetRow, header: "til_aar", value: to },
		);
		return [
			...checkMunicipality(value.became, known, sheetRow, "kommunenummer_2024"),
			...(to < from ? [backwards] : []),
		];
	});
	const endOfFile = Math.max(...sheet.rows.map(({ value }) => value.lastYear));
	const periods = new Map<string, { period: NumberPeriod; became: Map<string, number> }>();
	for (const { value } of sheet.rows) {
		const key = `${value.number}:${value.firstYear}`;
		const became = periods.get(key)?.became ?? new Map<string, number>();
		became.set(value.became, value.share);
		const lastYear = value.lastYear === endOfFile ? null : value.lastYear;
		periods.set(key, { became, period: { number: value.number, firstYear: value.firstYear, lastYear, became } });
	}
	const list = [...periods.values()].map(({ period }) => period);
	refusals.push(...list.flatMap(checkShares));
	const derived = deriveSuccessions(list);
	if (derived.unclear) refusals.push(factRefusal({ code: "unclearSuccessor", detail: derived.unclear }));
	const successions = derived.successions ?? [];
	return judged({ periods: list, successions }, [publicSources.changes], sheet.rows.length, refusals);
}

function checkShares(period: NumberPeriod): FactRefusal[] {
	const sum = [...period.became.values()].reduce((total, share) => total + share, 0);
	if (Math.abs(sum - 1) < 0.001) return [];
	return [factRefusal({ code: "sharesDoNotAddUp", detail: { number: period.number, sum } })];
}
