import { defineText } from "../../../../language.ts";

/** What is said of who belongs to whom. */
export const affiliationText = defineText({
	nb: {
		affiliationsTitle: "Tilhørigheter",
		affiliationsLead: "Hvem organisasjonen hører til, og hvem som hører til den.",
		affiliationsNone: "Ingen tilhørigheter er registrert.",
		affiliate: "Legg til tilhørighet",
		affiliateTitle: (name: string) => `Ny tilhørighet for ${name}`,
		affiliateHint: "Skal en annen høre til denne, registrerer du det på den andres side.",
		affiliateSubmit: "Legg til",
		affiliated: "Tilhørigheten er lagt til.",
		relation: "Hvordan",
		to: "Organisasjon",
		belongsFrom: (name: string, relation: string, other: string, date: string) =>
			`Fra ${date}: ${name} – ${relation} – ${other}.`,
		since: (date: string) => `fra ${date}`,
		endAffiliation: "Avslutt",
		endAffiliationOf: (other: string) => `Avslutt tilhørigheten til ${other}`,
		endAffiliationTitle: "Avslutt tilhørigheten",
		belongsUntil: (name: string, relation: string, other: string, date: string) =>
			`${name} – ${relation} – ${other} holder til og med ${date}.`,
		staysAffiliated: "Lister for tiden før viser fortsatt tilhørigheten.",
		affiliationEnded: "Tilhørigheten er avsluttet.",
	},
	nn: {
		affiliationsTitle: "Tilhøyrsler",
		affiliationsLead: "Kven organisasjonen høyrer til, og kven som høyrer til han.",
		affiliationsNone: "Ingen tilhøyrsler er registrerte.",
		affiliate: "Legg til tilhøyrsle",
		affiliateTitle: (name: string) => `Ny tilhøyrsle for ${name}`,
		affiliateHint: "Skal ein annan høyre til denne, registrerer du det på sida til den andre.",
		affiliateSubmit: "Legg til",
		affiliated: "Tilhøyrsla er lagd til.",
		relation: "Korleis",
		to: "Organisasjon",
		belongsFrom: (name: string, relation: string, other: string, date: string) =>
			`Frå ${date}: ${name} – ${relation} – ${other}.`,
		since: (date: string) => `frå ${date}`,
		endAffiliation: "Avslutt",
		endAffiliationOf: (other: string) => `Avslutt tilhøyrsla til ${other}`,
		endAffiliationTitle: "Avslutt tilhøyrsla",
		belongsUntil: (name: string, relation: string, other: string, date: string) =>
			`${name} – ${relation} – ${other} held til og med ${date}.`,
		staysAffiliated: "Lister for tida før viser framleis tilhøyrsla.",
		affiliationEnded: "Tilhøyrsla er avslutta.",
	},
	en: {
		affiliationsTitle: "Affiliations",
		affiliationsLead: "What the organisation belongs to, and what belongs to it.",
		affiliationsNone: "No affiliations have been registered.",
		affiliate: "Add an affiliation",
		affiliateTitle: (name: string) => `New affiliation of ${name}`,
		affiliateHint: "If another is to belong to this one, register it on the other's page.",
		affiliateSubmit: "Add",
		affiliated: "The affiliation has been added.",
		relation: "How",
		to: "Organisation",
		belongsFrom: (name: string, relation: string, other: string, date: string) =>
			`From ${date}: ${name} – ${relation} – ${other}.`,
		since: (date: string) => `from ${date}`,
		endAffiliation: "End",
		endAffiliationOf: (other: string) => `End the affiliation to ${other}`,
		endAffiliationTitle: "End the affiliation",
		belongsUntil: (name: string, relation: string, other: string, date: string) =>
			`${name} – ${relation} – ${other} holds up to and including ${date}.`,
		staysAffiliated: "Lists for the time before still show the affiliation.",
		affiliationEnded: "The affiliation has ended.",
	},
});
