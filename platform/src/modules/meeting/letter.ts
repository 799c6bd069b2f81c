import { defineText, formatDate, type Language } from "../../language.ts";
import { linkTo } from "../../notice/letter.ts";

type Invitation = {
	readonly arena: string;
	readonly day: string;
	readonly time: string;
	readonly place: string;
	readonly items: readonly { readonly title: string }[];
	readonly path: string;
};

const text = defineText({
	nb: {
		subject: (arena: string, day: string, time: string) => `Innkalling til ${arena}, ${day} kl. ${time}`,
		when: (day: string, time: string) => `Vi møtes ${day} kl. ${time}.`,
		place: (place: string) => `Sted: ${place}.`,
		agenda: "Saker:",
		open: "Se sakene og svar om du kommer",
		short: "Du trenger ingen bruker.",
	},
	nn: {
		subject: (arena: string, day: string, time: string) => `Innkalling til ${arena}, ${day} kl. ${time}`,
		when: (day: string, time: string) => `Vi møtest ${day} kl. ${time}.`,
		place: (place: string) => `Stad: ${place}.`,
		agenda: "Saker:",
		open: "Sjå sakene og svar om du kjem",
		short: "Du treng ingen brukar.",
	},
	en: {
		subject: (arena: string, day: string, time: string) => `${arena}: meeting on ${day} at ${time}`,
		when: (day: string, time: string) => `We meet on ${day} at ${time}.`,
		place: (place: string) => `Place: ${place}.`,
		agenda: "Agenda:",
		open: "See the agenda and say whether you come",
		short: "You need no account.",
	},
});

/** What a member without an account is sent when a meeting is called. */
export function invitationLetter(
	language: Language,
	{ arena, day, time, place, items, path }: Invitation,
): { readonly subject: string; readonly body: string } {
	const words = text[language];
	const on = formatDate(language, day);
	return {
		subject: words.subject(arena, on, time),
		body: [
			words.when(on, time),
			...(place === "" ? [] : [words.place(place)]),
			...(items.length === 0
				? []
				: [[words.agenda, ...items.map(({ title }, index) => `${index + 1}. ${title}`)].join("\n")]),
			words.short,
			linkTo(path, words.open),
		].join("\n\n"),
	};
}
