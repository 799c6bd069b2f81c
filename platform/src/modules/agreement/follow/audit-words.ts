import type { Language } from "../../../language.ts";

type Words = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** What the log says was done to follow agreements up. */
export const followAuditWords: Words = {
	"agreement.add-delivery": said("Skrev ned en leveranse", "Skreiv ned ein leveranse", "Wrote down a delivery"),
	"agreement.remove-delivery": said("Tok bort en leveranse", "Tok bort ein leveranse", "Took away a delivery"),
	"agreement.answer-result": said(
		"Svarte på hva en avtale har ført til",
		"Svarte på kva ein avtale har ført til",
		"Answered what an agreement has led to",
	),
	"agreement.export-follow": said("Tok ut lovet og levert", "Tok ut lova og levert", "Took out promised and delivered"),
	"agreement.export-coverage": said("Tok ut dekning", "Tok ut dekning", "Took out coverage"),
	"agreement.add-interest": said("La til et ønske om en avtale", "La til eit ønske om ein avtale", "Added an interest"),
	"agreement.remove-interest": said(
		"Tok bort et ønske om en avtale",
		"Tok bort eit ønske om ein avtale",
		"Took away an interest",
	),
	"agreement.ask-results": said(
		"Spurte partene hva en avtale har ført til",
		"Spurde partane kva ein avtale har ført til",
		"Asked the parties what an agreement has led to",
	),
	"agreement.remind-results": said(
		"Minnet parter om å si hva en avtale har ført til",
		"Minte partar om å seie kva ein avtale har ført til",
		"Reminded parties to say what an agreement has led to",
	),
	"agreement.change-asking": said(
		"Endret når partene spørres hva en avtale har ført til",
		"Endra når partane blir spurde kva ein avtale har ført til",
		"Changed when the parties are asked what an agreement has led to",
	),
	"exchange.create": said("La til en utveksling", "La til ei utveksling", "Added an exchange"),
	"exchange.change": said("Endret en utveksling", "Endra ei utveksling", "Changed an exchange"),
	"exchange.evaluate": said("Evaluerte en utveksling", "Evaluerte ei utveksling", "Evaluated an exchange"),
	"exchange.remove": said("Slettet en utveksling", "Sletta ei utveksling", "Deleted an exchange"),
	"exchange.export": said("Tok ut utvekslinger", "Tok ut utvekslingar", "Took out exchanges"),
	"agreement.invite": said("Inviterte til en avtale", "Inviterte til ein avtale", "Invited to an agreement"),
	"agreement.take-up": said(
		"Tok opp en invitasjon til en avtale",
		"Tok opp ein invitasjon til ein avtale",
		"Took up an invitation to an agreement",
	),
};

export const followAuditKinds: Words = {
	"agreement-invitation": said("Invitasjon til avtale", "Invitasjon til avtale", "Invitation to an agreement"),
	exchange: said("Utveksling", "Utveksling", "Exchange"),
};

function said(nb: string, nn: string, en: string) {
	return { nb, nn, en };
}
