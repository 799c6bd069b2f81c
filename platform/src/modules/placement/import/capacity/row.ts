import { type CapacitySheetRow, readYears } from "../../capacity/sheet.ts";
import type { CapacityFinding } from "./text.ts";

/** What words in a row may mean; each gives undefined where they mean nothing, or more than one. */
export type RowFacts = {
	/** The organisation that takes the file in, where it receives students itself. */
	readonly ownHost: string | null;
	host(word: string): string | undefined;
	institution(word: string): string | undefined;
	setting(word: string): string | undefined;
};

/** What a row says, with names made into what they stand for. */
export type ReadRow = {
	readonly hostId: string;
	readonly years: readonly number[];
	readonly setting: string | null;
	readonly reservedFor: string | null;
};

export type Refuse = (code: CapacityFinding, key: string, detail?: Readonly<Record<string, string | number>>) => void;

/** Reads a row; undefined where something in it cannot be, all of which is told. */
export function readRow(row: CapacitySheetRow, facts: RowFacts, refuse: Refuse): ReadRow | undefined {
	const hostId = row.host === null ? (facts.ownHost ?? undefined) : facts.host(row.host);
	const years = readYears(row.years);
	const setting = row.setting === null ? null : facts.setting(row.setting);
	const reservedFor = row.reservedFor === null ? null : facts.institution(row.reservedFor);
	if (hostId === undefined) refuse(row.host === null ? "host-missing" : "host-unknown", "host");
	if (years === null) refuse("years-unreadable", "years");
	if (setting === undefined) refuse("setting-unknown", "setting");
	if (reservedFor === undefined) refuse("institution-unknown", "reservedFor");
	const isBackwards = row.lastDay < row.firstDay;
	if (isBackwards) refuse("ends-before-start", "lastDay");
	if (hostId === undefined || years === null || setting === undefined || reservedFor === undefined || isBackwards)
		return undefined;
	return { hostId, years, setting, reservedFor };
}
