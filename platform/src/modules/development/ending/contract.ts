import { z } from "zod";
import { day, version } from "../../organisation/contract.ts";
import { furtherMonths, outcomes, reaches, useReasons, uses } from "./codes.ts";

export * from "./codes.ts";

const words = (most: number) => z.string().trim().max(most).default("");

/** The decision that ends a project, as its form states it. */
export const endingFacts = z.object({
	outcome: z.enum(outcomes),
	decidedOn: day,
	decidedBy: z.string().trim().min(1).max(200),
	reached: z.enum(reaches),
	/** What became of the purpose. */
	answer: z.string().trim().min(1).max(4000),
	/** Why it stops or changes. */
	cause: words(2000),
	operationsOwner: words(200),
	operationsBudget: words(200),
	operationsRoutine: words(1000),
	/** What others should know who try the same. */
	lesson: z.string().trim().min(1).max(4000),
	/** Years ahead, in months, when it is asked besides after one and three years. */
	further: z.array(z.enum(furtherMonths)).default([]),
});
export type EndingFacts = z.infer<typeof endingFacts>;
export const endingForm = endingFacts.extend({ version });

export type Ending = Omit<EndingFacts, "further"> & {
	readonly id: string;
	/** The purpose as it stood when it was decided. */
	readonly purpose: string;
	readonly recordedBy: string;
};

export const followUpAnswer = z.object({
	inUse: z.enum(uses),
	reason: z.enum(useReasons).nullable(),
	note: words(2000),
});
export type FollowUpAnswer = z.infer<typeof followUpAnswer>;

export type FollowUp = {
	readonly projectId: string;
	readonly id: string;
	readonly months: number;
	readonly dueOn: string;
	readonly answeredOn: string | null;
	readonly answeredBy: string;
	readonly inUse: FollowUpAnswer["inUse"] | null;
	readonly reason: FollowUpAnswer["reason"];
	readonly note: string;
};
