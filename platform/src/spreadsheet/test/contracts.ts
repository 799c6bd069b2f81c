import { defineContract } from "../contract.ts";

/** A contract with a column of every kind. */
export const units = defineContract({
	title: { nb: "Tjenestesteder", nn: "Tenestestader", en: "Units" },
	columns: [
		{
			key: "name",
			kind: "text",
			required: true,
			maximumLength: 200,
			headers: { nb: "Navn", nn: "Namn", en: "Name" },
			aliases: ["Navn på tjenestested"],
			explanation: {
				nb: "Det stedet heter til daglig.",
				nn: "Det staden heiter til dagleg.",
				en: "Its everyday name.",
			},
			example: "Solbakken sykehjem",
		},
		{
			key: "municipality",
			kind: "municipality",
			required: true,
			headers: { nb: "Kommunenummer", nn: "Kommunenummer", en: "Municipality number" },
			aliases: ["Komm.nr."],
		},
		{
			key: "setting",
			kind: "choice",
			required: true,
			headers: { nb: "Type", nn: "Type", en: "Setting" },
			choices: [
				{
					value: "nursingHome",
					labels: { nb: "Sykehjem", nn: "Sjukeheim", en: "Nursing home" },
					aliases: ["Omsorgssenter"],
				},
				{ value: "homeCare", labels: { nb: "Hjemmetjeneste", nn: "Heimeteneste", en: "Home care" } },
				{ value: "school", labels: { nb: "Skole, SFO", nn: "Skule, SFO", en: "School" } },
			],
		},
		{
			key: "places",
			kind: "wholeNumber",
			minimum: -50,
			maximum: 500,
			headers: { nb: "Antall plasser", nn: "Tal på plassar", en: "Places" },
		},
		{ key: "share", kind: "decimal", headers: { nb: "Andel", nn: "Del", en: "Share" } },
		{
			key: "opened",
			kind: "date",
			minimum: "1000-01-01",
			headers: { nb: "Åpnet", nn: "Opna", en: "Opened" },
			aliases: ["Fra og med"],
		},
		{ key: "active", kind: "yesNo", headers: { nb: "Aktiv", nn: "Aktiv", en: "Active" } },
		{ key: "email", kind: "email", headers: { nb: "E-post", nn: "E-post", en: "E-mail" } },
		{ key: "postcode", kind: "postcode", headers: { nb: "Postnummer", nn: "Postnummer", en: "Postcode" } },
		{ key: "latitude", kind: "latitude", headers: { nb: "Breddegrad", nn: "Breiddegrad", en: "Latitude" } },
		{ key: "longitude", kind: "longitude", headers: { nb: "Lengdegrad", nn: "Lengdegrad", en: "Longitude" } },
		{ key: "position", kind: "coordinates", headers: { nb: "Koordinater", nn: "Koordinatar", en: "Coordinates" } },
	],
	unique: [["municipality", "name"]],
});

/** Two columns, for what does not need more. */
export const people = defineContract({
	title: { nb: "Personer", nn: "Personar", en: "People" },
	columns: [
		{ key: "name", kind: "text", required: true, headers: { nb: "Navn", nn: "Namn", en: "Name" } },
		{ key: "age", kind: "wholeNumber", headers: { nb: "Alder", nn: "Alder", en: "Age" } },
	],
});
