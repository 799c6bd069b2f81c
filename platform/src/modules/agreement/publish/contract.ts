import { z } from "zod";
import type { AgreementKind, Level } from "../codes.ts";
import { agreementKinds, levels } from "../codes.ts";
import { type AgreementRefusal, content } from "../contract.ts";
import { audiences, proposalAnswers } from "./codes.ts";

/** Whom an agreement is shown to, and how much of it those see who have no account. */
export const publishing = z.object({
	audience: z.enum(audiences),
	/** The whole text, not only between whom it is, what it is about and for how long. */
	wholeText: z.boolean(),
});
export type Publishing = z.infer<typeof publishing>;

/** What a party proposes to show, and who has agreed. Ids are of organisations. */
export type Proposal = Publishing & {
	readonly proposedFor: string;
	readonly proposedBy: string | null;
	readonly proposedOn: string;
	/** The last day parties without an account here may object. */
	readonly answerBy: string;
	readonly agreedIds: readonly string[];
	readonly askedIds: readonly string[];
};

export const proposalAnswer = z.object({
	answer: z.enum(proposalAnswers),
	/** Why not; the others read it. */
	reason: z.string().trim().max(1000).nullable(),
});

export type PublishRefusal =
	| AgreementRefusal
	| "not-for-others"
	| "names-in-text"
	| "nothing-proposed"
	| "needs-reason";

export const shownSignature = z.object({
	party: z.string(),
	signedAs: z.string().nullable(),
	signedOn: z.iso.date().nullable(),
});

/** An agreement as everybody may read it. */
export const publication = z.object({
	id: z.string(),
	title: z.string(),
	kind: z.enum(agreementKinds),
	level: z.enum(levels),
	firstDay: z.iso.date(),
	lastDay: z.iso.date().nullable(),
	endedOn: z.iso.date().nullable(),
	parties: z.array(z.string()),
	themes: z.array(z.string()),
	/** Null where only what it is about is shown. */
	content: content.nullable(),
	signatures: z.array(shownSignature),
});
export type Publication = z.infer<typeof publication>;

export type ListedPublication = {
	readonly id: string;
	readonly title: string;
	readonly kind: AgreementKind;
	readonly level: Level;
	readonly lastDay: string | null;
	readonly parties: readonly string[];
	readonly themes: readonly string[];
};

export type PublicationQuery = {
	readonly theme?: string | undefined;
	readonly words: readonly string[];
	readonly offset: number;
	readonly pageSize: number;
};
