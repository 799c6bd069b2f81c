import { inEachLanguage } from "../../../language.ts";
import { defineContract, type RowOf } from "../../../spreadsheet/contract.ts";
import { actualSheet } from "../actual/sheet.ts";
import { needText } from "./text.ts";

const [unit, entry] = actualSheet.columns;
const column = (name: "users" | "usersEach" | "growth" | "fromDay" | "reason" | "basis") =>
	inEachLanguage((language) => needText[language].fields[name]);
const basis = <const Value extends "task" | "users" | "norm" | "plan">(value: Value) => ({
	value,
	labels: inEachLanguage((language) => needText[language].bases[value]),
});

/** The sheet of what units need: one row for each competence at a unit, and one more for each day it grows by a new task. */
export const needSheet = defineContract({
	title: inEachLanguage((language) => needText[language].needs),
	columns: [
		unit,
		entry,
		{
			key: "positions",
			kind: "decimal",
			minimum: 0,
			maximum: 10_000,
			headers: inEachLanguage((language) => needText[language].fields.positions),
			aliases: ["Årsverk", "Behov", "Behov i årsverk", "Full positions"],
			explanation: {
				nb: "Tomt der det følger av hvor mange dere gir tjenester til.",
				nn: "Tomt der det følgjer av kor mange de gir tenester til.",
				en: "Blank where it follows from how many you serve.",
			},
			example: "4,5",
		},
		{ key: "users", kind: "wholeNumber", minimum: 0, maximum: 1_000_000, headers: column("users") },
		{ key: "usersEach", kind: "decimal", minimum: 0.01, maximum: 100_000, headers: column("usersEach") },
		{
			key: "basis",
			kind: "choice",
			choices: [basis("task"), basis("users"), basis("norm"), basis("plan")],
			headers: column("basis"),
		},
		{ key: "growth", kind: "wholeNumber", minimum: -20, maximum: 50, sign: "%", headers: column("growth") },
		{
			key: "fromDay",
			kind: "date",
			headers: column("fromDay"),
			explanation: {
				nb: "Dagen en ny oppgave begynner. Tomt: det trengs alt nå.",
				nn: "Dagen ei ny oppgåve byrjar. Tomt: det trengst alt no.",
				en: "The day a new task begins. Blank: it is needed now.",
			},
		},
		{ key: "reason", kind: "text", maximumLength: 1000, headers: column("reason"), example: "To på hver vakt" },
	],
	unique: [],
});
export type NeedSheetRow = RowOf<typeof needSheet>;
