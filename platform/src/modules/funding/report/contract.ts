import { z } from "zod";
import type { DueState } from "./codes.ts";

const words = z.object({ nb: z.string(), nn: z.string(), en: z.string() });

/** A field of a report: what is asked, what is answered, and where the answer comes from. */
const field = z.object({
	id: z.string(),
	label: words,
	kind: z.string(),
	required: z.boolean(),
	value: z.union([z.number(), z.string()]).nullable(),
	/** `fact …`, `measure …`, `application …`: who counted it; `typed`: written in the report; `not-asked`: it was not asked for then. */
	source: z.string(),
	/** Choices of a question that has them. */
	choices: z.array(z.object({ value: z.string(), label: words })),
});
export type ReportField = z.infer<typeof field>;

/** What a line came to: applied for, awarded and recorded, with how far they are apart. */
const line = z.object({
	...{ title: z.string(), category: z.string(), budgetYear: z.int(), applied: z.int().nullable(), granted: z.int() },
	...{
		lost: z.int(),
		carried: z.int(),
		spent: z.int(),
		returned: z.int(),
		left: z.int(),
		own: z.int(),
		ownSpent: z.int(),
	},
	...{ places: z.int(), persons: z.int(), begun: z.int(), completed: z.int(), dropped: z.int() },
	/** Spent less granted after what fell away, kroner. */
	deviation: z.int(),
});
export type ReportLine = z.infer<typeof line>;

/** A whole report as it stands on a day. */
export const reportContent = z.object({
	/** The version of the call whose questions these are; null where the call is not here. */
	callNumber: z.int().nullable(),
	asOf: z.iso.date(),
	fields: z.array(field),
	lines: z.array(line),
	/** In education on the day: with this award, and in all; persons. */
	financed: z.int(),
	everyone: z.int(),
	/** What later versions of the call ask, and this one did not. */
	notAsked: z.array(words),
	/** Of how many facts of the report some are typed by hand. */
	facts: z.object({ typed: z.int(), all: z.int() }),
});
export type ReportContent = z.infer<typeof reportContent>;

export const sentAnswers = z.record(z.string(), z.string().max(4000));
export type SentAnswers = z.infer<typeof sentAnswers>;

export const returnFacts = z.object({ message: z.string().trim().min(1).max(2000) });
export const acceptFacts = z.object({
	message: z.string().trim().max(2000).default(""),
	reference: z.string().trim().max(100).default(""),
});

export type ReportStep = {
	readonly id: string;
	readonly kind: "sent" | "returned" | "accepted";
	readonly message: string;
	readonly reference: string;
	readonly content: ReportContent | null;
	readonly at: Date;
	readonly by: string;
};

/** What who received an award writes in a report underway, beside all that is fetched. */
export const interimFacts = z.object({ message: z.string().trim().min(1).max(4000) });
/** What who gave it says of it; it can be read without a word. */
export const interimAnswer = z.object({ answer: z.string().trim().max(2000).default("") });

/** A report underway, as it stands. */
export type Interim = {
	readonly dueOn: string;
	readonly message: string | null;
	readonly content: ReportContent | null;
	readonly sentAt: Date | null;
	readonly sentBy: string | null;
	readonly answer: string | null;
	readonly answeredAt: Date | null;
	readonly answeredBy: string | null;
};

export const commentFacts = z.object({ comment: z.string().trim().max(2000).default("") });

/** What became of an award, by its report as it was last sent; whole kroner and persons. */
export type Carried = {
	readonly awardId: string;
	readonly title: string;
	readonly issuerName: string;
	readonly asOf: string;
	readonly granted: number;
	readonly spent: number;
	readonly lost: number;
	readonly returned: number;
	readonly begun: number;
	readonly completed: number;
	readonly dropped: number;
	/** What who received it says of it; empty where it says nothing. */
	readonly comment: string;
};

/** A report that is due, or was. */
export type DueReport = {
	readonly awardId: string;
	readonly title: string;
	readonly recipientName: string;
	readonly issuerName: string;
	readonly isOwn: boolean;
	readonly reportBy: string;
	/** A report underway, and not the last. */
	readonly interim: boolean;
	readonly path: string;
	readonly state: DueState;
	readonly isLate: boolean;
};

/** National figures of accepted reports; persons are null where they are too few to be shown. */
export type NationalFigure = {
	readonly scheme: string;
	readonly budgetYear: number;
	readonly category: string;
	readonly county: string;
	readonly recipients: number;
	readonly granted: number;
	readonly spent: number;
	readonly returned: number;
	readonly lost: number;
	readonly ownSpent: number;
	readonly begun: number | null;
	readonly completed: number | null;
	readonly dropped: number | null;
};
