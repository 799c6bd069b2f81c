import { z } from "zod";
import { id } from "../../organisation/contract.ts";
import { comingRoles, type TimeUse } from "./codes.ts";

export * from "./codes.ts";

/** Who comes to a gathering for a member, as the form states it. */
export const signUpFacts = z.object({
	memberId: id,
	participant: z.string().trim().min(1).max(200),
	role: z.enum(comingRoles),
	/** Hours somebody else must work instead; null: nobody. */
	substituteHours: z.int().min(1).max(1000).nullable(),
	/** What that costs, kroner. */
	substituteKroner: z.int().min(0).max(10_000_000).nullable(),
});
export type SignUpFacts = z.infer<typeof signUpFacts>;
export type SignUp = SignUpFacts & {
	readonly id: string;
	readonly meetingId: string;
	/** The day a leader in the line approved the hours and the cost. */
	readonly approvedOn: string | null;
	readonly approvedBy: string;
};

const minutes = z.int().min(0).max(5000);

/** Minutes of a gathering for each use. */
export const timeFacts = z.object({
	input: minutes,
	sharing: minutes,
	reflection: minutes,
	work: minutes,
} satisfies Record<TimeUse, typeof minutes>);
export type TimeFacts = z.infer<typeof timeFacts>;
