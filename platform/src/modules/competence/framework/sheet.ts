import { inEachLanguage } from "../../../language.ts";
import { defineContract, type RowOf } from "../../../spreadsheet/contract.ts";
import { competenceText } from "../text.ts";
import { frameworkText } from "./text.ts";

const header = (key: "name" | "kind" | "level" | "occupation" | "mapped") =>
	inEachLanguage((language) => frameworkText[language].columns[key]);
const kind = <const Value extends "education" | "specialisation" | "course" | "certificate">(value: Value) => ({
	value,
	labels: inEachLanguage((language) => competenceText[language].kinds[value]),
});
const level = <
	const Value extends
		| "no-formal"
		| "upper-secondary"
		| "vocational-college"
		| "bachelor"
		| "further"
		| "master"
		| "doctorate",
>(
	value: Value,
) => ({ value, labels: inEachLanguage((language) => competenceText[language].levels[value]) });

/** The sheet of an organisation's own entries, also where they come as a list of codes from a personnel system. */
export const entrySheet = defineContract({
	title: inEachLanguage((language) => competenceText[language].framework),
	columns: [
		{
			key: "name",
			kind: "text",
			required: true,
			maximumLength: 120,
			headers: header("name"),
			aliases: ["Navn", "Namn", "Name", "Stillingsbetegnelse", "Stilling", "Yrkesnavn", "Yrke", "Tittel"],
			explanation: {
				nb: "Slik dere kaller det. Navnet blir stående som det er.",
				nn: "Slik de kallar det. Namnet blir ståande som det er.",
				en: "What you call it. The name stays as it is.",
			},
			example: "Sykepleier i turnus",
		},
		{
			key: "kind",
			kind: "choice",
			choices: [kind("education"), kind("specialisation"), kind("course"), kind("certificate")],
			headers: header("kind"),
			explanation: {
				nb: "Tomt: som den i den felles listen.",
				nn: "Tomt: som den i den felles lista.",
				en: "Blank: as the one in the shared list.",
			},
		},
		{
			key: "level",
			kind: "choice",
			choices: [
				level("no-formal"),
				level("upper-secondary"),
				level("vocational-college"),
				level("bachelor"),
				level("further"),
				level("master"),
				level("doctorate"),
			],
			headers: header("level"),
			explanation: inEachLanguage((language) => frameworkText[language].hints.level),
		},
		{
			key: "occupation",
			kind: "text",
			maximumLength: 20,
			headers: header("occupation"),
			aliases: ["Stillingskode", "Kode", "STYRK", "STYRK-08", "Code"],
			explanation: inEachLanguage((language) => frameworkText[language].hints.occupation),
			example: "7174",
		},
		{
			key: "mapped",
			kind: "text",
			maximumLength: 120,
			headers: header("mapped"),
			aliases: ["Svarer til i den felles listen", "Felles kompetanse", "Shared competence"],
			explanation: {
				nb: "Navnet i den felles listen. Tomt: den som heter det samme, om det finnes noen.",
				nn: "Namnet i den felles lista. Tomt: den som heiter det same, om det finst nokon.",
				en: "The name in the shared list. Blank: the one of the same name, if there is one.",
			},
			example: "Sykepleier",
		},
	],
	unique: [],
});
export type EntrySheetRow = RowOf<typeof entrySheet>;
