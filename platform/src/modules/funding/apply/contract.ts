import { z } from "zod";
import { type ApplicationState, claims, type PartyState } from "../codes.ts";

const kroner = z.int().min(0).max(100_000_000_000);

/** What is applied for and borne by oneself in one budget year, whole kroner. */
export const yearAmount = z.object({ year: z.int().min(2000).max(2100), applied: kroner, own: kroner });

/** A measure, as its form says it. */
export const lineFacts = z.object({
	title: z.string().trim().min(1).max(200),
	/** The id of a category of the call; empty where it has none. */
	category: z.string().max(10),
	people: z.int().min(0).max(10_000),
	/** What is argued: that it develops what exists, or is new here, in the region or in the nation. */
	novelty: z.enum(claims).nullable(),
	argued: z.string().trim().max(2000),
	/** Where it came from, in words; empty where it was written in the application. */
	source: z.string().max(300),
	amounts: z.array(yearAmount).max(6),
});
export const claimed = z.enum(claims).nullable();
export type LineFacts = z.infer<typeof lineFacts>;

export type Line = LineFacts & { readonly id: string; readonly partyId: string };

export type Party = {
	readonly id: string;
	readonly name: string;
	readonly kind: string;
	readonly state: PartyState;
	readonly part: string;
	readonly movedAt: Date;
	readonly movedBy: string;
	readonly because: string;
	readonly version: number;
};

/** A fact the house holds, with where it is from and the day it was true. */
export const heldFact = z.object({
	key: z.string(),
	label: z.string(),
	value: z.string(),
	source: z.string(),
	/** YYYY-MM-DD; null where it holds now. */
	asOf: z.string().nullable(),
});
export type HeldFact = z.infer<typeof heldFact>;

export type Application = {
	readonly organisationId: string;
	readonly id: string;
	readonly callOrganisationId: string;
	readonly callId: string;
	/** The version of the call it is written to; null where the call lives outside. */
	readonly number: number | null;
	readonly collectionId: string | null;
	readonly answerId: string | null;
	readonly joint: boolean;
	readonly state: ApplicationState;
	/** Sent, and being changed before the deadline. */
	readonly changing: boolean;
	/** The number of the sending that holds; 0 before any. */
	readonly sent: number;
	readonly reference: string;
	readonly withdrawnAt: Date | null;
	readonly withdrawnReason: string | null;
	readonly version: number;
};

/** What is sent, beside the answers to the form: frozen as it was. */
export const sendingContent = z.object({
	applicant: z.string(),
	parties: z.array(z.object({ id: z.string(), name: z.string(), kind: z.string(), part: z.string() })),
	lines: z.array(lineFacts.extend({ id: z.string(), partyId: z.string() })),
	facts: z.array(heldFact),
	/** The version of the call; null where it lives outside. */
	number: z.int().nullable(),
});
export type SendingContent = z.infer<typeof sendingContent>;

export type Sending = {
	readonly organisationId: string;
	readonly applicationId: string;
	readonly number: number;
	readonly callOrganisationId: string;
	readonly callId: string;
	readonly answerId: string | null;
	readonly content: SendingContent;
	readonly sentAt: Date;
	readonly sentBy: string;
};

/** One's own applications, as the portfolio shows them. */
export type ListedApplication = Pick<
	Application,
	"id" | "organisationId" | "callId" | "joint" | "state" | "changing" | "sent" | "reference"
> & {
	readonly title: string;
	readonly leadName: string;
	readonly closesOn: string | null;
	readonly applied: number;
	readonly own: number;
	readonly people: number;
	/** How the acting organisation stands in it. */
	readonly standing: PartyState;
};
