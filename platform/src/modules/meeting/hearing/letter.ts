import { defineText, formatDate, type Language } from "../../../language.ts";
import { linkTo } from "../../../notice/letter.ts";
import type { HearingDetail } from "./notices.ts";

export type LetterKind = "invited" | "reminder" | "answered" | "withdrawn";

type Letter = HearingDetail & {
	readonly question: string;
	/** Why it is withdrawn, or what the hearing came to; may be empty. */
	readonly because: string;
	readonly path: string;
};

const text = defineText({
	nb: {
		reason: (holder: string, title: string, day: string) => `${holder} ber om innspill til «${title}» innen ${day}.`,
		subject: {
			invited: (title: string) => `Høring: ${title}`,
			reminder: (title: string) => `Påminnelse om høring: ${title}`,
			answered: (title: string) => `Svar på høringen: ${title}`,
			withdrawn: (title: string) => `Høringen er trukket: ${title}`,
		},
		reminder: (holder: string) => `${holder} har ikke hørt fra deg ennå.`,
		answered: (holder: string) => `${holder} har svart på innspillene. Følg lenken for å lese svaret.`,
		withdrawn: (holder: string) => `${holder} har trukket høringen:`,
		promise: "Alle innspill får svar. Har du ingen merknader, kan du si det med ett trykk. Du trenger ingen bruker.",
		open: {
			invited: "Les og gi innspill",
			reminder: "Les og gi innspill",
			answered: "Les svaret",
			withdrawn: "Se høringen",
		},
	},
	nn: {
		reason: (holder: string, title: string, day: string) => `${holder} ber om innspel til «${title}» innan ${day}.`,
		subject: {
			invited: (title: string) => `Høyring: ${title}`,
			reminder: (title: string) => `Påminning om høyring: ${title}`,
			answered: (title: string) => `Svar på høyringa: ${title}`,
			withdrawn: (title: string) => `Høyringa er trekt: ${title}`,
		},
		reminder: (holder: string) => `${holder} har ikkje høyrt frå deg enno.`,
		answered: (holder: string) => `${holder} har svara på innspela. Følg lenkja for å lese svaret.`,
		withdrawn: (holder: string) => `${holder} har trekt høyringa:`,
		promise: "Alle innspel får svar. Har du ingen merknader, kan du seie det med eitt trykk. Du treng ingen brukar.",
		open: {
			invited: "Les og gi innspel",
			reminder: "Les og gi innspel",
			answered: "Les svaret",
			withdrawn: "Sjå høyringa",
		},
	},
	en: {
		reason: (holder: string, title: string, day: string) => `${holder} asks for input on “${title}” by ${day}.`,
		subject: {
			invited: (title: string) => `Consultation: ${title}`,
			reminder: (title: string) => `Reminder of a consultation: ${title}`,
			answered: (title: string) => `Answers in the consultation: ${title}`,
			withdrawn: (title: string) => `The consultation is withdrawn: ${title}`,
		},
		reminder: (holder: string) => `${holder} has not heard from you yet.`,
		answered: (holder: string) => `${holder} has answered what was said. Follow the link to read the answer.`,
		withdrawn: (holder: string) => `${holder} has withdrawn the consultation:`,
		promise: "Every input is answered. If you have nothing to remark, one press says so. You need no account.",
		open: {
			invited: "Read and give input",
			reminder: "Read and give input",
			answered: "Read the answer",
			withdrawn: "See the consultation",
		},
	},
});

/** The one line that says why somebody is sent a link. */
export function reasonOf(language: Language, { holder, title, lastDay }: HearingDetail): string {
	return text[language].reason(holder, title, formatDate(language, lastDay));
}

/** What somebody without an account is sent. What people wrote stays text: a line of theirs never becomes a link. */
export function hearingLetter(
	language: Language,
	kind: LetterKind,
	letter: Letter,
): { readonly subject: string; readonly body: string } {
	const words = text[language];
	const { holder, title, because, path } = letter;
	const asks = kind === "invited" || kind === "reminder";
	return {
		subject: words.subject[kind](title),
		body: [
			...(kind === "reminder" ? [words.reminder(holder)] : []),
			...(asks ? [reasonOf(language, letter), quoted(letter.question), words.promise] : []),
			...(kind === "answered" ? [words.answered(holder)] : []),
			...(kind === "withdrawn" ? [words.withdrawn(holder)] : []),
			...(asks || because === "" ? [] : [quoted(because)]),
			linkTo(path, words.open[kind]),
		].join("\n\n"),
	};
}

/** Lines as they were written, marked so that none of them is read as a link of ours. */
function quoted(written: string): string {
	return written
		.split(/\r?\n/)
		.filter((line) => line.trim() !== "")
		.map((line) => `> ${line.trim()}`)
		.join("\n");
}
