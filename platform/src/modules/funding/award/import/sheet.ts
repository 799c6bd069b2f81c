import { inEachLanguage } from "../../../../language.ts";
import { defineContract, type RowOf } from "../../../../spreadsheet/contract.ts";
import { ledgerText } from "../pages/ledger.text.ts";
import { costSheetText } from "./text.ts";

const field = (name: "onDay" | "kroner" | "own" | "text" | "reference") =>
	inEachLanguage((language) => ledgerText[language].fields[name]);
const said = (name: "title" | "award" | "awardHint" | "line" | "lineHint" | "yearHint" | "referenceHint") =>
	inEachLanguage((language) => costSheetText[language][name]);

/** The sheet of what awards have been spent on, a row for each voucher: as it comes out of the accounts. */
export const costSheet = defineContract({
	title: said("title"),
	columns: [
		{
			key: "reference",
			kind: "text",
			required: true,
			maximumLength: 100,
			headers: field("reference"),
			aliases: ["Bilag", "Bilagsnr", "Bilagsnr.", "Voucher"],
			explanation: said("referenceHint"),
			example: "40012",
		},
		{
			key: "onDay",
			kind: "date",
			required: true,
			headers: field("onDay"),
			aliases: ["Bilagsdato", "Dato", "Date"],
			example: "2027-03-15",
		},
		{
			key: "kroner",
			kind: "decimal",
			minimum: 0,
			maximum: 100_000_000_000,
			headers: field("kroner"),
			aliases: ["Beløp", "Amount"],
			example: "12 500",
		},
		{ key: "own", kind: "decimal", minimum: 0, maximum: 100_000_000_000, headers: field("own") },
		{
			key: "text",
			kind: "text",
			maximumLength: 500,
			headers: field("text"),
			aliases: ["Tekst", "Bilagstekst", "Text"],
			example: "Vikar",
		},
		{
			key: "award",
			kind: "text",
			maximumLength: 200,
			headers: said("award"),
			aliases: ["Saksnummer", "Prosjekt"],
			explanation: said("awardHint"),
		},
		{ key: "line", kind: "text", maximumLength: 200, headers: said("line"), explanation: said("lineHint") },
		{
			key: "year",
			kind: "wholeNumber",
			minimum: 2000,
			maximum: 2100,
			headers: inEachLanguage((language) => ledgerText[language].year),
			explanation: said("yearHint"),
		},
	],
	unique: [],
});
export type CostSheetRow = RowOf<typeof costSheet>;
