import { z } from "zod";
import { defineText } from "../../../language.ts";
import { defineNotice } from "../../../notice/kind.ts";

const detail = z.object({ title: z.string() });
type Detail = z.infer<typeof detail>;

/** Asks whoever owns a card whether it still holds. */
export const cardStale = defineNotice({
	kind: "development.card-stale",
	detail,
	name: {
		nb: "Et erfaringskort bør ses på igjen",
		nn: "Eit erfaringskort bør sjåast på igjen",
		en: "A practice card should be looked at again",
	},
	text: defineText({
		nb: {
			title: ({ title }: Detail) => `Stemmer erfaringskortet fortsatt? ${title}`,
			body: () => "Dagen dere satte, er passert. Bekreft at kortet stemmer, eller endre det.",
		},
		nn: {
			title: ({ title }: Detail) => `Stemmer erfaringskortet framleis? ${title}`,
			body: () => "Dagen de sette, er passert. Stadfest at kortet stemmer, eller endre det.",
		},
		en: {
			title: ({ title }: Detail) => `Does the practice card still hold? ${title}`,
			body: () => "The day you set has passed. Say that the card holds, or change it.",
		},
	}),
});
