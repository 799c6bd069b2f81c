import { defineContract, type RowOf } from "../../../../spreadsheet/contract.ts";
import { capacitySheet } from "../../capacity/sheet.ts";

/** The sheet of capacity as it is taken in: with who answers for each site. The command line needs nobody's address. */
export const capacityImportSheet = defineContract({
	title: capacitySheet.title,
	columns: [
		...capacitySheet.columns,
		{
			key: "contactName",
			kind: "text",
			maximumLength: 200,
			headers: { nb: "Kontaktperson", nn: "Kontaktperson", en: "Contact" },
			aliases: ["Kontakt", "Leder", "Enhetsleder", "Einingsleiar", "Avdelingsleder", "Contact name"],
			explanation: {
				nb: "Den som svarer for stedet. Tomt: den som står, beholdes.",
				nn: "Den som svarar for staden. Tomt: den som står, blir verande.",
				en: "Who answers for the site. Blank: whoever stands there is kept.",
			},
			example: "Kari Nordmann",
		},
		{
			key: "contactEmail",
			kind: "email",
			headers: { nb: "E-post til kontaktperson", nn: "E-post til kontaktperson", en: "Contact's e-mail" },
			aliases: ["E-post", "Epost", "E-postadresse", "Kontakt e-post", "Mail", "E-mail", "Email"],
			explanation: {
				nb: "Hit går lenken for å svare og bekrefte studenter. Tomt: adressen som står, beholdes.",
				nn: "Hit går lenkja for å svare og stadfeste studentar. Tomt: adressa som står, blir verande.",
				en: "The link to answer and confirm students goes here. Blank: the address that stands is kept.",
			},
			example: "kari@example.no",
		},
	],
});

export type CapacityImportRow = RowOf<typeof capacityImportSheet>;
