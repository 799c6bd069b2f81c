import { z } from "zod";
import { day } from "../../organisation/contract.ts";
import type { Aspect, Measure, Per } from "../codes.ts";
import { type Following, type Verdict, verdicts } from "./codes.ts";

/** The days a number is about: a calendar year cut to the days the commitment holds, or all of them. */
export type Span = {
	/** Null: the whole period. */
	readonly year: number | null;
	readonly from: string;
	/** Null: until further notice. */
	readonly to: string | null;
};

/** One thing behind a number: counted by a room, or written down by hand. */
export type FollowedItem = {
	readonly id: string;
	readonly title: string;
	readonly path: string | null;
	readonly amount: number;
	readonly date: string;
	/** Who wrote it down, of one that no room counts. */
	readonly byHand: { readonly writtenFor: string; readonly writtenBy: string | null; readonly own: boolean } | null;
};

export type FollowedSpan = Span & {
	/** Null: promised without a number. */
	readonly promised: number | null;
	/** What of the promise falls in this span: less than all of it in a year the agreement holds for a part of. */
	readonly owed: number | null;
	/** Null: nobody has counted it, which is not zero. */
	readonly delivered: number | null;
	/** Of what is delivered, how much a room counts and how much is written down; null where a room does not count it. */
	readonly counted: number | null;
	readonly written: number;
	/** What should be delivered by today, whole ones: the promise by the share of the days that has gone. */
	readonly dueByNow: number | null;
	readonly following: Following;
	/** Oldest first. */
	readonly items: readonly FollowedItem[];
};

/** A commitment as it is followed up, newest span first. */
export type Followed = {
	readonly commitmentId: string;
	readonly agreementId: string;
	readonly agreementTitle: string;
	readonly theme: string;
	readonly themeName: string | null;
	readonly what: string;
	readonly measure: Measure;
	readonly per: Per;
	readonly deliveredBy: string;
	readonly deliveredByName: string;
	readonly profession: string | null;
	readonly yearOfStudy: number | null;
	readonly unitName: string | null;
	readonly spans: readonly FollowedSpan[];
};

export const writtenDelivery = z.object({
	deliveredOn: day,
	amount: z.int().min(1).max(1_000_000),
	note: z.string().trim().max(400),
});
export type WrittenDelivery = z.infer<typeof writtenDelivery>;

const verdict = z.enum(verdicts);
const everyAspect = {
	"fits-needs": verdict,
	supervision: verdict,
	"more-places": verdict,
	recruitment: verdict,
	research: verdict,
} satisfies Record<Aspect, typeof verdict>;

/** What a party says, once a year, that the agreement has led to. */
export const resultAnswer = z.object({ ...everyAspect, comment: z.string().trim().max(4000) });
export type ResultAnswer = z.infer<typeof resultAnswer>;

export type Result = {
	readonly year: number;
	readonly partyId: string;
	readonly answers: Readonly<Record<Aspect, Verdict>>;
	readonly comment: string;
	readonly answeredAt: Date;
	readonly answeredBy: string | null;
	readonly version: number;
};
