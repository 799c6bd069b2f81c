import { defineText } from "../../../language.ts";
import { fieldsText } from "./fields.text.ts";
import { sharedText } from "./shared.text.ts";

/** What the page says that a member without an account answers on. */
export const linkMeetingText = defineText({
	nb: {
		...fieldsText.nb,
		...sharedText.nb,
		linkTitle: (arena: string) => `Innkalling: ${arena}`,
		answerNow: "Svar",
		yourDecisions: "Det du skal gjøre",
	},
	nn: {
		...fieldsText.nn,
		...sharedText.nn,
		linkTitle: (arena: string) => `Innkalling: ${arena}`,
		answerNow: "Svar",
		yourDecisions: "Det du skal gjere",
	},
	en: {
		...fieldsText.en,
		...sharedText.en,
		linkTitle: (arena: string) => `Meeting: ${arena}`,
		answerNow: "Answer",
		yourDecisions: "What you should do",
	},
});
