import { defineText } from "../../../language.ts";

/** What goals are called, and how they stand. */
export const goalText = defineText({
	nb: {
		kinds: {
			activity: "Aktivitet: det vi gjør",
			process: "Prosess: måten vi gjør det på",
			result: "Resultat: det som kommer ut av det",
			effect: "Virkning: det brukerne får igjen",
		},
		shortKinds: { activity: "Aktivitet", process: "Prosess", result: "Resultat", effect: "Virkning" },
		standings: {
			"no-baseline": "Kan ikke vise endring",
			unmeasured: "Ikke målt ennå",
			"no-target": "Målt, uten mål å nå",
			worse: "Gått feil vei",
			"on-way": "På vei",
			reached: "Nådd",
		},
		vague: {
			"no-indicator": "Skriv hva som måles.",
			"no-unit": "Skriv hvilken enhet det måles i.",
			"no-target": "Skriv hvor langt dere vil.",
			"no-due": "Skriv når det skal være nådd.",
			"no-baseline": "Skriv hvordan det står i dag. Uten et utgangspunkt kan ingen endring vises.",
		},
	},
	nn: {
		kinds: {
			activity: "Aktivitet: det vi gjer",
			process: "Prosess: måten vi gjer det på",
			result: "Resultat: det som kjem ut av det",
			effect: "Verknad: det brukarane får att",
		},
		shortKinds: { activity: "Aktivitet", process: "Prosess", result: "Resultat", effect: "Verknad" },
		standings: {
			"no-baseline": "Kan ikkje vise endring",
			unmeasured: "Ikkje målt enno",
			"no-target": "Målt, utan mål å nå",
			worse: "Gått feil veg",
			"on-way": "På veg",
			reached: "Nådd",
		},
		vague: {
			"no-indicator": "Skriv kva som blir målt.",
			"no-unit": "Skriv kva eining det blir målt i.",
			"no-target": "Skriv kor langt de vil.",
			"no-due": "Skriv når det skal vere nådd.",
			"no-baseline": "Skriv korleis det står i dag. Utan eit utgangspunkt kan ingen endring visast.",
		},
	},
	en: {
		kinds: {
			activity: "Activity: what we do",
			process: "Process: how we do it",
			result: "Result: what comes of it",
			effect: "Effect: what users gain",
		},
		shortKinds: { activity: "Activity", process: "Process", result: "Result", effect: "Effect" },
		standings: {
			"no-baseline": "No change can be shown",
			unmeasured: "Not measured yet",
			"no-target": "Measured, no target",
			worse: "Gone the wrong way",
			"on-way": "On the way",
			reached: "Reached",
		},
		vague: {
			"no-indicator": "Write what is measured.",
			"no-unit": "Write the unit it is measured in.",
			"no-target": "Write how far you want to go.",
			"no-due": "Write when it shall be reached.",
			"no-baseline": "Write how it stands today. Without a baseline no change can be shown.",
		},
	},
});
