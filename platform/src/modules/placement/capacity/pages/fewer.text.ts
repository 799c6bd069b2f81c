import { defineText } from "../../../../language.ts";

/** What is said of places a site has told it no longer has. */
export const fewerText = defineText({
	nb: {
		title: "Stedet har færre plasser enn det står her",
		line: (places: number, shown: string, days: string, said: string) =>
			`${places === 1 ? "Én plass" : `${shown} plasser`} færre ${days}, sagt ${said} i svar om en student.`,
		until: "Nye beregninger holder plassene utenfor. Sier dere kapasiteten på nytt, gjelder det dere sier da.",
	},
	nn: {
		title: "Staden har færre plassar enn det står her",
		line: (places: number, shown: string, days: string, said: string) =>
			`${places === 1 ? "Éin plass" : `${shown} plassar`} færre ${days}, sagt ${said} i svar om ein student.`,
		until: "Nye utrekningar held plassane utanfor. Seier de kapasiteten på nytt, gjeld det de seier då.",
	},
	en: {
		title: "The site has fewer places than it says here",
		line: (places: number, shown: string, days: string, said: string) =>
			`${places === 1 ? "One place" : `${shown} places`} fewer ${days}, said on ${said} in answer about a student.`,
		until: "New runs leave these places out. If you tell the capacity anew, what you say then holds.",
	},
});
