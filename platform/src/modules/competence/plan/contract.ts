import { z } from "zod";
import { commonRefusals, day, id, version } from "../../organisation/contract.ts";
import { financings, measureKinds, measureStatuses } from "../measure/codes.ts";
import { type PlanState, type PlanStep, planSteps } from "./codes.ts";

export * from "./codes.ts";

/** A plan, as its form states it. */
export const planFacts = z.object({
	title: z.string().trim().min(1).max(200),
	/** A sector of the organisation; null: all of it. */
	sector: z.string().max(60).nullable(),
	firstDay: day,
	lastDay: day,
	introduction: z.string().trim().max(8000).default(""),
	/** Months between each time it is looked at again. */
	reviewMonths: z.int().min(1).max(48),
	ownerName: z.string().trim().min(1).max(200),
	ownerEmail: z.email().max(320).nullable(),
	deputyName: z.string().trim().max(200).default(""),
	deputyEmail: z.email().max(320).nullable(),
});
export type PlanFacts = z.infer<typeof planFacts>;
export const planChange = planFacts.extend({ version });

export const planStepFacts = z.object({
	step: z.enum(planSteps),
	onDay: day,
	/** The number of the decision, where it is adopted. */
	decision: z.string().trim().max(100).default(""),
	note: z.string().trim().max(1000).default(""),
});
export type PlanStepFacts = z.infer<typeof planStepFacts>;

export type Plan = PlanFacts & {
	readonly organisationId: string;
	readonly id: string;
	readonly state: PlanState;
	readonly reviewOn: string | null;
	readonly version: number;
};

export type TakenStep = {
	readonly id: string;
	readonly step: PlanStep;
	readonly onDay: string;
	readonly decision: string;
	readonly note: string;
	readonly recordedBy: string;
};

const names = { name: z.string(), nameNn: z.string().nullable(), nameEn: z.string().nullable() };

const plannedGap = z.object({
	entryId: id,
	...names,
	/** Full positions lacking now and at the plan's horizon, in the units that have told what they have. */
	now: z.number(),
	ahead: z.number(),
	/** How many units need it, and how many of them have told what they have. */
	units: z.int(),
	known: z.int(),
	/** Full positions the measures of the plan close. */
	closed: z.number(),
});
export type PlannedGap = z.infer<typeof plannedGap>;

const plannedMeasure = z.object({
	id,
	number: z.int(),
	kind: z.enum(measureKinds),
	title: z.string(),
	unitName: z.string().nullable(),
	entry: z.object(names).nullable(),
	closes: z.number().nullable(),
	persons: z.int().nullable(),
	cost: z.int().nullable(),
	financing: z.enum(financings),
	substitutePositions: z.number().nullable(),
	priority: z.int(),
	status: z.enum(measureStatuses),
	dueOn: day.nullable(),
	ownerName: z.string(),
	deputyName: z.string(),
	note: z.string(),
});
export type PlannedMeasure = z.infer<typeof plannedMeasure>;

/** What a plan says: its own words, what is lacking, and what is done about it in order. Kept word for word when adopted. */
export const planContent = z.object({
	title: z.string(),
	sector: z.string().nullable(),
	firstDay: day,
	lastDay: day,
	introduction: z.string(),
	ownerName: z.string(),
	gaps: z.array(plannedGap),
	measures: z.array(plannedMeasure),
});
export type PlanContent = z.infer<typeof planContent>;

export type PlanVersion = {
	readonly number: number;
	readonly adoptedOn: string;
	readonly decision: string;
	readonly content: PlanContent;
};

export const planRefusals = [
	...commonRefusals,
	"sector-unknown",
	"owner-twice",
	"step-not-next",
	"ahead-of-today",
	"step-before-last",
	"decision-missing",
	"nothing-to-adopt",
	"has-measures",
	"was-adopted",
	"in-the-future",
] as const;
export type PlanRefusal = (typeof planRefusals)[number];
