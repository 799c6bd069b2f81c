import { defineText } from "../../../language.ts";

/** How projects end, and what is in use afterwards, in words. */
export const endingText = defineText({
	nb: {
		outcomes: {
			operations: "Går over i drift",
			continued: "Fortsetter som prosjekt",
			changed: "Endres og prøves på nytt",
			stopped: "Stopper",
		},
		reached: { yes: "Ja", partly: "Delvis", no: "Nei", unknown: "Det vet vi ikke" },
		uses: { all: "Alt er i bruk", some: "Noe er i bruk", none: "Ingenting er i bruk" },
		reasons: {
			savings: "Innsparing",
			"person-left": "En nøkkelperson sluttet",
			"other-priority": "Noe annet ble viktigere",
			replaced: "Erstattet av noe bedre",
			"did-not-work": "Det virket ikke likevel",
			other: "Noe annet",
		},
		after: (months: number) => (months === 12 ? "Ett år etter" : `${months / 12} år etter`),
	},
	nn: {
		outcomes: {
			operations: "Går over i drift",
			continued: "Held fram som prosjekt",
			changed: "Blir endra og prøvd på nytt",
			stopped: "Stoppar",
		},
		reached: { yes: "Ja", partly: "Delvis", no: "Nei", unknown: "Det veit vi ikkje" },
		uses: { all: "Alt er i bruk", some: "Noko er i bruk", none: "Ingenting er i bruk" },
		reasons: {
			savings: "Innsparing",
			"person-left": "Ein nøkkelperson slutta",
			"other-priority": "Noko anna vart viktigare",
			replaced: "Erstatta av noko betre",
			"did-not-work": "Det verka ikkje likevel",
			other: "Noko anna",
		},
		after: (months: number) => (months === 12 ? "Eitt år etter" : `${months / 12} år etter`),
	},
	en: {
		outcomes: {
			operations: "Goes into operations",
			continued: "Goes on as a project",
			changed: "Is changed and tried anew",
			stopped: "Stops",
		},
		reached: { yes: "Yes", partly: "Partly", no: "No", unknown: "We do not know" },
		uses: { all: "All of it is in use", some: "Some of it is in use", none: "None of it is in use" },
		reasons: {
			savings: "Savings",
			"person-left": "A key person left",
			"other-priority": "Something else became more important",
			replaced: "Replaced by something better",
			"did-not-work": "It did not work after all",
			other: "Something else",
		},
		after: (months: number) => (months === 12 ? "One year after" : `${months / 12} years after`),
	},
});
