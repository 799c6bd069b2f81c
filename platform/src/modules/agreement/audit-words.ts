import type { Language } from "../../language.ts";

type Words = Readonly<Record<string, Readonly<Record<Language, string>>>>;

const said = (nb: string, nn: string, en: string) => ({ nb, nn, en });

/** What the log says was done with agreements. */
export const agreementAuditWords: Words = {
	"agreement.create": said(
		"Opprettet et utkast til avtale",
		"Oppretta eit utkast til avtale",
		"Created a draft agreement",
	),
	"agreement.copy": said("Kopierte en avtale", "Kopierte ein avtale", "Copied an agreement"),
	"agreement.change": said("Endret en avtale", "Endra ein avtale", "Changed an agreement"),
	"agreement.remove": said("Slettet et utkast til avtale", "Sletta eit utkast til avtale", "Deleted a draft agreement"),
	"agreement.add-party": said(
		"La til en part i en avtale",
		"La til ein part i ein avtale",
		"Added a party to an agreement",
	),
	"agreement.remove-party": said(
		"Tok en part ut av en avtale",
		"Tok ein part ut av ein avtale",
		"Took a party out of an agreement",
	),
	"agreement.change-party": said(
		"Endret en part i en avtale",
		"Endra ein part i ein avtale",
		"Changed a party to an agreement",
	),
	"agreement.add-theme": said("La til et tema", "La til eit tema", "Added a theme"),
	"agreement.change-theme": said("Endret et tema", "Endra eit tema", "Changed a theme"),
	"agreement.remove-theme": said("Tok ut et tema", "Tok ut eit tema", "Took a theme out"),
	"agreement.add-commitment": said("La til en forpliktelse", "La til ei forplikting", "Added a commitment"),
	"agreement.change-commitment": said("Endret en forpliktelse", "Endra ei forplikting", "Changed a commitment"),
	"agreement.remove-commitment": said("Tok ut en forpliktelse", "Tok ut ei forplikting", "Took a commitment out"),
	"agreement.change-provision": said("Endret en bestemmelse", "Endra ei føresegn", "Changed a provision"),
	"agreement.change-contact": said(
		"Endret en kontakt i en avtale",
		"Endra ein kontakt i ein avtale",
		"Changed a contact in an agreement",
	),
	"agreement.put-forward": said("La fram en avtaletekst", "La fram ein avtaletekst", "Put an agreement forward"),
	"agreement.approve": said(
		"Godkjente en avtaletekst",
		"Godkjende ein avtaletekst",
		"Approved the text of an agreement",
	),
	"agreement.decline": said(
		"Sa nei til en avtaletekst",
		"Sa nei til ein avtaletekst",
		"Said no to the text of an agreement",
	),
	"agreement.comment": said("Kommenterte en avtale", "Kommenterte ein avtale", "Commented on an agreement"),
	"agreement.opened-for-signing": said(
		"Åpnet en avtale for signering",
		"Opna ein avtale for signering",
		"Opened an agreement for signing",
	),
	"agreement.reopened": said(
		"Tok opp igjen en avtaletekst",
		"Tok opp att ein avtaletekst",
		"Reopened the text of an agreement",
	),
	"agreement.withdrawn": said("Avsluttet forhandlinger", "Avslutta forhandlingar", "Ended negotiations"),
	"agreement.sign": said("Signerte en avtale", "Signerte ein avtale", "Signed an agreement"),
	"agreement.add-file": said("La ved en signert avtale", "La ved ein signert avtale", "Attached a signed agreement"),
	"agreement.propose-publishing": said(
		"Foreslo å vise en avtale for andre",
		"Gjorde framlegg om å vise ein avtale for andre",
		"Proposed to show an agreement to others",
	),
	"agreement.agree-publishing": said(
		"Sa ja til å vise en avtale",
		"Sa ja til å vise ein avtale",
		"Said yes to showing an agreement",
	),
	"agreement.decline-publishing": said(
		"Sa nei til å vise en avtale",
		"Sa nei til å vise ein avtale",
		"Said no to showing an agreement",
	),
	"agreement.publish": said(
		"Viste at en avtale finnes",
		"Viste at ein avtale finst",
		"Showed that an agreement is there",
	),
	"agreement.unpublish": said("Sluttet å vise en avtale", "Slutta å vise ein avtale", "Stopped showing an agreement"),
	"agreement.end": said(
		"Avsluttet en avtale før tiden",
		"Avslutta ein avtale før tida",
		"Ended an agreement before its time",
	),
	"agreement.export": said("Tok ut avtaler", "Tok ut avtalar", "Took out agreements"),
};

export const agreementAuditKinds: Words = {
	agreement: said("Avtale", "Avtale", "Agreement"),
	commitment: said("Forpliktelse", "Forplikting", "Commitment"),
	"agreement-party": said("Part i en avtale", "Part i ein avtale", "Party to an agreement"),
};
