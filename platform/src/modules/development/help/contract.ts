import { z } from "zod";
import { commonRefusals, day, id, version } from "../../organisation/contract.ts";
import type { Ending } from "../ending/contract.ts";
import type { ProjectState } from "../project/codes.ts";
import type { Standing } from "../status/codes.ts";
import { contactHows, helpPlaces, helpWays, offerAnswers } from "./codes.ts";

export * from "./codes.ts";

const words = (most: number) => z.string().trim().min(1).max(most);
const perhaps = (most: number) => z.string().trim().max(most).default("");
const email = z.email().max(320).nullable();

/** What an organisation can help others with, as its form states it. */
export const helpFacts = z.object({
	title: words(160),
	about: words(2000),
	forWhom: words(500),
	/** What whoever gets it must bring. */
	brings: perhaps(1000),
	way: z.enum(helpWays),
	place: z.enum(helpPlaces),
	/** Kilometres as the crow flies; null: everywhere. */
	withinKm: z.int().min(1).max(3000).nullable(),
	/** How many there is room for at once; null: no limit. */
	atOnce: z.int().min(1).max(1000).nullable(),
	contactName: words(200),
	contactEmail: email,
});
export type HelpFacts = z.infer<typeof helpFacts>;
export const helpChange = helpFacts.extend({ version });

export type Help = HelpFacts & {
	/** Who helps. */
	readonly organisationId: string;
	readonly id: string;
	/** Offered no longer from this day. */
	readonly endedOn: string | null;
	readonly version: number;
};

/** An offer to one organisation. */
export const offerFacts = z.object({ partyId: id, because: words(1000), answerBy: day });
export type OfferFacts = z.infer<typeof offerFacts>;

/** Who at an organisation is spoken with, and in what role. */
const local = { localName: perhaps(200), localRole: perhaps(120), localEmail: email };

/** What one asks for help with. */
export const requestFacts = z.object({ because: words(1000), ...local });
export type RequestFacts = z.infer<typeof requestFacts>;

/** What is answered to an offer, by who was offered it; or to a request, by who was asked: then it is a no. */
export const offerAnswer = z.object({ answer: z.enum(offerAnswers), answerWords: perhaps(1000), ...local, version });
export type OfferAnswer = z.infer<typeof offerAnswer>;
export const offerBegin = z.object({ beganBecause: perhaps(500), version });
export const offerEnd = z.object({ result: words(2000), version });

export type Offer = Omit<OfferFacts, "answerBy"> &
	Omit<OfferAnswer, "answer"> & {
		readonly organisationId: string;
		readonly helpId: string;
		readonly id: string;
		readonly begun: "offered" | "asked";
		readonly saidOn: string;
		readonly saidBy: string;
		readonly answerBy: string | null;
		readonly answer: OfferAnswer["answer"] | null;
		readonly answeredOn: string | null;
		readonly answeredBy: string;
		readonly beganOn: string | null;
		readonly beganBecause: string;
		readonly endedOn: string | null;
		readonly result: string;
		readonly withdrawnOn: string | null;
	};

/** How many get a help now and wait for it, and the place of the organisation acted for among those who wait; null: it does not. */
export type Queue = { readonly going: number; readonly waiting: number; readonly place: number | null };

export const contactFacts = z.object({ onDay: day, how: z.enum(contactHows), about: words(1000) });
export type ContactFacts = z.infer<typeof contactFacts>;
export type HelpContact = ContactFacts & {
	readonly organisationId: string;
	readonly id: string;
	readonly partyId: string;
	readonly notedBy: string;
};

/** Whose advisers are let in to follow the projects. */
export const letInFacts = z.object({ partyId: id, supervisorsToo: z.boolean() });
export type LetInFacts = z.infer<typeof letInFacts>;
export type LetIn = {
	readonly organisationId: string;
	readonly guideId: string;
	readonly since: string;
	readonly by: string;
	readonly supervisorsToo: boolean;
};

/** A project as advisers who have been let in see it: no money, and nobody but who leads. */
export type GuidedProject = {
	readonly organisationId: string;
	readonly id: string;
	readonly title: string;
	readonly purpose: string;
	readonly state: ProjectState;
	readonly leaderName: string;
	readonly startedOn: string | null;
	readonly lastDay: string;
	readonly statusDays: number;
	readonly statusOn: string | null;
	readonly standing: Standing | null;
	readonly outcome: Ending["outcome"] | null;
	readonly endedOn: string | null;
	/** A card of it that everybody reads. */
	readonly cardId: string | null;
};

export const helpRefusals = [
	...commonRefusals,
	"has-ended",
	"organisation-unknown",
	"self-offered",
	"offered-already",
	"answer-in-the-past",
	"local-missing",
	"words-missing",
	"is-answered",
	"not-waiting",
	"not-going",
	"is-full",
	"one-alone",
	"out-of-turn",
	"has-begun",
	"is-withdrawn",
	"ahead-of-today",
] as const;
export type HelpRefusal = (typeof helpRefusals)[number];
