import { z } from "zod";
import { day, id, version } from "../../organisation/contract.ts";
import { goalKinds } from "./codes.ts";

export * from "./codes.ts";

const value = z.number().min(-1e9).max(1e9);

/** A goal, as its form states it. */
export const goalFacts = z.object({
	kind: z.enum(goalKinds),
	/** In the project's own words. */
	wording: z.string().trim().min(1).max(500),
	/** What is measured. */
	indicator: z.string().trim().max(300).default(""),
	/** What is counted in, and what is not. */
	definition: z.string().trim().max(1000).default(""),
	/** The unit values are given in. */
	measuredIn: z.string().trim().max(60).default(""),
	baseline: value.nullable(),
	baselineOn: day.nullable(),
	baselineSource: z.string().trim().max(200).default(""),
	target: value.nullable(),
	dueOn: day.nullable(),
	/** The goal of the programme it serves. */
	servesId: id.nullable(),
	/** How the programme measures that goal, where it is measured so; the words stay the project's own. */
	measuredAsId: id.nullable(),
});
export type GoalFacts = z.infer<typeof goalFacts>;
export const goalChange = goalFacts.extend({ version });

export type Goal = GoalFacts & { readonly projectId: string; readonly id: string };

export const measurementFacts = z.object({
	value,
	measuredOn: day,
	source: z.string().trim().min(1).max(200),
	note: z.string().trim().max(1000).default(""),
});
export type MeasurementFacts = z.infer<typeof measurementFacts>;

export type Measurement = MeasurementFacts & {
	readonly id: string;
	readonly goalId: string;
	readonly recordedBy: string;
	readonly undoneAt: string | null;
	readonly undoneBy: string;
};
