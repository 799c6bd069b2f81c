import { z } from "zod";
import { day } from "../../organisation/contract.ts";
import {
	type AskKind,
	type AwardState,
	type AwardWay,
	askKinds,
	type CarryRule,
	carryRules,
	type EntryKind,
	notedKinds,
} from "./codes.ts";
import type { Posting } from "./ledger.ts";

const text = (most: number) => z.string().trim().max(most);
/** Whole kroner, over nothing. */
const kroner = z.int().min(1).max(100_000_000_000);
const orNothing = z.int().min(0).max(100_000_000_000);

/** What a letter of award says, as who received it notes it. */
export const awardFacts = z.object({
	title: text(200).min(1),
	/** The call it answers; null where it is noted nowhere here. */
	callId: z.uuid().nullable(),
	issuerName: text(200).default(""),
	reference: text(100).default(""),
	decidedOn: day,
	conditions: text(4000).default(""),
	carryOver: text(1000).default(""),
	carries: z.enum(carryRules),
	droppedShare: z.int().min(0).max(100),
	spendBy: day,
	reportBy: day,
	/** When it is first told how it goes; then each year until the last report. */
	interimOn: day.nullable().default(null),
});
export type AwardFacts = z.infer<typeof awardFacts>;

export const lineFacts = z.object({
	title: text(200).min(1),
	category: text(160).default(""),
	budgetYear: z.int().min(2000).max(2100),
	/** What was applied for, where it is known. */
	applied: orNothing.nullable(),
	granted: kroner,
	/** What the recipient adds itself. */
	own: orNothing.default(0),
	/** The amount follows how many begin. */
	conditional: z.boolean(),
	places: z.int().min(0).max(10_000).default(0),
});
export type LineFacts = z.infer<typeof lineFacts>;

/** What who gives an award decides, for an organisation that has applied or not. */
export type AwardToMake = Omit<AwardFacts, "callId" | "issuerName"> & {
	readonly recipientId: string;
	/** The version of the call that binds it. */
	readonly call: { readonly organisationId: string; readonly id: string; readonly number: number } | null;
	readonly applicationId: string | null;
	readonly lines: readonly LineFacts[];
};

export const declineFacts = z.object({ because: text(1000).min(1) });

/** A line and a budget year, as a choice sends them: `<line id> <year>`. */
const place = z
	.string()
	.regex(/^[0-9a-f-]{36} \d{4}$/)
	.transform((word) => ({ lineId: word.slice(0, 36), budgetYear: Number(word.slice(37)) }));

export const entryFacts = z.object({
	kind: z.enum(notedKinds),
	/** Of what; for cash alone the year. */
	place,
	onDay: day,
	kroner: orNothing,
	own: orNothing.default(0),
	text: text(500).default(""),
	reference: text(100).default(""),
	studyId: z.uuid().nullable(),
	documentId: z.uuid().nullable(),
});
export type EntryFacts = z.infer<typeof entryFacts>;

export const askFacts = z.object({
	kind: z.enum(askKinds),
	place,
	/** The year it is carried to. */
	toYear: z.int().min(2000).max(2100).nullable(),
	/** The line it is used for instead. */
	toLineId: z.uuid().nullable(),
	kroner,
	reason: text(2000).min(1),
});
export type AskFacts = z.infer<typeof askFacts>;

export const decisionFacts = z.object({
	decision: z.enum(["granted", "refused"]),
	answer: text(2000).default(""),
	reference: text(100).default(""),
	decidedOn: day,
});
export type DecisionFacts = z.infer<typeof decisionFacts>;

export const datesToMove = z.object({ spendBy: day, reportBy: day, because: text(1000).min(1) });
export type DatesToMove = z.infer<typeof datesToMove>;

/** The days of an award moved, from what to what. */
export type MovedDates = DatesToMove & {
	/** The version they made; the award as it was given is 1. */
	readonly number: number;
	readonly spendBefore: string;
	readonly reportBefore: string;
	readonly at: Date;
	readonly by: string;
};

export const documentFacts = z.object({
	title: text(200).min(1),
	reference: text(100).default(""),
	datedOn: day,
});
export type DocumentFacts = z.infer<typeof documentFacts>;

export const countFacts = z.object({
	measure: z.string().regex(/^[a-z][0-9]{1,4}$/),
	onDay: day,
	counted: z.int().min(-1_000_000).max(1_000_000),
	note: text(500).default(""),
});
export type CountFacts = z.infer<typeof countFacts>;

export type AwardLine = LineFacts & {
	readonly id: string;
	readonly sort: number;
	/** When the admissions were known; null while places nobody has still hold. */
	readonly settledOn: string | null;
};

export type Award = Omit<AwardFacts, "callId"> & {
	/** Who received it. */
	readonly organisationId: string;
	readonly recipientName: string;
	readonly id: string;
	readonly way: AwardWay;
	readonly issuerId: string | null;
	readonly callOrganisationId: string | null;
	readonly callId: string | null;
	readonly callNumber: number | null;
	readonly callTitle: string | null;
	readonly schemeName: string | null;
	readonly applicationId: string | null;
	readonly carries: CarryRule;
	readonly acceptedAt: Date | null;
	readonly acceptedBy: string | null;
	readonly declinedAt: Date | null;
	readonly declinedBecause: string | null;
	readonly createdAt: Date;
	readonly createdBy: string;
	readonly version: number;
	readonly state: AwardState;
};

/** What a list shows of an award. */
export type AwardHead = Pick<
	Award,
	| "organisationId"
	| "recipientName"
	| "id"
	| "issuerName"
	| "applicationId"
	| "title"
	| "reference"
	| "decidedOn"
	| "spendBy"
	| "reportBy"
	| "version"
	| "state"
>;

export type Entry = {
	readonly id: string;
	readonly kind: EntryKind;
	readonly onDay: string;
	readonly text: string;
	readonly reference: string;
	readonly documentId: string | null;
	readonly askId: string | null;
	readonly studyId: string | null;
	readonly reverses: string | null;
	/** The entry that reversed it. */
	readonly reversedBy: string | null;
	readonly detail: Readonly<Record<string, unknown>>;
	readonly seen: boolean;
	readonly recordedAt: Date;
	readonly recordedBy: string;
	readonly postings: readonly Posting[];
};

export type Ask = {
	readonly id: string;
	readonly kind: AskKind;
	readonly lineId: string;
	readonly toLineId: string;
	readonly fromYear: number;
	readonly toYear: number;
	readonly kroner: number;
	readonly reason: string;
	readonly askedAt: Date;
	readonly askedBy: string;
	readonly decision: "granted" | "refused" | null;
	readonly answer: string;
	readonly reference: string;
	readonly decidedOn: string | null;
	readonly decidedBy: string | null;
};

export type AwardDocument = DocumentFacts & {
	readonly id: string;
	readonly name: string | null;
	readonly addedAt: Date;
	readonly addedBy: string;
};

export type Count = CountFacts & { readonly id: string; readonly recordedAt: Date; readonly recordedBy: string };

export type PlacedAt = { readonly lineId: string; readonly studyId: string; readonly financeId: string };
