import { z } from "zod";
import { tally } from "../metrics.server.ts";

/** What the process that owns the house tells one that answers requests. */
export const toldWeb = z.discriminatedUnion("tell", [
	/** Begin to answer, on the database reached this way. */
	z.object({ tell: z.literal("open"), program: z.record(z.string(), z.unknown()) }),
	z.object({ tell: z.literal("stop") }),
	/** Answer on the connection that comes with this. */
	z.object({ tell: z.literal("take") }),
	/** Answer with a tally under the same number. */
	z.object({ tell: z.literal("count"), number: z.number() }),
	/** The tallies of the other processes that were asked for under this number. */
	z.object({ tell: z.literal("counted"), number: z.number(), tallies: z.array(tally) }),
]);
export type ToldWeb = z.infer<typeof toldWeb>;

/** What a process that answers requests says. */
export const saidByWeb = z.discriminatedUnion("say", [
	/** It has loaded the product, and waits to be opened. */
	z.object({ say: z.literal("ready") }),
	/** It answers. */
	z.object({ say: z.literal("opened") }),
	/** A connection it was given is closed. */
	z.object({ say: z.literal("released") }),
	z.object({ say: z.literal("failed"), message: z.string(), code: z.string().optional() }),
	z.object({ say: z.literal("counted"), number: z.number(), tally }),
	/** Asks for the tallies of all the others. */
	z.object({ say: z.literal("count"), number: z.number() }),
]);
export type SaidByWeb = z.infer<typeof saidByWeb>;
