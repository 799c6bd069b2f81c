import { z } from "zod";
import { commonRefusals, day, id, version } from "../../organisation/contract.ts";
import { financings, measureKinds, measureStatuses } from "./codes.ts";

export * from "./codes.ts";

const positions = z.number().min(0.01).max(10_000).nullable();

/** A measure, as its form states it. Positions are full positions, with two decimals. */
export const measureFacts = z.object({
	planId: id,
	kind: z.enum(measureKinds),
	title: z.string().trim().min(1).max(200),
	/** Null: the whole of what the plan is for. */
	unitId: id.nullable(),
	entryId: id.nullable(),
	/** How much of what is lacking of the competence it closes. */
	closes: positions,
	/** How many are recruited, educated or kept. */
	persons: z.int().min(1).max(10_000).nullable(),
	/** Kroner in all. */
	cost: z.int().min(0).max(1_000_000_000).nullable(),
	financing: z.enum(financings),
	/** Substitutes needed. */
	substitutePositions: z.number().min(0.01).max(1_000).nullable(),
	/** 1 is first. */
	priority: z.int().min(1).max(999),
	status: z.enum(measureStatuses),
	dueOn: day.nullable(),
	ownerName: z.string().trim().min(1).max(200),
	ownerEmail: z.email().max(320).nullable(),
	deputyName: z.string().trim().max(200).default(""),
	deputyEmail: z.email().max(320).nullable(),
	note: z.string().trim().max(2000).default(""),
});
export type MeasureFacts = z.infer<typeof measureFacts>;
export const measureChange = measureFacts.extend({ version });

export type Measure = MeasureFacts & {
	readonly id: string;
	/** Counted from 1 in the organisation. */
	readonly number: number;
	readonly planTitle: string;
	readonly unitName: string | null;
	readonly entryName: string | null;
	readonly entryNameNn: string | null;
	readonly entryNameEn: string | null;
	/** The shared entry an own one answers to; gaps are reckoned there. */
	readonly mappedId: string | null;
	/** Studies that carry it out. */
	readonly studies: number;
	readonly version: number;
};

export const measureRefusals = [
	...commonRefusals,
	"plan-unknown",
	"unit-unknown",
	"entry-unknown",
	"closes-what",
	"owner-twice",
	"dropped-why",
	"has-studies",
	"was-adopted",
] as const;
export type MeasureRefusal = (typeof measureRefusals)[number];
