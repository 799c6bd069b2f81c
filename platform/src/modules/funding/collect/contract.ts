import { z } from "zod";
import { day } from "../../organisation/contract.ts";

export const collectionFacts = z.object({
	answerBy: day,
	message: z.string().trim().max(2000).default(""),
	units: z.array(z.uuid()).min(1).max(500),
});
export type CollectionFacts = z.infer<typeof collectionFacts>;

const kroner = z.int().min(0).max(100_000_000_000);

/** One thing a unit needs, as its form says it; whole kroner. */
export const needRow = z.object({
	title: z.string().trim().min(1).max(200),
	/** The id of a category of the call; empty where it has none. */
	category: z.string().max(10),
	people: z.int().min(0).max(10_000),
	applied: kroner,
	own: kroner,
	reason: z.string().trim().max(2000).default(""),
});
export type NeedRow = z.infer<typeof needRow>;

export const weighing = z.object({
	id: z.uuid(),
	priority: z.int().min(1).max(999).nullable(),
	decision: z.enum(["in", "out"]).nullable(),
	because: z.string().trim().max(1000).default(""),
});
export type Weighing = z.infer<typeof weighing>;

export type Collection = {
	readonly organisationId: string;
	readonly id: string;
	readonly callId: string;
	readonly answerBy: string;
	readonly message: string;
	/** What the call was named and could be applied to for when the units were asked. */
	readonly title: string;
	readonly categories: readonly { readonly id: string; readonly name: string }[];
	readonly closedAt: Date | null;
};

/** A unit that is asked, and whether it has answered. */
export type Asked = {
	readonly id: string;
	readonly collectionId: string;
	readonly unitId: string | null;
	readonly unitName: string;
	readonly answeredAt: Date | null;
	readonly answeredBy: string | null;
	readonly nothing: boolean;
	readonly version: number;
};

export type Need = NeedRow & {
	readonly id: string;
	readonly askedId: string;
	readonly unitName: string;
	readonly priority: number | null;
	readonly decision: "in" | "out" | null;
	readonly because: string;
};

/** How far a collection has come. */
export type Progress = {
	readonly collectionId: string;
	readonly callId: string;
	readonly answerBy: string;
	readonly closed: boolean;
	readonly asked: number;
	readonly answered: number;
	/** Kroner in all, and of what shall be in the application. */
	readonly wished: number;
	readonly chosen: number;
};
