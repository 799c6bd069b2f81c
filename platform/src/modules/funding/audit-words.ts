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
};

/** What its objects are called in the log. */
export const fundingAuditKinds: Words = {
	"funding-scheme": said("Tilskuddsordning", "Tilskotsordning", "Funding scheme"),
	"funding-call": said("Utlysning", "Utlysing", "Call"),
};
