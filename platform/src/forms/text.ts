import { defineText, formatNumber, formatShortDate, type Language } from "../language.ts";
import type { Refusal } from "../outcome.ts";
import type { FormCode } from "./refusals.ts";

/** `{name}` stands for a fact of the refusal's detail. */
const words = {
	nb: {
		required: "Fyll ut dette.",
		format: "Sjekk at dette er riktig skrevet.",
		email: "Skriv en e-postadresse, for eksempel navn@kommune.no.",
		address: "Skriv en nettadresse, for eksempel https://www.kommune.no.",
		number: "Skriv et tall, for eksempel 1 234,5.",
		"whole-number": "Skriv et helt tall.",
		date: "Skriv en dato som finnes, for eksempel 31.12.2026.",
		choice: "Velg et av alternativene.",
		"too-long": "Bruk høyst {maximum} tegn.",
		"too-short": "Bruk minst {minimum} tegn.",
		"too-large": "Tallet kan ikke være større enn {maximum}.",
		"too-small": "Tallet kan ikke være mindre enn {minimum}.",
		"too-many": "Velg høyst {maximum}.",
		"too-few": "Velg minst {minimum}.",
		"too-early": "Datoen kan ikke være før {earliest}.",
		"too-late": "Datoen kan ikke være etter {latest}.",
		postcode: "Skriv postnummeret med fire sifre, for eksempel 7030.",
		"municipality-number": "Skriv kommunenummeret med fire sifre, for eksempel 5001.",
		phone: "Skriv telefonnummeret med sifre, for eksempel 73 52 60 00.",
		file: "Velg en fil av riktig type og størrelse.",
		rule: "{nb}",
	},
	nn: {
		required: "Fyll ut dette.",
		format: "Sjekk at dette er rett skrive.",
		email: "Skriv ei e-postadresse, til dømes namn@kommune.no.",
		address: "Skriv ei nettadresse, til dømes https://www.kommune.no.",
		number: "Skriv eit tal, til dømes 1 234,5.",
		"whole-number": "Skriv eit heilt tal.",
		date: "Skriv ein dato som finst, til dømes 31.12.2026.",
		choice: "Vel eit av alternativa.",
		"too-long": "Bruk høgst {maximum} teikn.",
		"too-short": "Bruk minst {minimum} teikn.",
		"too-large": "Talet kan ikkje vere større enn {maximum}.",
		"too-small": "Talet kan ikkje vere mindre enn {minimum}.",
		"too-many": "Vel høgst {maximum}.",
		"too-few": "Vel minst {minimum}.",
		"too-early": "Datoen kan ikkje vere før {earliest}.",
		"too-late": "Datoen kan ikkje vere etter {latest}.",
		postcode: "Skriv postnummeret med fire siffer, til dømes 7030.",
		"municipality-number": "Skriv kommunenummeret med fire siffer, til dømes 5001.",
		phone: "Skriv telefonnummeret med siffer, til dømes 73 52 60 00.",
		file: "Vel ei fil av rett type og storleik.",
		rule: "{nn}",
	},
	en: {
		required: "Fill this in.",
		format: "Check that this is written correctly.",
		email: "Write an e-mail address, for example name@kommune.no.",
		address: "Write a web address, for example https://www.kommune.no.",
		number: "Write a number, for example 1 234,5.",
		"whole-number": "Write a whole number.",
		date: "Write a date that exists, for example 31.12.2026.",
		choice: "Choose one of the alternatives.",
		"too-long": "Use at most {maximum} characters.",
		"too-short": "Use at least {minimum} characters.",
		"too-large": "The number cannot be larger than {maximum}.",
		"too-small": "The number cannot be smaller than {minimum}.",
		"too-many": "Choose at most {maximum}.",
		"too-few": "Choose at least {minimum}.",
		"too-early": "The date cannot be before {earliest}.",
		"too-late": "The date cannot be after {latest}.",
		postcode: "Write the postcode with four digits, for example 7030.",
		"municipality-number": "Write the municipality number with four digits, for example 5001.",
		phone: "Write the telephone number with digits, for example 73 52 60 00.",
		file: "Choose a file of the right type and size.",
		rule: "{en}",
	},
} satisfies Readonly<Record<Language, Readonly<Record<FormCode, string>>>>;

export const formText = defineText(words);

