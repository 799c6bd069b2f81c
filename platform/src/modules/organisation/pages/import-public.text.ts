import type { Detail } from "../../../forms/text.ts";
import { defineText } from "../../../language.ts";
import type { FactsRefusal } from "../facts/contract.ts";

type Words = Record<FactsRefusal, string | ((detail: Detail) => string)>;

/** What the page that takes in public facts says. */
export const importPublicText = defineText({
	nb: {
		about: "Postnumre, folketall, sentralitet og annet som gjelder hele landet.",
		title: "Offentlige fakta",
		lead: "Folketall, sentralitet, postnumre, reisetid, grenser og kommuneendringer kommer fra offentlige filer. Læringsarena virker uten dem, men viser hva som mangler.",
		caption: "Filer du kan hente fakta fra",
		file: "Fil",
		starts: (start: string) => `Filnavnet begynner med ${start}`,
		state: "Status",
		source: "Kilde og lisens",
		imported: (date: string, count: number, rows: string) =>
			`Importert ${date}, ${rows} ${count === 1 ? "rad" : "rader"}`,
		choose: "Velg filer",
		chooseHint: "Du kan velge flere samtidig. Alt i en fil tas inn, eller ingenting.",
		take: "Importer filene",
		taken: (count: number) => (count === 1 ? "Én fil er tatt inn." : `${count} filer er tatt inn.`),
		unchanged: (name: string) => `${name}: ingenting nytt siden sist.`,
		wrote: (name: string, count: number, rows: string) =>
			`${name}: ${rows} ${count === 1 ? "rad" : "rader"} er tatt inn.`,
		setAside: (count: number) =>
			count === 1
				? "1 rad har feil hos utgiveren og er holdt utenfor."
				: `${count} rader har feil hos utgiveren og er holdt utenfor.`,
		refused: (name: string, count: number) => `${name}: ${count} feil. Ingenting fra filen er tatt inn.`,
		where: "Sted",
		problem: "Feil",
		remedy: "Hva du kan gjøre",
		refusals: {
			"not-allowed": "Bare den som drifter Læringsarena, kan importere offentlige fakta.",
			"file-unknown": "Vi kjenner ikke igjen filen «{file}». Bruk filnavnet den er publisert med.",
			"municipalities-unknown": "Filen nevner kommuner som ikke er i Læringsarena. Importer kommunene først.",
		} satisfies Words,
	},
	nn: {
		about: "Postnummer, folketal, sentralitet og anna som gjeld heile landet.",
		title: "Offentlege fakta",
		lead: "Folketal, sentralitet, postnummer, reisetid, grenser og kommuneendringar kjem frå offentlege filer. Læringsarena verkar utan dei, men viser kva som manglar.",
		caption: "Filer du kan hente fakta frå",
		file: "Fil",
		starts: (start: string) => `Filnamnet byrjar med ${start}`,
		state: "Status",
		source: "Kjelde og lisens",
		imported: (date: string, count: number, rows: string) =>
			`Importert ${date}, ${rows} ${count === 1 ? "rad" : "rader"}`,
		choose: "Vel filer",
		chooseHint: "Du kan velje fleire samtidig. Alt i ei fil blir teke inn, eller ingenting.",
		take: "Importer filene",
		taken: (count: number) => (count === 1 ? "Éi fil er teken inn." : `${count} filer er tekne inn.`),
		unchanged: (name: string) => `${name}: ingenting nytt sidan sist.`,
		wrote: (name: string, count: number, rows: string) =>
			`${name}: ${rows} ${count === 1 ? "rad er teken" : "rader er tekne"} inn.`,
		setAside: (count: number) =>
			count === 1
				? "1 rad har feil hos utgivaren og er halden utanfor."
				: `${count} rader har feil hos utgivaren og er haldne utanfor.`,
		refused: (name: string, count: number) => `${name}: ${count} feil. Ingenting frå fila er teke inn.`,
		where: "Stad",
		problem: "Feil",
		remedy: "Kva du kan gjere",
		refusals: {
			"not-allowed": "Berre den som driftar Læringsarena, kan importere offentlege fakta.",
			"file-unknown": "Vi kjenner ikkje att fila «{file}». Bruk filnamnet ho er publisert med.",
			"municipalities-unknown": "Fila nemner kommunar som ikkje er i Læringsarena. Importer kommunane først.",
		},
	},
	en: {
		about: "Postcodes, population, centrality and other facts for the whole country.",
		title: "Public facts",
		lead: "Population, centrality, postcodes, travel times, boundaries and municipal changes come from public files. Læringsarena works without them, but shows what is missing.",
		caption: "Files you can take facts from",
		file: "File",
		starts: (start: string) => `The file name begins with ${start}`,
		state: "Status",
		source: "Source and licence",
		imported: (date: string, count: number, rows: string) =>
			`Imported ${date}, ${rows} ${count === 1 ? "row" : "rows"}`,
		choose: "Choose files",
		chooseHint: "You can choose several at once. All of a file is taken in, or nothing.",
		take: "Import the files",
		taken: (count: number) => (count === 1 ? "One file has been taken in." : `${count} files have been taken in.`),
		unchanged: (name: string) => `${name}: nothing new since last time.`,
		wrote: (name: string, count: number, rows: string) =>
			`${name}: ${rows} ${count === 1 ? "row has" : "rows have"} been taken in.`,
		setAside: (count: number) =>
			count === 1
				? "1 row has errors from the publisher and was left out."
				: `${count} rows have errors from the publisher and were left out.`,
		refused: (name: string, count: number) =>
			`${name}: ${count} ${count === 1 ? "error" : "errors"}. Nothing in the file has been taken in.`,
		where: "Place",
		problem: "Error",
		remedy: "What you can do",
		refusals: {
			"not-allowed": "Only whoever operates Læringsarena can import public facts.",
			"file-unknown": "We do not recognise the file “{file}”. Use the file name it is published under.",
			"municipalities-unknown":
				"The file names municipalities that are not in Læringsarena. Import the municipalities first.",
		},
	},
});
