import { z } from "zod";
import { defineText, formatDate } from "../../language.ts";
import { defineNotice } from "../../notice/kind.ts";

const calledDetail = z.object({ arena: z.string(), day: z.iso.date(), time: z.string(), moved: z.boolean() });
type Called = z.infer<typeof calledDetail>;

/** Tells members that a meeting is called, or has another time. */
export const meetingCalled = defineNotice({
	kind: "meeting.called",
	detail: calledDetail,
	name: { nb: "Du er innkalt til et møte", nn: "Du er kalla inn til eit møte", en: "You are called to a meeting" },
	text: defineText({
		nb: {
			title: ({ arena, moved }: Called) => (moved ? `Møtet har ny tid: ${arena}` : `Innkalling: ${arena}`),
			body: ({ day, time }: Called) => `${formatDate("nb", day)} kl. ${time}. Svar om du kommer.`,
		},
		nn: {
			title: ({ arena, moved }: Called) => (moved ? `Møtet har ny tid: ${arena}` : `Innkalling: ${arena}`),
			body: ({ day, time }: Called) => `${formatDate("nn", day)} kl. ${time}. Svar om du kjem.`,
		},
		en: {
			title: ({ arena, moved }: Called) => (moved ? `The meeting has another time: ${arena}` : `Called: ${arena}`),
			body: ({ day, time }: Called) => `${formatDate("en", day)} at ${time}. Please say whether you come.`,
		},
	}),
});

const cancelledDetail = z.object({ arena: z.string(), day: z.iso.date(), because: z.string() });
type Cancelled = z.infer<typeof cancelledDetail>;

/** Tells members that a meeting is cancelled. */
export const meetingCancelled = defineNotice({
	kind: "meeting.cancelled",
	detail: cancelledDetail,
	name: { nb: "Et møte er avlyst", nn: "Eit møte er avlyst", en: "A meeting is cancelled" },
	text: defineText({
		nb: {
			title: ({ arena, day }: Cancelled) => `Avlyst: ${arena}, ${formatDate("nb", day)}`,
			body: ({ because }: Cancelled) => because,
		},
		nn: {
			title: ({ arena, day }: Cancelled) => `Avlyst: ${arena}, ${formatDate("nn", day)}`,
			body: ({ because }: Cancelled) => because,
		},
		en: {
			title: ({ arena, day }: Cancelled) => `Cancelled: ${arena}, ${formatDate("en", day)}`,
			body: ({ because }: Cancelled) => because,
		},
	}),
});

const minutesDetail = z.object({ arena: z.string(), day: z.iso.date(), own: z.int() });
type Minutes = z.infer<typeof minutesDetail>;

/** Tells members that the minutes are ready, and how many decisions they own. */
export const minutesReady = defineNotice({
	kind: "meeting.minutes-ready",
	detail: minutesDetail,
	name: { nb: "Et referat er klart", nn: "Eit referat er klart", en: "Minutes are ready" },
	text: defineText({
		nb: {
			title: ({ arena, day }: Minutes) => `Referat: ${arena}, ${formatDate("nb", day)}`,
			body: ({ own }: Minutes) =>
				own === 0 ? "" : own === 1 ? "Du skal gjøre én ting." : `Du skal gjøre ${own} ting.`,
		},
		nn: {
			title: ({ arena, day }: Minutes) => `Referat: ${arena}, ${formatDate("nn", day)}`,
			body: ({ own }: Minutes) =>
				own === 0 ? "" : own === 1 ? "Du skal gjere éin ting." : `Du skal gjere ${own} ting.`,
		},
		en: {
			title: ({ arena, day }: Minutes) => `Minutes: ${arena}, ${formatDate("en", day)}`,
			body: ({ own }: Minutes) =>
				own === 0 ? "" : own === 1 ? "There is one thing for you to do." : `There are ${own} things for you to do.`,
		},
	}),
});
