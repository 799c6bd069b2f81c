import { z } from "zod";
import { defineText, formatDate } from "../../../language.ts";
import { defineNotice } from "../../../notice/kind.ts";

const askedDetail = z.object({ site: z.string(), dueOn: z.iso.date(), reminded: z.boolean() });
type Asked = z.infer<typeof askedDetail>;

const asked = defineText({
	nb: {
		title: ({ site, reminded }: Asked) =>
			`${reminded ? "Påminnelse: s" : "S"}i hvor mange studenter ${site} kan ta imot`,
		body: ({ dueOn }: Asked) => `Svar innen ${formatDate("nb", dueOn)}.`,
	},
	nn: {
		title: ({ site, reminded }: Asked) =>
			`${reminded ? "Påminning: s" : "S"}ei kor mange studentar ${site} kan ta imot`,
		body: ({ dueOn }: Asked) => `Svar innan ${formatDate("nn", dueOn)}.`,
	},
	en: {
		title: ({ site, reminded }: Asked) => `${reminded ? "Reminder: s" : "S"}ay how many students ${site} can receive`,
		body: ({ dueOn }: Asked) => `Answer by ${formatDate("en", dueOn)}.`,
	},
});

/** Tells unit leaders with an account that they are asked. */
export const capacityAsked = defineNotice({
	kind: "placement.capacity-asked",
	detail: askedDetail,
	name: {
		nb: "Noen spør hvor mange studenter du kan ta imot",
		nn: "Nokon spør kor mange studentar du kan ta imot",
		en: "Somebody asks how many students you can receive",
	},
	text: asked,
});
