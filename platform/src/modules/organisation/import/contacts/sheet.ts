import { inEachLanguage } from "../../../../language.ts";
import { defineContract, type RowOf } from "../../../../spreadsheet/contract.ts";
import { professions, responsibilities } from "../../codes.ts";
import { organisationText } from "../../text.ts";
import { deputyColumn, publishedColumn, unitColumn } from "../columns.ts";

/** The sheet of who answers for what. A person in a role is named by e-mail; a shared post box brings its own address. */
export const contactSheet = defineContract({
	title: { nb: "Kontakter", nn: "Kontaktar", en: "Contacts" },
	columns: [
		{
			key: "responsibility",
			kind: "choice",
			required: true,
			choices: responsibilities.map((one) => ({
				value: one,
				labels: inEachLanguage((language) => organisationText[language].responsibilities[one]),
			})),
			headers: { nb: "Ansvarsområde", nn: "Ansvarsområde", en: "Responsibility" },
			aliases: ["Ansvar"],
		},
		{
			key: "profession",
			kind: "choice",
			choices: professions.map((one) => ({
				value: one,
				labels: inEachLanguage((language) => organisationText[language].professions[one]),
			})),
			headers: { nb: "Fag", nn: "Fag", en: "Profession" },
			explanation: { nb: "Tomt: alle fag.", nn: "Tomt: alle fag.", en: "Blank: all professions." },
		},
		unitColumn,
		{
			key: "holderEmail",
			kind: "email",
			headers: { nb: "Ansvarligs e-post", nn: "E-posten til den ansvarlege", en: "E-mail of who answers" },
			aliases: ["Ansvarlig", "Ansvarleg", "Who answers"],
			explanation: {
				nb: "En person som har en rolle her. Tomt: en felles postkasse svarer.",
				nn: "Ein person som har ei rolle her. Tomt: ei felles postkasse svarer.",
				en: "A person with a role here. Blank: a shared mailbox answers.",
			},
			example: "kari.nordmann@kommune.no",
		},
		deputyColumn,
		{
			key: "name",
			kind: "text",
			maximumLength: 200,
			headers: { nb: "Navn på postkassen", nn: "Namn på postkassa", en: "Name of the mailbox" },
			example: "Postmottak",
		},
		{
			key: "email",
			kind: "email",
			headers: { nb: "Postkassens e-post", nn: "E-posten til postkassa", en: "E-mail of the mailbox" },
			example: "postmottak@kommune.no",
		},
		{
			key: "phone",
			kind: "text",
			maximumLength: 40,
			headers: { nb: "Postkassens telefon", nn: "Telefonen til postkassa", en: "Telephone of the mailbox" },
		},
		{
			key: "note",
			kind: "text",
			maximumLength: 500,
			headers: { nb: "Merknad", nn: "Merknad", en: "Note" },
		},
		{
			...publishedColumn,
			explanation: {
				nb: "Om andre organisasjoner ser kontaktpunktet. Tomt på et nytt kontaktpunkt: ja.",
				nn: "Om andre organisasjonar ser kontaktpunktet. Tomt på eit nytt kontaktpunkt: ja.",
				en: "Whether other organisations see the contact. Blank on a new contact: yes.",
			},
		},
	],
	unique: [],
});

export type ContactSheetRow = RowOf<typeof contactSheet>;
