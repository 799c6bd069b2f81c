import { z } from "zod";
import { defineText, formatDate } from "../../language.ts";
import { defineNotice } from "../../notice/kind.ts";

/** What is told to the other parties as it happens. */
export const lifeSteps = [
	"put-forward",
	"approved",
	"declined",
	"commented",
	"opened-for-signing",
	"reopened",
	"withdrawn",
	"signed",
	"in-force",
	"ended",
	"published",
	"publication-proposed",
	"publication-declined",
] as const;
export type LifeStep = (typeof lifeSteps)[number];

const movedDetail = z.object({ step: z.enum(lifeSteps), title: z.string(), by: z.string(), note: z.string() });
type Moved = z.infer<typeof movedDetail>;

const moved = defineText({
	nb: {
		title: ({ step, title, by }: Moved) =>
			({
				"put-forward": `${by} har lagt fram en avtaletekst: ${title}`,
				approved: `${by} har godkjent avtaleteksten: ${title}`,
				declined: `${by} har sagt nei til avtaleteksten: ${title}`,
				commented: `${by} har kommentert avtalen: ${title}`,
				"opened-for-signing": `Avtalen er klar til å signeres: ${title}`,
				reopened: `${by} har tatt opp igjen avtaleteksten: ${title}`,
				withdrawn: `${by} har avsluttet forhandlingene: ${title}`,
				signed: `${by} har signert avtalen: ${title}`,
				"in-force": `Alle har signert avtalen: ${title}`,
				ended: `${by} har meldt at avtalen avsluttes: ${title}`,
				published: `Avtalen vises nå for alle: ${title}`,
				"publication-proposed": `${by} foreslår å vise avtalen for andre: ${title}`,
				"publication-declined": `${by} sier nei til å vise avtalen for andre: ${title}`,
			})[step],
		body: ({ note }: Moved) => note,
	},
	nn: {
		title: ({ step, title, by }: Moved) =>
			({
				"put-forward": `${by} har lagt fram ein avtaletekst: ${title}`,
				approved: `${by} har godkjent avtaleteksten: ${title}`,
				declined: `${by} har sagt nei til avtaleteksten: ${title}`,
				commented: `${by} har kommentert avtalen: ${title}`,
				"opened-for-signing": `Avtalen er klar til å signerast: ${title}`,
				reopened: `${by} har teke opp att avtaleteksten: ${title}`,
				withdrawn: `${by} har avslutta forhandlingane: ${title}`,
				signed: `${by} har signert avtalen: ${title}`,
				"in-force": `Alle har signert avtalen: ${title}`,
				ended: `${by} har meldt at avtalen blir avslutta: ${title}`,
				published: `Avtalen blir no vist for alle: ${title}`,
				"publication-proposed": `${by} gjer framlegg om å vise avtalen for andre: ${title}`,
				"publication-declined": `${by} seier nei til å vise avtalen for andre: ${title}`,
			})[step],
		body: ({ note }: Moved) => note,
	},
	en: {
		title: ({ step, title, by }: Moved) =>
			({
				"put-forward": `${by} has put an agreement forward: ${title}`,
				approved: `${by} has approved the text: ${title}`,
				declined: `${by} has said no to the text: ${title}`,
				commented: `${by} has commented on the agreement: ${title}`,
				"opened-for-signing": `The agreement is ready to be signed: ${title}`,
				reopened: `${by} has reopened the text: ${title}`,
				withdrawn: `${by} has ended the negotiations: ${title}`,
				signed: `${by} has signed the agreement: ${title}`,
				"in-force": `Everybody has signed the agreement: ${title}`,
				ended: `${by} has given notice that the agreement ends: ${title}`,
				published: `The agreement is now shown to everyone: ${title}`,
				"publication-proposed": `${by} proposes to show the agreement to others: ${title}`,
				"publication-declined": `${by} says no to showing the agreement to others: ${title}`,
			})[step],
		body: ({ note }: Moved) => note,
	},
});

/** Tells the parties what happens to an agreement. */
export const agreementMoved = defineNotice({
	kind: "agreement.moved",
	detail: movedDetail,
	name: { nb: "Noe skjer med en avtale", nn: "Noko skjer med ein avtale", en: "Something happens to an agreement" },
	text: moved,
});

const renewalDetail = z.object({ title: z.string(), lastDay: z.iso.date() });
type Renewal = z.infer<typeof renewalDetail>;

const renewal = defineText({
	nb: {
		title: ({ title }: Renewal) => `Avtalen løper snart ut: ${title}`,
		body: ({ lastDay }: Renewal) =>
			`Siste dag er ${formatDate("nb", lastDay)}. Forny den, endre den, eller la den løpe ut.`,
	},
	nn: {
		title: ({ title }: Renewal) => `Avtalen går snart ut: ${title}`,
		body: ({ lastDay }: Renewal) =>
			`Siste dag er ${formatDate("nn", lastDay)}. Forny han, endre han, eller la han gå ut.`,
	},
	en: {
		title: ({ title }: Renewal) => `The agreement runs out soon: ${title}`,
		body: ({ lastDay }: Renewal) =>
			`Its last day is ${formatDate("en", lastDay)}. Renew it, change it, or let it run out.`,
	},
});

/** Tells the parties, in good time, that an agreement runs out. */
export const agreementToRenew = defineNotice({
	kind: "agreement.to-renew",
	detail: renewalDetail,
	name: { nb: "En avtale løper snart ut", nn: "Ein avtale går snart ut", en: "An agreement runs out soon" },
	text: renewal,
});
