import { z } from "zod";
import { version } from "../../organisation/contract.ts";
import type { SendingContent } from "../apply/contract.ts";
import { mostPoints } from "./codes.ts";

const points = z.int().min(0).max(mostPoints);
const words = (most: number) => z.string().trim().max(most).default("");

export const assessmentFacts = z.object({
	impartial: z.boolean(),
	/** By the id of the criterion; one that is not judged yet is left out. */
	scores: z.record(z.string(), points),
	comment: words(4000),
	/** Read by nobody else. */
	note: words(4000),
});
export type AssessmentFacts = z.infer<typeof assessmentFacts>;
export const storedScores = assessmentFacts.shape.scores;

export const eligibilityFacts = z.object({ eligible: z.enum(["yes", "no"]), because: words(1000), version });
export type EligibilityFacts = z.infer<typeof eligibilityFacts>;

export const yearGrant = z.object({ year: z.int(), kroner: z.int().min(0).max(100_000_000_000) });
export type YearGrant = z.infer<typeof yearGrant>;

export type DecisionFacts = {
	readonly outcome: "granted" | "refused";
	readonly granted: readonly YearGrant[];
	readonly because: string;
	/** What is granted for people in education follows how many begin. */
	readonly conditional: boolean;
	readonly version: number;
};

export const appealAnswer = z.object({
	outcome: z.enum(["upheld", "granted"]),
	because: z.string().trim().min(1).max(4000),
});
export type AppealAnswer = z.infer<typeof appealAnswer>;

export type Assessment = {
	readonly personId: string;
	readonly personName: string;
	readonly impartial: boolean;
	readonly scores: Readonly<Record<string, number>>;
	readonly comment: string;
};

export type Decision = {
	readonly eligible: boolean | null;
	readonly eligibleBecause: string;
	readonly outcome: "granted" | "refused" | null;
	readonly granted: readonly YearGrant[];
	readonly because: string;
	readonly conditional: boolean;
	readonly decidedAt: Date | null;
	readonly decidedBy: string | null;
	readonly appealBy: string | null;
	readonly awardId: string | null;
	readonly version: number;
};

export type Appeal = {
	readonly written: string;
	readonly sentAt: Date;
	readonly sentBy: string;
	readonly outcome: "upheld" | "granted" | null;
	readonly because: string | null;
	readonly answeredAt: Date | null;
};

/** An application that was sent to a call: what all of them are searched, narrowed and shared among by. */
export type ReceivedHead = {
	readonly applicantId: string;
	readonly id: string;
	readonly name: string;
	readonly joint: boolean;
	readonly reference: string;
	readonly withdrawn: boolean;
	readonly applied: number;
	readonly eligible: boolean | null;
	readonly outcome: "granted" | "refused" | null;
	readonly decided: boolean;
	readonly appealed: "waiting" | "upheld" | "granted" | null;
};

/** What else a list shows of it. */
export type ReceivedDetail = {
	readonly parties: number;
	readonly own: number;
	readonly people: number;
	readonly population: number | null;
	/** 1 most central, 6 least; null where it is not known. */
	readonly centrality: number | null;
	/** Has sent no application to this giver before. */
	readonly isFirst: boolean;
	/** What is granted, or proposed while it is not decided; kroner. */
	readonly granted: number | null;
};

export type ReceivedWhole = {
	readonly reference: string;
	readonly joint: boolean;
	readonly withdrawn: boolean;
	readonly withdrawnReason: string | null;
	readonly number: number;
	readonly sentAt: Date;
	readonly sentBy: string;
	readonly answerId: string | null;
	readonly content: SendingContent;
};
