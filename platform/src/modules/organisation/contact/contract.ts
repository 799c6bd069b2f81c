import { z } from "zod";
import {
	commonRefusals,
	day,
	email,
	id,
	name,
	type Paging,
	phone,
	profession,
	type Responsibility,
	responsibility,
	version,
} from "../contract.ts";
import type { answeredOrNot, ContactWarning, RegisterSort } from "./codes.ts";

export * from "./codes.ts";

/** What is said of a contact: who answers for one responsibility, in a unit or (null) the whole organisation. */
export const contactValues = z.object({
	responsibility,
	/** Null: whichever profession. */
	profession: profession.nullable(),
	unitId: id.nullable(),
	/** The person in a role who answers; name and address follow the role. Null for a shared post box. */
	membershipId: id.nullable(),
	deputyMembershipId: id.nullable(),
	/** For a shared post box only. */
	name: name.nullable(),
	email: email.nullable(),
	phone: phone.nullable(),
	note: z.string().trim().max(500).nullable(),
	/** Whether other organisations see it. */
	published: z.boolean(),
});
export type ContactValues = z.infer<typeof contactValues>;

export const contactChange = contactValues.extend({ version });
export type ContactChange = z.infer<typeof contactChange>;

export const contactRefusals = [
	...commonRefusals,
	"unit-unknown",
	"unit-closed",
	"holder-unknown",
	"holder-left",
	"deputy-unknown",
	"deputy-left",
	"own-deputy",
	"address-missing",
	"already-registered",
] as const;
export type ContactRefusal = (typeof contactRefusals)[number];

export const contactRow = z.object({
	organisationId: id,
	id,
	responsibility: z.string(),
	profession: z.string().nullable(),
	unitId: id.nullable(),
	unitName: z.string().nullable(),
	unitLastDay: day.nullable(),
	membershipId: id.nullable(),
	name: z.string().nullable(),
	email: z.string().nullable(),
	phone: z.string().nullable(),
	/** The last day of the one who answers, where there is one. */
	lastDay: day.nullable(),
	deputyMembershipId: id.nullable(),
	deputyName: z.string().nullable(),
	deputyEmail: z.string().nullable(),
	deputyPhone: z.string().nullable(),
	deputyLastDay: day.nullable(),
	note: z.string().nullable(),
	published: z.boolean(),
	verifiedAt: z.date(),
	version: z.int(),
	/** The first day on which it says this, and the last where it has been changed or taken out since. */
	validFrom: day,
	validTo: day.nullable(),
});
export type ContactRow = z.infer<typeof contactRow>;
export type Contact = ContactRow & { readonly warnings: readonly ContactWarning[] };

/** What to list of an organisation's register; without a page size, all of it. */
export type RegisterQuery = {
	/** As of this day, YYYY-MM-DD; today unless given. */
	readonly asOf?: string;
	/** Words found in names, addresses, units and notes. */
	readonly search?: string;
	readonly responsibility?: string;
	readonly profession?: string;
	readonly unitId?: string;
	readonly warning?: ContactWarning;
	readonly sort?: RegisterSort;
	readonly descending?: boolean;
} & Paging;

export type Register = {
	readonly contacts: readonly Contact[];
	/** How many contacts the filters leave, on every page. */
	readonly total: number;
	/** How many contacts have each warning, before the filter. */
	readonly byWarning: ReadonlyMap<ContactWarning, number>;
	/** How many contacts there are for each responsibility, before the filter. */
	readonly byResponsibility: ReadonlyMap<string, number>;
	/** The units somebody is entered for. */
	readonly units: readonly { readonly id: string; readonly name: string }[];
	/** Contacts nobody answers for now, because the one who did has left and nobody stands in. */
	readonly vacant: readonly Contact[];
	/** What an organisation of this kind is expected to have somebody entered for, and has not. */
	readonly missing: readonly Responsibility[];
	/** Who answers today for what each of the contacts of another day was for; null where the register is today's. */
	readonly now: ReadonlyMap<string, Contact> | null;
	/** The first day the register tells about; null while it is empty. Looked up only where another day gave nothing. */
	readonly firstDay: string | null;
	readonly can: { readonly create: boolean };
};

/** "Who answers for nursing placements at Halsen nursing home in Stjørdal?" */
export type Question = {
	readonly organisationId: string;
	readonly responsibility: Responsibility;
	readonly profession?: string | null;
	readonly unitId?: string | null;
	/** Who answered on this day, YYYY-MM-DD; today unless given. */
	readonly asOf?: string;
};

/** What to list of the whole country's answers to one question. */
export type CountryQuery = {
	/** Who answered on this day, YYYY-MM-DD; today unless given. */
	readonly asOf?: string;
	readonly kind?: string;
	/** County number. */
	readonly county?: string;
	/** Whether somebody answers for the responsibility itself, general contacts not counted. */
	readonly answered?: (typeof answeredOrNot)[number];
	readonly sort?: "name" | "county";
	readonly descending?: boolean;
} & Paging;

export type AskedOrganisation = { readonly id: string; readonly name: string; readonly countyName: string | null };

/** Which step of the ladder gave the answer, from the exact place and profession to whoever there is. */
export const answerSteps = [
	"unit-and-profession",
	"unit",
	"unit-above",
	"organisation-and-profession",
	"organisation",
	"other-profession",
	"general",
	"administrator",
	"nobody",
] as const;
export type AnswerStep = (typeof answerSteps)[number];

/** Who to write to now: the one who answers, the deputy while that one has left, or the shared post box. */
export type Answer = {
	readonly step: AnswerStep;
	/** The steps that were tried, the one that answered last. */
	readonly tried: readonly AnswerStep[];
	readonly by: "holder" | "deputy" | "post-box" | "administrator" | null;
	readonly name: string | null;
	readonly email: string | null;
	readonly phone: string | null;
	/** The contact behind the answer; null for an administrator and for nobody. */
	readonly contact: Contact | null;
};

/** What a kind of organisation is expected to have somebody answer for. */
export const expectedResponsibilities: Readonly<Record<string, readonly Responsibility[]>> = {
	municipality: [
		"general",
		"agreements",
		"placements",
		"gp-placements",
		"compensation",
		"further-education",
		"competence-plan",
		"grants",
		"privacy",
	],
	institution: ["general", "agreements", "placements", "compensation", "research", "further-education", "privacy"],
	"vocational-college": ["general", "agreements", "placements"],
	county: ["general", "agreements", "further-education"],
	"state-administrator": ["general", "grants"],
	"development-centre": ["general", "networks"],
	"ks-region": ["general", "networks", "agreements"],
};
