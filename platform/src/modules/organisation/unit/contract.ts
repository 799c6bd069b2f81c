import { z } from "zod";
import {
	commonRefusals,
	day,
	email,
	id,
	latitude,
	longitude,
	municipalityNumber,
	name,
	phone,
	postcode,
	version,
} from "../contract.ts";

/** What a person says of a unit. Place and municipality follow the postcode where they are left blank. */
export const unitValues = z.object({
	name,
	/** The organisation's own code for the unit: how an import recognises it. */
	code: z.string().trim().max(60).nullable(),
	setting: z.string().max(60).nullable(),
	/** Left blank, the setting's own sector. */
	sector: z.string().max(60).nullable(),
	address: z.string().trim().max(200).nullable(),
	postcode: postcode.nullable(),
	place: z.string().trim().max(100).nullable(),
	municipalityNumber: municipalityNumber.nullable(),
	latitude: latitude.nullable(),
	longitude: longitude.nullable(),
	email: email.nullable(),
	phone: phone.nullable(),
	/** Whether other organisations see the unit. */
	published: z.boolean(),
});
export type UnitValues = z.infer<typeof unitValues>;
/** What could be read of a form: a field left out, or undefined, was refused. */
export type ReadableUnitValues = { readonly [Field in keyof UnitValues]?: UnitValues[Field] | undefined };

/** A new unit: its values, where it hangs, and from when it exists (today unless said). */
export const newUnit = unitValues.extend({ parentId: id.nullable(), validFrom: day.nullable() });
export type NewUnit = z.infer<typeof newUnit>;

export const unitChange = unitValues.extend({
	version,
	/** That what stood there never was right: lists of days gone by are corrected too. */
	correction: z.boolean().optional(),
	/** The first day of a new name, type or sector, where that is behind; today unless said. */
	since: day.optional(),
});
export type UnitChange = z.infer<typeof unitChange>;

/** To hang a unit under another (null: at the top), before one of its new neighbours or (null) last. */
export const unitMove = z.object({ version, parentId: id.nullable(), beforeId: id.nullable() });
export type UnitMove = z.infer<typeof unitMove>;

export const unitClosing = z.object({
	version,
	/** The last day the unit is open. */
	lastDay: day,
	/** Whether the open units below close with it. */
	andBelow: z.boolean(),
});
export type UnitClosing = z.infer<typeof unitClosing>;

export const unitRefusals = [
	...commonRefusals,
	"sector-unknown",
	"sector-missing",
	"setting-unknown",
	"postcode-unknown",
	"municipality-unknown",
	"half-coordinates",
	"code-taken",
	"parent-unknown",
	"parent-closed",
	"own-descendant",
	"neighbour-unknown",
	"already-closed",
	"not-closed",
	"open-units-below",
	"since-ahead",
	"since-too-early",
] as const;
export type UnitRefusal = (typeof unitRefusals)[number];

/** A unit as a list or a tree shows it. */
export const unitRow = z.object({
	organisationId: id,
	id,
	parentId: id.nullable(),
	name: z.string(),
	code: z.string().nullable(),
	setting: z.string().nullable(),
	sector: z.string(),
	place: z.string().nullable(),
	municipalityNumber: z.string().nullable(),
	validFrom: day,
	validTo: day.nullable(),
	published: z.boolean(),
	version: z.int(),
});
export type UnitRow = z.infer<typeof unitRow>;

/** One line of a tree, in the order it is shown: parents before children. */
export type TreeLine = UnitRow & {
	/** 0 at the top. */
	readonly depth: number;
	/** Units directly below, as of the day. */
	readonly childCount: number;
	/** Names of those who lead it; empty to other organisations. */
	readonly leaders: readonly string[];
};

/** Where a unit is on the map, and how we know: a postcode's point is an estimate of the unit's. */
export type Position = {
	readonly latitude: number;
	readonly longitude: number;
	readonly from: "unit" | "postcode" | "municipality" | "organisation";
};

/** A unit whole. */
export const unit = unitRow.extend({
	address: z.string().nullable(),
	postcode: z.string().nullable(),
	latitude: z.number().nullable(),
	longitude: z.number().nullable(),
	email: z.string().nullable(),
	phone: z.string().nullable(),
});
export type Unit = z.infer<typeof unit>;

export type UnitPage = Unit & {
	/** The day it is told of. */
	readonly asOf: string;
	/** What it has been called before that day, the last name first, each with the last day it held. */
	readonly formerNames: readonly { readonly name: string; readonly until: string }[];
	readonly organisationName: string;
	readonly position: Position | null;
	/** Whether its last day is over. */
	readonly closed: boolean;
	/** The units above it, the top one first. */
	readonly above: readonly { readonly id: string; readonly name: string }[];
	/** The units directly below it that are open as of the day. */
	readonly below: readonly UnitRow[];
	readonly can: {
		readonly change: boolean;
		readonly move: boolean;
		readonly close: boolean;
		readonly createBelow: boolean;
		readonly managePeople: boolean;
		readonly manageContacts: boolean;
		readonly seePeople: boolean;
	};
};

/** What hangs on a unit that is to be closed. */
export type Closing = {
	readonly unit: UnitRow;
	readonly openBelow: readonly UnitRow[];
	/** Roles held at the unit or below after its last day: they go on until somebody ends or moves them. */
	readonly memberships: number;
	/** Contacts of the unit or below: the register warns about them. */
	readonly contacts: number;
};

export const unitSorts = ["name", "setting", "sector", "place"] as const;
export type UnitSort = (typeof unitSorts)[number];

/** What to list. Without an organisation: every published unit in the country. */
export type UnitQuery = {
	readonly organisationId?: string;
	readonly asOf?: string;
	readonly search?: string;
	readonly setting?: string;
	readonly sector?: string;
	readonly municipalityNumber?: string;
	readonly withClosed?: boolean;
	readonly sort?: UnitSort;
	readonly descending?: boolean;
	readonly offset?: number;
	readonly pageSize?: number;
};

/** A unit in a list across organisations. */
export const listedUnit = unitRow.extend({ organisationName: z.string() });
export type ListedUnit = z.infer<typeof listedUnit>;
