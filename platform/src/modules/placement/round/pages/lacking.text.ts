import { defineText } from "../../../../language.ts";

/** Between whom an agreement is lacking, and why. */
export const lackingText = defineText({
	nb: {
		who: "Hvem det gjelder, og hvorfor",
		between: (host: string, institution: string) => `${host} og ${institution}`,
		places: (count: string) => (count === "1" ? "1 plass" : `${count} plasser`),
		students: (count: string) => (count === "1" ? "1 student" : `${count} studenter`),
		none: "Ingen avtale om praksis",
		from: (day: string) => `fra ${day}`,
		until: (day: string) => `til ${day}`,
		draft: "Lag utkast til avtale",
		more: (count: string) => `Og ${count} til.`,
	},
	nn: {
		who: "Kven det gjeld, og kvifor",
		between: (host: string, institution: string) => `${host} og ${institution}`,
		places: (count: string) => (count === "1" ? "1 plass" : `${count} plassar`),
		students: (count: string) => (count === "1" ? "1 student" : `${count} studentar`),
		none: "Ingen avtale om praksis",
		from: (day: string) => `frå ${day}`,
		until: (day: string) => `til ${day}`,
		draft: "Lag utkast til avtale",
		more: (count: string) => `Og ${count} til.`,
	},
	en: {
		who: "Whom it is about, and why",
		between: (host: string, institution: string) => `${host} and ${institution}`,
		places: (count: string) => (count === "1" ? "1 place" : `${count} places`),
		students: (count: string) => (count === "1" ? "1 student" : `${count} students`),
		none: "No agreement on placements",
		from: (day: string) => `from ${day}`,
		until: (day: string) => `until ${day}`,
		draft: "Draft an agreement",
		more: (count: string) => `And ${count} more.`,
	},
});
