/**
 * Plain lists of the room: what pages show choices from. They stand apart from the contract, because a page that names
 * one would otherwise bring every schema to the browser.
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
