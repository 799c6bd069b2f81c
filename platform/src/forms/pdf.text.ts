import { defineText } from "../language.ts";

/** What a form says on paper. */
export const formPaperText = defineText({
	nb: {
		version: (number: number) => `versjon ${number}`,
		page: (page: number, count: number) => `Side ${page} av ${count}`,
		draft: "Utkast, ikke sendt inn",
		sent: (day: string, by: string) => (by === "" ? `Sendt inn ${day}` : `Sendt inn ${day} av ${by}`),
		attach: "Legg ved dokumentet.",
		mustBeAnswered: "* må besvares.",
	},
	nn: {
		version: (number: number) => `versjon ${number}`,
		page: (page: number, count: number) => `Side ${page} av ${count}`,
		draft: "Utkast, ikkje sendt inn",
		sent: (day: string, by: string) => (by === "" ? `Sendt inn ${day}` : `Sendt inn ${day} av ${by}`),
		attach: "Legg ved dokumentet.",
		mustBeAnswered: "* må svarast på.",
	},
	en: {
		version: (number: number) => `version ${number}`,
		page: (page: number, count: number) => `Page ${page} of ${count}`,
		draft: "Draft, not sent in",
		sent: (day: string, by: string) => (by === "" ? `Sent in ${day}` : `Sent in ${day} by ${by}`),
		attach: "Attach the document.",
		mustBeAnswered: "* must be answered.",
	},
});
