import { z } from "zod";
import { day } from "../../organisation/contract.ts";
import { standings } from "./codes.ts";

export * from "./codes.ts";

const words = z.string().trim().max(2000).default("");
const used = (most: number) => z.int().min(0).max(most).nullable();

/** How a project stands, as its card states it. */
export const statusFacts = z.object({
	onDay: day,
	standing: z.enum(standings),
	done: words,
	next: words,
	/** What stands in the way, and who can help. */
	hinder: words,
	/** In all until the day. */
	hoursUsed: used(1_000_000),
	kronerUsed: used(1_000_000_000),
});
export type StatusFacts = z.infer<typeof statusFacts>;

export type Status = StatusFacts & {
	readonly id: string;
	readonly recordedBy: string;
	readonly undoneAt: string | null;
	readonly undoneBy: string;
};
