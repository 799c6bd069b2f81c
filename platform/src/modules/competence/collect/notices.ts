import { z } from "zod";
import { defineText, formatDate } from "../../../language.ts";
import { defineNotice } from "../../../notice/kind.ts";

const detail = z.object({ unit: z.string(), answerBy: z.iso.date(), reminded: z.boolean() });
type Detail = z.infer<typeof detail>;

/** Tells unit leaders with an account that they are asked, or asked again. */
export const unitAsked = defineNotice({
	kind: "competence.unit-asked",
	detail,
	name: {
		nb: "Noen spør hva enheten din har og trenger av kompetanse",
		nn: "Nokon spør kva eininga di har og treng av kompetanse",
		en: "Somebody asks what competence your unit has and needs",
	},
	text: defineText({
		nb: {
			title: ({ unit, reminded }: Detail) =>
				`${reminded ? "Påminnelse: h" : "H"}va har og trenger ${unit} av kompetanse?`,
			body: ({ answerBy }: Detail) =>
				`Det vi vet, er fylt ut. Si om det stemmer, eller rett det, innen ${formatDate("nb", answerBy)}.`,
		},
		nn: {
			title: ({ unit, reminded }: Detail) => `${reminded ? "Påminning: k" : "K"}va har og treng ${unit} av kompetanse?`,
			body: ({ answerBy }: Detail) =>
				`Det vi veit, er fylt ut. Sei om det stemmer, eller rett det, innan ${formatDate("nn", answerBy)}.`,
		},
		en: {
			title: ({ unit, reminded }: Detail) =>
				`${reminded ? "Reminder: w" : "W"}hat competence does ${unit} have and need?`,
			body: ({ answerBy }: Detail) =>
				`What we know is filled in. Say whether it is right, or correct it, by ${formatDate("en", answerBy)}.`,
		},
	}),
});
