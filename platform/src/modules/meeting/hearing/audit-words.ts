import type { Language } from "../../../language.ts";

type Words = Readonly<Record<string, Readonly<Record<Language, string>>>>;

const said = (nb: string, nn: string, en: string) => ({ nb, nn, en });

/** What the log says was done in hearings. */
export const hearingAuditWords: Words = {
	"hearing.create": said("Skrev et utkast til høring", "Skreiv eit utkast til høyring", "Drafted a consultation"),
	"hearing.change": said("Endret en høring", "Endra ei høyring", "Changed a consultation"),
	"hearing.remove": said(
		"Slettet et utkast til høring",
		"Sletta eit utkast til høyring",
		"Deleted the draft of a consultation",
	),
	"hearing.add-invitee": said(
		"Satte opp noen å høre",
		"Sette opp nokon å høyre",
		"Put somebody on a consultation's list",
	),
	"hearing.remove-invitee": said(
		"Tok noen av listen i en høring",
		"Tok nokon av lista i ei høyring",
		"Took somebody off a consultation's list",
	),
	"hearing.send": said("Sendte på høring", "Sende på høyring", "Sent out a consultation"),
	"hearing.give-input": said("Ga innspill i en høring", "Gav innspel i ei høyring", "Gave input in a consultation"),
	"hearing.no-remarks": said(
		"Hadde ingen merknader i en høring",
		"Hadde ingen merknader i ei høyring",
		"Had no comments in a consultation",
	),
	"hearing.reply": said("Svarte på et innspill", "Svara på eit innspel", "Answered an input"),
	"hearing.close": said("Avsluttet en høring", "Avslutta ei høyring", "Closed a consultation"),
	"hearing.withdraw": said("Trakk en høring", "Trekte ei høyring", "Withdrew a consultation"),
	"hearing.export": said("Hentet ut høringer", "Henta ut høyringar", "Exported consultations"),
};

export const hearingAuditKinds: Words = {
	hearing: said("Høring", "Høyring", "Consultation"),
	"hearing-invitee": said("Invitert i en høring", "Invitert i ei høyring", "Invited to a consultation"),
};
