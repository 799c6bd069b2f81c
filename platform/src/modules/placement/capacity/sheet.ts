import { inEachLanguage } from "../../../language.ts";
import { defineContract, type RowOf } from "../../../spreadsheet/contract.ts";
import { professions } from "../../organisation/codes.ts";
import { organisationText } from "../../organisation/text.ts";

/** Where the places are, and for whom. */
export const siteColumns = [
	{
		key: "host",
		kind: "text",
		maximumLength: 200,
		headers: { nb: "Kommune", nn: "Kommune", en: "Municipality" },
		aliases: ["Kommunenummer", "Kommunenr", "Praksisvert", "Vert", "Host"],
		explanation: {
			nb: "Navnet eller nummeret til kommunen, eller navnet på en annen praksisvert. Tomt: organisasjonen som tar inn filen.",
			nn: "Namnet eller nummeret til kommunen, eller namnet på ein annan praksisvert. Tomt: organisasjonen som tek inn fila.",
			en: "Name or number of the municipality, or the name of another host. Blank: the organisation that takes the file in.",
		},
		example: "Stjørdal",
	},
	{
		key: "site",
		kind: "text",
		required: true,
		maximumLength: 200,
		headers: { nb: "Praksissted", nn: "Praksisstad", en: "Site" },
		aliases: ["Enhet", "Eining", "Sted", "Avdeling", "Unit"],
		example: "Halsen hjemmetjeneste",
	},
	{
		key: "setting",
		kind: "text",
		maximumLength: 100,
		headers: { nb: "Type tjenestested", nn: "Type tenestestad", en: "Setting" },
		aliases: ["Type arbeidssted", "Type arbeidsstad", "Type praksissted", "Type", "Tjeneste", "Teneste"],
		explanation: {
			nb: "Sykehjem, Hjemmetjeneste, Omsorgsbolig, Helsestasjon, Psykisk helse, Rehabilitering, Dagsenter, Barnevern, Nav, Barnehage, Skole eller en annen type.",
			nn: "Sjukeheim, Heimeteneste, Omsorgsbustad, Helsestasjon, Psykisk helse, Rehabilitering, Dagsenter, Barnevern, Nav, Barnehage, Skule eller ein annan type.",
			en: "Nursing home, Home care, Assisted living, Health centre, Mental health, Rehabilitation, Day centre, Child welfare, Nav, Kindergarten, School or another kind.",
		},
	},
	{
		key: "postcode",
		kind: "postcode",
		headers: { nb: "Postnummer", nn: "Postnummer", en: "Postcode" },
		aliases: ["Postnr"],
		example: "7500",
	},
	{
		key: "profession",
		kind: "choice",
		choices: professions.map((profession) => ({
			value: profession,
			labels: inEachLanguage((language) => organisationText[language].professions[profession]),
		})),
		headers: { nb: "Utdanning", nn: "Utdanning", en: "Profession" },
		aliases: ["Profesjon", "Studieretning", "Fagområde"],
		explanation: { nb: "Tomt: alle utdanninger.", nn: "Tomt: alle utdanningar.", en: "Blank: any profession." },
	},
	{
		key: "years",
		kind: "text",
		maximumLength: 20,
		headers: { nb: "Studieår", nn: "Studieår", en: "Years of study" },
		aliases: ["År", "Studieaar", "Year", "Years"],
		explanation: {
			nb: "Ett eller flere år, for eksempel 2, 3 eller 1-3. Tomt: alle.",
			nn: "Eitt eller fleire år, til dømes 2, 3 eller 1-3. Tomt: alle.",
			en: "One or more years, for example 2, 3 or 1-3. Blank: any.",
		},
		example: "2, 3",
	},
] as const;

