import { z } from "zod";
import type { HeldThing } from "../../../registry/holders.server.ts";
import type { LeftThing } from "../../../registry/left-behind.server.ts";
import { commonRefusals, day, email, id, name, phone, role, version } from "../contract.ts";
import { type PeopleSort, type PeopleStatus, type PeopleWarning, positions } from "./codes.ts";

export * from "./codes.ts";

/** What is said of a person in a role. */
export const membershipValues = z.object({
	name,
	email: email.nullable(),
	phone: phone.nullable(),
	role,
	/** What the organisation itself calls the position. */
	title: z.string().trim().max(120).nullable(),
	/** Per cent of a full position. */
	share: z.int().min(0).max(100).nullable(),
	/** Whether the role decides (line) or advises (staff). */
	position: z.enum(positions),
	/** Null: the whole organisation. */
	unitId: id.nullable(),
	/** The membership that answers when this one cannot. */
	deputyId: id.nullable(),
	/** Null: from today. */
	validFrom: day.nullable(),
	/** The last day; null where none is set. */
	validTo: day.nullable(),
});
export type MembershipValues = z.infer<typeof membershipValues>;

export const membershipChange = membershipValues.extend({ version });
export type MembershipChange = z.infer<typeof membershipChange>;

export const membershipEnd = z.object({ version, lastDay: day });
export type MembershipEnd = z.infer<typeof membershipEnd>;

/** Everything a leaving person holds, to a successor in one step. */
export const handOverInput = z.object({
	successorId: id,
	/** The last day of the leaving person's roles; the successor's begin the day after, and never before today. */
	lastDay: day,
	/** Those of the leaving person's roles the successor takes on. */
	roleIds: z.array(id),
});
export type HandOverInput = z.infer<typeof handOverInput>;

export const peopleRefusals = [
	...commonRefusals,
	"unit-unknown",
	"unit-closed",
	"deputy-unknown",
	"own-deputy",
	"already-held",
	"already-ended",
	"last-administrator",
	"successor-unknown",
	"successor-is-leaving",
	"nothing-held",
	"email-missing",
	"has-account",
] as const;
export type PeopleRefusal = (typeof peopleRefusals)[number];

export const membershipRow = z.object({
	id,
	/** The account behind, where the person has one. */
	personId: id.nullable(),
	name: z.string(),
	email: z.string().nullable(),
	phone: z.string().nullable(),
	role: z.string(),
	title: z.string().nullable(),
	share: z.int().nullable(),
	position: z.enum(positions),
	unitId: id.nullable(),
	unitName: z.string().nullable(),
	unitLastDay: day.nullable(),
	deputyId: id.nullable(),
	deputyName: z.string().nullable(),
	deputyEmail: z.string().nullable(),
	deputyLastDay: day.nullable(),
	validFrom: day,
	validTo: day.nullable(),
	verifiedAt: z.date(),
	version: z.int(),
});
export type MembershipRow = z.infer<typeof membershipRow>;
export type Membership = MembershipRow & { readonly warnings: readonly PeopleWarning[] };

export type PeopleQuery = {
	readonly search?: string;
	readonly role?: string;
	/** The unit and everything below it. */
	readonly unitId?: string;
	/** The day that tells who holds a role, has left or is to come: today unless given. */
	readonly asOf?: string;
	readonly status?: PeopleStatus;
	readonly position?: (typeof positions)[number];
	readonly warning?: PeopleWarning;
	readonly sort?: PeopleSort;
	readonly descending?: boolean;
	readonly offset?: number;
	readonly pageSize?: number;
};

/** A contact a person holds or stands in for. */
export type HeldContact = {
	readonly id: string;
	readonly responsibility: string;
	readonly profession: string | null;
	readonly unitName: string | null;
};

/** All one person is and holds in the organisation acted for. */
export type PersonView = {
	readonly membership: Membership;
	/** Every membership of the same person here, newest first; the one asked for among them. */
	readonly memberships: readonly Membership[];
	readonly contacts: readonly HeldContact[];
	readonly deputyContacts: readonly HeldContact[];
	readonly deputyFor: readonly { readonly id: string; readonly name: string; readonly role: string }[];
	readonly otherThings: readonly HeldThing[];
	/** What names the person and a hand-over does not take along. */
	readonly left: readonly LeftThing[];
	readonly can: {
		readonly change: boolean;
		readonly end: boolean;
		readonly verify: boolean;
		readonly handOver: boolean;
		readonly invite: boolean;
	};
};

/** What a hand-over did. */
export type HandedOver = {
	readonly roles: number;
	readonly contacts: number;
	readonly deputyContacts: number;
	readonly deputyFor: number;
	readonly otherThings: number;
	readonly ended: number;
	/** What names the person still, for somebody to change by hand. */
	readonly left: number;
};
