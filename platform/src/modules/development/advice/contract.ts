import { z } from "zod";
import { goalReadings, purposeReadings } from "./codes.ts";

export * from "./codes.ts";

/** What whoever keeps a programme says of a project in it, as its form states it. */
export const adviceFacts = z.object({
	purpose: z.enum(purposeReadings),
	goals: z.enum(goalReadings),
	/** To the project: what would make it clearer. */
	words: z.string().trim().max(2000).default(""),
});
export type AdviceFacts = z.infer<typeof adviceFacts>;

export type Advice = AdviceFacts & {
	readonly projectId: string;
	/** The municipality. */
	readonly partyId: string;
	readonly onDay: string;
	readonly givenBy: string;
};
