import { z } from "zod";
import { day, id, version } from "../../organisation/contract.ts";
import { roundRules } from "../allocate/contract.ts";
import type { RoundState } from "../codes.ts";
import { mostSupposed } from "./codes.ts";

/** A round as its form states it. Days are inclusive. */
export const roundValues = z.object({
	name: z.string().trim().min(1).max(120),
	firstDay: day,
	lastDay: day,
	/** Students may state wishes from this day … */
	wishesFrom: day.nullable(),
	/** … to this one. Null: no wishes are asked for. */
	wishesUntil: day.nullable(),
	wishesMost: z.int().min(1).max(20),
	/** When sites and students are asked to have answered. */
	confirmBy: day.nullable(),
});
export type RoundValues = z.infer<typeof roundValues>;
export const roundChange = roundValues.extend({ version });

/** A place more, or less, at an offer of the round: for one run. */
const supposedChange = z.object({
	offerId: id,
	places: z
		.int()
		.min(-1000)
		.max(1000)
		.refine((places) => places !== 0),
});

/** What a run is to be tried with, other than the round says: the round stays as it is. */
export const whatIf = z.object({
	/** Minutes one way, null for no cap; left out: as the round says. */
	travelCap: roundRules.shape.travelCap.optional(),
	/** Left out: as the round says. */
	aim: roundRules.shape.aim.optional(),
	/** Places added or taken away that nobody has offered; a run with any is never published. */
	supposed: z
		.array(supposedChange)
		.max(mostSupposed)
		.refine((changes) => new Set(changes.map(({ offerId }) => offerId)).size === changes.length)
		.optional(),
});
export type WhatIf = z.infer<typeof whatIf>;

export const runRequest = whatIf.extend({
	/** What the coordinators call it, to tell it from the others. */
	name: z.string().trim().max(120).nullable(),
});

/** Places supposed for a run, with what the site was called when it was asked for. */
export type SupposedAt = z.infer<typeof supposedChange> & {
	readonly siteId: string;
	readonly site: string;
	readonly profession: string | null;
	readonly years: readonly number[];
	readonly firstDay: string;
	readonly lastDay: string;
	readonly hostId: string;
};

/** A pair of ids: who keeps a thing, and which. */
export type Kept = { readonly organisationId: string; readonly id: string };

export type Round = Kept &
	RoundValues & {
		readonly state: RoundState;
		readonly rules: z.infer<typeof roundRules>;
		readonly seed: string;
		readonly chosenRunId: string | null;
		readonly publication: number;
		readonly publishedAt: Date | null;
		readonly version: number;
	};

export type RoundRow = Kept & {
	readonly name: string;
	readonly ownerName: string;
	readonly firstDay: string;
	readonly lastDay: string;
	readonly state: RoundState;
	/** Whether some run of it is finished. */
	readonly calculated: boolean;
	readonly wishesUntil: string | null;
	/** Null where others run the round, and none of the asker's own students are in it: theirs are not the asker's to count. */
	readonly claims: number | null;
	readonly withoutWishes: number | null;
	readonly placed: number;
};

export type RoundPeriod = Kept & {
	readonly institutionId: string;
	readonly institutionName: string;
	readonly courseName: string;
	readonly name: string;
	readonly profession: string;
	readonly yearOfStudy: number;
	readonly firstDay: string;
	readonly lastDay: string;
	/** Students with a claim that is not withdrawn; null where they are neither the asker's nor in a round the asker runs. */
	readonly claims: number | null;
	readonly withWishes: number | null;
	/** Whether the round takes it in now. */
	readonly included: boolean;
};

export type RoundHost = {
	readonly hostId: string;
	readonly name: string;
	/** Number of the municipality it is, or has its seat in. */
	readonly municipality: string | null;
	readonly sites: number;
	/** Places published for days that overlap the round's. */
	readonly places: number;
};

export type RunRow = {
	readonly id: string;
	readonly number: number;
	readonly name: string;
	readonly state: "waiting" | "done" | "stopped" | "refused";
	readonly jobId: string | null;
	readonly holds: "optimal" | "feasible" | null;
	readonly claims: number | null;
	readonly placed: number | null;
	readonly createdAt: Date;
	readonly finishedAt: Date | null;
	readonly chosen: boolean;
	/** Empty: a run of the places there are. */
	readonly supposed: readonly SupposedAt[];
};

export const roundRefusals = [
	"missing",
	"not-allowed",
	"changed-by-another",
	"ends-before-start",
	"wishes-end-before-start",
	"already-published",
	"no-periods",
	"no-claims",
	"no-offers",
	"period-elsewhere",
	"period-not-yours",
	"party-unknown",
	"run-missing",
	"run-not-done",
	"run-kept",
	"run-outdated",
	"still-running",
	"offer-unknown",
	"fewer-than-none",
	"run-supposed",
] as const;
export type RoundRefusal = (typeof roundRefusals)[number];
