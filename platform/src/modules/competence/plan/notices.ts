import { z } from "zod";
import { defineText, formatDate } from "../../../language.ts";
import { defineNotice } from "../../../notice/kind.ts";

const detail = z.object({ title: z.string(), reviewOn: z.iso.date() });
type Detail = z.infer<typeof detail>;

/** Reminds those who plan that a plan is to be looked at again. */
export const planToReview = defineNotice({
	kind: "competence.plan-to-review",
	detail,
	name: {
		nb: "En kompetanseplan skal ses på nytt",
		nn: "Ein kompetanseplan skal vurderast på nytt",
		en: "A competence plan is to be reviewed",
	},
	text: defineText({
		nb: {
			title: ({ title }: Detail) => `Se på nytt: ${title}`,
			body: ({ reviewOn }: Detail) =>
				`Planen skal ses på nytt ${formatDate("nb", reviewOn)}. Se om det som mangler og tiltakene fortsatt stemmer.`,
		},
		nn: {
			title: ({ title }: Detail) => `Sjå på nytt: ${title}`,
			body: ({ reviewOn }: Detail) =>
				`Planen skal vurderast på nytt ${formatDate("nn", reviewOn)}. Sjå om det som manglar og tiltaka framleis stemmer.`,
		},
		en: {
			title: ({ title }: Detail) => `Review: ${title}`,
			body: ({ reviewOn }: Detail) =>
				`The plan is to be reviewed on ${formatDate("en", reviewOn)}. See whether what is lacking and the measures still hold.`,
		},
	}),
});
