import { z } from "zod";
import { commonRefusals, day, id, version } from "../../organisation/contract.ts";
import { researchKinds } from "../knowledge/codes.ts";
import { answers, fundings, noBecause, returnsSaid, workedOut } from "./codes.ts";

export * from "./codes.ts";

const words = (most: number) => z.string().trim().min(1).max(most);
const perhaps = (most: number) => z.string().trim().max(most).default("");
const hours = z.int().min(0).max(20_000).nullable();

/** What is to be found out together, as its form states it. */
export const researchFacts = z.object({
	title: words(200),
	question: words(2000),
	/** What practice gets from it. */
	useFor: words(2000),
	kind: z.enum(researchKinds),
	workedOut: z.enum(workedOut),
	/** Who else is in it. */
	partners: perhaps(1000),
	funding: z.enum(fundings),
	fundingSource: perhaps(300),
	leaderName: words(200),
	leaderEmail: z.email().max(320).nullable(),
	firstDay: day,
	lastDay: day,
});
export type ResearchFacts = z.infer<typeof researchFacts>;
export const researchChange = researchFacts.extend({ version });
/** What was found, in the words of practice. */
export const researchReturn = z.object({ result: words(4000), resultWhere: perhaps(500), version });
export type ResearchReturn = z.infer<typeof researchReturn>;
export const researchEnd = z.object({ endedBecause: words(1000), version });

export type Research = ResearchFacts & {
	readonly organisationId: string;
	readonly id: string;
	readonly result: string;
	readonly resultWhere: string;
	readonly returnedOn: string | null;
	readonly endedOn: string | null;
	readonly endedBecause: string;
	readonly version: number;
};

/** What one organisation is asked to give. */
export const askFacts = z.object({
	partyId: id,
	/** The need of theirs it answers. */
	needId: id.nullable(),
	whyYou: words(1000),
	/** Of their people, in all. */
	hours: z.int().min(1).max(20_000).nullable(),
	/** Which data. */
	data: perhaps(1000),
	/** Whom the researchers want to meet or watch. */
	access: perhaps(1000),
	answerBy: day,
});
export type AskFacts = z.infer<typeof askFacts>;
export const askAnswer = z.object({
	answer: z.enum(answers),
	noBecause: z.enum(noBecause).nullable(),
	answerWords: perhaps(2000),
	hoursGiven: hours,
	version,
});
export type AskAnswer = z.infer<typeof askAnswer>;
export const askReturn = z.object({ returnSaid: z.enum(returnsSaid), returnWords: perhaps(1000), version });
export type AskReturn = z.infer<typeof askReturn>;

export type Ask = AskFacts & {
	readonly organisationId: string;
	readonly researchId: string;
	readonly id: string;
	readonly askedOn: string;
	readonly askedBy: string;
	readonly answer: AskAnswer["answer"] | null;
	readonly noBecause: AskAnswer["noBecause"];
	readonly answerWords: string;
	readonly hoursGiven: number | null;
	readonly answeredOn: string | null;
	readonly answeredBy: string;
	readonly returnSaid: AskReturn["returnSaid"] | null;
	readonly returnWords: string;
	readonly returnOn: string | null;
	readonly withdrawnOn: string | null;
	readonly version: number;
};

export const researchRefusals = [
	...commonRefusals,
	"source-missing",
	"has-ended",
	"not-returned",
	"organisation-unknown",
	"self-asked",
	"asked-already",
	"asks-nothing",
	"need-unknown",
	"answer-in-the-past",
	"is-answered",
	"why-missing",
	"words-missing",
	"hours-missing",
	"too-many-hours",
	"not-taking-part",
	"has-asked",
	"is-withdrawn",
] as const;
export type ResearchRefusal = (typeof researchRefusals)[number];
