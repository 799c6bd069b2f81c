import { z } from "zod";
import { id, version } from "../../organisation/contract.ts";
import { type EntryKind, type EntryLevel, entryKinds, entryLevels } from "../codes.ts";

/** STYRK-08 or the municipalities' position codes have four digits, the occupation catalogue of employers has seven. */
export const occupationForm = /^[0-9]{4}([0-9]{3})?$/;

/** An entry of the framework as its form states it. */
export const entryFacts = z.object({
	kind: z.enum(entryKinds),
	/** Null for courses and certificates. */
	level: z.enum(entryLevels).nullable(),
	name: z.string().trim().min(1).max(120),
	/** Names in the other two languages; of shared ones. */
	nameNn: z.string().trim().min(1).max(120).nullable(),
	nameEn: z.string().trim().min(1).max(120).nullable(),
	occupation: z.stringFormat("occupation", occupationForm).nullable(),
	/** The shared entry an own one answers to. */
	mappedId: id.nullable(),
});
export type EntryFacts = z.infer<typeof entryFacts>;

export const entryChange = entryFacts.extend({ version });
export type EntryChange = z.infer<typeof entryChange>;

export type Entry = EntryFacts & {
	readonly id: string;
	/** Who keeps it: the operator keeps the shared ones. */
	readonly organisationId: string;
	readonly isShared: boolean;
	readonly retiredOn: string | null;
	readonly version: number;
};

/** An entry in a list. */
export type ListedEntry = Entry & {
	/** The shared entry it answers to; null where it is shared itself or answers to none. */
	readonly mapped: Pick<Entry, "name" | "nameNn" | "nameEn"> | null;
};

export const entrySorts = ["name", "kind", "level", "occupation"] as const;
export type EntrySort = (typeof entrySorts)[number];

export type EntryQuery = {
	readonly search?: string;
	readonly kind?: EntryKind | undefined;
	readonly level?: EntryLevel | undefined;
	readonly keeper?: "own" | "shared" | undefined;
	readonly sort?: EntrySort;
	readonly descending?: boolean;
	readonly offset?: number;
	readonly pageSize?: number | undefined;
};
