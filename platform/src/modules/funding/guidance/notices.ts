import { z } from "zod";
import { defineText } from "../../../language.ts";
import { defineNotice } from "../../../notice/kind.ts";

const detail = z.object({ step: z.enum(["asked", "advised"]), subject: z.string(), by: z.string() });
type Moved = z.infer<typeof detail>;

/** Tells guides that they are asked, and who asked that there is advice. What is said stands behind the wall. */
export const guidanceMoved = defineNotice({
	kind: "funding.guidance",
	detail,
	name: {
		nb: "Noe skjer med en veiledning",
		nn: "Noko skjer med ei rettleiing",
		en: "Something happens in guidance",
	},
	text: defineText({
		nb: {
			title: ({ step, subject, by }: Moved) =>
				step === "asked" ? `${by} ber om råd: ${subject}` : `Råd fra ${by}: ${subject}`,
		},
		nn: {
			title: ({ step, subject, by }: Moved) =>
				step === "asked" ? `${by} ber om råd: ${subject}` : `Råd frå ${by}: ${subject}`,
		},
		en: {
			title: ({ step, subject, by }: Moved) =>
				step === "asked" ? `${by} asks for advice: ${subject}` : `Advice from ${by}: ${subject}`,
		},
	}),
});
