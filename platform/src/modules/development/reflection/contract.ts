import { z } from "zod";
import { day, id } from "../../organisation/contract.ts";

/** A time set aside to reflect at a workplace, as the form states it. */
export const reflectionFacts = z.object({
	memberId: id,
	onDay: day,
	theme: z.string().trim().min(1).max(300),
	/** What was used to reflect with: a case, a card, a model. */
	tool: z.string().trim().max(300).default(""),
	held: z.enum(["yes", "no"]),
	/** Why it was not held. */
	notBecause: z.string().trim().max(500).default(""),
	/** What has changed since. */
	changed: z.string().trim().max(2000).default(""),
});
export type ReflectionFacts = z.infer<typeof reflectionFacts>;

export type Reflection = Omit<ReflectionFacts, "held"> & {
	readonly id: string;
	readonly held: boolean;
	readonly recordedBy: string;
};
