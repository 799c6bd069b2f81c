import { z } from "zod";
import { languages } from "../../../language.ts";
import {
	commonRefusals,
	day,
	email,
	id,
	name,
	phone,
	postcode,
	profession,
	version,
} from "../../organisation/contract.ts";
import { requirements, studentRuleKinds, travelMeans, type WishKind, wishKinds } from "../codes.ts";
import type { SiteEvaluation } from "../evaluate/codes.ts";
import { mostCounted, type StudentSort, type StudentStatus, type StudentWarning } from "./codes.ts";

export * from "./codes.ts";

/** What the keeper says of a student. */
export const studentValues = z.object({
	/** Whose student; the keeper itself where the keeper is an institution. */
	institutionId: id,
	name,
	/** The student number, unique at the institution. */
	number: z.string().trim().min(1).max(40).nullable(),
	email: email.nullable(),
	phone: phone.nullable(),
	programme: z.string().trim().max(200).nullable(),
	profession: profession.nullable(),
	yearOfStudy: z.int().min(1).max(7).nullable(),
	/** Where the student travels from. */
	postcode: postcode.nullable(),
	travel: z.enum(travelMeans),
	/** The language letters and links are written in, until there is an account; null: the institution's. */
	language: z.enum(languages).nullable().default(null),
});
export type StudentValues = z.infer<typeof studentValues>;
export const studentChange = studentValues.omit({ institutionId: true }).extend({
	/** The last day as a student there; null: still one. */
	leftOn: day.nullable(),
	version,
});
export type StudentChange = z.infer<typeof studentChange>;

/** "12 students of nursing, year 2, for period X": so many students without names. */
export const countedStudents = z.object({ periodId: id, count: z.int().min(1).max(mostCounted) });
export type CountedStudents = z.infer<typeof countedStudents>;

export const claimValues = z.object({
	periodId: id,
	/** 0 is served first. */
	priority: z.int().min(0).max(9),
	priorityReason: z.string().trim().max(200).nullable(),
});
export type ClaimValues = z.infer<typeof claimValues>;
export const claimChange = z.object({
	priority: z.int().min(0).max(9),
	priorityReason: z.string().trim().max(200).nullable(),
	/** The claim of another student, in the same period, to go to the same site; null: alone. */
	togetherWith: id.nullable(),
	version,
});
export type ClaimChange = z.infer<typeof claimChange>;

export const wishInput = z.object({ kind: z.enum(wishKinds), target: z.string().min(1).max(60) });
export type WishInput = z.infer<typeof wishInput>;
export const wishesInput = z.object({
	/** In order, the first first. Replaces what was there. */
	wishes: z.array(wishInput).max(20),
	/** What was there when the one who asks looked; left out: whatever is there. */
	seen: z.array(wishInput).optional(),
});
export type WishesInput = z.infer<typeof wishesInput>;

export const ruleValues = z.object({
	kind: z.enum(studentRuleKinds),
	amount: z.int().min(0).max(1000).nullable(),
	target: z.string().trim().max(60).nullable(),
	firstDay: day.nullable(),
	lastDay: day.nullable(),
});
export type RuleValues = z.infer<typeof ruleValues>;

export const requirementMet = z.object({ requirement: z.enum(requirements), confirmedOn: day });
export type RequirementMet = z.infer<typeof requirementMet>;

export const adaptationValues = z.object({ need: z.string().trim().min(1).max(2000), lastDay: day.nullable() });
export type AdaptationValues = z.infer<typeof adaptationValues>;

export const rosterRefusals = [
	...commonRefusals,
	"institution-unknown",
	"number-taken",
	"email-taken",
	"period-unknown",
	"period-over",
	"other-institution",
	"already-claimed",
	"reason-missing",
	"together-unknown",
	"has-left",
	"placed",
	"in-use",
	"amount-missing",
	"target-unknown",
	"in-future",
	"not-named",
] as const;
export type RosterRefusal = (typeof rosterRefusals)[number];

export const wishRefusals = [
	"missing",
	"not-allowed",
	"changed-by-another",
	"wishes-closed",
	"too-many-wishes",
	"wished-twice",
	"target-unknown",
	"target-outside-round",
	"profession-not-taken",
	"withdrawn",
] as const;
export type WishRefusal = (typeof wishRefusals)[number];

