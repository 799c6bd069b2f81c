import type { ImportWords } from "../../../../import/kind.server.ts";
import { type FindingText, plainly as one } from "../../../../import/told.ts";
import { defineText } from "../../../../language.ts";

/** What may be wrong with a row of networks. */
export type NetworkFinding =
	| "purpose-missing"
	| "founded-missing"
	| "ahead-of-today"
	| "before-founded"
	| "organisation-unknown"
	| "pledge-half-said"
	| "pledge-nothing"
	| "left-before-joined"
	| "reason-missing"
	| "has-ended";

export const networkFindings: FindingText<NetworkFinding> = {
	nb: {
		"purpose-missing": one("Nettverket mangler hensikt.", "Skriv hva det skal være godt for, på en av radene."),
		"founded-missing": one("Nettverket mangler dagen det begynte.", "Skriv dagen, for eksempel 01.01.1999."),
		"ahead-of-today": one("Dagen er ikke kommet.", "Rett dagen, eller la feltet stå tomt."),
		"before-founded": one("Medlemmet ble med før nettverket begynte.", "Rett en av dagene."),
		"organisation-unknown": ({ value }) => ({
			problem: `Registeret har ingen, eller flere, som het «${value}» da.`,
			remedy: "Medlemmet tas inn med navnet. Skriv navnet med nummer hvis det skal knyttes til registeret.",
		}),
		"pledge-half-said": one(
			"Bare dagen eller stedet er skrevet for det som er lovet.",
			"Skriv begge deler, eller ingen.",
		),
		"pledge-nothing": one("Det står at noe er skrevet ned, men ikke hva.", "Skriv timer eller stillingsandel."),
		"left-before-joined": one("Medlemmet sluttet før det ble med.", "Rett en av dagene."),
		"reason-missing": one("Det mangler hvorfor.", "Skriv grunnen."),
		"has-ended": one("Nettverket er avsluttet, og endres ikke.", "Ta bort raden."),
	},
	nn: {
		"purpose-missing": one("Nettverket manglar formål.", "Skriv kva det skal vere godt for, på ei av radene."),
		"founded-missing": one("Nettverket manglar dagen det byrja.", "Skriv dagen, til dømes 01.01.1999."),
		"ahead-of-today": one("Dagen er ikkje komen.", "Rett dagen, eller la feltet stå tomt."),
		"before-founded": one("Medlemen vart med før nettverket byrja.", "Rett ein av dagane."),
		"organisation-unknown": ({ value }) => ({
			problem: `Registeret har ingen, eller fleire, som heitte «${value}» då.`,
			remedy: "Medlemen blir teken inn med namnet. Skriv namnet med nummer om han skal knytast til registeret.",
		}),
		"pledge-half-said": one(
			"Berre dagen eller staden er skriven for det som er lova.",
			"Skriv begge delar, eller ingen.",
		),
		"pledge-nothing": one("Det står at noko er skrive ned, men ikkje kva.", "Skriv timar eller stillingsdel."),
		"left-before-joined": one("Medlemen slutta før han vart med.", "Rett ein av dagane."),
		"reason-missing": one("Det manglar kvifor.", "Skriv grunnen."),
		"has-ended": one("Nettverket er avslutta, og blir ikkje endra.", "Ta bort rada."),
	},
	en: {
		"purpose-missing": one("The network has no purpose.", "Write what it shall be good for, on one of its rows."),
		"founded-missing": one("The network lacks the day it began.", "Write the day, for example 1999-01-01."),
		"ahead-of-today": one("The day has not come.", "Mend the day, or leave the cell blank."),
		"before-founded": one("The member joined before the network began.", "Mend one of the days."),
		"organisation-unknown": ({ value }) => ({
			problem: `The register has nobody, or several, called “${value}” then.`,
			remedy: "The member is taken in by its name. Write the name with its number to tie it to the register.",
		}),
		"pledge-half-said": one("Only the day or the place is written for what is promised.", "Write both, or neither."),
		"pledge-nothing": one(
			"Something is said to be written down, but not what.",
			"Write hours or a share of a position.",
		),
		"left-before-joined": one("The member left before it joined.", "Mend one of the days."),
		"reason-missing": one("It is not said why.", "Write the reason."),
		"has-ended": one("The network has ended, and is not changed.", "Take the row out."),
	},
};

/** What the pages of import say of networks. */
export const networkImportWords = defineText({
	nb: {
		title: "Nettverk med medlemmer",
		about: "Nettverk dere har sekretariatet for: hvem som er med, styring, penger og det som er sagt om dem.",
		upload: "Importer nettverk",
		current: "Last ned nettverkene dere har",
		rules: [
			"Én rad for hvert medlem, og gjerne en rad for hver merknad. Nettverket kjennes igjen på navnet.",
			"Medlemmet slås opp i registeret slik det var den dagen det ble med. Finnes det ikke der, tas det inn med navnet.",
			"Sier to kilder ulike ting, skriv begge som merknader med kilde. Begge blir stående.",
			"Tomme felt tar ikke bort noe. Medlemmer og merknader som er der fra før, blir stående som de er.",
			"Alt tas inn på én gang, eller ingenting.",
		],
		where: "Begynte",
		nowhere: "",
		besides: null,
		take: (_count: number, shown: string) => `Importer ${shown} nettverk`,
		see: "Se nettverkene",
		job: "Import av nettverk",
		files: { current: "nettverk", template: "mal-nettverk" },
	} satisfies ImportWords,
	nn: {
		title: "Nettverk med medlemer",
		about: "Nettverk de har sekretariatet for: kven som er med, styring, pengar og det som er sagt om dei.",
		upload: "Importer nettverk",
		current: "Last ned nettverka de har",
		rules: [
			"Éi rad for kvar medlem, og gjerne ei rad for kvar merknad. Nettverket blir kjent att på namnet.",
			"Medlemen blir slått opp i registeret slik det var den dagen han vart med. Finst han ikkje der, blir han teken inn med namnet.",
			"Seier to kjelder ulike ting, skriv begge som merknader med kjelde. Begge blir ståande.",
			"Tomme felt tek ikkje bort noko. Medlemer og merknader som er der frå før, blir ståande som dei er.",
			"Alt blir teke inn på éin gong, eller ingenting.",
		],
		where: "Byrja",
		nowhere: "",
		besides: null,
		take: (_count: number, shown: string) => `Importer ${shown} nettverk`,
		see: "Sjå nettverka",
		job: "Import av nettverk",
		files: { current: "nettverk", template: "mal-nettverk" },
	},
	en: {
		title: "Networks with members",
		about: "Networks you are the secretariat of: who is in them, governance, money and what is said of them.",
		upload: "Import networks",
		current: "Download the networks you have",
		rules: [
			"One row for each member, and one for each note if you like. A network is recognised by its name.",
			"A member is looked up in the register as it was on the day it joined. If it is not there, it is taken in by its name.",
			"Where two sources differ, write both as notes with their sources. Both stand.",
			"Blank cells take nothing away. Members and notes that are there stay as they are.",
			"Everything is taken in at once, or nothing.",
		],
		where: "Began",
		nowhere: "",
		besides: null,
		take: (count: number, shown: string) => `Import ${shown} ${count === 1 ? "network" : "networks"}`,
		see: "See the networks",
		job: "Import of networks",
		files: { current: "networks", template: "template-networks" },
	},
});
