import { inEachLanguage, languages } from "../../../language.ts";
import { defineContract, type RowOf } from "../../../spreadsheet/contract.ts";
import { professions } from "../../organisation/codes.ts";
import { organisationText } from "../../organisation/text.ts";
import { unmetReasons } from "../codes.ts";
import { requestText } from "./text.ts";

/** The list of orders everyone e-mails: one row for each host and period. */
export const requestSheet = defineContract({
	title: { nb: "Bestillinger", nn: "Tingingar", en: "Requests" },
	columns: [
		{
			key: "institution",
			kind: "text",
			maximumLength: 200,
			headers: { nb: "Institusjon", nn: "Institusjon", en: "Institution" },
			aliases: ["Lærested", "Lærestad"],
			explanation: {
				nb: "Tomt: organisasjonen som tar inn filen.",
				nn: "Tomt: organisasjonen som tek inn fila.",
				en: "Blank: the organisation that takes the file in.",
			},
		},
		{
			key: "host",
			kind: "text",
			maximumLength: 200,
			headers: { nb: "Kommune", nn: "Kommune", en: "Municipality" },
			aliases: ["Kommunenummer", "Praksisvert", "Vert", "Host"],
			explanation: {
				nb: "Navn eller nummer. Tomt: organisasjonen som tar inn filen.",
				nn: "Namn eller nummer. Tomt: organisasjonen som tek inn fila.",
				en: "Name or number. Blank: the organisation that takes the file in.",
			},
			example: "Stjørdal",
		},
		{
			key: "programme",
			kind: "text",
			maximumLength: 200,
			headers: { nb: "Studieprogram", nn: "Studieprogram", en: "Programme" },
			aliases: ["Program"],
			example: "Bachelor i sykepleie",
		},
		{
			key: "courseName",
			kind: "text",
			required: true,
			maximumLength: 200,
			headers: { nb: "Praksisemne", nn: "Praksisemne", en: "Course" },
			aliases: ["Emne", "Emnenavn"],
			example: "Praksis i kommunehelsetjenesten",
		},
		{
			key: "profession",
			kind: "choice",
			required: true,
			choices: professions.map((profession) => ({
				value: profession,
				labels: inEachLanguage((language) => organisationText[language].professions[profession]),
			})),
			headers: { nb: "Utdanning", nn: "Utdanning", en: "Profession" },
			aliases: ["Profesjon"],
		},
		{
			key: "yearOfStudy",
			kind: "wholeNumber",
			required: true,
			minimum: 1,
			maximum: 7,
			headers: { nb: "Studieår", nn: "Studieår", en: "Year of study" },
			aliases: ["År"],
			example: "2",
		},
		{
			key: "firstDay",
			kind: "date",
			required: true,
			headers: { nb: "Første dag", nn: "Første dag", en: "First day" },
			aliases: ["Fra", "Frå", "Fra dato", "Frå dato", "Fra og med", "Startdato"],
		},
		{
			key: "lastDay",
			kind: "date",
			required: true,
			headers: { nb: "Siste dag", nn: "Siste dag", en: "Last day" },
			aliases: ["Til", "Til dato", "Til og med", "Sluttdato"],
		},
		{
			key: "places",
			kind: "wholeNumber",
			required: true,
			minimum: 1,
			maximum: 10_000,
			headers: { nb: "Plasser", nn: "Plassar", en: "Places" },
			aliases: ["Antall plasser", "Antall"],
			example: "12",
		},
		{
			key: "answerBy",
			kind: "date",
			headers: { nb: "Svarfrist", nn: "Svarfrist", en: "Answer by" },
		},
		{
			key: "message",
			kind: "text",
			maximumLength: 2000,
			headers: { nb: "Melding", nn: "Melding", en: "Message" },
			aliases: ["Merknad"],
		},
		{
			key: "offered",
			kind: "wholeNumber",
			minimum: 0,
			maximum: 1000,
			headers: { nb: "Tilbudt", nn: "Tilbode", en: "Offered" },
			aliases: ["Svar", "Tilbudte plasser"],
			explanation: {
				nb: "Plassene praksisverten har sagt ja til, på telefon eller e-post. Tomt: ikke svart.",
				nn: "Plassane praksisverten har sagt ja til, på telefon eller e-post. Tomt: ikkje svart.",
				en: "The places the host has agreed to, by telephone or e-mail. Blank: not answered.",
			},
		},
		{
			key: "reason",
			kind: "choice",
			choices: unmetReasons.map((reason) => ({
				value: reason,
				labels: inEachLanguage((language) => requestText[language].reasons[reason]),
			})),
			headers: { nb: "Grunn", nn: "Grunn", en: "Reason" },
			explanation: {
				nb: "Hvorfor det er tilbudt færre plasser enn det er bestilt.",
				nn: "Kvifor det er tilbode færre plassar enn det er tinga.",
				en: "Why fewer places are offered than requested.",
			},
		},
	],
});

/** The list of requests as it is taken out: what an import reads, and what became of each. */
export const requestList = defineContract({
	title: requestSheet.title,
	columns: [
		...requestSheet.columns,
		{
			key: "state",
			kind: "text",
			headers: inEachLanguage((language) => requestText[language].columns.state),
		},
		{
			key: "unmet",
			kind: "text",
			headers: inEachLanguage((language) => requestText[language].columns.unmet),
		},
	],
});

export type RequestSheetRow = RowOf<typeof requestList>;

/** Whether a list taken out says that a request is withdrawn: it is not to be made anew when the list comes back. */
export function saysWithdrawn(state: string | null): boolean {
	return state !== null && languages.some((language) => requestText[language].standings.withdrawn === state.trim());
}
