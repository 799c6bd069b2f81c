import { z } from "zod";
import { day, id } from "../../organisation/contract.ts";
import { actualRow } from "../actual/contract.ts";
import { mostRows } from "../codes.ts";
import { competenceRefusals } from "../contract.ts";

export const collectionFacts = z.object({
	name: z.string().trim().min(1).max(100),
	answerBy: day,
	message: z.string().trim().max(2000).default(""),
	units: z.array(id).min(1).max(1000),
});
export type CollectionFacts = z.infer<typeof collectionFacts>;

/** What a unit says it needs of one competence. */
export const saidNeed = z.object({
	/** The need it is about; null where the unit has one more. */
	needId: id.nullable(),
	entryId: id,
	/** Full positions; null where the need follows from those served. */
	positions: z.number().min(0).max(10_000).nullable(),
	/** Patients or children served; how many there are to a full position is not asked. */
	users: z.int().min(0).max(1_000_000).nullable(),
	reason: z.string().trim().max(1000).default(""),
});
export type SaidNeed = z.infer<typeof saidNeed>;

/** What a unit answers: what it has and what it needs, all of it. */
export const saidByUnit = z.object({
	has: z.array(actualRow).max(mostRows),
	needs: z.array(saidNeed).max(mostRows),
	note: z.string().trim().max(2000).default(""),
});
export type SaidByUnit = z.infer<typeof saidByUnit>;

export type Collection = {
	readonly organisationId: string;
	readonly id: string;
	readonly name: string;
	readonly answerBy: string;
	readonly message: string;
	readonly closedAt: Date | null;
};

/** A collection in the list, with how far it has come. */
export type ListedCollection = Collection & {
	readonly asked: number;
	readonly answered: number;
	readonly taken: number;
};

/** A unit that is asked, and what has become of it. */
export type Asked = {
	readonly id: string;
	readonly collectionId: string;
	readonly unitId: string;
	readonly unitName: string;
	readonly askedAt: Date;
	readonly remindedAt: Date | null;
	readonly answeredAt: Date | null;
	readonly answeredBy: string | null;
	readonly said: SaidByUnit | null;
	readonly takenAt: Date | null;
	readonly version: number;
};

/** How a unit can be reached: its leader has an account or an address this installation can mail; else somebody hands on a link. */
export type Reach = { readonly way: "account" | "mail" | "none"; readonly leaders: readonly string[] };

export const collectRefusals = [
	...competenceRefusals,
	"day-behind",
	"collection-closed",
	"nobody-to-remind",
	"not-answered",
	"need-gone",
	"need-half-said",
] as const;
export type CollectRefusal = (typeof collectRefusals)[number];
