import { defineText } from "../../../../language.ts";

/** What is said of places and students before a round is run. */
export const checkText = defineText({
	nb: {
		enough:
			"Alle studenter har minst ett sted de kan få plass, og det er plasser nok til alle samtidig, før regler for grupper og kvoter.",
		tooFew: (claims: string, places: string, lacking: string) =>
			`For få plasser: ${claims} studenter deler ${places} plasser. Minst ${lacking} blir uten plass.`,
		needsWaiting: (count: number) => `${count} behov for tilrettelegging er ikke behandlet`,
		unknownMunicipality: (sites: string) =>
			sites === "1"
				? "1 praksissted mangler kommune. Ønsker og minstetall for en kommune teller ikke der."
				: `${sites} praksissteder mangler kommune. Ønsker og minstetall for en kommune teller ikke der.`,
	},
	nn: {
		enough:
			"Alle studentar har minst éin stad dei kan få plass, og det er plassar nok til alle samtidig, før reglar for grupper og kvotar.",
		tooFew: (claims: string, places: string, lacking: string) =>
			`For få plassar: ${claims} studentar deler ${places} plassar. Minst ${lacking} blir utan plass.`,
		needsWaiting: (count: number) => `${count} behov for tilrettelegging er ikkje behandla`,
		unknownMunicipality: (sites: string) =>
			sites === "1"
				? "1 praksisstad manglar kommune. Ønske og minstetal for ein kommune tel ikkje der."
				: `${sites} praksisstader manglar kommune. Ønske og minstetal for ein kommune tel ikkje der.`,
	},
	en: {
		enough:
			"Every student has at least one place open to them, and there are enough places for all at once, before rules of groups and quotas.",
		tooFew: (claims: string, places: string, lacking: string) =>
			`Too few places: ${claims} students share ${places} places. At least ${lacking} will be without one.`,
		needsWaiting: (count: number) =>
			count === 1 ? "1 need for adaptation is not dealt with" : `${count} needs for adaptation are not dealt with`,
		unknownMunicipality: (sites: string) =>
			sites === "1"
				? "1 site lacks a municipality. Wishes and floors for a municipality do not count there."
				: `${sites} sites lack a municipality. Wishes and floors for a municipality do not count there.`,
	},
});
