import { defineText } from "../../../../language.ts";

/** Words about groups of students of several professions. */
export const mixtureText = defineText({
	nb: {
		title: "Tverrfaglige grupper",
		lead: "Praksissteder som skal ha studenter fra flere utdanninger samtidig, eller ingen.",
		site: "Praksissted",
		professions: "Antall utdanninger, minst",
		hint: "Fra 2 til 6.",
		empty: "Ingen tverrfaglige grupper.",
		noSites: "Ingen praksissteder i runden har plasser for mer enn én utdanning.",
		add: "Legg til gruppe",
		gone: "Et sted som ikke lenger er med",
	},
	nn: {
		title: "Tverrfaglege grupper",
		lead: "Praksisstader som skal ha studentar frå fleire utdanningar samtidig, eller ingen.",
		site: "Praksisstad",
		professions: "Talet på utdanningar, minst",
		hint: "Frå 2 til 6.",
		empty: "Ingen tverrfaglege grupper.",
		noSites: "Ingen praksisstader i runden har plassar for meir enn éi utdanning.",
		add: "Legg til gruppe",
		gone: "Ein stad som ikkje lenger er med",
	},
	en: {
		title: "Interprofessional groups",
		lead: "Sites that are to have students of several professions at once, or none.",
		site: "Site",
		professions: "Professions, at least",
		hint: "From 2 to 6.",
		empty: "No interprofessional groups.",
		noSites: "No site of the round has places for more than one profession.",
		add: "Add a group",
		gone: "A site that is no longer included",
	},
});
