import { z } from "zod";

/**
 * The nouns every part of this room, and every room above it, uses. Kinds of organisation, sectors and settings are data
 * (tables, see `readVocabulary`); roles, responsibilities and professions are code, because rules are made of them.
 */

/** What a role may do in this room, within its unit and the units below it; without a unit, in the whole organisation. */
export const capabilities = [
	"manage-organisation",
	"manage-units",
	"manage-people",
	"manage-contacts",
	"see-people",
	"see-students",
	"see-log",
] as const;
export type Capability = (typeof capabilities)[number];

/** Roles a person can hold at an organisation, the order lists show them in, and what each may do. */
export const roleCapabilities = {
	administrator: capabilities,
	manager: ["manage-contacts", "see-people", "see-log"],
	"unit-leader": ["manage-units", "manage-people", "manage-contacts", "see-people", "see-students"],
	"placement-coordinator": ["manage-contacts", "see-people", "see-students"],
	"agreement-coordinator": ["manage-contacts", "see-people"],
	supervisor: ["see-people"],
	teacher: ["see-people", "see-students"],
	"general-practitioner": ["see-people"],
	"competence-planner": ["manage-contacts", "see-people"],
	"grants-coordinator": ["manage-contacts", "see-people"],
	"case-officer": ["see-people"],
	"network-leader": ["manage-contacts", "see-people"],
	adviser: ["see-people"],
	"project-leader": ["see-people"],
	researcher: ["see-people"],
	employee: ["see-people"],
	"union-representative": ["see-people"],
	politician: [],
	"user-representative": [],
	student: [],
} as const satisfies Record<string, readonly Capability[]>;
export type Role = keyof typeof roleCapabilities;
export const roles: readonly Role[] = Object.keys(roleCapabilities).filter(isRole);
export const role = z.enum(roles);

export function isRole(code: string): code is Role {
	return Object.hasOwn(roleCapabilities, code);
}

/** What an organisation or a unit can have somebody answer for, in the order the register shows it. */
export const responsibilities = [
	"general",
	"agreements",
	"placements",
	"gp-placements",
	"compensation",
	"shared-positions",
	"research",
	"further-education",
	"competence-plan",
	"grants",
	"networks",
	"surveys",
	"user-involvement",
	"privacy",
] as const;
export type Responsibility = (typeof responsibilities)[number];
export const responsibility = z.enum(responsibilities);

/** Professions a responsibility for placements can be split by; empty means all of them. */
export const professions = [
	"nursing",
	"health-care-work",
	"learning-disability-nursing",
	"medicine",
	"public-health-nursing",
	"midwifery",
	"physiotherapy",
	"occupational-therapy",
	"psychology",
	"pharmacy",
	"dentistry",
	"nutrition",
	"radiography",
	"biomedical-science",
	"paramedicine",
	"social-work",
	"child-welfare",
	"kindergarten-teaching",
	"teaching",
	"special-education",
] as const;
export type Profession = (typeof professions)[number];
export const profession = z.enum(professions);

/** How one organisation can stand to another. The first is affiliated to the second: a municipality to its KS region. */
export const affiliationKinds = [
	"county",
	"ks-region",
	"state-administrator",
	"host",
	"municipality",
	"member",
] as const;
export type AffiliationKind = (typeof affiliationKinds)[number];

/** A calendar day, YYYY-MM-DD. Every last day is inclusive. */
export const day = z.iso.date();

export const id = z.uuid();
/** Whether a text from an address is an id at all; anything else is answered as missing. */
export function isId(value: string): boolean {
	return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(value);
}

export const name = z.string().trim().min(1).max(200);
export const email = z.email().max(320);
export const phone = z
	.string()
	.trim()
	.max(40)
	.regex(/^\+?[0-9][0-9 ()-]{2,}$/);
export const latitude = z.number().min(-90).max(90);
export const longitude = z.number().min(-180).max(180);
export const municipalityNumber = z.string().regex(/^[0-9]{4}$/);
export const postcode = z.string().regex(/^[0-9]{4}$/);
/** The version of what the person looked at: somebody else may have changed it since. */
export const version = z.int().min(1);

/** Refusals any verb of this room can give; `missing` is also the answer to a forged or foreign id. */
export const commonRefusals = ["missing", "not-allowed", "changed-by-another", "ends-before-start"] as const;
export type CommonRefusal = (typeof commonRefusals)[number];

/** The same word in the three languages, as the vocabulary tables hold it. */
export type Names = { readonly nb: string; readonly nn: string; readonly en: string };

export type KindOfOrganisation = { readonly code: string; readonly name: Names; readonly plural: Names };
export type Sector = { readonly code: string; readonly name: Names };
export type Setting = { readonly code: string; readonly sector: string; readonly name: Names };
export type Vocabulary = {
	readonly kinds: readonly KindOfOrganisation[];
	readonly sectors: readonly Sector[];
	readonly settings: readonly Setting[];
};

/** A page of a list, and how many rows there are on all pages. */
export type Page<Row> = { readonly rows: readonly Row[]; readonly total: number };

/** Which page of a list, as `tableState` reads it from an address. Without a page size, everything. */
export type Paging = { readonly offset?: number; readonly pageSize?: number };
