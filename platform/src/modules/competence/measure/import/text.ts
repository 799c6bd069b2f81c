import type { ImportWords } from "../../../../import/kind.server.ts";
import { type FindingText, plainly as one } from "../../../../import/told.ts";
import { defineText } from "../../../../language.ts";
import { type ActualFinding, actualFindings } from "../../actual/import/text.ts";

/** What may be wrong with a row of measures. */
export type MeasureFinding =
	| Extract<ActualFinding, `unit-${string}` | `entry-${string}`>
	| "plan-unknown"
	| "plan-missing"
	| "plan-several"
	| "several-measures"
	| "kind-missing"
	| "owner-missing"
	| "closes-what"
	| "owner-twice"
	| "dropped-why"
	| "duplicate-row";

export const measureSheetText = defineText({
	nb: {
		planHint: "Navnet på planen. Tomt der dere bare har én.",
		newOnes: "Må stå for et nytt tiltak.",
		unitHint: "Koden eller navnet på enheten. Tomt for et nytt tiltak, eller «Hele planen»: alle enhetene i planen.",
		priorityHint: "1 er det viktigste. Tomt for et nytt tiltak: sist.",
	},
	nn: {
		planHint: "Namnet på planen. Tomt der de berre har éin.",
		newOnes: "Må stå for eit nytt tiltak.",
		unitHint: "Koden eller namnet på eininga. Tomt for eit nytt tiltak, eller «Heile planen»: alle einingane i planen.",
		priorityHint: "1 er det viktigaste. Tomt for eit nytt tiltak: sist.",
	},
	en: {
		planHint: "The name of the plan. Blank where you have only one.",
		newOnes: "Has to stand for a new measure.",
		unitHint: "The unit's code or name. Blank for a new measure, or “The whole plan”: every unit of the plan.",
		priorityHint: "1 is the most important. Blank for a new measure: last.",
	},
});

export const measureFindings: FindingText<MeasureFinding> = {
	nb: {
		...actualFindings.nb,
		"plan-unknown": one(
			"Vi finner ingen plan med dette navnet, eller den er avsluttet.",
			"Skriv navnet slik det står under «Planer», eller begynn planen der først.",
		),
		"plan-missing": one("Dere har flere planer, og raden sier ikke hvilken.", "Skriv navnet på planen."),
		"plan-several": one("Flere planer heter dette.", "Gi den ene et annet navn under «Planer», og prøv igjen."),
		"several-measures": one(
			"Planen har flere tiltak med dette navnet.",
			"Gi dem hvert sitt navn på siden «Tiltak», og prøv igjen.",
		),
		"kind-missing": one("Tiltaket er nytt, og raden sier ikke hva slags tiltak det er.", "Velg et slag fra listen."),
		"owner-missing": one("Tiltaket er nytt, og raden sier ikke hvem som har ansvaret.", "Skriv hvem som har ansvaret."),
		"closes-what": one(
			"Raden sier hvor mange årsverk tiltaket dekker, men ikke av hvilken kompetanse.",
			"Skriv kompetansen, eller ta bort årsverkene.",
		),
		"owner-twice": one(
			"Ansvarlig og stedfortreder er den samme.",
			"Velg en annen stedfortreder, eller la feltet stå tomt.",
		),
		"dropped-why": one("Tiltaket er droppet, og raden sier ikke hvorfor.", "Skriv hvorfor i merknaden."),
		"duplicate-row": ({ detail }) => ({
			problem: `Rad ${detail.firstRow} gjelder samme tiltak.`,
			remedy: "Slå dem sammen, eller ta bort den ene.",
		}),
	},
	nn: {
		...actualFindings.nn,
		"plan-unknown": one(
			"Vi finn ingen plan med dette namnet, eller han er avslutta.",
			"Skriv namnet slik det står under «Planar», eller byrj planen der først.",
		),
		"plan-missing": one("De har fleire planar, og rada seier ikkje kva for ein.", "Skriv namnet på planen."),
		"plan-several": one("Fleire planar heiter dette.", "Gi den eine eit anna namn under «Planar», og prøv igjen."),
		"several-measures": one(
			"Planen har fleire tiltak med dette namnet.",
			"Gi dei kvart sitt namn på sida «Tiltak», og prøv igjen.",
		),
		"kind-missing": one("Tiltaket er nytt, og rada seier ikkje kva slags tiltak det er.", "Vel eit slag frå lista."),
		"owner-missing": one(
			"Tiltaket er nytt, og rada seier ikkje kven som har ansvaret.",
			"Skriv kven som har ansvaret.",
		),
		"closes-what": one(
			"Rada seier kor mange årsverk tiltaket dekkjer, men ikkje av kva kompetanse.",
			"Skriv kompetansen, eller ta bort årsverka.",
		),
		"owner-twice": one(
			"Ansvarleg og stadfortredar er den same.",
			"Vel ein annan stadfortredar, eller lat feltet stå tomt.",
		),
		"dropped-why": one("Tiltaket er droppa, og rada seier ikkje kvifor.", "Skriv kvifor i merknaden."),
		"duplicate-row": ({ detail }) => ({
			problem: `Rad ${detail.firstRow} gjeld same tiltak.`,
			remedy: "Slå dei saman, eller ta bort den eine.",
		}),
	},
	en: {
		...actualFindings.en,
		"plan-unknown": one(
			"There is no plan of this name, or it has ended.",
			"Write the name as it stands under “Plans”, or begin the plan there first.",
		),
		"plan-missing": one("You have several plans, and the row does not say which.", "Write the name of the plan."),
		"plan-several": one("Several plans have this name.", "Give one of them another name under “Plans”, and try again."),
		"several-measures": one(
			"The plan has several measures of this name.",
			"Give them names of their own on the page “Measures”, and try again.",
		),
		"kind-missing": one(
			"The measure is new, and the row does not say what kind it is.",
			"Choose a kind from the list.",
		),
		"owner-missing": one(
			"The measure is new, and the row does not say who answers for it.",
			"Write who answers for it.",
		),
		"closes-what": one(
			"The row says how many positions the measure closes, but not of which competence.",
			"Write the competence, or take the positions out.",
		),
		"owner-twice": one("Owner and deputy are the same.", "Choose another deputy, or leave the field blank."),
		"dropped-why": one("The measure is dropped, and the row does not say why.", "Write why in the remark."),
		"duplicate-row": ({ detail }) => ({
			problem: `Row ${detail.firstRow} is about the same measure.`,
			remedy: "Make them one, or take one out.",
		}),
	},
};

