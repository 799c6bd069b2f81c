import { defineText, formatDate, type Language } from "../../../language.ts";
import { linkTo } from "../../../notice/letter.ts";

type Facts = {
	readonly organisation: string;
	readonly collection: { readonly name: string; readonly dueOn: string; readonly message?: string | null };
	readonly site: string;
	/** The path of the link. */
	readonly path: string;
};

const text = defineText({
	nb: {
		asked: (site: string) => `Kan dere ta imot studenter ved ${site}?`,
		reminded: (site: string) => `Påminnelse: Kan dere ta imot studenter ved ${site}?`,
		reason: (site: string, collection: string) =>
			`Vi trenger å vite hvor mange studenter ${site} kan ta imot (${collection}).`,
		body: (organisation: string, collection: string, due: string) =>
			`${organisation} samler inn praksisplasser: ${collection}. Svar innen ${due}.`,
		short: "Det tar et par minutter, og du trenger ingen bruker. Du kan endre svaret til det er godkjent.",
		open: "Svar her",
	},
	nn: {
		asked: (site: string) => `Kan de ta imot studentar ved ${site}?`,
		reminded: (site: string) => `Påminning: Kan de ta imot studentar ved ${site}?`,
		reason: (site: string, collection: string) =>
			`Vi treng å vite kor mange studentar ${site} kan ta imot (${collection}).`,
		body: (organisation: string, collection: string, due: string) =>
			`${organisation} samlar inn praksisplassar: ${collection}. Svar innan ${due}.`,
		short: "Det tek eit par minutt, og du treng ingen brukar. Du kan endre svaret til det er godkjent.",
		open: "Svar her",
	},
	en: {
		asked: (site: string) => `Can you receive students at ${site}?`,
		reminded: (site: string) => `Reminder: Can you receive students at ${site}?`,
		reason: (site: string, collection: string) =>
			`We need to know how many students ${site} can receive (${collection}).`,
		body: (organisation: string, collection: string, due: string) =>
			`${organisation} is collecting placement capacity: ${collection}. Please answer by ${due}.`,
		short: "It takes a couple of minutes, and you need no account. You can change the answer until it is approved.",
		open: "Answer here",
	},
});

/** What those who answer for a site are sent; `reason` is the one line the link's own page shows. */
export function letterOf(
	language: Language,
	why: "asked" | "reminded" | "reason",
	{ organisation, collection, site, path }: Facts,
): { readonly subject: string; readonly body: string } {
	const words = text[language];
	if (why === "reason") return { subject: words.reason(site, collection.name), body: "" };
	return {
		subject: words[why](site),
		body: [
			words.body(organisation, collection.name, formatDate(language, collection.dueOn)),
			...(collection.message ? [collection.message] : []),
			words.short,
			linkTo(path, words.open),
		].join("\n\n"),
	};
}
