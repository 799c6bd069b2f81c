import { z } from "zod";
import { day, id } from "../../organisation/contract.ts";
import { type EntryKind, type EntryLevel, type Freshness, mostRows } from "../codes.ts";

const aged = z.int().min(0).max(10_000).nullable();

/** How many there are with a competence at a unit. Positions are full positions, with two decimals. */
export const actualRow = z.object({
	entryId: id,
	heads: z.int().min(0).max(10_000),
	positions: z.number().min(0).max(10_000),
	/** Heads of 55–59, 60–64, and 65 years and more; null: not known. */
	aged55: aged,
	aged60: aged,
	aged65: aged,
	/** Per cent who leave in a year for other reasons than age; null: not known. */
	turnover: z.int().min(0).max(100).nullable(),
	/** Whether somebody can stand in; null: not said. */
	hasDeputy: z.boolean().nullable(),
});
export type ActualRow = z.infer<typeof actualRow>;

export const actualAnswer = z.object({
	asOf: day,
	source: z.string().trim().min(1).max(200),
	rows: z.array(actualRow).min(1).max(mostRows),
});
export type ActualAnswer = z.infer<typeof actualAnswer>;

/** A number with its day and source, and what it is a number of. */
export type Actual = ActualRow & {
	readonly id: string;
	readonly unitId: string;
	readonly asOf: string;
	readonly source: string;
	readonly kind: EntryKind;
	readonly level: EntryLevel | null;
	readonly name: string;
	readonly nameNn: string | null;
	readonly nameEn: string | null;
};

/** A unit in the list, with what is known of it in all. Heads and positions count educations alone: nobody counts twice. */
export type UnitActual = {
	readonly id: string;
	readonly name: string;
	readonly above: readonly string[];
	readonly setting: string | null;
	readonly sector: string;
	readonly competences: number;
	readonly heads: number | null;
	readonly positions: number | null;
	/** The day of the oldest number that counts; null where there is none. */
	readonly oldest: string | null;
	readonly freshness: Freshness;
	/** Competences one person has alone, with nobody to stand in. */
	readonly alone: number;
};

export const unitSorts = ["order", "name", "heads", "positions", "oldest"] as const;
export type UnitSort = (typeof unitSorts)[number];

export type UnitActualQuery = {
	readonly search?: string;
	readonly freshness?: Freshness | undefined;
	readonly sector?: string | undefined;
	readonly sort?: UnitSort;
	readonly descending?: boolean;
	readonly offset?: number;
	readonly pageSize?: number | undefined;
};

export type Choice = {
	readonly staleMonths: number;
	readonly leavingAge: number;
	/** Whether who studies stands with a name. */
	readonly namedStudies: boolean;
	/** Years after a study has ended that its name is kept. */
	readonly nameYears: number;
	readonly version: number;
};
export const choiceForm = z.object({
	staleMonths: z.int().min(1).max(60),
	leavingAge: z.int().min(60).max(75),
	namedStudies: z.boolean(),
	nameYears: z.int().min(2).max(10),
	version: z.int().min(0),
});
