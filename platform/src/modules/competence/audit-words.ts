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
	"competence-actual.answer": said(
		"Svarte for hva en enhet har av kompetanse",
		"Svarte for kva ei eining har av kompetanse",
		"Answered for what competence a unit has",
	),
	"competence-actual.import": said("Importerte kompetanse", "Importerte kompetanse", "Imported competence"),
	"competence-actual.export": said("Hentet ut kompetanse", "Henta ut kompetanse", "Exported competence"),
	"competence-need.create": said("La til et behov", "La til eit behov", "Added a need"),
	"competence-need.change": said("Endret et behov", "Endra eit behov", "Changed a need"),
	"competence-need.remove": said("Tok bort et behov", "Tok bort eit behov", "Removed a need"),
	"competence-need.export": said("Hentet ut behov", "Henta ut behov", "Exported needs"),
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
	"competence-measure.create": said("La til et tiltak", "La til eit tiltak", "Added a measure"),
	"competence-measure.change": said("Endret et tiltak", "Endra eit tiltak", "Changed a measure"),
	"competence-measure.remove": said("Tok bort et tiltak", "Tok bort eit tiltak", "Removed a measure"),
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
	"competence-need": said("Behov for kompetanse", "Behov for kompetanse", "Need of competence"),
};
