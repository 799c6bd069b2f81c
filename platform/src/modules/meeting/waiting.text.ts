import { defineText } from "../../language.ts";

/** What the room says on Home and in a letter with a link. */
export const waitingText = defineText({
	nb: {
		linkAction: "Se sakene og svar",
		enquiryAction: "Les og svar",
		waitingAnswer: (arena: string) => `Svar på innkalling: ${arena}`,
		waitingDecisions: (number: number) =>
			number === 1 ? "En beslutning er over fristen" : `${number} beslutninger er over fristen`,
		waitingMinutes: (arena: string) => `Skriv referat: ${arena}`,
	},
	nn: {
		linkAction: "Sjå sakene og svar",
		enquiryAction: "Les og svar",
		waitingAnswer: (arena: string) => `Svar på innkalling: ${arena}`,
		waitingDecisions: (number: number) =>
			number === 1 ? "Ei avgjerd er over fristen" : `${number} avgjerder er over fristen`,
		waitingMinutes: (arena: string) => `Skriv referat: ${arena}`,
	},
	en: {
		linkAction: "See the agenda and answer",
		enquiryAction: "Read and answer",
		waitingAnswer: (arena: string) => `Answer the call: ${arena}`,
		waitingDecisions: (number: number) => (number === 1 ? "A decision is overdue" : `${number} decisions are overdue`),
		waitingMinutes: (arena: string) => `Write minutes: ${arena}`,
	},
});
