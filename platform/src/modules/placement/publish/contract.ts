import { z } from "zod";
import { version } from "../../organisation/contract.ts";
import type { PlacementState } from "../codes.ts";

/** What publishing a run does to what is published already, counted. */
export const publicationChanges = z.object({
	/** Claims that had no place and have one now. */
	added: z.int(),
	/** Claims whose place is another than before. */
	changed: z.int(),
	/** Claims that had a place and have none now. */
	removed: z.int(),
	kept: z.int(),
});
export type PublicationChanges = z.infer<typeof publicationChanges>;

export type Publication = {
	readonly number: number;
	readonly runId: string;
	readonly runName: string;
	readonly publishedBy: string;
	readonly publishedAt: Date;
	readonly changes: PublicationChanges;
};

/** The host's answer to one placement. */
export const hostAnswer = z.object({
	version,
	answer: z.enum(["confirmed", "declined"]),
	reason: z.string().trim().max(1000).nullable(),
	supervisor: z.string().trim().max(200).nullable(),
});
export type HostAnswer = z.infer<typeof hostAnswer>;

/** The student's answer. */
export const studentAnswer = z.object({
	version,
	answer: z.enum(["accepted", "reconsider"]),
	reason: z.string().trim().max(2000).nullable(),
});
export type StudentAnswer = z.infer<typeof studentAnswer>;

/** The institution's answer to a student who asks for reconsideration. */
export const reconsiderationAnswer = z.object({
	version,
	decision: z.enum(["granted", "refused"]),
	reason: z.string().trim().max(2000).nullable(),
});
export type ReconsiderationAnswer = z.infer<typeof reconsiderationAnswer>;

export const cancelling = z.object({ version, reason: z.string().trim().min(1).max(1000) });
export type Cancelling = z.infer<typeof cancelling>;

export type Placement = {
	readonly organisationId: string;
	readonly id: string;
	readonly roundOwnerId: string;
	readonly roundId: string;
	readonly roundName: string | null;
	readonly runId: string;
	readonly claimId: string;
	readonly studentId: string;
	readonly personId: string | null;
	readonly institutionId: string;
	readonly institutionName: string;
	readonly hostId: string;
	readonly hostName: string;
	readonly siteId: string;
	readonly siteName: string;
	readonly studentName: string;
	readonly courseName: string;
	readonly profession: string;
	readonly yearOfStudy: number;
	readonly firstDay: string;
	readonly lastDay: string;
	/** Minutes one way, estimated unless imported; null: not known. */
	readonly minutes: number | null;
	/** Which wish it was; null: not wished for. */
	readonly rank: number | null;
	readonly state: PlacementState;
	readonly hostAnswer: "confirmed" | "declined" | null;
	readonly hostReason: string | null;
	readonly hostAnsweredAt: Date | null;
	readonly hostAnsweredBy: string | null;
	readonly studentAnswer: "accepted" | "reconsider" | null;
	readonly studentReason: string | null;
	readonly studentAnsweredAt: Date | null;
	/** What the student who asks for reconsideration was answered; null: not yet, or not asked. */
	readonly reconsidered: "granted" | "refused" | null;
	readonly reconsideredReason: string | null;
	readonly reconsideredAt: Date | null;
	readonly reconsideredBy: string | null;
	readonly supervisorName: string | null;
	readonly version: number;
};

export type PlacementEvent = {
	readonly id: string;
	readonly at: Date;
	readonly byName: string;
	readonly bySide: "owner" | "institution" | "host" | "student" | "program";
	readonly verb: string;
	readonly reason: string | null;
};

export const publishRefusals = [
	"missing",
	"not-allowed",
	"changed-by-another",
	"run-missing",
	"run-not-done",
	"nothing-placed",
	"run-outdated",
	"reason-missing",
	"not-asked",
	"already-over",
	"link-spent",
] as const;
export type PublishRefusal = (typeof publishRefusals)[number];
