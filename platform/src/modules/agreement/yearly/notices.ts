import { z } from "zod";
import { defineText } from "../../../language.ts";
import { defineNotice } from "../../../notice/kind.ts";

const detail = z.object({ title: z.string(), year: z.string(), isReminder: z.boolean() });
type Asked = z.infer<typeof detail>;

const text = defineText({
	nb: {
		title: ({ title, year }: Asked) => `Hva har avtalen ført til i ${year}? ${title}`,
		body: ({ isReminder }: Asked) =>
			isReminder
				? "Dere har ikke svart ennå. Dette er den eneste påminnelsen."
				: "Partene spørres en gang i året. Svar på fem spørsmål for organisasjonen.",
	},
	nn: {
		title: ({ title, year }: Asked) => `Kva har avtalen ført til i ${year}? ${title}`,
		body: ({ isReminder }: Asked) =>
			isReminder
				? "De har ikkje svart enno. Dette er den einaste påminninga."
				: "Partane blir spurde ein gong i året. Svar på fem spørsmål for organisasjonen.",
	},
	en: {
		title: ({ title, year }: Asked) => `What has the agreement led to in ${year}? ${title}`,
		body: ({ isReminder }: Asked) =>
			isReminder
				? "You have not answered yet. This is the only reminder."
				: "The parties are asked once a year. Answer five questions for the organisation.",
	},
});

/** Asks those who keep agreements at a party what one has led to. */
export const agreementResultAsked = defineNotice({
	kind: "agreement.result-asked",
	detail,
	name: {
		nb: "Du spørres hva en avtale har ført til",
		nn: "Du blir spurd kva ein avtale har ført til",
		en: "You are asked what an agreement has led to",
	},
	text,
});
