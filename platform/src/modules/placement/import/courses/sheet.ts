import { inEachLanguage } from "../../../../language.ts";
import { defineContract, type RowOf } from "../../../../spreadsheet/contract.ts";
import { professions } from "../../../organisation/codes.ts";
import { professionName } from "../../../organisation/text.ts";
import { courseText } from "../../course/text.ts";

const field = (key: keyof typeof courseText.nb.fields) =>
	inEachLanguage((language) => courseText[language].fields[key]);
const said = (nb: string, nn: string, en: string) => ({ nb, nn, en });

const hoursPeopleWrite = [
	"Timer",
	"Timer pr uke",
	"Timer pr. uke",
	"Timer per uke",
	"Timar per veke",
	"Hours per week",
];

/** The sheet of courses. A course with two periods stands in two rows that say the same about the course. */
export const courseSheet = defineContract({
	title: said("Emner", "Emne", "Courses"),
	columns: [
		{
			key: "code",
			kind: "text",
			required: true,
			maximumLength: 60,
			headers: field("code"),
			aliases: ["Kode", "Code"],
			explanation: said(
				"Emnet kjennes igjen på koden.",
				"Emnet blir kjent att på koden.",
				"The course is recognised by its code.",
			),
			example: "SYK201",
		},
		{
			key: "name",
			kind: "text",
			required: true,
			maximumLength: 200,
			headers: said("Emne", "Emne", "Course"),
			aliases: ["Emnenavn", "Emnenamn", "Navn", "Namn", "Name"],
			example: "Praksis i hjemmetjeneste",
		},
		{
			key: "programme",
			kind: "text",
			required: true,
			maximumLength: 200,
			headers: field("programme"),
			aliases: ["Program"],
			example: "Bachelor i sykepleie",
		},
		{ key: "campus", kind: "text", maximumLength: 100, headers: field("campus") },
		{
			key: "institution",
			kind: "text",
			maximumLength: 200,
			headers: field("institutionId"),
			aliases: ["Lærested", "Lærestad"],
			explanation: said(
				"Trengs bare når dere fører emner for andre.",
				"Trengst berre når de fører emne for andre.",
				"Needed only where you keep courses of others.",
			),
		},
		{
			key: "profession",
			kind: "choice",
			required: true,
			choices: professions.map((value) => ({
				value,
				labels: inEachLanguage((language) => professionName(language, value)),
			})),
			headers: field("profession"),
			aliases: ["Fag", "Profesjon", "Fagområde"],
		},
		{
			key: "yearOfStudy",
			kind: "wholeNumber",
			required: true,
			minimum: 1,
			maximum: 7,
			headers: field("yearOfStudy"),
			aliases: ["År"],
			example: "2",
		},
		{ key: "credits", kind: "decimal", minimum: 0, maximum: 60, headers: field("credits"), aliases: ["SP"] },
		{ key: "weeks", kind: "wholeNumber", minimum: 1, maximum: 52, headers: field("weeks"), aliases: ["Uker", "Veker"] },
		{ key: "hours", kind: "wholeNumber", minimum: 1, maximum: 60, headers: field("hours"), aliases: hoursPeopleWrite },
		{
			key: "settings",
			kind: "text",
			maximumLength: 1000,
			headers: field("settings"),
			aliases: ["Type praksissted", "Type praksisstad", "Setting"],
			explanation: said(
				"Hva slags sted emnet krever, med komma mellom. Tomt: alle.",
				"Kva slags stad emnet krev, med komma mellom. Tomt: alle.",
				"The kinds of site the course requires, with commas between. Blank: any.",
			),
		},
		{
			key: "period",
			kind: "text",
			maximumLength: 120,
			headers: said("Periode", "Periode", "Period"),
			aliases: ["Praksisperiode"],
			example: "Vår 2027",
		},
		{
			key: "firstDay",
			kind: "date",
			headers: field("firstDay"),
			aliases: ["Fra", "Frå", "Fra dato", "Frå dato", "Fra og med", "Startdato", "Oppstart", "From"],
			example: "11.01.2027",
		},
		{
			key: "lastDay",
			kind: "date",
			headers: field("lastDay"),
			aliases: ["Til", "Til dato", "Til og med", "Sluttdato", "To"],
			example: "07.03.2027",
		},
		{
			key: "studentsExpected",
			kind: "wholeNumber",
			minimum: 0,
			maximum: 100_000,
			headers: field("studentsExpected"),
			aliases: ["Antall", "Antall studenter", "Antall stud", "Antall stud.", "Tal studentar", "Studenter", "Students"],
		},
	],
	unique: [],
});
export type CourseSheetRow = RowOf<typeof courseSheet>;
