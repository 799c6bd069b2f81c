import { defineText, formatDate, type Language } from "../../../language.ts";
import { linkTo } from "../../../notice/letter.ts";

/** Why somebody is written to: an enquiry has come, was replied to, or is late. */
export const letterKinds = ["sent", "forwarded", "replied", "reminded", "escalated"] as const;
export type LetterKind = (typeof letterKinds)[number];

type Letter = {
	readonly kind: LetterKind;
	readonly subject: string;
	readonly from: string;
	readonly dueOn: string;
	readonly path: string;
};

const text = defineText({
	nb: {
		subject: {
			sent: (from: string, subject: string) => `Henvendelse fra ${from}: ${subject}`,
			forwarded: (from: string, subject: string) => `Henvendelse fra ${from}: ${subject}`,
			replied: (from: string, subject: string) => `${from} har svart på spørsmålet om «${subject}»`,
			reminded: (from: string, subject: string) => `Påminnelse. ${from} venter på svar: ${subject}`,
			escalated: (from: string, subject: string) => `Ubesvart henvendelse fra ${from}: ${subject}`,
		},
		due: (day: string) => `Svar er ønsket innen ${day}.`,
		reason: (subject: string) => `Les henvendelsen «${subject}» og svar.`,
		open: "Les og svar",
		short: "Du trenger ingen bruker. Lenken gjelder bare denne henvendelsen.",
		hello: (from: string) => `Hilsen ${from}`,
	},
	nn: {
		subject: {
			sent: (from: string, subject: string) => `Førespurnad frå ${from}: ${subject}`,
			forwarded: (from: string, subject: string) => `Førespurnad frå ${from}: ${subject}`,
			replied: (from: string, subject: string) => `${from} har svara på spørsmålet om «${subject}»`,
			reminded: (from: string, subject: string) => `Påminning. ${from} ventar på svar: ${subject}`,
			escalated: (from: string, subject: string) => `Førespurnad utan svar frå ${from}: ${subject}`,
		},
		due: (day: string) => `Svar er ønskt innan ${day}.`,
		reason: (subject: string) => `Les førespurnaden «${subject}» og svar.`,
		open: "Les og svar",
		short: "Du treng ingen brukar. Lenkja gjeld berre denne førespurnaden.",
		hello: (from: string) => `Helsing ${from}`,
	},
	en: {
		subject: {
			sent: (from: string, subject: string) => `Enquiry from ${from}: ${subject}`,
			forwarded: (from: string, subject: string) => `Enquiry from ${from}: ${subject}`,
			replied: (from: string, subject: string) => `${from} has answered the question about “${subject}”`,
			reminded: (from: string, subject: string) => `A reminder. ${from} waits for an answer: ${subject}`,
			escalated: (from: string, subject: string) => `Unanswered enquiry from ${from}: ${subject}`,
		},
		due: (day: string) => `An answer is wished for by ${day}.`,
		reason: (subject: string) => `Read the enquiry “${subject}” and answer it.`,
		open: "Read and answer",
		short: "You need no account. The link is for this enquiry only.",
		hello: (from: string) => `Regards, ${from}`,
	},
});

/** The one line that says why somebody is sent a link. */
export function reasonOf(language: Language, subject: string): string {
	return text[language].reason(subject);
}

/** What somebody without an account is sent. */
export function enquiryLetter(
	language: Language,
	{ kind, subject, from, dueOn, path }: Letter,
): { readonly subject: string; readonly body: string } {
	const words = text[language];
	return {
		subject: words.subject[kind](from, subject),
		body: [
			words.reason(subject),
			words.due(formatDate(language, dueOn)),
			words.short,
			linkTo(path, words.open),
			words.hello(from),
		].join("\n\n"),
	};
}

/** The same first line, for an inbox. */
export function subjectOf(language: Language, kind: LetterKind, from: string, subject: string): string {
	return text[language].subject[kind](from, subject);
}

/** The wished day, in a sentence. */
export function dueLine(language: Language, dueOn: string): string {
	return text[language].due(formatDate(language, dueOn));
}
