import type { Language } from "../../language.ts";

type Words = Readonly<Record<string, Readonly<Record<Language, string>>>>;

const said = (nb: string, nn: string, en: string) => ({ nb, nn, en });

/** What the log says was done with competence. */
export const competenceAuditWords: Words = {
	"competence-entry.create": said("La til en kompetanse", "La til ein kompetanse", "Added a competence"),
	"competence-entry.change": said("Endret en kompetanse", "Endra ein kompetanse", "Changed a competence"),
	"competence-entry.retire": said(
		"Tok en kompetanse ut av bruk",
		"Tok ein kompetanse ut av bruk",
		"Took a competence out of use",
	),
	"competence-entry.export": said(
		"Hentet ut kompetanserammeverket",
		"Henta ut kompetanserammeverket",
		"Exported the competence framework",
	),
	"competence-entry.import": said(
		"Importerte til kompetanserammeverket",
		"Importerte til kompetanserammeverket",
		"Imported to the competence framework",
	),
	"competence-actual.answer": said(
		"Svarte for hva en enhet har av kompetanse",
		"Svarte for kva ei eining har av kompetanse",
		"Answered for what competence a unit has",
	),
	"competence-actual.import": said("Importerte kompetanse", "Importerte kompetanse", "Imported competence"),
	"competence-actual.export": said("Hentet ut kompetanse", "Henta ut kompetanse", "Exported competence"),
	"competence-alone.export": said(
		"Hentet ut hvem som står alene",
		"Henta ut kven som står åleine",
		"Exported who stands alone",
	),
	"competence-need.create": said("La til et behov", "La til eit behov", "Added a need"),
	"competence-need.change": said("Endret et behov", "Endra eit behov", "Changed a need"),
	"competence-need.remove": said("Tok bort et behov", "Tok bort eit behov", "Removed a need"),
	"competence-need.import": said("Importerte behov", "Importerte behov", "Imported needs"),
	"competence-need.export": said("Hentet ut behov", "Henta ut behov", "Exported needs"),
	"competence-collection.start": said(
		"Spurte enhetene hva de har og trenger",
		"Spurde einingane kva dei har og treng",
		"Asked the units what they have and need",
	),
	"competence-collection.answer": said(
		"Svarte hva en enhet har og trenger",
		"Svarte kva ei eining har og treng",
		"Answered what a unit has and needs",
	),
	"competence-collection.take": said(
		"Tok inn svaret fra en enhet",
		"Tok inn svaret frå ei eining",
		"Took in the answer of a unit",
	),
	"competence-collection.remind": said(
		"Minnet enheter om å svare",
		"Minna einingar om å svare",
		"Reminded units to answer",
	),
	"competence-collection.close": said("Lukket en innsamling", "Lukka ei innsamling", "Closed a collection"),
	"competence-collection.reopen": said(
		"Åpnet en innsamling igjen",
		"Opna ei innsamling att",
		"Opened a collection again",
	),
	"competence-collection.export": said(
		"Hentet ut hvem som har svart",
		"Henta ut kven som har svart",
		"Exported who has answered",
	),
	"competence-study.create": said(
		"Førte opp noen under utdanning",
		"Førte opp nokon under utdanning",
		"Added somebody in education",
	),
	"competence-study.change": said(
		"Endret en føring om utdanning",
		"Endra ei føring om utdanning",
		"Changed an entry of education",
	),
	"competence-study.remove": said(
		"Tok bort en føring om utdanning",
		"Tok bort ei føring om utdanning",
		"Removed an entry of education",
	),
	"competence-study.import": said("Importerte utdanninger", "Importerte utdanningar", "Imported studies"),
	"competence-study.step": said(
		"Førte et steg i en utdanning",
		"Førte eit steg i ei utdanning",
		"Noted a step of an education",
	),
	"competence-study.undo": said(
		"Angret et steg i en utdanning",
		"Angra eit steg i ei utdanning",
		"Undid a step of an education",
	),
	"competence-study.finance": said(
		"Endret hvem som betaler en utdanning",
		"Endra kven som betaler ei utdanning",
		"Changed who pays for an education",
	),
	"competence-study.bind": said(
		"Knyttet en utdanning til en person",
		"Knytte ei utdanning til ein person",
		"Tied an education to a person",
	),
	"competence-study.export": said(
		"Hentet ut hvem som er under utdanning",
		"Henta ut kven som er under utdanning",
		"Exported who is in education",
	),
	"competence-study.forget": said(
		"Slettet navn på dem som ble ferdige for lenge siden",
		"Sletta namn på dei som vart ferdige for lenge sidan",
		"Deleted the names of those who finished long ago",
	),
	"competence-used.link": said(
		"Lagde en lenke til spørsmål om kompetansen brukes",
		"Laga ei lenkje til spørsmål om kompetansen blir brukt",
		"Made a link to ask whether competence is used",
	),
	"competence-used.ask": said(
		"Spurte om kompetanse brukes",
		"Spurde om kompetanse blir brukt",
		"Asked whether competence is used",
	),
	"competence-used.answer": said(
		"Svarte på om kompetanse brukes",
		"Svarte på om kompetanse blir brukt",
		"Answered whether competence is used",
	),
	"competence-used.export": said(
		"Hentet ut om kompetanse brukes",
		"Henta ut om kompetanse blir brukt",
		"Exported whether competence is used",
	),
	"competence-measure.create": said("La til et tiltak", "La til eit tiltak", "Added a measure"),
	"competence-measure.change": said("Endret et tiltak", "Endra eit tiltak", "Changed a measure"),
	"competence-measure.remove": said("Tok bort et tiltak", "Tok bort eit tiltak", "Removed a measure"),
	"competence-measure.import": said("Importerte tiltak", "Importerte tiltak", "Imported measures"),
	"competence-measure.export": said("Hentet ut tiltak", "Henta ut tiltak", "Exported measures"),
	"competence-plan.create": said("Begynte en kompetanseplan", "Byrja ein kompetanseplan", "Began a competence plan"),
	"competence-plan.change": said("Endret en kompetanseplan", "Endra ein kompetanseplan", "Changed a competence plan"),
	"competence-plan.remove": said(
		"Tok bort en kompetanseplan",
		"Tok bort ein kompetanseplan",
		"Removed a competence plan",
	),
	"competence-plan.step": said(
		"Førte et steg i en kompetanseplan",
		"Førte eit steg i ein kompetanseplan",
		"Noted a step of a competence plan",
	),
	"competence.choose": said(
		"Endret valgene for kompetanseplanen",
		"Endra vala for kompetanseplanen",
		"Changed the choices of the competence plan",
	),
};

/** What its objects are called in the log. */
export const competenceAuditKinds: Words = {
	"competence-entry": said("Kompetanse", "Kompetanse", "Competence"),
	"competence-plan": said("Kompetanseplan", "Kompetanseplan", "Competence plan"),
	"competence-measure": said("Tiltak", "Tiltak", "Measure"),
	"competence-study": said("Under utdanning", "Under utdanning", "In education"),
	"competence-collection": said("Innsamling av kompetanse", "Innsamling av kompetanse", "Collection of competence"),
	"competence-used": said(
		"Spørsmål om kompetanse brukes",
		"Spørsmål om kompetanse blir brukt",
		"Question whether competence is used",
	),
	"competence-asked": said("Spørsmål til en enhet", "Spørsmål til ei eining", "Question to a unit"),
	"competence-need": said("Behov for kompetanse", "Behov for kompetanse", "Need of competence"),
};
