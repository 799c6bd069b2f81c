import { defineText } from "../../../language.ts";
import { fieldsText } from "./fields.text.ts";
import { sharedText } from "./shared.text.ts";

/** What the lists of arenas and of decisions say, and the page of one decision. */
export const arenasText = defineText({
	nb: {
		...fieldsText.nb,
		...sharedText.nb,
		lead: "Faste møteplasser med medlemmer etter rolle, saksliste, referat og beslutninger som følges opp.",
		add: "Start en arena",
		search: "Søk etter arena",
		emptyTitle: "Ingen arenaer ennå",
		emptyBody: "Start en arena for samarbeidet: hvem som er med, hva den skal, og hvor ofte dere møtes.",
		decisionsLead: "Alt dere har besluttet sammen, på tvers av arenaer og år.",
		searchDecisions: "Søk i beslutninger",
		noDecisions: "Ingen beslutninger ennå",
		noDecisionsBody: "Beslutninger skrives i referatet, med hvem som gjør det og innen når.",
		excelNote: (day: string) => `Beslutninger per ${day}`,
		settle: "Si hvordan det står til",
	},
	nn: {
		...fieldsText.nn,
		...sharedText.nn,
		lead: "Faste møteplassar med medlemer etter rolle, sakliste, referat og avgjerder som blir følgde opp.",
		add: "Start ein arena",
		search: "Søk etter arena",
		emptyTitle: "Ingen arenaer enno",
		emptyBody: "Start ein arena for samarbeidet: kven som er med, kva han skal, og kor ofte de møtest.",
		decisionsLead: "Alt de har avgjort saman, på tvers av arenaer og år.",
		searchDecisions: "Søk i avgjerder",
		noDecisions: "Ingen avgjerder enno",
		noDecisionsBody: "Avgjerder blir skrivne i referatet, med kven som gjer det og innan når.",
		excelNote: (day: string) => `Avgjerder per ${day}`,
		settle: "Sei korleis det står til",
	},
	en: {
		...fieldsText.en,
		...sharedText.en,
		lead: "Standing places to meet, with members by role, an agenda, minutes, and decisions that are followed up.",
		add: "Start an arena",
		search: "Search for an arena",
		emptyTitle: "No arenas yet",
		emptyBody: "Start an arena for the cooperation: who takes part, what it is for, and how often you meet.",
		decisionsLead: "Everything you have decided together, across arenas and years.",
		searchDecisions: "Search decisions",
		noDecisions: "No decisions yet",
		noDecisionsBody: "Decisions are written in the minutes, with who does it and by when.",
		excelNote: (day: string) => `Decisions as of ${day}`,
		settle: "Say how it stands",
	},
});
