import { z } from "zod";
import { version } from "../../organisation/contract.ts";
import type { PlacementState } from "../codes.ts";
import { afterCancelling, hostCloses } from "./codes.ts";

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
	/** What a no is about: this student alone, or the place, which nobody else gets then. Null with a yes. */
	closes: z.enum(hostCloses).nullable(),
});
export type HostAnswer = z.infer<typeof hostAnswer>;

/** Who supervises, named or changed after the answer. */
export const supervising = z.object({ version, supervisor: z.string().trim().max(200).nullable() });
export type Supervising = z.infer<typeof supervising>;

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

export const cancelling = z.object({
	version,
	reason: z.string().trim().min(1).max(1000),
	/** Whether the student is to have another place in the round, or is out of it. Null where the asker does not keep the student. */
	next: z.enum(afterCancelling).nullable(),
});
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
	/** Who keeps the site: the host, or another who has written down what the host has said. */
	readonly siteKeeperId: string;
	readonly siteId: string;
	readonly siteName: string;
	readonly studentName: string;
	/** False: one who is only counted, whom nobody can tell or ask. */
	readonly named: boolean;
	/** Whether the student stated wishes; null: not told to the one who asks. */
	readonly hasWished: boolean | null;
	readonly courseName: string;
	readonly profession: string;
	readonly yearOfStudy: number;
	readonly firstDay: string;
	readonly lastDay: string;
	/** Minutes one way, estimated unless imported; null: not known, or not told. */
	readonly minutes: number | null;
	/** Which wish it was; null: not wished for, or not told. */
	readonly rank: number | null;
	readonly state: PlacementState;
	readonly hostAnswer: "confirmed" | "declined" | null;
	readonly hostReason: string | null;
	readonly hostAnsweredAt: Date | null;
	readonly hostAnsweredBy: string | null;
	/** What the no of a site that declined is about. */
	readonly hostCloses: (typeof hostCloses)[number] | null;
	/** The last day the site can change its answer: the round's last day to answer, else the day before the first. */
	readonly changeBy: string;
	/** Whether the round has been published anew since the site answered. */
	readonly isReplanned: boolean;
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
	"run-supposed",
	"reason-missing",
	"closes-missing",
	"next-missing",
	"change-too-late",
	"replanned",
	"nothing-chosen",
	"not-asked",
	"already-over",
	"begun",
	"already-answered",
	"link-spent",
] as const;
export type PublishRefusal = (typeof publishRefusals)[number];
