import { inEachLanguage } from "../../../../language.ts";
import { defineContract, type RowOf } from "../../../../spreadsheet/contract.ts";
import { actualSheet } from "../../actual/sheet.ts";
import { financings, measureKinds, measureStatuses } from "../codes.ts";
import { measurePageText } from "../pages/measure.text.ts";
import { measureText } from "../text.ts";
import { measureSheetText } from "./text.ts";

const [unit, entry] = actualSheet.columns;
const column = (name: keyof (typeof measurePageText)["nb"]["columns"]) =>
	inEachLanguage((language) => measurePageText[language].columns[name]);
const email = (name: "ownerEmail" | "deputyEmail") =>
	({
		key: name,
		kind: "email",
		headers: inEachLanguage((language) => measurePageText[language].fields[name]),
	}) as const;
const said = (name: keyof (typeof measureSheetText)["nb"]) =>
	inEachLanguage((language) => measureSheetText[language][name]);

/** The sheet of measures: as the list of them is exported, so that it can be brought back. */
export const measureSheet = defineContract({
	title: inEachLanguage((language) => measureText[language].title),
	columns: [
		{
			key: "title",
			kind: "text",
			required: true,
			maximumLength: 200,
			headers: column("title"),
			example: "Tre tar ABC",
		},
		{ key: "plan", kind: "text", maximumLength: 200, headers: column("plan"), explanation: said("planHint") },
		{
			key: "kind",
			kind: "choice",
			choices: measureKinds.map((value) => ({
				value,
				labels: inEachLanguage((language) => measureText[language].kinds[value]),
			})),
			headers: column("kind"),
			explanation: said("newOnes"),
		},
		{ ...unit, required: false, explanation: said("unitHint") },
		{ ...entry, required: false },
		{ key: "closes", kind: "decimal", minimum: 0.01, maximum: 10_000, headers: column("closes"), example: "2,5" },
		{ key: "persons", kind: "wholeNumber", minimum: 1, maximum: 10_000, headers: column("persons") },
		{
			key: "cost",
			kind: "wholeNumber",
			minimum: 0,
			maximum: 1_000_000_000,
			headers: column("cost"),
			example: "120 000",
		},
		{
			key: "financing",
			kind: "choice",
			choices: financings.map((value) => ({
				value,
				labels: inEachLanguage((language) => measureText[language].financings[value]),
			})),
			headers: column("financing"),
		},
		{ key: "substitutePositions", kind: "decimal", minimum: 0.01, maximum: 1_000, headers: column("substitutes") },
		{
			key: "priority",
			kind: "wholeNumber",
			minimum: 1,
			maximum: 999,
			headers: column("priority"),
			aliases: ["Prioritet", "Priority"],
			explanation: said("priorityHint"),
		},
		{
			key: "status",
			kind: "choice",
			choices: measureStatuses.map((value) => ({
				value,
				labels: inEachLanguage((language) => measureText[language].statuses[value]),
			})),
			headers: column("status"),
		},
		{ key: "dueOn", kind: "date", headers: column("due") },
		{ key: "ownerName", kind: "text", maximumLength: 200, headers: column("owner"), explanation: said("newOnes") },
		email("ownerEmail"),
		{ key: "deputyName", kind: "text", maximumLength: 200, headers: column("deputy") },
		email("deputyEmail"),
		{ key: "note", kind: "text", maximumLength: 2000, headers: column("note") },
	],
	unique: [],
});
export type MeasureSheetRow = RowOf<typeof measureSheet>;
