import { z } from "zod";
import { defineText, formatDate } from "../../../language.ts";
import { defineNotice } from "../../../notice/kind.ts";

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

const answeredDetail = z.object({ host: z.string(), course: z.string(), places: z.int(), offered: z.int() });
type Answered = z.infer<typeof answeredDetail>;

const answered = defineText({
	nb: {
		title: ({ host, course, places, offered }: Answered) =>
			`${host} har svart: ${offered} av ${places} plasser (${course})`,
	},
	nn: {
		title: ({ host, course, places, offered }: Answered) =>
			`${host} har svart: ${offered} av ${places} plassar (${course})`,
	},
	en: {
		title: ({ host, course, places, offered }: Answered) =>
			`${host} has answered: ${offered} of ${places} places (${course})`,
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
