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
};

function said(nb: string, nn: string, en: string) {
	return { nb, nn, en };
}