export const firstDayColumn = {
	key: "firstDay",
	kind: "date",
	headers: { nb: "Første dag", nn: "Første dag", en: "First day" },
	aliases: ["Fra", "Frå", "Fra dato", "Frå dato", "Fra og med", "Startdato", "From"],
} as const;
export const lastDayColumn = {
	key: "lastDay",
	kind: "date",
	headers: { nb: "Siste dag", nn: "Siste dag", en: "Last day" },
	aliases: ["Til og med", "Til", "Til dato", "Sluttdato", "To"],
} as const;

/** How many places, and how they are shared. */
export const placeColumns = [
	{
		key: "places",
		kind: "wholeNumber",
		required: true,
		minimum: 0,
		maximum: 1000,
		headers: { nb: "Plasser", nn: "Plassar", en: "Places" },
		aliases: ["Antall plasser", "Antall", "Talet på plassar"],
		explanation: {
			nb: "Så mange studenter om gangen.",
			nn: "Så mange studentar om gongen.",
			en: "So many students at once.",
		},
		example: "2",
	},
	{
		key: "mostAtOnce",
		kind: "wholeNumber",
		minimum: 0,
		maximum: 1000,
		headers: { nb: "Høyst samtidig", nn: "Høgst samtidig", en: "Most at once" },
		aliases: ["Maks samtidig", "Tak"],
		explanation: {
			nb: "Høyst så mange på stedet samtidig, alle utdanninger sett under ett. Tomt: bare plassene begrenser.",
			nn: "Høgst så mange på staden samtidig, alle utdanningar sett under eitt. Tomt: berre plassane avgrensar.",
			en: "At most so many at the site at once, all professions together. Blank: only the places limit.",
		},
	},
	{
		key: "leastTogether",
		kind: "wholeNumber",
		minimum: 1,
		maximum: 100,
		headers: { nb: "Minst sammen", nn: "Minst saman", en: "At least together" },
		aliases: ["Minst to sammen", "Minst antall"],
		explanation: {
			nb: "Tar ingen, eller minst så mange samtidig. Tomt: også én alene.",
			nn: "Tek ingen, eller minst så mange samtidig. Tomt: også éin åleine.",
			en: "Takes none, or at least so many at once. Blank: one alone will do.",
		},
	},
	{
		key: "reservedFor",
		kind: "text",
		maximumLength: 200,
		headers: { nb: "Holdt av til", nn: "Halde av til", en: "Kept for" },
		aliases: ["Reservert for", "Reserved for", "Lærested", "Lærestad"],
		explanation: {
			nb: "Navnet på institusjonen plassene er holdt av til. Tomt: alle.",
			nn: "Namnet på institusjonen plassane er haldne av til. Tomt: alle.",
			en: "The institution these places are kept for. Blank: any.",
		},
	},
] as const;

/**
 * The sheet of capacity: one row for each offer of places at a site. The platform takes it in and gives it out, and the
 * command line allocates from it without a platform, so both read the same file.
 */
export const capacitySheet = defineContract({
	title: { nb: "Kapasitet", nn: "Kapasitet", en: "Capacity" },
	columns: [
		...siteColumns,
		{ ...firstDayColumn, required: true },
		{ ...lastDayColumn, required: true },
		...placeColumns,
	],
});

export type CapacitySheetRow = RowOf<typeof capacitySheet>;

/** Years of study as people write them (`2, 3`, `1-3`, `2. og 3.`), in order; null where it cannot be read. */
export function readYears(text: string | null): readonly number[] | null {
	if (text === null) return [];
	const years = new Set<number>();
	for (const part of text
		.replace(/\s*[-–]\s*/g, "-")
		.split(/[\s,;.]+|\b(?:og|and)\b/i)
		.filter((word) => word !== "")) {
		const [, first, last = first] = /^([1-7])(?:-([1-7]))?$/.exec(part) ?? [];
		if (first === undefined) return null;
		for (let year = Number(first); year <= Number(last); year++) years.add(year);
	}
	return [...years].sort((one, other) => one - other);
}

/** The years as a cell holds them. */
export function writtenYears(years: readonly number[]): string | null {
	return years.length === 0 ? null : years.join(", ");
}
