import { z } from "zod";
import { version } from "../../organisation/contract.ts";

export const schemeFacts = z.object({
	name: z.string().trim().min(1).max(160),
	directorate: z.string().trim().min(1).max(160),
	purpose: z.string().trim().max(4000).default(""),
	regulation: z.string().trim().max(300).default(""),
	address: z
		.url({ protocol: /^https?$/ })
		.max(1000)
		.nullable(),
});
export type SchemeFacts = z.infer<typeof schemeFacts>;
export const schemeChange = schemeFacts.extend({ version });

export type Scheme = SchemeFacts & {
	readonly organisationId: string;
	readonly id: string;
	readonly version: number;
	/** How many calls of it are published and not withdrawn. */
	readonly calls: number;
};
