import { z } from "zod";
import { defineText, formatDate, formatNumber, type Language } from "../../../language.ts";
import { defineNotice } from "../../../notice/kind.ts";
import { unmetReasons } from "../codes.ts";
import { requestText } from "./text.ts";

const sentDetail = z.object({
	from: z.string(),
	course: z.string(),
	places: z.int(),
	answerBy: z.iso.date().nullable(),
});
type Sent = z.infer<typeof sentDetail>;

const sent = defineText({
	nb: {
		title: ({ from, course, places }: Sent) => `${from} bestiller ${places} praksisplasser: ${course}`,
		body: ({ answerBy }: Sent) => (answerBy === null ? "" : `Svar innen ${formatDate("nb", answerBy)}.`),
	},
	nn: {
		title: ({ from, course, places }: Sent) => `${from} tingar ${places} praksisplassar: ${course}`,
		body: ({ answerBy }: Sent) => (answerBy === null ? "" : `Svar innan ${formatDate("nn", answerBy)}.`),
	},
	en: {
		title: ({ from, course, places }: Sent) => `${from} requests ${places} placements: ${course}`,
		body: ({ answerBy }: Sent) => (answerBy === null ? "" : `Answer by ${formatDate("en", answerBy)}.`),
	},
});

/** Tells a host's coordinators that places are ordered. */
export const requestSent = defineNotice({
	kind: "placement.request-sent",
	detail: sentDetail,
	name: { nb: "Noen bestiller praksisplasser", nn: "Nokon tingar praksisplassar", en: "Somebody requests placements" },
	text: sent,
});

const unanswered = defineText({
	nb: {
		title: ({ from, course, places }: Sent) => `${from} venter på svar om ${places} praksisplasser: ${course}`,
		body: sent.nb.body,
	},
	nn: {
		title: ({ from, course, places }: Sent) => `${from} ventar på svar om ${places} praksisplassar: ${course}`,
		body: sent.nn.body,
	},
	en: {
		title: ({ from, course, places }: Sent) => `${from} is waiting for an answer about ${places} placements: ${course}`,
		body: sent.en.body,
	},
});

/** Reminds a host's coordinators of an order they have not answered. */
export const requestUnanswered = defineNotice({
	kind: "placement.request-unanswered",
	detail: sentDetail,
	name: {
		nb: "Noen venter på svar på en bestilling av praksisplasser",
		nn: "Nokon ventar på svar på ei tinging av praksisplassar",
		en: "Somebody is waiting for an answer to a request for placements",
	},
	text: unanswered,
});

const answeredDetail = z.object({
	host: z.string(),
	course: z.string(),
	places: z.int(),
	offered: z.int(),
	/** Why not the rest; left out where all are met. */
	reason: z.enum(unmetReasons).nullish(),
});
type Answered = z.infer<typeof answeredDetail>;

function restOf(language: Language, { places, offered, reason }: Answered): string {
	const { rest, reasons } = requestText[language];
	return reason ? rest(formatNumber(language, places - offered), reasons[reason].toLocaleLowerCase("nb")) : "";
}

const answered = defineText({
	nb: {
		title: ({ host, course, places, offered }: Answered) =>
			`${host} har svart: ${offered} av ${places} plasser (${course})`,
		body: (given: Answered) => restOf("nb", given),
	},
	nn: {
		title: ({ host, course, places, offered }: Answered) =>
			`${host} har svart: ${offered} av ${places} plassar (${course})`,
		body: (given: Answered) => restOf("nn", given),
	},
	en: {
		title: ({ host, course, places, offered }: Answered) =>
			`${host} has answered: ${offered} of ${places} places (${course})`,
		body: (given: Answered) => restOf("en", given),
	},
});

/** Tells those who ordered that they have an answer. */
export const requestAnswered = defineNotice({
	kind: "placement.request-answered",
	detail: answeredDetail,
	name: {
		nb: "Bestillinger av praksisplasser er besvart",
		nn: "Tingingar av praksisplassar er svarte på",
		en: "Requests for placements are answered",
	},
	text: answered,
});
