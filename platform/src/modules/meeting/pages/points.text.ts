import { defineText } from "../../../language.ts";

/** What is said where people find an object of the system to point at. */
export const pointsText = defineText({
	nb: {
		title: "Hva beslutningen endrer",
		none: "Ikke valgt. Velg avtalen, runden eller høringen den gjelder, så vises beslutningen der.",
		hidden: "Noe du ikke har tilgang til.",
		search: "Søk etter avtale, forpliktelse, plan, prosjekt, praksisrunde, utlysning, tilsagn eller høring",
		go: "Søk",
		found: "Treff",
		nothing: "Ingen treff. Prøv et annet ord.",
		choose: "Velg",
		takeAway: "Ta bort",
		point: "Velg hva den endrer",
		pickForHearing: "Velg noe som finnes her",
	},
	nn: {
		title: "Kva avgjerda endrar",
		none: "Ikkje valt. Vel avtalen, runden eller høyringa ho gjeld, så blir avgjerda vist der.",
		hidden: "Noko du ikkje har tilgang til.",
		search: "Søk etter avtale, forplikting, plan, prosjekt, praksisrunde, utlysing, tilsegn eller høyring",
		go: "Søk",
		found: "Treff",
		nothing: "Ingen treff. Prøv eit anna ord.",
		choose: "Vel",
		takeAway: "Ta bort",
		point: "Vel kva ho endrar",
		pickForHearing: "Vel noko som finst her",
	},
	en: {
		title: "What the decision changes",
		none: "Not chosen. Choose the agreement, round or consultation it is about, and the decision is shown there.",
		hidden: "Something you have no access to.",
		search: "Search for an agreement, commitment, plan, project, placement round, call, award or consultation",
		go: "Search",
		found: "Found",
		nothing: "Nothing found. Try another word.",
		choose: "Choose",
		takeAway: "Remove",
		point: "Choose what it changes",
		pickForHearing: "Choose something that is here",
	},
});