/** What the pages of import say of measures. */
export const measureImportWords = defineText({
	nb: {
		title: "Tiltak i kompetanseplaner",
		about: "Det dere vil gjøre for å dekke det som mangler: én rad for hvert tiltak.",
		upload: "Importer tiltak",
		current: "Last ned tiltakene dere har",
		rules: [
			"Én rad for hvert tiltak. Listen dere laster ned fra «Tiltak», kan fylles ut og importeres igjen.",
			"Et tiltak kjennes igjen på planen og navnet.",
			"Tomme felt tar ikke bort noe. Det som ikke står i filen, blir stående som det er.",
			"Alt tas inn på én gang, eller ingenting.",
		],
		where: "Plan",
		nowhere: "",
		besides: null,
		take: (_count: number, shown: string) => `Importer ${shown} tiltak`,
		see: "Se tiltakene",
		job: "Import av tiltak",
		files: { current: "tiltak", template: "mal-tiltak" },
	} satisfies ImportWords,
	nn: {
		title: "Tiltak i kompetanseplanar",
		about: "Det de vil gjere for å dekkje det som manglar: éi rad for kvart tiltak.",
		upload: "Importer tiltak",
		current: "Last ned tiltaka de har",
		rules: [
			"Éi rad for kvart tiltak. Lista de lastar ned frå «Tiltak», kan fyllast ut og importerast igjen.",
			"Eit tiltak blir kjent att på planen og namnet.",
			"Tomme felt tek ikkje bort noko. Det som ikkje står i fila, blir ståande som det er.",
			"Alt blir teke inn på éin gong, eller ingenting.",
		],
		where: "Plan",
		nowhere: "",
		besides: null,
		take: (_count: number, shown: string) => `Importer ${shown} tiltak`,
		see: "Sjå tiltaka",
		job: "Import av tiltak",
		files: { current: "tiltak", template: "mal-tiltak" },
	},
	en: {
		title: "Measures in competence plans",
		about: "What you will do about what is lacking: a row for each measure.",
		upload: "Import measures",
		current: "Download the measures you have",
		rules: [
			"One row for each measure. The list you download from “Measures” can be filled in and imported again.",
			"A measure is recognised by its plan and what it is called.",
			"Blank cells take nothing away. What is not in the file stays as it is.",
			"Everything is taken in at once, or nothing.",
		],
		where: "Plan",
		nowhere: "",
		besides: null,
		take: (count: number, shown: string) => `Import ${shown} ${count === 1 ? "measure" : "measures"}`,
		see: "See the measures",
		job: "Import of measures",
		files: { current: "measures", template: "template-measures" },
	},
});
