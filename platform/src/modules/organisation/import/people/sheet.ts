import { inEachLanguage } from "../../../../language.ts";
import { defineContract, type RowOf } from "../../../../spreadsheet/contract.ts";
import { roles } from "../../contract.ts";
import { positions } from "../../people/contract.ts";
import { peopleText } from "../../people/text.ts";
import { organisationText } from "../../text.ts";
import { deputyColumn, emailColumn, phoneColumn, unitColumn } from "../columns.ts";

/** The sheet of people in roles. One person with two roles stands in two rows. */
export const peopleSheet = defineContract({
	title: { nb: "Personer", nn: "Personar", en: "People" },
	columns: [
		{
			key: "name",
			kind: "text",
			required: true,
			maximumLength: 200,
			headers: { nb: "Navn", nn: "Namn", en: "Name" },
			aliases: ["Fullt navn", "Fullt namn", "Full name"],
			example: "Kari Nordmann",
		},
		{
			...emailColumn,
			explanation: {
				nb: "Personen kjennes igjen på e-post, rolle og enhet, og uten e-post på navnet.",
				nn: "Personen blir kjend att på e-post, rolle og eining, og utan e-post på namnet.",
				en: "The person is recognised by e-mail, role and unit, and without e-mail by name.",
			},
			example: "kari.nordmann@kommune.no",
		},
		{ ...phoneColumn, aliases: [...phoneColumn.aliases, "Mobil"] },
		{
			key: "role",
			kind: "choice",
			required: true,
			choices: roles.map((role) => ({
				value: role,
				labels: inEachLanguage((language) => organisationText[language].roles[role]),
			})),
			headers: { nb: "Rolle", nn: "Rolle", en: "Role" },
		},
		{
			key: "title",
			kind: "text",
			maximumLength: 120,
			headers: { nb: "Tittel", nn: "Tittel", en: "Title" },
			aliases: ["Stillingstittel", "Stilling", "Job title"],
		},
		{
			key: "share",
			kind: "wholeNumber",
			minimum: 0,
			maximum: 100,
			sign: "%",
			headers: { nb: "Stillingsprosent", nn: "Stillingsprosent", en: "Share of position" },
			aliases: ["Prosent", "Percentage"],
			example: "80",
		},
		{
			key: "position",
			kind: "choice",
			choices: positions.map((position) => ({
				value: position,
				labels: {
					nb: peopleText.nb.positions[position],
					nn: peopleText.nn.positions[position],
					en: peopleText.en.positions[position],
				},
			})),
			headers: { nb: "Linje eller stab", nn: "Linje eller stab", en: "Line or staff" },
			explanation: {
				nb: "Linje: rollen avgjør. Stab: rollen gir råd. Tomt på en ny rolle: linje.",
				nn: "Linje: rolla avgjer. Stab: rolla gir råd. Tomt på ei ny rolle: linje.",
				en: "Line: the role decides. Staff: the role advises. Blank on a new role: line.",
			},
		},
		unitColumn,
		{
			key: "validFrom",
			kind: "date",
			headers: { nb: "Fra", nn: "Frå", en: "From" },
			aliases: ["Fra dato", "Frå dato", "Startdato"],
			explanation: {
				nb: "Tomt på en ny rolle: i dag.",
				nn: "Tomt på ei ny rolle: i dag.",
				en: "Blank on a new role: today.",
			},
		},
		{
			key: "validTo",
			kind: "date",
			headers: { nb: "Til og med", nn: "Til og med", en: "To" },
			aliases: ["Til", "Til dato", "Sluttdato", "Siste dag"],
		},
		{
			...deputyColumn,
			explanation: {
				nb: "En person som finnes fra før, eller som står i samme fil.",
				nn: "Ein person som finst frå før, eller som står i same fil.",
				en: "A person who exists already, or who is in the same file.",
			},
		},
	],
	unique: [],
});

export type PeopleSheetRow = RowOf<typeof peopleSheet>;
