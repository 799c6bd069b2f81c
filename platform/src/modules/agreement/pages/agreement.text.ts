import { defineText } from "../../../language.ts";

/** What the page of one agreement says. */
export const agreementPagesText = defineText({
	nb: { parts: "Deler av avtalen", theText: "Avtalen" },
	nn: { parts: "Delar av avtalen", theText: "Avtalen" },
	en: { parts: "Parts of the agreement", theText: "The agreement" },
});
