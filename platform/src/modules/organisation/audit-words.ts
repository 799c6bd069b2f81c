import type { Language } from "../../language.ts";

type Words = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** What the log says was done in this room. */
export const organisationAuditWords: Words = {
	"contact.create": said("Registrerte et kontaktpunkt", "Registrerte eit kontaktpunkt", "Registered a contact"),
	"contact.change": said("Endret et kontaktpunkt", "Endra eit kontaktpunkt", "Changed a contact"),
	"contact.remove": said("Fjernet et kontaktpunkt", "Fjerna eit kontaktpunkt", "Removed a contact"),
	"contact.verify": said("Bekreftet et kontaktpunkt", "Stadfesta eit kontaktpunkt", "Confirmed a contact"),
	"membership.add": said("Ga en person en rolle", "Gav ein person ei rolle", "Gave a person a role"),
	"membership.change": said("Endret en persons rolle", "Endra rolla til ein person", "Changed a person's role"),
	"membership.end": said("Avsluttet en persons rolle", "Avslutta rolla til ein person", "Ended a person's role"),
	"membership.verify": said(
		"Bekreftet en persons rolle",
		"Stadfesta rolla til ein person",
		"Confirmed a person's role",
	),
	"membership.hand-over": said(
		"Overleverte alt en person hadde ansvar for",
		"Overleverte alt ein person hadde ansvar for",
		"Handed over everything a person held",
	),
	"organisation.register": said(
		"Registrerte en organisasjon",
		"Registrerte ein organisasjon",
		"Registered an organisation",
	),
	"organisation.change": said(
		"Endret kortnavn, nettsted eller språk",
		"Endra kortnamn, nettstad eller språk",
		"Changed short name, website or language",
	),
	"organisation.rename": said("Endret navn eller nummer", "Endra namn eller nummer", "Changed name or number"),
	"organisation.merge": said("Slo sammen organisasjoner", "Slo saman organisasjonar", "Merged organisations"),
	"organisation.divide": said("Delte en organisasjon", "Delte ein organisasjon", "Divided an organisation"),
	"organisation.end": said("La ned en organisasjon", "La ned ein organisasjon", "Ended an organisation"),
	"organisation.carry-over": said(
		"Overførte enheter, personer og kontaktpunkter",
		"Overførte einingar, personar og kontaktpunkt",
		"Carried over units, people and contacts",
	),
	"organisation.affiliate": said(
		"Registrerte en tilhørighet",
		"Registrerte ei tilhøyrsle",
		"Registered an affiliation",
	),
	"organisation.end-affiliation": said("Avsluttet en tilhørighet", "Avslutta ei tilhøyrsle", "Ended an affiliation"),
	"organisation.appoint": said("Utpekte en administrator", "Peika ut ein administrator", "Appointed an administrator"),
	"unit.create": said("Opprettet en enhet", "Oppretta ei eining", "Created a unit"),
	"unit.change": said("Endret en enhet", "Endra ei eining", "Changed a unit"),
	"unit.move": said("Flyttet en enhet", "Flytta ei eining", "Moved a unit"),
	"unit.close": said("La ned en enhet", "La ned ei eining", "Closed a unit"),
	"unit.reopen": said("Åpnet en nedlagt enhet", "Opna ei nedlagd eining", "Reopened a closed unit"),
	"facts.import": said("Hentet inn offentlige fakta", "Henta inn offentlege fakta", "Took in public facts"),
	"reference.seed": said(
		"La inn offentlige organisasjoner",
		"La inn offentlege organisasjonar",
		"Entered public organisations",
	),
	"demo.seed": said("La inn demoen", "La inn demoen", "Filled in the demo"),
};

/** What the log calls the objects of this room. */
export const organisationAuditKinds: Words = {
	organisation: said("Organisasjon", "Organisasjon", "Organisation"),
	unit: said("Enhet", "Eining", "Unit"),
	membership: said("Rolle i organisasjonen", "Rolle i organisasjonen", "Role in the organisation"),
	contact: said("Kontaktpunkt", "Kontaktpunkt", "Contact"),
	source: said("Kilde", "Kjelde", "Source"),
	demo: said("Demo", "Demo", "Demo"),
};

function said(nb: string, nn: string, en: string) {
	return { nb, nn, en };
}
