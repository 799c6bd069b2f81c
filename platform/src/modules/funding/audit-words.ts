import type { Language } from "../../language.ts";

type Words = Readonly<Record<string, Readonly<Record<Language, string>>>>;

const said = (nb: string, nn: string, en: string) => ({ nb, nn, en });

/** What the log says was done with funding. */
export const fundingAuditWords: Words = {
	"funding-scheme.create": said("Skrev ned en ordning", "Skreiv ned ei ordning", "Wrote down a scheme"),
	"funding-scheme.change": said("Endret en ordning", "Endra ei ordning", "Changed a scheme"),
	"funding-call.create": said("Begynte på en utlysning", "Byrja på ei utlysing", "Began a call"),
	"funding-call.change": said("Endret en utlysning", "Endra ei utlysing", "Changed a call"),
	"funding-call.publish": said("Publiserte en utlysning", "Publiserte ei utlysing", "Published a call"),
	"funding-call.withdraw": said("Trakk tilbake en utlysning", "Trekte tilbake ei utlysing", "Withdrew a call"),
	"funding-call.remove": said("Tok bort en utlysning", "Tok bort ei utlysing", "Removed a call"),
	"funding-call.export": said("Hentet ut utlysninger", "Henta ut utlysingar", "Exported calls"),
	"funding-call.ask": said("Spurte om en utlysning", "Spurde om ei utlysing", "Asked about a call"),
	"funding-call.clarify": said(
		"Svarte på et spørsmål om en utlysning",
		"Svarte på eit spørsmål om ei utlysing",
		"Answered a question about a call",
	),
	"funding-collection.begin": said(
		"Spurte enhetene hva de trenger",
		"Spurde einingane kva dei treng",
		"Asked the units what they need",
	),
	"funding-collection.close": said("Lukket en innsamling", "Lukka ei innsamling", "Closed a collection"),
	"funding-collection.reopen": said("Åpnet en innsamling", "Opna ei innsamling", "Opened a collection again"),
	"funding-need.answer": said("Sa hva en enhet trenger", "Sa kva ei eining treng", "Said what a unit needs"),
	"funding-need.weigh": said("Prioriterte behov", "Prioriterte behov", "Weighed needs"),
	"funding-need.export": said("Hentet ut behov", "Henta ut behov", "Exported needs"),
};

/** What its objects are called in the log. */
export const fundingAuditKinds: Words = {
	"funding-scheme": said("Tilskuddsordning", "Tilskotsordning", "Funding scheme"),
	"funding-collection": said("Innsamling av behov", "Innsamling av behov", "Collection of needs"),
	"funding-need": said("Behov", "Behov", "Need"),
	"funding-call": said("Utlysning", "Utlysing", "Call"),
};
