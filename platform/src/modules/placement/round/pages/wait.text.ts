import { defineText } from "../../../../language.ts";

/** What is said while a thread works out what a page is to tell. */
export const waitText = defineText({
	nb: {
		why: "Vi regner ut hva hvert ønske ville ha kostet de andre.",
		places: "Vi finner plassene studenten kan flyttes til.",
		trial: "Vi regner ut hva flyttingen koster.",
		cost: "Vi regner ut hva flyttingene for hånd koster.",
		takes: "Vi regner ut hva som skal til for å gi disse studentene plass.",
		comes: "Svaret kommer her av seg selv.",
		look: "Se om svaret er klart",
	},
	nn: {
		why: "Vi reknar ut kva kvart ønske ville ha kosta dei andre.",
		places: "Vi finn plassane studenten kan flyttast til.",
		trial: "Vi reknar ut kva flyttinga kostar.",
		cost: "Vi reknar ut kva flyttingane for hand kostar.",
		takes: "Vi reknar ut kva som skal til for å gi desse studentane plass.",
		comes: "Svaret kjem her av seg sjølv.",
		look: "Sjå om svaret er klart",
	},
	en: {
		why: "We are working out what each wish would have cost the others.",
		places: "We are finding the places the student can be moved to.",
		trial: "We are working out what the move costs.",
		cost: "We are working out what the moves by hand cost.",
		takes: "We are working out what it would take to give these students a place.",
		comes: "The answer comes here by itself.",
		look: "See whether the answer is ready",
	},
});
