import { defineText } from "../../../../language.ts";

/** What the list of places hosts have published says. */
export const publishedText = defineText({
	nb: {
		publishedSource: (day: string) => `Publiserte praksisplasser, ${day}.`,
		publishedTitle: "Publiserte plasser",
		publishedLead: "Plasser praksisverter har publisert, og som du kan bestille.",
		publishedEmpty: "Ingen har publisert plasser ennå",
		publishedEmptyBody:
			"Plasser vises her når kommuner og andre praksisverter publiserer dem. Du kan bestille uten å vente på det.",
		searchPlaces: "Søk etter sted eller vert",
		from: "Ledig fra",
		to: "Ledig til",
		order: "Bestill plasser",
	},
	nn: {
		publishedSource: (day: string) => `Publiserte praksisplassar, ${day}.`,
		publishedTitle: "Publiserte plassar",
		publishedLead: "Plassar praksisvertar har publisert, og som du kan tinge.",
		publishedEmpty: "Ingen har publisert plassar enno",
		publishedEmptyBody:
			"Plassar blir viste her når kommunar og andre praksisvertar publiserer dei. Du kan tinge utan å vente på det.",
		searchPlaces: "Søk etter stad eller vert",
		from: "Ledig frå",
		to: "Ledig til",
		order: "Ting plassar",
	},
	en: {
		publishedSource: (day: string) => `Published places, ${day}.`,
		publishedTitle: "Published places",
		publishedLead: "Places that hosts have published, and that you can request.",
		publishedEmpty: "Nobody has published places yet",
		publishedEmptyBody:
			"Places show here when municipalities and other hosts publish them. You can request without waiting for that.",
		searchPlaces: "Search for site or host",
		from: "Free from",
		to: "Free to",
		order: "Request places",
	},
});
