import type { ImportWords } from "../../../../import/kind.server.ts";
import { type FindingText, plainly as one } from "../../../../import/told.ts";
import { defineText, formatShortDate } from "../../../../language.ts";
import { type ActualFinding, actualFindings } from "../../actual/import/text.ts";

/** What may be wrong with a row of who is in education. */
export type StudyFinding =
	| Extract<ActualFinding, `unit-${string}` | `entry-${string}` | "not-yours">
	| "names-not-kept"
	| "number-unknown"
	| "ends-before-start"
	| "duplicate-row"
	| "step-stands"
	| "step-not-next"
	| "step-before-last"
	| "ahead-of-today"
	| "reason-missing"
	| "note-missing";

export const studySheetText = defineText({
	nb: {
		number: "Plass",
		numberHint:
			"Nummeret på plassen, i det dere laster ned herfra. Uten nummer og navn finner vi plassen igjen på enhet, studium, kompetanse og datoer.",
		nameHint: "Bare der kommunen har valgt å føre navn.",
	},
	nn: {
		number: "Plass",
		numberHint:
			"Nummeret på plassen, i det de lastar ned herifrå. Utan nummer og namn finn vi plassen att på eining, studium, kompetanse og datoar.",
		nameHint: "Berre der kommunen har valt å føre namn.",
	},
	en: {
		number: "Place",
		numberHint:
			"The number of the place, in what you download from here. Without number and name we know the place by unit, study, competence and dates.",
		nameHint: "Only where the municipality has chosen to keep names.",
	},
});

export const studyFindings: FindingText<StudyFinding> = {
	nb: {
		...actualFindings.nb,
		"names-not-kept": one(
			"Kommunen har valgt å ikke føre navn på dem som er under utdanning.",
			"Ta bort navnet. Plassen får et nummer.",
		),
		"number-unknown": ({ value }) => ({
			problem: `Vi finner ingen plass ${value} som du kan føre på.`,
			remedy: "La feltet stå tomt for en ny plass, eller skriv nummeret slik det står i listen.",
		}),
		"ends-before-start": one("Utdanningen er ferdig før den starter.", "Rett en av datoene."),
		"duplicate-row": ({ detail }) => ({
			problem: `Rad ${detail.firstRow} gjelder samme utdanning.`,
			remedy: "Slå dem sammen, eller ta bort den ene.",
		}),
		"step-stands": ({ detail }) => ({
			problem: `Dette er alt ført ${formatShortDate("nb", String(detail.day))}.`,
			remedy: "Det som er ført, endres ikke herfra. Var det feil, angrer du det på siden til utdanningen.",
		}),
		"step-not-next": one(
			"Dette kan ikke ha skjedd etter det som er ført før det.",
			"Den som har fullført eller sluttet, begynner ikke igjen, og den som fullfører, må ha vært i gang.",
		),
		"step-before-last": one("Dagen er før det siste som er ført.", "Rett datoen."),
		"ahead-of-today": one("Dagen er ikke kommet.", "La feltet stå tomt til det har skjedd."),
		"reason-missing": one("Raden sier ikke hvorfor.", "Skriv hvorfor noen sluttet eller utsatte."),
		"note-missing": one("«Noe annet» må forklares.", "Skriv hva det var under Merknad."),
	},
	nn: {
		...actualFindings.nn,
		"names-not-kept": one(
			"Kommunen har valt å ikkje føre namn på dei som er under utdanning.",
			"Ta bort namnet. Plassen får eit nummer.",
		),
		"number-unknown": ({ value }) => ({
			problem: `Vi finn ingen plass ${value} som du kan føre på.`,
			remedy: "La feltet stå tomt for ein ny plass, eller skriv nummeret slik det står i lista.",
		}),
		"ends-before-start": one("Utdanninga er ferdig før ho startar.", "Rett ein av datoane."),
		"duplicate-row": ({ detail }) => ({
			problem: `Rad ${detail.firstRow} gjeld same utdanning.`,
			remedy: "Slå dei saman, eller ta bort den eine.",
		}),
		"step-stands": ({ detail }) => ({
			problem: `Dette er alt ført ${formatShortDate("nn", String(detail.day))}.`,
			remedy: "Det som er ført, blir ikkje endra herifrå. Var det feil, angrar du det på sida til utdanninga.",
		}),
		"step-not-next": one(
			"Dette kan ikkje ha skjedd etter det som er ført før det.",
			"Den som har fullført eller slutta, byrjar ikkje igjen, og den som fullfører, må ha vore i gang.",
		),
		"step-before-last": one("Dagen er før det siste som er ført.", "Rett datoen."),
		"ahead-of-today": one("Dagen er ikkje komen.", "La feltet stå tomt til det har skjedd."),
		"reason-missing": one("Rada seier ikkje kvifor.", "Skriv kvifor nokon slutta eller utsette."),
		"note-missing": one("«Noko anna» må forklarast.", "Skriv kva det var under Merknad."),
	},
	en: {
		...actualFindings.en,
		"names-not-kept": one(
			"The municipality has chosen not to keep names of those in education.",
			"Take out the name. The place gets a number.",
		),
		"number-unknown": ({ value }) => ({
			problem: `We find no place ${value} that you can note steps of.`,
			remedy: "Leave it blank for a new place, or write the number as the list has it.",
		}),
		"ends-before-start": one("The study ends before it begins.", "Correct one of the dates."),
		"duplicate-row": ({ detail }) => ({
			problem: `Row ${detail.firstRow} is about the same study.`,
			remedy: "Make them one, or take one out.",
		}),
		"step-stands": ({ detail }) => ({
			problem: `This is noted already, on ${formatShortDate("en", String(detail.day))}.`,
			remedy: "What is noted is not changed from here. If it was wrong, undo it on the page of the study.",
		}),
		"step-not-next": one(
			"This cannot have happened after what is noted before it.",
			"Whoever has completed or left does not begin again, and whoever completes must have begun.",
		),
		"step-before-last": one("The day is before the last that is noted.", "Correct the date."),
		"ahead-of-today": one("The day has not come.", "Leave it blank until it has happened."),
		"reason-missing": one("The row does not say why.", "Write why somebody left or put it off."),
		"note-missing": one("“Something else” must be explained.", "Write what it was as a note."),
	},
};

