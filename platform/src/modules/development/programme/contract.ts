import { z } from "zod";
import { commonRefusals, day, id, version } from "../../organisation/contract.ts";
import { type AdmissionState, addings, admissionRules, decisions, type ProgrammeState } from "./codes.ts";

export * from "./codes.ts";

const words = (most: number) => z.string().trim().min(1).max(most);
const perhaps = (most: number) => z.string().trim().max(most).default("");

/** What a programme is, as its form states it. */
export const programmeFacts = z.object({
	title: words(200),
	/** Who ordered it; the organisation acted for keeps it. */
	commissioner: words(200),
	partners: perhaps(1000),
	/** The letter, decision or agreement it stands on. */
	mandate: perhaps(1000),
	/** Why, other than the goals. */
	purpose: words(2000),
	/** A line each. */
	themes: perhaps(600),
	admits: z.enum(admissionRules),
	/** Who comes first, where it is not whoever applies first. */
	priorities: perhaps(1000),
	/** What its money may be used for, or that there is none. */
	moneyFor: perhaps(2000),
	/** A network of the keeper, where those who take part meet. */
	networkId: id.nullable(),
	noArenaBecause: perhaps(500),
	firstDay: day,
	lastDay: day,
});
export type ProgrammeFacts = z.infer<typeof programmeFacts>;
export const programmeChange = programmeFacts.extend({ version });
export const programmeStart = programmeFacts.extend({ copiedFrom: id.nullable().default(null) });
export const programmeEnd = z.object({ closedOn: day, closedBecause: words(2000), lesson: perhaps(2000), version });
export type ProgrammeEnd = z.infer<typeof programmeEnd>;

export type Programme = Omit<ProgrammeFacts, "themes"> & {
	/** Who keeps it. */
	readonly organisationId: string;
	readonly id: string;
	readonly themes: readonly string[];
	readonly state: ProgrammeState;
	readonly openedOn: string | null;
	readonly closedOn: string | null;
	readonly closedBecause: string;
	readonly copiedFrom: string | null;
	readonly version: number;
};

/** Themes as they are written, a line each. */
export function themesIn(text: string): string[] {
	return [...new Set(text.split("\n").map((line) => line.trim()))].filter((line) => line !== "");
}

export const programmeGoalFacts = z.object({
	wording: words(500),
	/** What it may be in one municipality. */
	localExample: perhaps(500),
});
export type ProgrammeGoalFacts = z.infer<typeof programmeGoalFacts>;
export type ProgrammeGoal = ProgrammeGoalFacts & { readonly id: string };

/** How a goal is measured alike everywhere. */
export const measureFacts = z.object({
	indicator: words(300),
	/** What counts, and what does not. */
	definition: words(1000),
	measuredIn: words(60),
	adds: z.enum(addings),
});
export type MeasureFacts = z.infer<typeof measureFacts>;
export type Measure = MeasureFacts & {
	readonly id: string;
	readonly goalId: string;
	/** Counted from 1 within the goal; the highest holds. */
	readonly number: number;
	readonly fromDay: string;
};

export const expectationFacts = z.object({ expects: words(500) });
export type Expectation = z.infer<typeof expectationFacts> & { readonly id: string };

export const batchFacts = z.object({
	name: words(100),
	/** The last day to apply. */
	applyBy: day,
	startsOn: day,
	endsOn: day,
	/** Null: as many as apply. */
	places: z.int().min(1).max(1000).nullable(),
	/** Of the places, those kept for municipalities that have been in no programme. */
	kept: z.int().min(0).max(1000).nullable(),
});
export type BatchFacts = z.infer<typeof batchFacts>;
export type Batch = Omit<BatchFacts, "kept"> & { readonly id: string; readonly kept: number };

export const lessonFacts = z.object({ lesson: words(2000), source: perhaps(200) });
export type LessonFacts = z.infer<typeof lessonFacts>;
export type Lesson = LessonFacts & { readonly id: string; readonly onDay: string; readonly recordedBy: string };

/** What a municipality applies with, in its own words. */
export const admissionFacts = z.object({
	batchId: id,
	need: words(4000),
	gain: words(4000),
	buildsOn: perhaps(2000),
	/** Says that it has been in no programme before. */
	isFirst: z.boolean(),
	leaderName: words(200),
	leaderEmail: z.email().max(320).nullable(),
	/** Per cent of a position. */
	leaderShare: z.int().min(1).max(100),
});
export type AdmissionFacts = z.infer<typeof admissionFacts>;

/** Whether one thing that is expected is accepted. */
export type Answer = { readonly expectationId: string; readonly accepted: boolean; readonly because: string };

export type Admission = AdmissionFacts & {
	/** The municipality. */
	readonly organisationId: string;
	readonly id: string;
	readonly programmeOrganisationId: string;
	readonly programmeId: string;
	readonly state: AdmissionState;
	readonly sentAt: Date | null;
	readonly sentBy: string;
	readonly decidedOn: string | null;
	readonly decidedBy: string;
	readonly because: string;
	readonly admittedOn: string | null;
	readonly withdrawnOn: string | null;
	readonly withdrawnBecause: string;
	readonly version: number;
};

export const decisionFacts = z.object({ decision: z.enum(decisions), because: perhaps(1000), version });
export type DecisionFacts = z.infer<typeof decisionFacts>;
export const withdrawalFacts = z.object({ withdrawnOn: day, withdrawnBecause: words(500), version });
export type WithdrawalFacts = z.infer<typeof withdrawalFacts>;

export const programmeRefusals = [
	...commonRefusals,
	"purpose-repeats-goal",
	"too-many-themes",
	"arena-twice",
	"network-unknown",
	"not-draft",
	"incomplete",
	"nobody-admitted",
	"not-open",
	"is-closed",
	"opened-already",
	"unanswered-left",
	"lesson-missing",
	"ahead-of-today",
	"before-opened",
	"same-measure",
	"apply-after-start",
	"more-kept-than-places",
	"places-missing",
	"batch-unknown",
	"batch-past",
	"applied-already",
	"own-programme",
	"answer-missing",
	"answer-unsaid",
	"already-sent",
	"not-sent",
	"batch-full",
	"kept-for-first",
	"out-of-turn",
	"because-missing",
	"in-before",
	"already-invited",
	"party-unknown",
] as const;
export type ProgrammeRefusal = (typeof programmeRefusals)[number];
