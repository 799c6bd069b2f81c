import { defineText } from "../../../language.ts";

/** Letters to unit leaders without an account. */
export const collectMail = defineText({
	nb: {
		subject: (unit: string) => `Hva har og trenger ${unit} av kompetanse?`,
		reminder: (unit: string) => `Påminnelse: Hva har og trenger ${unit} av kompetanse?`,
		reason: (unit: string, day: string) =>
			`Si hva ${unit} har og trenger av kompetanse, innen ${day}. Det vi vet, er fylt ut. Stemmer det, er det ett trykk.`,
		open: "Si hva enheten har og trenger",
	},
	nn: {
		subject: (unit: string) => `Kva har og treng ${unit} av kompetanse?`,
		reminder: (unit: string) => `Påminning: Kva har og treng ${unit} av kompetanse?`,
		reason: (unit: string, day: string) =>
			`Sei kva ${unit} har og treng av kompetanse, innan ${day}. Det vi veit, er fylt ut. Stemmer det, er det eitt trykk.`,
		open: "Sei kva eininga har og treng",
	},
	en: {
		subject: (unit: string) => `What competence does ${unit} have and need?`,
		reminder: (unit: string) => `Reminder: What competence does ${unit} have and need?`,
		reason: (unit: string, day: string) =>
			`Say what competence ${unit} has and needs, by ${day}. What we know is filled in. If it is right, it is one press.`,
		open: "Say what the unit has and needs",
	},
});
