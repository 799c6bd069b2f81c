import { type Choice, defineContract, type RowOf } from "../../../../spreadsheet/contract.ts";
import type { Names, Vocabulary } from "../../contract.ts";
import { settingWords } from "../../setting-words.ts";
import { emailColumn, phoneColumn, publishedColumn } from "../columns.ts";

/** The sheet of units: what an import reads, a template offers, and an export writes. */
export function unitSheet(vocabulary: Vocabulary) {
	return defineContract({
		title: { nb: "Enheter", nn: "Einingar", en: "Units" },
		columns: [
			{
				key: "code",
				kind: "text",
				maximumLength: 60,
				headers: { nb: "Kode", nn: "Kode", en: "Code" },
				aliases: [
					"Egen kode",
					"Eigen kode",
					"Own code",
					"Enhetskode",
					"Einingskode",
					"Unit code",
					"Resultatenhet",
					"Ansvar",
				],
				explanation: {
					nb: "Organisasjonens egen kode. Med kode kjennes enheten igjen også når den får nytt navn.",
					nn: "Koden organisasjonen sjølv bruker. Med kode kjenner vi att eininga òg når ho får nytt namn.",
					en: "The organisation's own code. With a code, the unit is recognised even when it gets a new name.",
				},
				example: "4120",
			},
			{
				key: "name",
				kind: "text",
				required: true,
				maximumLength: 200,
				headers: { nb: "Navn", nn: "Namn", en: "Name" },
				aliases: ["Enhet", "Enhetsnavn", "Eining", "Einingsnamn", "Unit", "Unit name"],
				explanation: {
					nb: "Hva enheten heter.",
					nn: "Kva eininga heiter.",
					en: "What the unit is called.",
				},
				example: "Hjemmetjenesten",
			},
			{
				key: "parent",
				kind: "text",
				maximumLength: 2000,
				headers: { nb: "Ligger under", nn: "Ligg under", en: "Below" },
				aliases: ["Overordnet enhet", "Overordna eining", "Parent", "Parent unit", "Over"],
				explanation: {
					nb: "Koden til enheten over, eller navnene fra toppen med › eller > mellom. Tomt: øverst.",
					nn: "Koden til eininga over, eller namna frå toppen med › eller > mellom. Tomt: øvst.",
					en: "The code of the unit above, or the names from the top with › or > between. Blank: at the top.",
				},
				example: "Helse › Omsorg",
			},
			{
				key: "setting",
				kind: "choice",
				choices: vocabulary.settings.map((setting) => ({ ...choice(setting), aliases: settingWords(setting.code) })),
				headers: { nb: "Type tjenestested", nn: "Type tenestestad", en: "Type of service" },
				aliases: [
					"Type",
					"Enhetstype",
					"Einingstype",
					"Type of unit",
					"Kind of setting",
					"Tjenestested",
					"Tenestestad",
					"Setting",
				],
			},
			{
				key: "sector",
				kind: "choice",
				choices: vocabulary.sectors.map(choice),
				headers: { nb: "Sektor", nn: "Sektor", en: "Sector" },
				explanation: {
					nb: "Trengs bare når typen tjenestested ikke er fylt ut.",
					nn: "Trengst berre når typen tenestestad ikkje er fylt ut.",
					en: "Needed only when the type of service is blank.",
				},
			},
			{
				key: "address",
				kind: "text",
				maximumLength: 200,
				headers: { nb: "Adresse", nn: "Adresse", en: "Address" },
				aliases: ["Gateadresse", "Besøksadresse", "Street address"],
				example: "Storgata 1",
			},
			{ key: "postcode", kind: "postcode", headers: { nb: "Postnummer", nn: "Postnummer", en: "Postcode" } },
			{
				key: "place",
				kind: "text",
				maximumLength: 100,
				headers: { nb: "Poststed", nn: "Poststad", en: "Place" },
				aliases: ["Sted", "Stad"],
				explanation: {
					nb: "Tomt: følger postnummeret.",
					nn: "Tomt: følgjer postnummeret.",
					en: "Blank: follows the postcode.",
				},
			},
			{
				key: "municipalityNumber",
				kind: "municipality",
				headers: { nb: "Kommunenummer", nn: "Kommunenummer", en: "Municipality number" },
				aliases: ["Kommunenr"],
				explanation: {
					nb: "Tomt: følger postnummeret.",
					nn: "Tomt: følgjer postnummeret.",
					en: "Blank: follows the postcode.",
				},
			},
			emailColumn,
			phoneColumn,
			{
				...publishedColumn,
				explanation: {
					nb: "Om andre organisasjoner ser enheten. Tomt på en ny enhet: ja.",
					nn: "Om andre organisasjonar ser eininga. Tomt på ei ny eining: ja.",
					en: "Whether other organisations see the unit. Blank on a new unit: yes.",
				},
			},
			{
				key: "validFrom",
				kind: "date",
				headers: { nb: "Åpen fra", nn: "Open frå", en: "Open from" },
				aliases: ["Fra dato", "Frå dato"],
				explanation: {
					nb: "Tomt på en ny enhet: i dag.",
					nn: "Tomt på ei ny eining: i dag.",
					en: "Blank on a new unit: today.",
				},
			},
			{
				key: "leaderName",
				kind: "text",
				maximumLength: 200,
				headers: { nb: "Leders navn", nn: "Namn på leiar", en: "Leader's name" },
				aliases: ["Leder", "Leiar", "Leader", "Enhetsleder", "Einingsleiar"],
				explanation: {
					nb: "Gir personen rollen enhetsleder her. Andre ledere blir stående.",
					nn: "Gir personen rolla einingsleiar her. Andre leiarar blir ståande.",
					en: "Gives the person the role of unit leader here. Other leaders stay.",
				},
			},
			{
				key: "leaderEmail",
				kind: "email",
				headers: { nb: "Leders e-post", nn: "E-posten til leiaren", en: "Leader's e-mail" },
				aliases: ["E-post leder", "E-post leiar"],
			},
		],
		unique: [["code"]],
	});
}

export type UnitSheet = ReturnType<typeof unitSheet>;
export type UnitSheetRow = RowOf<UnitSheet>;

export function choice({ code, name }: { readonly code: string; readonly name: Names }): Choice {
	return { value: code, labels: name };
}