/** What the pages of import say of who is in education. */
export const studyImportWords = defineText({
	nb: {
		title: "Hvem som er under utdanning",
		about: "Hver utdanning, med dagen for hvert steg: søkt, tatt opp, i gang, fullført eller sluttet.",
		upload: "Importer utdanninger",
		current: "Last ned dem som er ført",
		rules: [
			"Én rad for hver utdanning, med dagen for hvert steg som er tatt. Tomme felt tar ikke bort noe.",
			"En utdanning kjennes igjen på nummeret på plassen, ellers på navn og studium. Uten begge er den plassen med samme enhet, studium, kompetanse og datoer, eller en ny.",
			"Steg som alt er ført, blir stående. Bare nye steg føres.",
			"Alt tas inn på én gang, eller ingenting.",
		],
		where: "Enhet",
		nowhere: "",
		besides: null,
		take: (count: number, shown: string) => `Importer ${shown} ${count === 1 ? "utdanning" : "utdanninger"}`,
		see: "Se dem som er under utdanning",
		job: "Import av utdanninger",
		files: { current: "under-utdanning", template: "mal-under-utdanning" },
	} satisfies ImportWords,
	nn: {
		title: "Kven som er under utdanning",
		about: "Kvar utdanning, med dagen for kvart steg: søkt, teke opp, i gang, fullført eller slutta.",
		upload: "Importer utdanningar",
		current: "Last ned dei som er førte",
		rules: [
			"Éi rad for kvar utdanning, med dagen for kvart steg som er teke. Tomme felt tek ikkje bort noko.",
			"Ei utdanning blir kjend att på nummeret på plassen, elles på namn og studium. Utan begge er ho plassen med same eining, studium, kompetanse og datoar, eller ein ny.",
			"Steg som alt er førte, blir ståande. Berre nye steg blir førte.",
			"Alt blir teke inn på éin gong, eller ingenting.",
		],
		where: "Eining",
		nowhere: "",
		besides: null,
		take: (count: number, shown: string) => `Importer ${shown} ${count === 1 ? "utdanning" : "utdanningar"}`,
		see: "Sjå dei som er under utdanning",
		job: "Import av utdanningar",
		files: { current: "under-utdanning", template: "mal-under-utdanning" },
	},
	en: {
		title: "Who is in education",
		about: "Each study, with the day of each step: applied, admitted, started, completed or left.",
		upload: "Import studies",
		current: "Download those noted",
		rules: [
			"One row for each study, with the day of each step taken. Blank cells take nothing away.",
			"A study is recognised by the number of its place, else by name and study. Without both it is the place with the same unit, study, competence and dates, or a new one.",
			"Steps that are noted stay. Only new steps are noted.",
			"Everything is taken in at once, or nothing.",
		],
		where: "Unit",
		nowhere: "",
		besides: null,
		take: (count: number, shown: string) => `Import ${shown} ${count === 1 ? "study" : "studies"}`,
		see: "See those in education",
		job: "Import of studies",
		files: { current: "in-education", template: "template-in-education" },
	},
});
