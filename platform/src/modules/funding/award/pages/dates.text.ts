import { defineText } from "../../../../language.ts";

/** What is said of the days of an award when they are moved. */
export const datesText = defineText({
	nb: {
		title: "Fristene slik de har vært",
		lead: "En frist som flyttes, gir bare mer tid. Det som gjaldt før, står.",
		move: "Flytt fristene",
		moveLead: "Fristene kan bare settes senere enn de er. Mottakeren får beskjed.",
		fields: { spendBy: "Pengene skal være brukt", reportBy: "Rapporten skal være levert", because: "Hvorfor?" },
		moved: "Fristene er flyttet.",
		cancel: "Avbryt",
		version: (number: string) => `Versjon ${number}`,
		spend: (before: string, now: string) => `Pengene skal være brukt ${now}, før ${before}.`,
		report: (before: string, now: string) => `Rapporten skal være levert ${now}, før ${before}.`,
	},
	nn: {
		title: "Fristane slik dei har vore",
		lead: "Ein frist som blir flytt, gir berre meir tid. Det som galdt før, står.",
		move: "Flytt fristane",
		moveLead: "Fristane kan berre setjast seinare enn dei er. Mottakaren får beskjed.",
		fields: { spendBy: "Pengane skal vere brukte", reportBy: "Rapporten skal vere levert", because: "Kvifor?" },
		moved: "Fristane er flytte.",
		cancel: "Avbryt",
		version: (number: string) => `Versjon ${number}`,
		spend: (before: string, now: string) => `Pengane skal vere brukte ${now}, før ${before}.`,
		report: (before: string, now: string) => `Rapporten skal vere levert ${now}, før ${before}.`,
	},
	en: {
		title: "The deadlines as they have been",
		lead: "A deadline that is moved only gives more time. What held before stands.",
		move: "Move the deadlines",
		moveLead: "Deadlines can only be set later than they are. The recipient is told.",
		fields: { spendBy: "The money shall be spent", reportBy: "The report is due", because: "Why?" },
		moved: "The deadlines are moved.",
		cancel: "Cancel",
		version: (number: string) => `Version ${number}`,
		spend: (before: string, now: string) => `The money shall be spent by ${now}, before ${before}.`,
		report: (before: string, now: string) => `The report is due ${now}, before ${before}.`,
	},
});
