import { defineText } from "../../../language.ts";

/** What the pages of the parties say. */
export const partyText = defineText({
	nb: {
		partyTitle: "Parter",
		addParty: "Legg til part",
		newParty: "Organisasjon",
		partyAdded: "Parten er lagt til.",
		removeParty: "Ta ut parten",
		removePartyBody: (name: string) => `${name} tas ut av avtalen med det parten har lovet.`,
		partyRemoved: "Parten er tatt ut.",
		signs: "Signerer",
		takeOut: "Ta ut",
		yes: "Ja",
		no: "Nei",
	},
	nn: {
		partyTitle: "Partar",
		addParty: "Legg til part",
		newParty: "Organisasjon",
		partyAdded: "Parten er lagd til.",
		removeParty: "Ta ut parten",
		removePartyBody: (name: string) => `${name} blir teken ut av avtalen med det parten har lova.`,
		partyRemoved: "Parten er teken ut.",
		signs: "Signerer",
		takeOut: "Ta ut",
		yes: "Ja",
		no: "Nei",
	},
	en: {
		partyTitle: "Parties",
		addParty: "Add party",
		newParty: "Organisation",
		partyAdded: "The party is added.",
		removeParty: "Take the party out",
		removePartyBody: (name: string) => `${name} is taken out of the agreement with what it has promised.`,
		partyRemoved: "The party is taken out.",
		signs: "Signs",
		takeOut: "Take out",
		yes: "Yes",
		no: "No",
	},
});
