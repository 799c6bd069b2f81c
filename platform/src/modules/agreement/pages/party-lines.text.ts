import { defineText } from "../../../language.ts";

/** Parties named a line each, in a new agreement and in an invitation to one. */
export const partyLinesText = defineText({
	nb: { party: (number: number) => `Part ${number}`, addLine: "Legg til flere parter" },
	nn: { party: (number: number) => `Part ${number}`, addLine: "Legg til fleire partar" },
	en: { party: (number: number) => `Party ${number}`, addLine: "Add more parties" },
});
