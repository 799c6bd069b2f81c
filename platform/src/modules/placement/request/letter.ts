import { defineText, formatDate, formatNumber, type Language } from "../../../language.ts";
import { linkTo } from "../../../notice/letter.ts";
import type { Request } from "./contract.ts";

type Ordered = Pick<
	Request,
	| "institutionName"
	| "hostName"
	| "courseName"
	| "programme"
	| "firstDay"
	| "lastDay"
	| "places"
	| "answerBy"
	| "message"
>;

const text = defineText({
	nb: {
		sent: (from: string, places: string, course: string) => `${from} bestiller ${places} praksisplasser: ${course}`,
		reminded: (from: string, places: string, course: string) =>
			`Påminnelse: ${from} venter på svar om ${places} praksisplasser: ${course}`,
		reason: (places: string, course: string, first: string, last: string) =>
			`Vi trenger ${places} praksisplasser i ${course}, fra ${first} til og med ${last}.`,
		answerBy: (day: string) => `Svar innen ${day}.`,
		open: "Se bestillingen og svar",
		short: "Du trenger ingen bruker. Du kan svare med færre plasser enn det spørres om.",
	},
	nn: {
		sent: (from: string, places: string, course: string) => `${from} tingar ${places} praksisplassar: ${course}`,
		reminded: (from: string, places: string, course: string) =>
			`Påminning: ${from} ventar på svar om ${places} praksisplassar: ${course}`,
		reason: (places: string, course: string, first: string, last: string) =>
			`Vi treng ${places} praksisplassar i ${course}, frå ${first} til og med ${last}.`,
		answerBy: (day: string) => `Svar innan ${day}.`,
		open: "Sjå tinginga og svar",
		short: "Du treng ingen brukar. Du kan svare med færre plassar enn det blir spurt om.",
	},
	en: {
		sent: (from: string, places: string, course: string) => `${from} requests ${places} placements: ${course}`,
		reminded: (from: string, places: string, course: string) =>
			`Reminder: ${from} is waiting for an answer about ${places} placements: ${course}`,
		reason: (places: string, course: string, first: string, last: string) =>
			`We need ${places} placements in ${course}, from ${first} to ${last}.`,
		answerBy: (day: string) => `Please answer by ${day}.`,
		open: "See the request and answer",
		short: "You need no account. You can answer with fewer places than asked for.",
	},
});

/** The one line that says what is ordered. */
export function reasonOf(language: Language, { places, courseName, firstDay, lastDay }: Ordered): string {
	const [first, last] = [formatDate(language, firstDay), formatDate(language, lastDay)];
	return text[language].reason(formatNumber(language, places), courseName, first, last);
}

/** What a host without an account is sent, or reminded of. */
export function letterOf(
	language: Language,
	kind: "sent" | "reminded",
	request: Ordered,
	path: string,
): { readonly subject: string; readonly body: string } {
	const words = text[language];
	return {
		subject: words[kind](request.institutionName, formatNumber(language, request.places), request.courseName),
		body: [
			reasonOf(language, request),
			...(request.message === null ? [] : [request.message]),
			...(request.answerBy === null ? [] : [words.answerBy(formatDate(language, request.answerBy))]),
			words.short,
			linkTo(path, words.open),
		].join("\n\n"),
	};
}
