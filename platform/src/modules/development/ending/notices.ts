import { z } from "zod";
import { defineText } from "../../../language.ts";
import { defineNotice } from "../../../notice/kind.ts";

const detail = z.object({ title: z.string() });
type Detail = z.infer<typeof detail>;

/** Asks whoever owns an ended project what is in use. */
export const followUpDue = defineNotice({
	kind: "development.follow-up-due",
	detail,
	name: {
		nb: "Et prosjekt er avsluttet: hva er i bruk?",
		nn: "Eit prosjekt er avslutta: kva er i bruk?",
		en: "A project has ended: what is in use?",
	},
	text: defineText({
		nb: {
			title: ({ title }: Detail) => `Er det fortsatt i bruk? ${title}`,
			body: () => "Prosjektet er avsluttet. Si hva som er i bruk nå, og hvorfor. Det tar ett minutt.",
		},
		nn: {
			title: ({ title }: Detail) => `Er det framleis i bruk? ${title}`,
			body: () => "Prosjektet er avslutta. Sei kva som er i bruk no, og kvifor. Det tek eitt minutt.",
		},
		en: {
			title: ({ title }: Detail) => `Is it still in use? ${title}`,
			body: () => "The project has ended. Say what is in use now, and why. It takes a minute.",
		},
	}),
});
