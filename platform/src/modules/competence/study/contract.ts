import { z } from "zod";
import { commonRefusals, day, id, version } from "../../organisation/contract.ts";
import type { EntryKind } from "../codes.ts";
import { payers, type StudyReason, type StudyState, securities, studyReasons, studyStates } from "./codes.ts";

export * from "./codes.ts";

const share = z.int().min(1).max(100).nullable();
const kroner = z.int().min(0).max(1_000_000_000);

/** What is known of a study, as its form states it. */
export const studyFacts = z.object({
	/** Null: a numbered place without a name. */
	name: z.string().trim().min(1).max(200).nullable(),
	email: z.email().max(320).nullable(),
	unitId: id,
	/** The competence it gives. */
	entryId: id,
	title: z.string().trim().min(1).max(200),
	provider: z.string().trim().max(200).default(""),
	measureId: id.nullable(),
	firstDay: day.nullable(),
	lastDay: day.nullable(),
	leave: z.enum(securities),
	/** Per cent of the position. */
	leaveShare: share,
	leaveFrom: day.nullable(),
	leaveUntil: day.nullable(),
	substitute: z.enum(securities),
	substituteShare: share,
	/** Kroner in all. */
	substituteCost: kroner.nullable(),
});
export type StudyFacts = z.infer<typeof studyFacts>;
export const studyChange = studyFacts.extend({ version });

/** What became of a study, and on what day. */
export const stepFacts = z.object({
	state: z.enum(studyStates),
	onDay: day,
	reason: z.enum(studyReasons).nullable(),
	note: z.string().trim().max(1000).default(""),
});
export type StepFacts = z.infer<typeof stepFacts>;

export const financeFacts = z.object({
	payer: z.enum(payers),
	kroner,
	note: z.string().trim().max(200).default(""),
});
export type FinanceFacts = z.infer<typeof financeFacts>;

export type StudyStep = {
	readonly id: string;
	readonly state: StudyState;
	/** The day it happened, YYYY-MM-DD. */
	readonly onDay: string;
	readonly reason: StudyReason | null;
	readonly note: string;
	/** When it was noted, ISO. */
	readonly recordedAt: string;
	readonly recordedBy: string;
	readonly undoneAt: string | null;
	readonly undoneBy: string | null;
};

export type StudyFinance = FinanceFacts & {
	readonly id: string;
	/** The award of the room funding that pays, where one does. */
	readonly fundingRef: string | null;
};

/** A study as the table has it, with its steps in order and who pays. */
export type Study = StudyFacts & {
	readonly organisationId: string;
	readonly id: string;
	/** Counted from 1 in the organisation. */
	readonly number: number;
	readonly personId: string | null;
	readonly steps: readonly StudyStep[];
	readonly finance: readonly StudyFinance[];
	readonly kind: EntryKind;
	readonly entryName: string;
	readonly entryNameNn: string | null;
	readonly entryNameEn: string | null;
	readonly version: number;
};

/** A study as a page shows it. */
export type ShownStudy = Study & { readonly unitName: string; readonly mayChange: boolean; readonly state: StudyState };

export const studyRefusals = [
	...commonRefusals,
	"unit-unknown",
	"entry-unknown",
	"measure-unknown",
	"names-not-kept",
	"name-missing",
	"leave-half-said",
	"substitute-half-said",
	"step-not-next",
	"step-before-last",
	"ahead-of-today",
	"reason-missing",
	"note-missing",
	"first-step",
	"has-gone-on",
	"paid-by-award",
] as const;
export type StudyRefusal = (typeof studyRefusals)[number];
