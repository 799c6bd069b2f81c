import type { Language } from "../../../language.ts";

type Words = Readonly<Record<string, Readonly<Record<Language, string>>>>;

const said = (nb: string, nn: string, en: string) => ({ nb, nn, en });

/** What the log says was done with enquiries. */
export const enquiryAuditWords: Words = {
	"enquiry.send": said("Sendte en henvendelse", "Sende ein førespurnad", "Sent an enquiry"),
	"enquiry.take": said("Tok en henvendelse", "Tok ein førespurnad", "Took an enquiry"),
	"enquiry.ask-back": said("Spurte avsenderen", "Spurde avsendaren", "Asked the sender"),
	"enquiry.reply": said("Svarte på et spørsmål", "Svara på eit spørsmål", "Answered a question"),
	"enquiry.answer": said("Svarte på en henvendelse", "Svara på ein førespurnad", "Answered an enquiry"),
	"enquiry.refuse": said("Avslo en henvendelse", "Avslo ein førespurnad", "Refused an enquiry"),
	"enquiry.forward": said("Sendte en henvendelse videre", "Sende ein førespurnad vidare", "Sent an enquiry on"),
	"enquiry.withdraw": said("Trakk en henvendelse", "Trekte ein førespurnad", "Withdrew an enquiry"),
	"enquiry.remind": said("Minnet om en henvendelse", "Minte om ein førespurnad", "Reminded of an enquiry"),
	"enquiry.escalate": said(
		"Varslet ledelsen om en henvendelse",
		"Varsla leiinga om ein førespurnad",
		"Told those who lead of an enquiry",
	),
	"enquiry.export": said("Hentet ut henvendelser", "Henta ut førespurnader", "Exported enquiries"),
};

export const enquiryAuditKinds: Words = {
	enquiry: said("Henvendelse", "Førespurnad", "Enquiry"),
};
