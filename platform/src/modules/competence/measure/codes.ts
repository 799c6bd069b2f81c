import { payers } from "../study/codes.ts";

/** Plain lists of measures: what pages show choices from. */

export const measureKinds = [
	"recruit",
	"further-education",
	"supervisor-training",
	"course",
	"leadership",
	"trainee",
	"retain",
] as const;
export type MeasureKind = (typeof measureKinds)[number];

/** Kinds in which employees learn something: what is ordered from those who teach. */
export const learningKinds: readonly MeasureKind[] = [
	"further-education",
	"supervisor-training",
	"course",
	"leadership",
];

/** What measures ask of others: education of those who teach, supervisors of placement, grants of funding. */
export const orders = ["education", "supervisors", "grants"] as const;
export type Order = (typeof orders)[number];

export const measureStatuses = ["proposed", "decided", "under-way", "done", "dropped"] as const;
export type MeasureStatus = (typeof measureStatuses)[number];

/** Who pays; undecided until somebody has said so. */
export const financings = ["undecided", ...payers] as const;
export type Financing = (typeof financings)[number];

/** What lists of measures are sorted by. */
export const measureSorts = ["priority", "title", "unit", "cost", "due"] as const;
