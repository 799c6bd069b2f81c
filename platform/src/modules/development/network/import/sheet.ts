import { inEachLanguage } from "../../../../language.ts";
import { defineContract, type RowOf } from "../../../../spreadsheet/contract.ts";
import { memberText } from "../pages/member.text.ts";
import { networkPageText } from "../pages/network.text.ts";
import { networksText } from "../pages/networks.text.ts";
import { networkText } from "../text.ts";

const ofNetwork = (key: keyof (typeof networkPageText)["nb"]["fields"]) => ({
	headers: inEachLanguage((language) => networkPageText[language].fields[key]),
});
const ofMember = (key: keyof (typeof memberText)["nb"]["fields"]) => ({
	headers: inEachLanguage((language) => memberText[language].fields[key]),
});
const kind = <const Value extends "owned" | "offered" | "self-governing">(value: Value) => ({
	value,
	labels: inEachLanguage((language) => networkText[language].kinds[value]),
});
const money = <const Value extends "fee" | "rotating" | "budgets" | "external" | "unclear">(value: Value) => ({
	value,
	labels: inEachLanguage((language) => networkText[language].moneyKinds[value]),
});
const standing = <const Value extends "member" | "beside">(value: Value) => ({
	value,
	labels: inEachLanguage((language) => networkText[language].standings[value]),
});
const anchored = <const Value extends "line" | "staff">(value: Value) => ({
	value,
	labels: inEachLanguage((language) => networkText[language].anchorings[value]),
});

/** Networks with their members and what is said of them: a row for each member, or each note. */
export const networkSheet = defineContract({
	title: inEachLanguage((language) => networkText[language].title),
	columns: [
		{
			key: "name",
			kind: "text",
			required: true,
			maximumLength: 160,
			example: "Fagnettverk for helse",
			headers: inEachLanguage((language) => networksText[language].columns.name),
			explanation: {
				nb: "Det samme navnet på hver rad som gjelder nettverket. Resten om nettverket trenger bare stå på den første.",
				nn: "Det same namnet på kvar rad som gjeld nettverket. Resten om nettverket treng berre stå på den første.",
				en: "The same name on each row about the network. The rest about it need only stand on the first.",
			},
		},
		{ key: "purpose", kind: "text", maximumLength: 4000, ...ofNetwork("purpose"), aliases: ["Formål", "Purpose"] },
		{
			key: "kind",
			kind: "choice",
			choices: [kind("owned"), kind("offered"), kind("self-governing")],
			...ofNetwork("kind"),
		},
		{ key: "foundedOn", kind: "date", ...ofNetwork("foundedOn"), aliases: ["Startet", "Oppretta", "Opprettet"] },
		{ key: "foundedBy", kind: "text", maximumLength: 300, ...ofNetwork("foundedBy"), aliases: ["Vedtak"] },
		{ key: "owners", kind: "text", maximumLength: 500, ...ofNetwork("owners"), aliases: ["Styring", "Styre"] },
		{ key: "decides", kind: "text", maximumLength: 500, ...ofNetwork("decides") },
		{
			key: "moneyKind",
			kind: "choice",
			...ofNetwork("moneyKind"),
			choices: [money("fee"), money("rotating"), money("budgets"), money("external"), money("unclear")],
		},
		{ key: "money", kind: "text", maximumLength: 500, ...ofNetwork("money"), aliases: ["Penger", "Pengar"] },
		{
			key: "endedOn",
			kind: "date",
			headers: { nb: "Nettverket ble avsluttet", nn: "Nettverket vart avslutta", en: "The network ended" },
		},
		{
			key: "endedBecause",
			kind: "text",
			maximumLength: 1000,
			headers: { nb: "Hvorfor det ble avsluttet", nn: "Kvifor det vart avslutta", en: "Why it ended" },
		},
		{
			key: "member",
			kind: "text",
			maximumLength: 160,
			example: "Verdal",
			headers: inEachLanguage((language) => networksText[language].member),
			aliases: ["Deltaker", "Deltakar", "Kommune", "Participant"],
			explanation: {
				nb: "Navnet i registeret, slik det var da medlemmet ble med, eller et navn som ikke står der.",
				nn: "Namnet i registeret, slik det var då medlemen vart med, eller eit namn som ikkje står der.",
				en: "The name in the register as it was when the member joined, or a name that is not there.",
			},
		},
		{ key: "standing", kind: "choice", choices: [standing("member"), standing("beside")], ...ofMember("standing") },
		{ key: "joinedOn", kind: "date", ...ofMember("joinedOn") },
		{ key: "leftOn", kind: "date", ...ofMember("leftOn") },
		{
			key: "leftBecause",
			kind: "text",
			maximumLength: 500,
			headers: { nb: "Hvorfor det sluttet", nn: "Kvifor det slutta", en: "Why it left" },
		},
		{ key: "anchored", kind: "choice", choices: [anchored("line"), anchored("staff")], ...ofMember("anchored") },
		{
			key: "pledgedShare",
			kind: "wholeNumber",
			minimum: 1,
			maximum: 500,
			...ofMember("pledgedShare"),
			aliases: ["Stillingsprosent"],
		},
		{ key: "pledgedHours", kind: "wholeNumber", minimum: 1, maximum: 20_000, ...ofMember("pledgedHours") },
		{ key: "pledgedOn", kind: "date", ...ofMember("pledgedOn") },
		{ key: "pledgedWhere", kind: "text", maximumLength: 200, ...ofMember("pledgedWhere") },
		{ key: "note", kind: "text", maximumLength: 1000, ...ofNetwork("note") },
		{
			key: "noteOn",
			kind: "date",
			headers: { nb: "Merknadens dag", nn: "Dagen for merknaden", en: "Day of the note" },
		},
		{ key: "source", kind: "text", maximumLength: 200, ...ofNetwork("source") },
	],
	unique: [],
});
export type NetworkSheetRow = RowOf<typeof networkSheet>;
