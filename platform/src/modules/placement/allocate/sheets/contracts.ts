import { inEachLanguage } from "../../../../language.ts";
import { defineContract, type RowOf, type Words } from "../../../../spreadsheet/contract.ts";
import { professions } from "../../../organisation/codes.ts";
import { organisationText } from "../../../organisation/text.ts";
import { capacitySheet, firstDayColumn, lastDayColumn, placeColumns, siteColumns } from "../../capacity/sheet.ts";
import { wishHeaders } from "../../roster/wish-headers.ts";

const coordinates = {
	key: "coordinates",
	kind: "coordinates",
	headers: { nb: "Koordinater", nn: "Koordinatar", en: "Coordinates" },
	aliases: ["Posisjon", "Position"],
	explanation: {
		nb: "Breddegrad og lengdegrad. Går foran postnummeret.",
		nn: "Breiddegrad og lengdegrad. Går føre postnummeret.",
		en: "Latitude and longitude. Goes before the postcode.",
	},
	example: "63.43, 10.39",
} as const;

const openDays = [
	{
		...firstDayColumn,
		explanation: {
			nb: "Tomt: fra den første studentens første dag.",
			nn: "Tomt: frå den første studenten sin første dag.",
			en: "Blank: from the first student's first day.",
		},
	},
	{
		...lastDayColumn,
		explanation: {
			nb: "Tomt: til den siste studentens siste dag.",
			nn: "Tomt: til den siste studenten sin siste dag.",
			en: "Blank: to the last student's last day.",
		},
	},
] as const;

/** The platform's own sheet of capacity, and where the site is. */
export const capacityToAllocate = defineContract({
	title: capacitySheet.title,
	columns: [...siteColumns, ...openDays, ...placeColumns, coordinates],
});
export type CapacityRow = RowOf<typeof capacityToAllocate>;

const wish = <const Key extends string>(key: Key, number: number) =>
	({
		key,
		kind: "text",
		maximumLength: 300,
		headers: { nb: `Ønske ${number}`, nn: `Ønske ${number}`, en: `Wish ${number}` },
		aliases: wishHeaders(number),
		...(number === 1
			? {
					explanation: {
						nb: "Navnet på et praksissted, en kommune eller et fylke. Har flere steder samme navn: «sted, kommune».",
						nn: "Namnet på ein praksisstad, ein kommune eller eit fylke. Har fleire stader same namn: «stad, kommune».",
						en: "Name of a site, a municipality or a county. Where several sites have one name: “site, municipality”.",
					} satisfies Words,
					example: "Halsen hjemmetjeneste",
				}
			: {}),
	}) as const;

