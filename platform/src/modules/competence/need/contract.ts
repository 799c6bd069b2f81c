import { z } from "zod";
import { day, id, version } from "../../organisation/contract.ts";
import { bases, type EntryKind } from "../codes.ts";

/** What a unit needs, as its form states it. Positions are full positions, with two decimals. */
export const needFacts = z.object({
	unitId: id,
	entryId: id,
	basis: z.enum(bases),
	/** Null where it follows from those served. */
	positions: z.number().min(0).max(10_000).nullable(),
	/** Patients or children served, and how many of them to a full position. */
	users: z.int().min(0).max(1_000_000).nullable(),
	usersEach: z.number().min(0.01).max(100_000).nullable(),
	/** Per cent in a year; null: it does not grow. */
	growth: z.int().min(-20).max(50).nullable(),
	/** The day a new task begins; null: it is needed already. */
	fromDay: day.nullable(),
	reason: z.string().trim().min(1).max(1000),
});
export type NeedFacts = z.infer<typeof needFacts>;

export const needChange = needFacts.extend({ version });

export type Need = Omit<NeedFacts, "positions"> & {
	readonly id: string;
	readonly positions: number;
	readonly kind: EntryKind;
	readonly name: string;
	readonly nameNn: string | null;
	readonly nameEn: string | null;
	/** The shared entry an own one answers to; needs and numbers meet there. */
	readonly mappedId: string | null;
	readonly version: number;
};

/** What is lacking of one competence at one unit, some years ahead; full positions, never below zero. */
export type Parts = {
	readonly now: number;
	readonly leaving: number;
	readonly growth: number;
	readonly newTasks: number;
	readonly total: number;
};

/** A competence a unit needs, with what it has and lacks. */
export type Gap = {
	readonly unitId: string;
	readonly unitName: string;
	/** The entry needs and numbers meet in. */
	readonly entryId: string;
	readonly name: string;
	readonly nameNn: string | null;
	readonly nameEn: string | null;
	readonly required: number;
	/** Null where the unit has told no number: then nothing can be said of what is lacking. */
	readonly has: number | null;
	/** By horizon, in the order of `horizons`; null where nothing can be said. */
	readonly lacking: readonly (Parts | null)[];
};

/** Other assumptions than those told: per cent in a year. */
export type WhatIf = {
	/** Instead of each unit's own turnover; null: as told. */
	readonly turnover: number | null;
	/** Besides each need's own growth. */
	readonly growth: number;
};
