import { defineText } from "../../../../language.ts";

/** What is said of answers with places no capacity says: on the list of orders, and on the round that could use them. */
export const takeInText = defineText({
	nb: {
		title: (places: number) =>
			places === 1
				? "1 plass dere har fått, kan ikke brukes i en praksisrunde ennå"
				: `${places} plasser dere har fått, kan ikke brukes i en praksisrunde ennå`,
		body: (requests: number) =>
			`${requests === 1 ? "Ett svar på en bestilling" : `${requests} svar på bestillinger`} nevner steder som ikke står i kapasiteten. Ta dem inn, så blir de praksissteder med plasser holdt av til dere.`,
		all: "Ta alle inn i kapasiteten",
		taken: (places: number) =>
			`Tatt inn i kapasiteten: ${places}. Ta med praksisvertene i runden, så kan den bruke dem.`,
		inRound: (places: number) =>
			places === 1
				? "1 plass i svar på bestillinger er ikke tatt inn i kapasiteten"
				: `${places} plasser i svar på bestillinger er ikke tatt inn i kapasiteten`,
		otherHosts: (hosts: number, places: number) =>
			`${places === 1 ? "1 plass" : `${places} plasser`} hos ${hosts === 1 ? "1 praksisvert" : `${hosts} praksisverter`} er ikke med i runden`,
	},
	nn: {
		title: (places: number) =>
			places === 1
				? "1 plass de har fått, kan ikkje brukast i ein praksisrunde enno"
				: `${places} plassar de har fått, kan ikkje brukast i ein praksisrunde enno`,
		body: (requests: number) =>
			`${requests === 1 ? "Eitt svar på ei tinging" : `${requests} svar på tingingar`} nemner stader som ikkje står i kapasiteten. Ta dei inn, så blir dei praksisstader med plassar haldne av til dykk.`,
		all: "Ta alle inn i kapasiteten",
		taken: (places: number) =>
			`Tekne inn i kapasiteten: ${places}. Ta med praksisvertane i runden, så kan han bruke dei.`,
		inRound: (places: number) =>
			places === 1
				? "1 plass i svar på tingingar er ikkje teken inn i kapasiteten"
				: `${places} plassar i svar på tingingar er ikkje tekne inn i kapasiteten`,
		otherHosts: (hosts: number, places: number) =>
			`${places === 1 ? "1 plass" : `${places} plassar`} hos ${hosts === 1 ? "1 praksisvert" : `${hosts} praksisvertar`} er ikkje med i runden`,
	},
	en: {
		title: (places: number) =>
			places === 1
				? "1 place you have been given cannot be used in a round yet"
				: `${places} places you have been given cannot be used in a round yet`,
		body: (requests: number) =>
			`${requests === 1 ? "One answer to a request names" : `${requests} answers to requests name`} sites that are not in the capacity. Take them in, and they become sites with places kept for you.`,
		all: "Take all into the capacity",
		taken: (places: number) =>
			`Taken into the capacity: ${places}. Take the hosts into the round, and it can use them.`,
		inRound: (places: number) =>
			places === 1
				? "1 place in answers to requests is not taken into the capacity"
				: `${places} places in answers to requests are not taken into the capacity`,
		otherHosts: (hosts: number, places: number) =>
			`${places === 1 ? "1 place" : `${places} places`} at ${hosts === 1 ? "1 host" : `${hosts} hosts`} ${places === 1 ? "is" : "are"} not in the round`,
	},
});