export const studentRow = studentValues.extend({
	language: z.enum(languages).nullable(),
	/** The language letters to the student are written in: their own, or the institution's. */
	writtenIn: z.enum(languages),
	/** Who keeps it. */
	organisationId: id,
	id,
	institutionName: z.string(),
	hasAccount: z.boolean(),
	/** False: one of so many, without a name. */
	named: z.boolean(),
	/** As stored, whatever they were called when they were entered. */
	email: z.string().nullable(),
	phone: z.string().nullable(),
	profession: z.string().nullable(),
	/** The place of the postcode; null where it is not among those imported, blank where none are imported. */
	place: z.string().nullable(),
	leftOn: day.nullable(),
	/** Needs of placement not withdrawn and not over, and those of them without any wish. */
	claims: z.int(),
	withoutWishes: z.int(),
	version: z.int(),
});
export type StudentRow = z.infer<typeof studentRow>;

export type StudentQuery = {
	readonly search?: string;
	readonly institutionId?: string;
	readonly periodId?: string;
	readonly year?: number;
	readonly warning?: StudentWarning;
	/** Those with a claim in a round. */
	readonly roundId?: string;
	readonly status?: StudentStatus;
	readonly sort?: StudentSort;
	readonly descending?: boolean;
	readonly offset?: number;
	readonly pageSize?: number;
};

/** The round a claim is allocated in, as far as a student needs to know it. */
export type ClaimRound = {
	readonly id: string;
	readonly organisationId: string;
	readonly name: string;
	readonly state: "preparing" | "wishes" | "allocating" | "published" | "closed";
	readonly wishesFrom: string | null;
	readonly wishesUntil: string | null;
	readonly wishesMost: number;
};

/** One student's need for one placement. */
export type Claim = {
	readonly organisationId: string;
	readonly id: string;
	readonly studentId: string;
	readonly studentName: string;
	readonly personId: string | null;
	readonly periodId: string;
	readonly institutionId: string;
	readonly institutionName: string;
	readonly courseId: string;
	readonly courseName: string;
	readonly profession: string;
	readonly yearOfStudy: number;
	readonly periodName: string;
	readonly firstDay: string;
	readonly lastDay: string;
	readonly priority: number;
	readonly priorityReason: string | null;
	readonly together: string | null;
	readonly withdrawnAt: Date | null;
	readonly version: number;
	readonly round: ClaimRound | null;
};

export type Wish = WishInput & { readonly rank: number; readonly statedAt: Date; readonly statedBy: string };

/** Something that can be wished for, with what a student wants to know of it. */
export type WishTarget = {
	readonly kind: WishKind;
	readonly target: string;
	readonly name: string;
	/** Municipality or county it is in. */
	readonly where: string | null;
	/** Code of a setting. */
	readonly setting: string | null;
	readonly housingNote: string | null;
	/** What the site says of itself. */
	readonly note: string | null;
	readonly travel: {
		readonly minutes: number;
		readonly kilometres: number;
		readonly basis: "estimate" | "imported";
	} | null;
	/** What earlier students have said of a site; null: nobody has been asked. */
	readonly evaluation: SiteEvaluation | null;
	/** Why it cannot be wished for; null where it can. */
	readonly refusal: "target-unknown" | "target-outside-round" | "profession-not-taken" | null;
};

/** Whether wishes can be stated for a claim, and why not. */
export type WishWindow = {
	readonly open: boolean;
	readonly most: number;
	readonly until: string | null;
	readonly why: "no-round" | "open" | "not-yet" | "over" | "not-asked" | "published" | "withdrawn";
};

/** One claim with its wishes and all they say. */
export type ClaimWishes = {
	readonly claim: Claim;
	readonly window: WishWindow;
	readonly wishes: readonly (Wish & WishTarget)[];
	/** Whether the asker may change them now. */
	readonly can: { readonly state: boolean };
};

export type StudentRule = RuleValues & {
	readonly id: string;
	/** What the target is called. */
	readonly targetName: string | null;
};

export type Requirement = {
	readonly requirement: string;
	/** Courses of the student's claims that ask for it. */
	readonly courses: readonly string[];
	readonly confirmedOn: string | null;
	readonly confirmedBy: string | null;
};

/** A student whole, for those who work with placement at the keeper. */
export type StudentView = {
	readonly student: StudentRow;
	readonly claims: readonly (Claim & { readonly wishes: number; readonly togetherWith: readonly string[] })[];
	readonly rules: readonly StudentRule[];
	readonly requirements: readonly Requirement[];
	/** Whether the student has written a need nobody has dealt with; false to whoever may not read it. */
	readonly needWaits: boolean;
	readonly can: { readonly change: boolean; readonly adaptation: boolean };
};

export type Adaptation = {
	readonly id: string;
	readonly need: string;
	readonly statedBy: string;
	readonly statedOn: string;
	readonly decidedOn: string | null;
	readonly decidedBy: string | null;
	readonly lastDay: string | null;
};
