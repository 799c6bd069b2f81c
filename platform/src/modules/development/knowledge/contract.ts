import { z } from "zod";
import { commonRefusals, day, id, version } from "../../organisation/contract.ts";
import { closings, researchKinds } from "./codes.ts";

export * from "./codes.ts";

const words = (most: number) => z.string().trim().min(1).max(most);
const perhaps = (most: number) => z.string().trim().max(most).default("");

/** What an organisation needs to know, as its form states it. */
export const needFacts = z.object({
	question: words(500),
	/** What would be done with the answer. */
	useFor: words(2000),
	/** What is known already. */
	known: perhaps(2000),
	/** What the organisation can give to it: people to ask, data, hours. */
	gives: perhaps(1000),
	/** What could answer it. */
	fits: z.array(z.enum(researchKinds)).min(1),
	unitId: id.nullable(),
	/** 1 matters most. */
	importance: z.coerce.number().int().min(1).max(3),
	neededBy: day.nullable(),
	contactName: words(200),
	contactEmail: z.email().max(320).nullable(),
	/** Everybody signed in may read it. */
	shown: z.boolean(),
});
export type NeedFacts = z.infer<typeof needFacts>;
export const needChange = needFacts.extend({ version });
export const needClosing = z.object({
	closedBecause: z.enum(closings),
	/** What was learnt, in the words of practice. */
	learnt: perhaps(2000),
	version,
});
export type NeedClosing = z.infer<typeof needClosing>;

export type Need = NeedFacts & {
	readonly organisationId: string;
	readonly id: string;
	readonly notedOn: string;
	readonly closedOn: string | null;
	readonly closedBecause: NeedClosing["closedBecause"] | null;
	readonly learnt: string;
	readonly version: number;
};

export const needRefusals = [
	...commonRefusals,
	"unit-unknown",
	"needed-in-the-past",
	"learnt-missing",
	"is-closed",
	"not-closed",
	"is-asked-about",
] as const;
export type NeedRefusal = (typeof needRefusals)[number];
