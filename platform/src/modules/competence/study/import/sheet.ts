import { inEachLanguage } from "../../../../language.ts";
import { defineContract, type RowOf } from "../../../../spreadsheet/contract.ts";
import { actualSheet } from "../../actual/sheet.ts";
import type { StudyReason, StudyState } from "../codes.ts";
import { studyPageText } from "../pages/study.text.ts";
import { studyText } from "../text.ts";
import { studySheetText } from "./text.ts";

const [unit, entry] = actualSheet.columns;
const field = (name: "name" | "title" | "provider" | "firstDay" | "lastDay" | "reason" | "note") =>
	inEachLanguage((language) => studyPageText[language].fields[name]);
/** The steps after planned, each a column of its own. */
export const stepsTaken = ["applied", "admitted", "started", "deferred", "completed", "dropped-out"] as const;

/** The day of a step, under what the step is called. */
const day = <const Key extends StudyState>(key: Key, aliases: readonly string[] = []) =>
	({ key, kind: "date", headers: inEachLanguage((language) => studyText[language].states[key]), aliases }) as const;
const reason = <const Value extends StudyReason>(value: Value) => ({
	value,
	labels: inEachLanguage((language) => studyText[language].reasons[value]),
});

/** The sheet of who is in education: a row for each study, with the day of each step that has been taken. */
export const studySheet = defineContract({
	title: inEachLanguage((language) => studyText[language].title),
	columns: [
		{
			key: "number",
			kind: "wholeNumber",
			minimum: 1,
			maximum: 1_000_000,
			headers: inEachLanguage((language) => studySheetText[language].number),
			explanation: inEachLanguage((language) => studySheetText[language].numberHint),
		},
		{
			key: "name",
			kind: "text",
			maximumLength: 200,
			headers: field("name"),
			explanation: inEachLanguage((language) => studySheetText[language].nameHint),
		},
		unit,
		{ key: "title", kind: "text", required: true, maximumLength: 200, headers: field("title"), example: "AKS" },
		{ key: "provider", kind: "text", maximumLength: 200, headers: field("provider") },
		{ ...entry, headers: inEachLanguage((language) => studyPageText[language].fields.entryId) },
		{ key: "firstDay", kind: "date", headers: field("firstDay") },
		{ key: "lastDay", kind: "date", headers: field("lastDay") },
		day("applied"),
		day("admitted"),
		day("started", ["Startet", "Begynte"]),
		day("deferred"),
		day("completed"),
		day("dropped-out", ["Sluttet"]),
		{
			key: "reason",
			kind: "choice",
			headers: field("reason"),
			choices: [
				reason("no-leave"),
				reason("no-substitute"),
				reason("not-admitted"),
				reason("too-heavy"),
				reason("travel"),
				reason("not-held"),
				reason("left-job"),
				reason("own-reasons"),
				reason("other"),
			],
		},
		{ key: "note", kind: "text", maximumLength: 1000, headers: field("note") },
	],
	unique: [],
});
export type StudySheetRow = RowOf<typeof studySheet>;
