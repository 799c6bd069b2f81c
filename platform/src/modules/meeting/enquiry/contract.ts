import { z } from "zod";
import { themes } from "../../agreement/codes.ts";
import { commonRefusals, day, id, responsibility } from "../../organisation/contract.ts";
import {
	asks,
	type Box,
	type EnquirySort,
	type EnquiryStanding,
	enquiryStates,
	mostReceivers,
	reasons,
	steps,
} from "./codes.ts";

export * from "./codes.ts";

const words = z.string().trim().min(1).max(8000);

export const enquiryFacts = z.object({
	asks: z.enum(asks),
	subject: z.string().trim().min(1).max(160),
	body: words,
	/** A theme of agreements it is about. */
	theme: z.enum(themes).nullable(),
	/** The unit of the receiver it is about, in words. */
	unitName: z.string().trim().max(200).default(""),
	/** The day an answer is wished for. */
	dueOn: day,
});
export type EnquiryFacts = z.infer<typeof enquiryFacts>;

export const newEnquiries = enquiryFacts.extend({
	/** Organisations it is sent to, and arenas that answer on behalf of their parties: one enquiry each. */
	receiverIds: z.array(id).max(mostReceivers).default([]),
	arenaIds: z.array(id).max(mostReceivers).default([]),
});
export type NewEnquiries = z.infer<typeof newEnquiries>;

export const enquiry = z.object({
	...{ id, organisationId: id, receiverId: id, arenaId: id.nullable(), arenaName: z.string() },
	...{ asks: z.enum(asks), subject: z.string(), body: z.string(), theme: z.string().nullable(), unitName: z.string() },
	...{ dueOn: day, state: z.enum(enquiryStates), reason: z.enum(reasons).nullable() },
	responsibility,
	unitId: id.nullable(),
	...{ contactId: id.nullable(), contactName: z.string().nullable(), contactEmail: z.string().nullable() },
	...{ ownerId: id.nullable(), ownerName: z.string().nullable() },
	...{ sentAt: z.date(), sentBy: id.nullable(), sentByName: z.string() },
	...{
		askedBackOn: day.nullable(),
		remindedOn: day.nullable(),
		escalatedOn: day.nullable(),
		settledOn: day.nullable(),
	},
	version: z.int(),
});
export type Enquiry = z.infer<typeof enquiry> & { readonly arenaOrganisationId: string | null };

export const enquiryStep = z.object({
	id,
	at: z.date(),
	what: z.enum(steps),
	body: z.string(),
	byOrganisationId: id.nullable(),
	byName: z.string(),
});
export type EnquiryStep = z.infer<typeof enquiryStep>;

const version = z.int();
/** What is said in words, in the version looked at: an answer, a question back, a reply. */
export const said = z.object({ body: words, version });
export const refusal = z.object({ reason: z.enum(reasons), body: z.string().trim().max(8000).default(""), version });
/** Where an enquiry goes: to another role or unit of the receiver, or to another organisation. */
export const forwarding = z.object({
	receiverId: id.nullable(),
	responsibility,
	unitId: id.nullable(),
	body: z.string().trim().max(2000).default(""),
	version,
});
export type Forwarding = z.infer<typeof forwarding>;
/** What somebody without an account says by link, and what they are called. */
export const byLink = { name: z.string().trim().min(1).max(200) };

export type ListedEnquiry = Enquiry & {
	readonly standing: EnquiryStanding;
	readonly fromName: string;
	/** The organisation, or the arena that answers for its parties. */
	readonly toName: string;
	/** Whole days since it was sent. */
	readonly waited: number;
};

export type EnquiryQuery = {
	readonly search?: string | undefined;
	readonly box?: Box | undefined;
	readonly standing?: EnquiryStanding | undefined;
	readonly asks?: (typeof asks)[number] | undefined;
	readonly sort?: EnquirySort;
	readonly descending?: boolean;
	readonly offset?: number;
	readonly pageSize?: number | undefined;
};

export const enquiryRefusals = [
	...commonRefusals,
	"needs-receiver",
	"organisation-unknown",
	"own-organisation",
	"arena-unknown",
	"in-the-past",
	"settled",
	"needs-words",
	"unit-unknown",
	"forwarded-to-asker",
	"answered-by-arena",
	"not-asked-back",
] as const;
export type EnquiryRefusal = (typeof enquiryRefusals)[number];
