import type { Language } from "../../language.ts";

type Words = Readonly<Record<string, Readonly<Record<Language, string>>>>;

const said = (nb: string, nn: string, en: string) => ({ nb, nn, en });

/** What the log says was done with development. */
export const developmentAuditWords: Words = {
	"development-project.create": said("Begynte et prosjekt", "Byrja eit prosjekt", "Began a project"),
	"development-project.change": said("Endret et prosjekt", "Endra eit prosjekt", "Changed a project"),
	"development-project.remove": said("Tok bort et prosjekt", "Tok bort eit prosjekt", "Removed a project"),
	"development-project.start": said("Satte i gang et prosjekt", "Sette i gang eit prosjekt", "Started a project"),
	"development-project.goal": said(
		"Endret målene i et prosjekt",
		"Endra måla i eit prosjekt",
		"Changed the goals of a project",
	),
	"development-project.measure": said("Førte en måling", "Førte ei måling", "Noted a measurement"),
	"development-project.status": said(
		"Førte status for et prosjekt",
		"Førte status for eit prosjekt",
		"Noted the status of a project",
	),
	"development-project.undo": said("Angret noe som var ført", "Angra noko som var ført", "Undid something noted"),
	"development-project.end": said("Avsluttet et prosjekt", "Avslutta eit prosjekt", "Ended a project"),
	"development-project.reopen": said(
		"Angret avslutningen av et prosjekt",
		"Angra avslutninga av eit prosjekt",
		"Undid the end of a project",
	),
	"development-project.follow-up": said(
		"Svarte på hva som er i bruk etter et prosjekt",
		"Svarte på kva som er i bruk etter eit prosjekt",
		"Answered what is in use after a project",
	),
	"development-project.export": said("Hentet ut prosjektene", "Henta ut prosjekta", "Exported the projects"),
};

/** What its objects are called in the log. */
export const developmentAuditKinds: Words = {
	"development-project": said("Prosjekt", "Prosjekt", "Project"),
};
