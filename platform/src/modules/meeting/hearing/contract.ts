import { z } from "zod";
import { type InvolvedRole, involvedRoles, phases } from "../../../involvement/rules.ts";
import type { ObjectCard } from "../../../registry/objects.server.ts";
import { commonRefusals, day, id } from "../../organisation/contract.ts";
import { type HearingSort, type HearingStanding, hearingStates, replies } from "./codes.ts";

const text = (most: number) => z.string().trim().max(most);

export const hearingFacts = z.object({
	title: z.string().trim().min(1).max(200),
	/** The text itself, where it is not an object of the system that those invited can read. */
	body: text(8000).default(""),
	/** What those invited are asked about. */
	question: z.string().trim().min(1).max(2000),
	/** The phase that what is heard is in. */
	phase: z.enum(phases),
	/** The last day to give input. */
	lastDay: day,
	/** Once closed, those invited see every input with its answer. */
	showsAll: z.boolean(),
	/** What is heard, where it is an object of the system. */
	objectKind: text(60).nullable(),
	objectId: id.nullable(),
});
export type HearingFacts = z.infer<typeof hearingFacts>;

export const hearing = hearingFacts.extend({
	id,
	organisationId: id,
	state: z.enum(hearingStates),
	language: z.enum(["nb", "nn", "en"]),
	openedOn: day.nullable(),
	settledOn: day.nullable(),
	conclusion: z.string(),
	withdrawnBecause: z.string().nullable(),
	version: z.int(),
});
export type Hearing = z.infer<typeof hearing>;

export const inviteeFacts = z.object({
	role: z.enum(involvedRoles),
	name: z.string().trim().min(1).max(200),
	email: z.email().max(320).nullable(),
	/** The organisation they speak for, where it is one of the register. */
	partyId: id.nullable(),
});
export type InviteeFacts = z.infer<typeof inviteeFacts>;
export const invitee = inviteeFacts.extend({
	id,
	personId: id.nullable(),
	invitedAt: z.date().nullable(),
	remindedAt: z.date().nullable(),
	noRemarksAt: z.date().nullable(),
});
export type Invitee = z.infer<typeof invitee>;

export const inputFacts = z.object({ body: z.string().trim().min(1).max(8000) });
export const input = inputFacts.extend({
	id,
	inviteeId: id,
	givenAt: z.date(),
	reply: z.enum(replies).nullable(),
	because: z.string(),
	repliedAt: z.date().nullable(),
	repliedBy: z.string().nullable(),
	version: z.int(),
});
export type Input = z.infer<typeof input>;

export const replyFacts = z.object({ reply: z.enum(replies), because: z.string().trim().min(1).max(4000) });
export type ReplyFacts = z.infer<typeof replyFacts>;

export const conclusionFacts = z.object({ conclusion: text(4000).default("") });
export const withdrawal = z.object({ because: z.string().trim().min(1).max(1000) });

export type WholeHearing = {
	readonly hearing: Hearing;
	readonly holderName: string;
	/** What is heard, where the asker may see it. */
	readonly object: ObjectCard | null;
	readonly invitees: readonly (Invitee & { readonly partyName: string | null })[];
	readonly inputs: readonly Input[];
};

export type ListedHearing = {
	readonly id: string;
	readonly title: string;
	readonly holderName: string;
	readonly standing: HearingStanding;
	readonly lastDay: string;
	/** Those asked, and those of them who have not said anything. */
	readonly invited: number;
	readonly silent: number;
	/** Inputs that are not answered yet. */
	readonly unanswered: number;
	readonly roles: readonly InvolvedRole[];
};

export type HearingQuery = {
	readonly search?: string | undefined;
	readonly standing?: HearingStanding | undefined;
	readonly sort?: HearingSort;
	readonly descending?: boolean;
	readonly offset?: number;
	readonly pageSize?: number | undefined;
};

export const hearingRefusals = [
	...commonRefusals,
	"organisation-unknown",
	"object-unknown",
	"in-the-past",
	"not-earlier",
	"no-invitees",
	"invitee-unknown",
	"has-said",
	"wrong-state",
	"over",
	"unanswered",
	"still-open",
	"input-unknown",
	"no-text",
] as const;
export type HearingRefusal = (typeof hearingRefusals)[number];