/** One row for each place a student needs. */
export const studentsToAllocate = defineContract({
	title: { nb: "Studenter", nn: "Studentar", en: "Students" },
	columns: [
		{
			key: "number",
			kind: "text",
			maximumLength: 40,
			headers: { nb: "Studentnummer", nn: "Studentnummer", en: "Student number" },
			aliases: ["Nummer", "Studentnr", "Studentnr.", "Student-ID", "Studnr", "Number", "Id"],
			explanation: {
				nb: "Nummer eller navn må være fylt ut. Planen bruker nummeret der det finnes.",
				nn: "Nummer eller namn må vere fylt ut. Planen bruker nummeret der det finst.",
				en: "Number or name must be filled in. The plan uses the number where there is one.",
			},
			example: "581234",
		},
		{
			key: "name",
			kind: "text",
			maximumLength: 200,
			headers: { nb: "Navn", nn: "Namn", en: "Name" },
			aliases: ["Student", "Studentnavn", "Fullt navn", "Fullt namn", "Full name"],
			explanation: {
				nb: "Eller fornavn og etternavn i hver sin kolonne.",
				nn: "Eller førenamn og etternamn i kvar si kolonne.",
				en: "Or first name and surname in a column each.",
			},
		},
		{
			key: "firstName",
			kind: "text",
			maximumLength: 100,
			headers: { nb: "Fornavn", nn: "Førenamn", en: "First name" },
			aliases: ["Fornamn", "Given name"],
		},
		{
			key: "lastName",
			kind: "text",
			maximumLength: 100,
			headers: { nb: "Etternavn", nn: "Etternamn", en: "Surname" },
			aliases: ["Slektsnavn", "Last name", "Family name"],
		},
		{
			key: "institution",
			kind: "text",
			maximumLength: 200,
			headers: { nb: "Institusjon", nn: "Institusjon", en: "Institution" },
			aliases: ["Lærested", "Lærestad", "Universitet", "Høgskole"],
		},
		{
			key: "course",
			kind: "text",
			maximumLength: 200,
			headers: { nb: "Emne", nn: "Emne", en: "Course" },
			aliases: ["Emnekode", "Praksisemne", "Course code", "Program", "Studieprogram", "Programme"],
			example: "SYK3001",
		},
		{
			key: "profession",
			kind: "choice",
			explanation: {
				nb: "Tomt: utdanningen alle plassene er for.",
				nn: "Tomt: utdanninga alle plassane er for.",
				en: "Blank: the profession all places are for.",
			},
			choices: professions.map((profession) => ({
				value: profession,
				labels: inEachLanguage((language) => organisationText[language].professions[profession]),
			})),
			headers: { nb: "Utdanning", nn: "Utdanning", en: "Profession" },
			aliases: ["Profesjon", "Studieretning", "Fagområde"],
		},
		{
			key: "year",
			kind: "wholeNumber",
			explanation: {
				nb: "Tomt: året alle plassene er for.",
				nn: "Tomt: året alle plassane er for.",
				en: "Blank: the year all places are for.",
			},
			minimum: 1,
			maximum: 7,
			headers: { nb: "Studieår", nn: "Studieår", en: "Year of study" },
			aliases: ["År", "Year"],
			example: "3",
		},
		{
			key: "firstDay",
			kind: "date",
			explanation: {
				nb: "Tomt: som plassene, eller --from.",
				nn: "Tomt: som plassane, eller --from.",
				en: "Blank: as the places, or --from.",
			},
			headers: { nb: "Første dag", nn: "Første dag", en: "First day" },
			aliases: ["Fra", "Frå", "Fra dato", "Frå dato", "Fra og med", "Startdato", "From"],
		},
		{
			key: "lastDay",
			kind: "date",
			explanation: {
				nb: "Tomt: som plassene, eller --to.",
				nn: "Tomt: som plassane, eller --to.",
				en: "Blank: as the places, or --to.",
			},
			headers: { nb: "Siste dag", nn: "Siste dag", en: "Last day" },
			aliases: ["Til og med", "Til", "Til dato", "Sluttdato", "To"],
		},
		{
			key: "postcode",
			kind: "postcode",
			headers: { nb: "Postnummer hjem", nn: "Postnummer heim", en: "Home postcode" },
			aliases: ["Postnummer", "Postnr", "Postcode"],
			explanation: {
				nb: "Der studenten reiser fra. Trenger filen med postnumre (--postcodes).",
				nn: "Der studenten reiser frå. Treng fila med postnummer (--postcodes).",
				en: "Where the student travels from. Needs the file of postcodes (--postcodes).",
			},
			example: "7030",
		},
		{
			key: "municipality",
			kind: "text",
			maximumLength: 100,
			headers: { nb: "Kommune hjem", nn: "Kommune heim", en: "Home municipality" },
			aliases: ["Bokommune", "Hjemkommune", "Heimkommune", "Kommune", "Municipality"],
			explanation: {
				nb: "Navn eller nummer. Brukes der verken koordinater eller postnummer gir et sted.",
				nn: "Namn eller nummer. Blir brukt der verken koordinatar eller postnummer gir ein stad.",
				en: "Name or number. Used where neither coordinates nor postcode give a place.",
			},
			example: "Trondheim",
		},
		coordinates,
		wish("wish1", 1),
		wish("wish2", 2),
		wish("wish3", 3),
		wish("wish4", 4),
		wish("wish5", 5),
		{
			key: "priority",
			kind: "wholeNumber",
			minimum: 0,
			maximum: 9,
			headers: { nb: "Prioritet", nn: "Prioritet", en: "Priority" },
			explanation: {
				nb: "0 går først: den som mister et semester uten plass. Tomt: 1.",
				nn: "0 går først: den som mistar eit semester utan plass. Tomt: 1.",
				en: "0 is served first: who loses a semester without a place. Blank: 1.",
			},
			example: "1",
		},
		{
			key: "together",
			kind: "text",
			maximumLength: 60,
			headers: { nb: "Sammen", nn: "Saman", en: "Together" },
			aliases: ["Gruppe", "Group"],
			explanation: {
				nb: "Studenter i samme emne og periode med samme ord får samme sted, eller ingen av dem får plass.",
				nn: "Studentar i same emne og periode med same ord får same stad, eller ingen av dei får plass.",
				en: "Students of one course and period with the same word get the same place, or none of them gets any.",
			},
		},
		{
			key: "mostMinutes",
			kind: "wholeNumber",
			minimum: 1,
			maximum: 1000,
			headers: { nb: "Høyst minutter", nn: "Høgst minutt", en: "At most minutes" },
			aliases: ["Maks reisetid", "Høyst reisetid"],
			explanation: {
				nb: "Lengste reise én vei som studenten kan ha. Tomt: rundens grense.",
				nn: "Lengste reise éin veg som studenten kan ha. Tomt: grensa til runden.",
				en: "The longest way there that the student can have. Blank: the round's limit.",
			},
		},
		{
			key: "arrived",
			kind: "date",
			headers: { nb: "Meldt inn", nn: "Meldt inn", en: "Arrived" },
			aliases: ["Registrert", "Registered"],
			explanation: {
				nb: "Brukes bare i sammenligningen med førstemann til mølla. Tomt: rekkefølgen i filen.",
				nn: "Blir berre brukt i samanlikninga med førstemann til mølla. Tomt: rekkjefølgja i fila.",
				en: "Only used in the comparison with first come, first served. Blank: the order of the file.",
			},
		},
	],
});
export type StudentRow = RowOf<typeof studentsToAllocate>;
