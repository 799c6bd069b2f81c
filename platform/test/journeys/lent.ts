import { z } from "zod";

/** A product as a journey borrows it. */
export const lentProduct = z.object({
	url: z.string(),
	/** The address of its database, for what has been done before a journey begins. */
	databaseUrl: z.string(),
});
export type Lent = z.infer<typeof lentProduct>;
