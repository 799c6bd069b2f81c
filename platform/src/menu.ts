import { defineText, type Language } from "./language.ts";
import { houseText } from "./text.ts";
import type { MenuEntry } from "./ui/Shell.tsx";

/** What stands in the menu of every page: words of its own, so that no page brings a whole room's words for one of them. */
const menuText = defineText({
	nb: {
		placement: "Praksis",
		agreements: "Avtaler",
		meetings: "Møter",
		competence: "Kompetanse",
		development: "Utvikling",
		funding: "Tilskudd",
		organisations: "Organisasjoner",
		people: "Folk og roller",
		contacts: "Hvem svarer for hva?",
		publishedAgreements: "Publiserte avtaler",
		publishedPractice: "Erfaringskort",
	},
	nn: {
		placement: "Praksis",
		agreements: "Avtalar",
		meetings: "Møte",
		competence: "Kompetanse",
		development: "Utvikling",
		funding: "Tilskot",
		organisations: "Organisasjonar",
		people: "Folk og roller",
		contacts: "Kven svarer for kva?",
		publishedAgreements: "Publiserte avtalar",
		publishedPractice: "Erfaringskort",
	},
	en: {
		placement: "Placement",
		agreements: "Agreements",
		meetings: "Meetings",
		competence: "Competence",
		development: "Development",
		funding: "Funding",
		organisations: "Organisations",
		people: "People and roles",
		contacts: "Who answers for what?",
		publishedAgreements: "Published agreements",
		publishedPractice: "Practice cards",
	},
});

/** The main menu of a signed-in person. A room with a place in it adds one line, and its word above. */
export function mainMenu(language: Language, administers: boolean): MenuEntry[] {
	const text = menuText[language];
	return [
		{ to: "/", label: houseText[language].home },
		{ to: "/placement", label: text.placement },
		{ to: "/agreements", label: text.agreements, under: ["/published-agreements"] },
		{ to: "/arenas", label: text.meetings, under: ["/meetings", "/hearings", "/enquiries", "/documents"] },
		{ to: "/competence", label: text.competence },
		{ to: "/development", label: text.development, under: ["/published-practice"] },
		{ to: "/funding", label: text.funding },
		{ to: "/organisations", label: text.organisations },
		{ to: "/people", label: text.people },
		{ to: "/contacts", label: text.contacts },
		...(administers ? [{ to: "/administration", label: houseText[language].administration, under: ["/forms"] }] : []),
	];
}

/** The menu of whoever is not signed in: what anybody may read. A room with something to read adds one line. */
export function publicMenu(language: Language): MenuEntry[] {
	const text = menuText[language];
	return [
		{ to: "/published-agreements", label: text.publishedAgreements },
		{ to: "/published-practice", label: text.publishedPractice },
	];
}