/** What the form itself says, beside what it refuses. */
export const formViewText = defineText({
	nb: {
		...{
			yes: "Ja",
			no: "Nei",
			kroner: "kr",
			sum: "Sum",
			number: "Nr.",
			personName: "Navn",
			personEmail: "E-postadresse",
		},
		...{ indicatorUnit: "Måles i", indicatorStart: "Slik det er nå", indicatorGoal: "Målet" },
		organisationHint: "Skriv noen bokstaver og velg fra listen.",
		addRow: "Legg til en rad",
		add: (each: string) => `Legg til: ${each.toLowerCase()}`,
		remove: (what: string) => `Fjern ${what}`,
		row: (number: number) => `rad ${number}`,
		inRow: (label: string, row: string) => `${label}, ${row}`,
		noAnswer: "Ikke svart",
		noRows: "Ingen rader ennå.",
		filesKept: "Filer som er lagt ved. Ta bort haken på dem som ikke skal være med.",
		fileHint:
			"PDF, bilde eller Office-dokument, høyst 10 MB hver. Filer lagres når du trykker på en av knappene nederst.",
		back: "Forrige side",
		next: (title: string) => `Neste: ${title}`,
		actions: "Handling",
	},
	nn: {
		...{
			yes: "Ja",
			no: "Nei",
			kroner: "kr",
			sum: "Sum",
			number: "Nr.",
			personName: "Namn",
			personEmail: "E-postadresse",
		},
		...{ indicatorUnit: "Blir målt i", indicatorStart: "Slik det er no", indicatorGoal: "Målet" },
		organisationHint: "Skriv nokre bokstavar og vel frå lista.",
		addRow: "Legg til ei rad",
		add: (each: string) => `Legg til: ${each.toLowerCase()}`,
		remove: (what: string) => `Fjern ${what}`,
		row: (number: number) => `rad ${number}`,
		inRow: (label: string, row: string) => `${label}, ${row}`,
		noAnswer: "Ikkje svart",
		noRows: "Ingen rader enno.",
		filesKept: "Filer som er lagde ved. Ta bort haken på dei som ikkje skal vere med.",
		fileHint:
			"PDF, bilete eller Office-dokument, høgst 10 MB kvar. Filer blir lagra når du trykkjer på ein av knappane nedst.",
		back: "Førre side",
		next: (title: string) => `Neste: ${title}`,
		actions: "Handling",
	},
	en: {
		...{
			yes: "Yes",
			no: "No",
			kroner: "NOK",
			sum: "Total",
			number: "No.",
			personName: "Name",
			personEmail: "E-mail address",
		},
		...{ indicatorUnit: "Measured in", indicatorStart: "Where it stands now", indicatorGoal: "The goal" },
		organisationHint: "Write some letters and choose from the list.",
		addRow: "Add a row",
		add: (each: string) => `Add: ${each.toLowerCase()}`,
		remove: (what: string) => `Remove ${what}`,
		row: (number: number) => `row ${number}`,
		inRow: (label: string, row: string) => `${label}, ${row}`,
		noAnswer: "Not answered",
		noRows: "No rows yet.",
		filesKept: "Files that are attached. Untick those that shall not be included.",
		fileHint:
			"PDF, picture or Office document, at most 10 MB each. Files are saved when you press one of the buttons below.",
		back: "Previous page",
		next: (title: string) => `Next: ${title}`,
		actions: "Action",
	},
});

export type Detail = Readonly<Record<string, string | number>>;
/** What a room says for each of its codes: words with `{name}` where a fact of the detail goes, or a function of it. */
export type RefusalWords = Readonly<Record<string, string | ((detail: Detail) => string)>>;

/**
 * A refusal in words: the room's own where it has them, else what every form says.
 * @example <TaskForm say={saying(language, text.refusals)} …>
 */
export function saying(language: Language, room: RefusalWords = {}): (refusal: Refusal) => string {
	const general: RefusalWords = formText[language];
	return ({ code, detail = {} }) => {
		const found = Object.hasOwn(room, code) ? room[code] : Object.hasOwn(general, code) ? general[code] : undefined;
		if (found === undefined) return formText[language].format;
		return typeof found === "function" ? found(detail) : fill(found, detail, language);
	};
}

function fill(template: string, detail: Detail, language: Language): string {
	return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
		const fact = Object.hasOwn(detail, name) ? detail[name] : undefined;
		if (fact === undefined) return whole;
		if (typeof fact === "number") return formatNumber(language, fact);
		return /^\d{4}-\d{2}-\d{2}$/.test(fact) ? formatShortDate(language, fact) : fact;
	});
}
