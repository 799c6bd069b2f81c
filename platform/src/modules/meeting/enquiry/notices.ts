import { z } from "zod";
import { defineText } from "../../../language.ts";
import { defineNotice } from "../../../notice/kind.ts";
import { steps } from "./codes.ts";
import { dueLine, letterKinds, subjectOf } from "./letter.ts";

const sentDetail = z.object({
	...{ what: z.enum(letterKinds), subject: z.string(), from: z.string(), dueOn: z.iso.date() },
});
type Sent = z.infer<typeof sentDetail>;

const words = (language: "nb" | "nn" | "en") => ({
	title: ({ what, from, subject }: Sent) => subjectOf(language, what, from, subject),
	body: ({ dueOn }: Sent) => dueLine(language, dueOn),
});

/** Tells those who are to answer: that an enquiry has come, and that it is late. */
export const enquirySent = defineNotice({
	kind: "enquiry.sent",
	detail: sentDetail,
	name: {
		nb: "Noen venter på svar fra dere",
		nn: "Nokon ventar på svar frå dykk",
		en: "Somebody waits for your answer",
	},
	text: defineText({ nb: words("nb"), nn: words("nn"), en: words("en") }),
});

const movedDetail = z.object({ what: z.enum(steps), subject: z.string(), by: z.string(), note: z.string() });
type Moved = z.infer<typeof movedDetail>;

/** Tells those who asked what happens to what they asked, and members what is answered in their name. */
export const enquiryMoved = defineNotice({
	kind: "enquiry.moved",
	detail: movedDetail,
	name: {
		nb: "Noe skjer med en henvendelse",
		nn: "Noko skjer med ein førespurnad",
		en: "Something happens to an enquiry",
	},
	text: defineText({
		nb: {
			title: ({ what, subject, by }: Moved) =>
				({
					...{ sent: `Henvendelsen er sendt: ${subject}`, mailed: `Henvendelsen er sendt: ${subject}` },
					...{ "link-made": `Lenke laget: ${subject}`, taken: `${by} har tatt henvendelsen: ${subject}` },
					forwarded: `${by} har sendt henvendelsen videre: ${subject}`,
					"asked-back": `${by} spør om henvendelsen: ${subject}`,
					replied: `${by} har svart på spørsmålet: ${subject}`,
					reminded: `${by} er minnet om henvendelsen: ${subject}`,
					escalated: `Ledelsen hos ${by} er varslet om henvendelsen: ${subject}`,
					answered: `${by} har svart: ${subject}`,
					refused: `${by} har sagt nei: ${subject}`,
					withdrawn: `${by} har trukket henvendelsen: ${subject}`,
				})[what],
			body: ({ note }: Moved) => note,
		},
		nn: {
			title: ({ what, subject, by }: Moved) =>
				({
					...{ sent: `Førespurnaden er send: ${subject}`, mailed: `Førespurnaden er send: ${subject}` },
					...{ "link-made": `Lenkje laga: ${subject}`, taken: `${by} har teke førespurnaden: ${subject}` },
					forwarded: `${by} har sendt førespurnaden vidare: ${subject}`,
					"asked-back": `${by} spør om førespurnaden: ${subject}`,
					replied: `${by} har svara på spørsmålet: ${subject}`,
					reminded: `${by} er minna om førespurnaden: ${subject}`,
					escalated: `Leiinga hos ${by} er varsla om førespurnaden: ${subject}`,
					answered: `${by} har svara: ${subject}`,
					refused: `${by} har sagt nei: ${subject}`,
					withdrawn: `${by} har trekt førespurnaden: ${subject}`,
				})[what],
			body: ({ note }: Moved) => note,
		},
		en: {
			title: ({ what, subject, by }: Moved) =>
				({
					...{ sent: `The enquiry is sent: ${subject}`, mailed: `The enquiry is sent: ${subject}` },
					...{ "link-made": `A link is made: ${subject}`, taken: `${by} has taken the enquiry: ${subject}` },
					forwarded: `${by} has sent the enquiry on: ${subject}`,
					"asked-back": `${by} asks about the enquiry: ${subject}`,
					replied: `${by} has answered the question: ${subject}`,
					reminded: `${by} is reminded of the enquiry: ${subject}`,
					escalated: `Those who lead ${by} are told of the enquiry: ${subject}`,
					answered: `${by} has answered: ${subject}`,
					refused: `${by} has refused: ${subject}`,
					withdrawn: `${by} has withdrawn the enquiry: ${subject}`,
				})[what],
			body: ({ note }: Moved) => note,
		},
	}),
});
