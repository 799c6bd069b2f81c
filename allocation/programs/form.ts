import { readFileSync } from "node:fs";
import { z } from "zod";

/** The JSON form of a problem, and of its answer. The files problem.schema.json and result.schema.json are made from these. */
const amount = z.number().describe("a whole number, 0 or more");
const tolerance = amount
	.exactOptional()
	.describe("how far above its least the value may end, for the sake of later levels");
const placement = z.strictObject({ claim: z.string(), offer: z.string() });

export const levelForm = z.discriminatedUnion("kind", [
	z
		.strictObject({ kind: z.literal("place"), tolerance })
		.describe("as many placed as possible, priority class by priority class"),
	z
		.strictObject({
			kind: z.literal("burden"),
			weights: z.record(z.string(), amount),
			shortfall: amount.exactOptional().describe("price of each weight missing to a floor"),
			tolerance,
		})
		.describe("least sum of weight × part"),
	z.strictObject({ kind: z.literal("floors"), tolerance }).describe("least sum of weight × missing to a floor"),
	z
		.strictObject({ kind: z.literal("generous"), part: z.string(), tolerance })
		.describe("fewest at the worst value, then the next worst"),
	z.strictObject({ kind: z.literal("bottleneck"), part: z.string(), tolerance }).describe("smallest largest value"),
	z.strictObject({ kind: z.literal("change"), tolerance }).describe("fewest moved from the previous plan"),
	z.strictObject({ kind: z.literal("ties"), seed: z.string() }).describe("what is still equal, by a published seed"),
]);

const rulesForm = z.strictObject({
	crossings: z
		.array(
			z.strictObject({
				id: z.string(),
				claims: z.array(z.string()).exactOptional(),
				at: z.array(z.string()),
				limit: amount,
			}),
		)
		.exactOptional()
		.describe("at most `limit` of these claims (all unless stated) at or below these offers and caps"),
	together: z
		.array(z.strictObject({ id: z.string(), claims: z.array(z.string()) }))
		.exactOptional()
		.describe("all of these get the same offer, or none gets any"),
	minimums: z
		.array(z.strictObject({ id: z.string(), at: z.string(), least: amount }))
		.exactOptional()
		.describe("below this offer or cap nobody, or at least so many"),
	mixtures: z
		.array(z.strictObject({ id: z.string(), at: z.string(), kinds: z.array(z.array(z.string())), least: amount }))
		.exactOptional()
		.describe("below this offer or cap nobody, or at least so many of the kinds"),
	floors: z
		.array(
			z.strictObject({
				id: z.string(),
				claims: z.array(z.string()).exactOptional(),
				at: z.array(z.string()),
				least: amount,
				weight: amount.exactOptional(),
			}),
		)
		.exactOptional()
		.describe(
			"at least `least` of these claims (all unless stated) at or below these offers and caps; each one missing weighs `weight` (1 unless stated) wherever the levels speak of floors",
		),
});

export const problemForm = z.strictObject({
	facts: z.strictObject({
		claims: z.array(z.strictObject({ id: z.string(), priority: amount })),
		offers: z.array(z.strictObject({ id: z.string(), capacity: amount, within: z.string().exactOptional() })),
		caps: z
			.array(
				z.strictObject({
					id: z.string(),
					limit: amount,
					taken: amount.exactOptional(),
					within: z.string().exactOptional(),
				}),
			)
			.exactOptional(),
		pairs: z.array(z.strictObject({ claim: z.string(), offer: z.string(), parts: z.record(z.string(), amount) })),
		floors: z.array(z.strictObject({ at: z.string(), least: amount, weight: amount.exactOptional() })).exactOptional(),
		prohibitions: z.array(z.strictObject({ claim: z.string(), offer: z.string(), rule: z.string() })).exactOptional(),
		locks: z.array(placement).exactOptional(),
		previous: z.array(placement).exactOptional(),
	}),
	levels: z.array(levelForm),
	rules: rulesForm.exactOptional().describe("rules that a forest of limits cannot hold"),
});

const assignment = z.array(z.strictObject({ claim: z.string(), offer: z.string().nullable() }));
const witness = assignment.describe("a plan that has the least value of a level that may give way");
const prices = z.record(z.string(), z.number()).describe("price of a place by offer or cap id; 0 where not named");

const numbers = z.array(z.number());
const held = numbers.describe("how much each sum held within its tolerance weighs, in order, and the step itself");
const unplaced = numbers
	.exactOptional()
	.describe("price of staying unplaced by priority class, where a level lets more stay so than need be");
const crossingForm = z
	.strictObject({
		claimed: z.boolean().describe("whether the solver says that nothing better than asked for is left"),
		untouched: z.number().describe("claims in parts that the rules changed nothing in"),
		without: z
			.strictObject({ status: z.enum(["optimal", "feasible"]), bounds: z.array(z.number().nullable()), assignment })
			.describe("the best plan without the rules; the certificate is of this one"),
		proofs: z.array(
			z.strictObject({
				group: z.number(),
				from: z.number().exactOptional().describe("of a largest value: what no plan goes below"),
				claims: z.array(z.string()),
				multipliers: z.strictObject({
					...{ limit: numbers, crossing: numbers, budget: numbers, floor: numbers },
					across: numbers.exactOptional().describe("of floors over what no limit holds together"),
					...{ together: z.array(numbers), minimum: z.array(numbers), mixture: z.array(numbers) },
				}),
			}),
		),
	})
	.describe("where rules that cross changed the plan: what bounds it (docs/model.md, “Rules that cross”)");

export const resultForm = z.strictObject({
	status: z.enum(["optimal", "feasible"]),
	levels: z.array(z.strictObject({ level: z.number(), name: z.string(), value: z.number() })),
	bounds: z.array(z.number().nullable()).describe("per level: what is proved to be the least; null where nothing is"),
	assignment,
	shortages: z.array(
		z.discriminatedUnion("kind", [
			z.strictObject({ kind: z.literal("nowhere"), claims: z.array(z.string()) }),
			z.strictObject({ kind: z.literal("levels"), claims: z.array(z.string()) }),
			z.strictObject({
				kind: z.literal("too-few"),
				claims: z.array(z.string()),
				limits: z.array(z.string()),
				places: z.number(),
			}),
		]),
	),
	certificate: z.strictObject({
		stages: z.array(
			z.discriminatedUnion("kind", [
				z.strictObject({ kind: z.literal("sum"), weights: numbers, prices, unplaced }),
				z.strictObject({
					...{ kind: z.literal("largest"), most: z.number(), plan: witness, prices, unplaced },
					least: z.number().exactOptional().describe("what no plan goes below, where that is less than `most`"),
					weights: held.exactOptional(),
				}),
				z.strictObject({ kind: z.literal("given"), plan: witness, prices, unplaced, weights: held.exactOptional() }),
				z.strictObject({ kind: z.literal("trade"), weights: held, prices, unplaced }),
			]),
		),
	}),
	crossing: crossingForm.exactOptional(),
});

export type ResultForm = z.infer<typeof resultForm>;

/** Reads a file of one of the forms, or says what is wrong with it and where. */
export function readForm<T>(
	file: string,
	form: z.ZodType<T>,
): { readonly kind: "read"; readonly value: T } | { readonly kind: "refused"; readonly lines: string[] } {
	let raw: unknown;
	try {
		raw = JSON.parse(readFileSync(file, "utf8"));
	} catch (error) {
		return {
			kind: "refused",
			lines: [`${file} cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`],
		};
	}
	const read = form.safeParse(raw);
	return read.success ? { kind: "read", value: read.data } : { kind: "refused", lines: [z.prettifyError(read.error)] };
}
