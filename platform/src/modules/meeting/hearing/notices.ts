import { z } from "zod";
import { defineText, formatDate } from "../../../language.ts";
import { defineNotice } from "../../../notice/kind.ts";

const detail = z.object({ title: z.string(), holder: z.string(), lastDay: z.iso.date() });
export type HearingDetail = z.infer<typeof detail>;

/** Asks somebody with an account for their input. */
export const hearingInvited = defineNotice({
	kind: "hearing.invited",
	detail,
	name: { nb: "Noen vil høre hva du mener", nn: "Nokon vil høyre kva du meiner", en: "Somebody asks for your input" },
	text: defineText({
		nb: {
			title: ({ title }: HearingDetail) => `Høring: ${title}`,
			body: ({ holder, lastDay }: HearingDetail) =>
				`${holder} ber om innspill innen ${formatDate("nb", lastDay)}. Alle innspill får svar.`,
		},
		nn: {
			title: ({ title }: HearingDetail) => `Høyring: ${title}`,
			body: ({ holder, lastDay }: HearingDetail) =>
				`${holder} ber om innspel innan ${formatDate("nn", lastDay)}. Alle innspel får svar.`,
		},
		en: {
			title: ({ title }: HearingDetail) => `Consultation: ${title}`,
			body: ({ holder, lastDay }: HearingDetail) =>
				`${holder} asks for input by ${formatDate("en", lastDay)}. Every input is answered.`,
		},
	}),
});

/** Reminds somebody who has said nothing that the last day is near. */
export const hearingReminder = defineNotice({
	kind: "hearing.reminder",
	detail,
	name: {
		nb: "Fristen i en høring er nær",
		nn: "Fristen i ei høyring er nær",
		en: "The last day of a consultation is near",
	},
	text: defineText({
		nb: {
			title: ({ title, lastDay }: HearingDetail) => `Siste frist ${formatDate("nb", lastDay)}: ${title}`,
			body: ({ holder }: HearingDetail) => `${holder} har ikke hørt fra deg ennå.`,
		},
		nn: {
			title: ({ title, lastDay }: HearingDetail) => `Siste frist ${formatDate("nn", lastDay)}: ${title}`,
			body: ({ holder }: HearingDetail) => `${holder} har ikkje høyrt frå deg enno.`,
		},
		en: {
			title: ({ title, lastDay }: HearingDetail) => `Last day ${formatDate("en", lastDay)}: ${title}`,
			body: ({ holder }: HearingDetail) => `${holder} has not heard from you yet.`,
		},
	}),
});

/** Tells those asked that the hearing is closed, and that what they said has been answered. */
export const hearingAnswered = defineNotice({
	kind: "hearing.answered",
	detail,
	name: { nb: "Innspillet ditt er besvart", nn: "Innspelet ditt er svara på", en: "Your input is answered" },
	text: defineText({
		nb: {
			title: ({ title }: HearingDetail) => `Svar på høringen: ${title}`,
			body: ({ holder }: HearingDetail) => `${holder} har svart på innspillene.`,
		},
		nn: {
			title: ({ title }: HearingDetail) => `Svar på høyringa: ${title}`,
			body: ({ holder }: HearingDetail) => `${holder} har svara på innspela.`,
		},
		en: {
			title: ({ title }: HearingDetail) => `Answers in the consultation: ${title}`,
			body: ({ holder }: HearingDetail) => `${holder} has answered what was said.`,
		},
	}),
});

/** Tells those asked that the hearing is withdrawn. */
export const hearingWithdrawn = defineNotice({
	kind: "hearing.withdrawn",
	detail,
	name: { nb: "En høring er trukket", nn: "Ei høyring er trekt", en: "A consultation is withdrawn" },
	text: defineText({
		nb: {
			title: ({ title }: HearingDetail) => `Høringen er trukket: ${title}`,
			body: ({ holder }: HearingDetail) => `${holder} forklarer hvorfor på siden.`,
		},
		nn: {
			title: ({ title }: HearingDetail) => `Høyringa er trekt: ${title}`,
			body: ({ holder }: HearingDetail) => `${holder} forklarer kvifor på sida.`,
		},
		en: {
			title: ({ title }: HearingDetail) => `The consultation is withdrawn: ${title}`,
			body: ({ holder }: HearingDetail) => `${holder} says why on the page.`,
		},
	}),
});
