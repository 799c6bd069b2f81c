import { defineText } from "../language.ts";

/** What the map itself says; what it shows is said by the page. */
export const mapText = defineText({
	nb: {
		skip: "Hopp over kartet",
		asTable: "Vis kartet som tabell",
		name: "Navn",
		group: "Hører til",
		kilometres: (count: number) => `${count} km`,
		source: "Kilde:",
		legend: "Tegnforklaring",
	},
	nn: {
		skip: "Hopp over kartet",
		asTable: "Vis kartet som tabell",
		name: "Namn",
		group: "Høyrer til",
		kilometres: (count: number) => `${count} km`,
		source: "Kjelde:",
		legend: "Teiknforklaring",
	},
	en: {
		skip: "Skip the map",
		asTable: "Show the map as a table",
		name: "Name",
		group: "Belongs to",
		kilometres: (count: number) => `${count} km`,
		source: "Source:",
		legend: "Legend",
	},
});
