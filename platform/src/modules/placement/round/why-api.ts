import { z } from "@hono/zod-openapi";
import { crossingRules } from "../allocate/crossing.ts";
import type { Cost } from "../allocate/explain.ts";
import { pairRules } from "../codes.ts";
import type { Why } from "./why.server.ts";

const count = z.int();

/** Offers by the rule that closed them. */
export const removed = z.array(z.object({ rule: z.enum(pairRules), offers: count }));

export const cost = z.object({
	places: count.openapi({ description: "Places lost, all priority classes together; below 0: gained" }),
	byPriority: z.array(z.object({ priority: count, places: count })),
	minutes: z.number().openapi({ description: "Minutes one way, summed over those who are placed before and after" }),
	ranks: count.openapi({ description: "Steps down lists of wishes, summed likewise" }),
	others: count.openapi({ description: "How many others get another place, or none, or their first" }),
	steps: z.array(z.object({ name: z.string(), change: z.number() })),
});

const wishAnswers = [
	...(["given", "rules", "nothing-offered", "locked", "no-place", "cost", "crossing", "rules-cross"] as const),
	...(["moved-away", "not-chosen"] as const),
];

/** Why somebody is where they are, as it goes over the wire: nobody else is named. */
export const why = z.object({
	exact: z.boolean().openapi({ description: "Whether costs are on every pair and heed every rule" }),
	proved: z
		.boolean()
		.openapi({ description: "Whether the run's plan is proved to be the best; moves by hand since are not" }),
	moves: count.openapi({ description: "Moves by hand the plan has" }),
	wishes: z.array(
		z.object({
			...{ rank: count, name: z.string(), minutes: z.number().nullable() },
			answer: z.enum(wishAnswers),
			removed,
			crossing: z.enum(crossingRules).nullable(),
			cost: cost
				.nullable()
				.openapi({ description: "What giving it anyway would cost, everybody moved in the best way" }),
			sure: z
				.object({ kind: z.enum(["exact", "none-better", "best-found"]), least: z.number().nullable().optional() })
				.nullable(),
			moves: z.array(
				z.object({
					...{ who: z.enum(["claim", "another"]), from: z.string().nullable(), to: z.string().nullable() },
					...{ minutes: z.number(), ranks: count },
				}),
			),
		}),
	),
	removed,
});

export function whyOnWire({ exact, proved, moves, wishes, removed }: Why): z.input<typeof why> {
	return {
		...{ exact, proved, moves, removed: [...removed] },
		wishes: wishes.map(({ removed, moves, cost, ...wish }) => ({
			...{ ...wish, removed: [...removed], moves: [...moves], cost: cost && costOnWire(cost) },
		})),
	};
}

export function costOnWire(told: Cost): z.input<typeof cost> {
	return { ...told, byPriority: [...told.byPriority], steps: [...told.steps] };
}
