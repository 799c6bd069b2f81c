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
	"funding-call.export-applications": said("Hentet ut søknader", "Henta ut søknader", "Exported applications"),
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
	"funding-cost.import": said("Importerte kostnader", "Importerte kostnader", "Imported costs"),
	"funding-cost.export": said("Hentet ut kostnader", "Henta ut kostnader", "Exported costs"),
	"funding-award.make": said("Ga tilsagn om tilskudd", "Gav tilsegn om tilskot", "Awarded a grant"),
	"funding-award.note": said("Noterte et tilsagn", "Noterte ei tilsegn", "Noted an award"),
	"funding-award.change": said(
		"Skrev linjene i et tilsagn",
		"Skreiv linjene i ei tilsegn",
		"Wrote the lines of an award",
	),
	"funding-award.accept": said("Aksepterte et tilsagn", "Aksepterte ei tilsegn", "Accepted an award"),
	"funding-award.decline": said("Takket nei til et tilsagn", "Takka nei til ei tilsegn", "Declined an award"),
	"funding-award.remove": said("Tok bort et notert tilsagn", "Tok bort ei notert tilsegn", "Removed a noted award"),
	"funding-award.place": said(
		"Ga en utdanning plass i et tilsagn",
		"Gav ei utdanning plass i ei tilsegn",
		"Gave a study a place of an award",
	),
	"funding-award.unplace": said(
		"Tok en utdanning ut av et tilsagn",
		"Tok ei utdanning ut av ei tilsegn",
		"Took a study out of an award",
	),
	"funding-award.settle": said(
		"Sa om opptaket er kjent",
		"Sa om opptaket er kjent",
		"Said whether the admissions are known",
	),
	"funding-award.raise": said(
		"Økte et tilsagn etter klage",
		"Auka ei tilsegn etter klage",
		"Raised an award after an appeal",
	),
	"funding-award.comment": said("Kommenterte et tilsagn", "Kommenterte ei tilsegn", "Commented on an award"),
	"funding-award.move-dates": said(
		"Flyttet fristene for et tilsagn",
		"Flytte fristane for ei tilsegn",
		"Moved the deadlines of an award",
	),
	"funding-award.adjust": said(
		"Førte hva opptaket ble til",
		"Førte kva opptaket vart til",
		"Entered what the admissions came to",
	),
	"funding-award.enter": said(
		"Førte i regnskapet for et tilsagn",
		"Førte i rekneskapen for ei tilsegn",
		"Entered in the ledger of an award",
	),
	"funding-award.reverse": said("Tilbakeførte en føring", "Tilbakeførte ei føring", "Reversed an entry"),
	"funding-award.ask": said(
		"Ba om overføring eller endret formål",
		"Bad om overføring eller endra formål",
		"Asked to carry over or change the purpose",
	),
	"funding-award.decide": said(
		"Avgjorde overføring eller endret formål",
		"Avgjorde overføring eller endra formål",
		"Decided on carrying over or changing the purpose",
	),
	"funding-award.document": said(
		"La et dokument til et tilsagn",
		"La eit dokument til ei tilsegn",
		"Added a document to an award",
	),
	"funding-award.count": said("Noterte noe som telles", "Noterte noko som blir talt", "Noted a count"),
	"funding-award.export": said(
		"Hentet ut regnskapet for et tilsagn",
		"Henta ut rekneskapen for ei tilsegn",
		"Exported the ledger of an award",
	),
	"funding-application.judge": said(
		"Sa om en søknad kan vurderes",
		"Sa om ein søknad kan vurderast",
		"Said whether an application can be considered",
	),
	"funding-application.assess": said("Vurderte en søknad", "Vurderte ein søknad", "Assessed an application"),
	"funding-application.decide": said(
		"Fattet vedtak om en søknad",
		"Gjorde vedtak om ein søknad",
		"Decided an application",
	),
	"funding-application.appeal": said("Klaget på et vedtak", "Klaga på eit vedtak", "Appealed a decision"),
	"funding-application.answer-appeal": said("Svarte på en klage", "Svarte på ei klage", "Answered an appeal"),
	"funding-call.propose": said(
		"Foreslo fordeling av rammen",
		"Gjorde framlegg til fordeling av ramma",
		"Proposed how to share the money",
	),
	"funding-call.recommend": said(
		"Oppfordret noen til å søke",
		"Oppmoda nokon om å søkje",
		"Encouraged somebody to apply",
	),
	"funding-application.begin": said("Begynte på en søknad", "Byrja på ein søknad", "Began an application"),
	"funding-application.change": said(
		"Endret tiltak i en søknad",
		"Endra tiltak i ein søknad",
		"Changed measures of an application",
	),
	"funding-application.choose-facts": said(
		"Valgte opplysninger til en søknad",
		"Valde opplysningar til ein søknad",
		"Chose facts for an application",
	),
	"funding-application.new-version": said(
		"Gikk over til en ny utgave av utlysningen",
		"Gjekk over til ei ny utgåve av utlysinga",
		"Went over to a new version of the call",
	),
	"funding-application.invite": said(
		"Inviterte til å søke sammen",
		"Inviterte til å søkje saman",
		"Invited to apply together",
	),
	"funding-application.remove-party": said(
		"Tok en part ut av søknaden",
		"Tok ein part ut av søknaden",
		"Took a party out of the application",
	),
	"funding-application.join": said("Ble med på en søknad", "Vart med på ein søknad", "Joined an application"),
	"funding-application.approve": said(
		"Godkjente sin del av en søknad",
		"Godkjende delen sin av ein søknad",
		"Approved a part of an application",
	),
	"funding-application.leave": said("Gikk ut av en søknad", "Gjekk ut av ein søknad", "Left an application"),
	"funding-application.send": said("Sendte en søknad", "Sende ein søknad", "Sent an application"),
	"funding-application.reopen": said(
		"Åpnet en sendt søknad for endring",
		"Opna ein send søknad for endring",
		"Opened a sent application for change",
	),
	"funding-application.withdraw": said("Trakk en søknad", "Trekte ein søknad", "Withdrew an application"),
	"funding-application.remove": said(
		"Slettet et utkast til søknad",
		"Sletta eit utkast til søknad",
		"Deleted a draft of an application",
	),
	"funding-application.export": said(
		"Hentet ut tiltakene i en søknad",
		"Henta ut tiltaka i ein søknad",
		"Exported the measures of an application",
	),
	"funding-guidance.ask": said("Ba om råd", "Bad om råd", "Asked for advice"),
	"funding-guidance.advise": said("Ga råd", "Gav råd", "Gave advice"),
	"funding-guidance.open": said(
		"Åpnet en veiledning for dem som fører tilsyn",
		"Opna ei rettleiing for dei som fører tilsyn",
		"Opened guidance to those who supervise",
	),
	"funding-guidance.wall": said(
		"Stengte en veiledning for dem som fører tilsyn",
		"Stengde ei rettleiing for dei som fører tilsyn",
		"Closed guidance to those who supervise",
	),
	"funding-guidance.export": said("Hentet ut veiledning", "Henta ut rettleiing", "Exported guidance"),
	"funding-guidance.name": said("Sa hvem som veileder", "Sa kven som rettleier", "Said who guides"),
	"funding-report.write": said(
		"Skrev i en rapport om tilskudd",
		"Skreiv i ein rapport om tilskot",
		"Wrote in a report on a grant",
	),
	"funding-report.send": said(
		"Sendte en rapport om tilskudd",
		"Sende ein rapport om tilskot",
		"Sent a report on a grant",
	),
	"funding-report.send-interim": said(
		"Sendte en underveisrapport",
		"Sende ein undervegsrapport",
		"Sent an interim report",
	),
	"funding-report.read-interim": said(
		"Leste en underveisrapport",
		"Las ein undervegsrapport",
		"Read an interim report",
	),
	"funding-report.return": said("Sendte en rapport tilbake", "Sende ein rapport tilbake", "Returned a report"),
	"funding-report.accept": said(
		"Godkjente en rapport om tilskudd",
		"Godkjende ein rapport om tilskot",
		"Accepted a report on a grant",
	),
};

/** What its objects are called in the log. */
export const fundingAuditKinds: Words = {
	"funding-scheme": said("Tilskuddsordning", "Tilskotsordning", "Funding scheme"),
	"funding-collection": said("Innsamling av behov", "Innsamling av behov", "Collection of needs"),
	"funding-need": said("Behov", "Behov", "Need"),
	"funding-award": said("Tilsagn", "Tilsegn", "Award"),
	"funding-application": said("Søknad", "Søknad", "Application"),
	"funding-guidance": said("Veiledning", "Rettleiing", "Guidance"),
	"funding-call": said("Utlysning", "Utlysing", "Call"),
};
