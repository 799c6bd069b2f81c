import { type Capability, isRole, type Role, roleCapabilities } from "./codes.ts";

/** One role a person holds today, at one unit or (null) in the whole organisation. */
export type Holding = { readonly role: string; readonly unitId: string | null };

/** What the asker may act as, read in the same unit of work as what is asked for. Facts only; the judgement is below. */
export type Mandate = {
	/** The organisation acted for; null where nobody is represented. */
	readonly organisationId: string | null;
	/** The program itself, for imports and seeding. */
	readonly system: boolean;
	/** Whether the organisation acted for runs this installation. */
	readonly operator: boolean;
	readonly holdings: readonly Holding[];
};

export const noMandate: Mandate = { organisationId: null, system: false, operator: false, holdings: [] };

/** A unit and the units above it, nearest first; empty means the whole organisation. */
export type UnitPath = readonly string[];

/**
 * Whether a mandate has a capability over a unit (given with the units above it), or over the whole organisation where
 * the path is empty. A role at a unit reaches that unit and everything below it, and nothing beside or above.
 */
export function may(mandate: Mandate, capability: Capability, path: UnitPath = []): boolean {
	if (mandate.system) return true;
	return mandate.holdings.some((holding) => reaches(holding, path) && allows(holding.role, capability));
}

/** Whether a mandate has a capability anywhere at all: whether to show the way in. */
export function mayAnywhere(mandate: Mandate, capability: Capability): boolean {
	return mandate.system || mandate.holdings.some((holding) => allows(holding.role, capability));
}

/** Whether somebody holds a role over a unit; rooms above use it for their own may-I rules. */
export function holds(mandate: Mandate, role: Role, path: UnitPath = []): boolean {
	return mandate.holdings.some((holding) => holding.role === role && reaches(holding, path));
}

/**
 * Whether a mandate may give or take a role at a unit: who manages people there, and holds every capability the role
 * brings. So nobody makes themselves more than they are.
 */
export function mayGrant(mandate: Mandate, role: string, path: UnitPath = []): boolean {
	if (!may(mandate, "manage-people", path)) return false;
	return !isRole(role) || roleCapabilities[role].every((capability) => may(mandate, capability, path));
}

/** Whether a mandate keeps the register of who exists: mergers, renaming, new municipalities. */
export function mayKeepRegister(mandate: Mandate): boolean {
	return mandate.system || (mandate.operator && may(mandate, "manage-organisation"));
}

function reaches(holding: Holding, path: UnitPath): boolean {
	return holding.unitId === null || path.includes(holding.unitId);
}

function allows(role: string, capability: Capability): boolean {
	if (!isRole(role)) return false;
	const allowed: readonly Capability[] = roleCapabilities[role];
	return allowed.includes(capability);
}

/** Something that holds from a day to a last day, both inclusive; null means it still holds. */
export type Period = { readonly validFrom: string; readonly validTo: string | null };

export function holdsOn(period: Period, day: string): boolean {
	return period.validFrom <= day && (period.validTo === null || period.validTo >= day);
}

export function overlaps(one: Period, other: Period): boolean {
	return (
		(one.validTo === null || one.validTo >= other.validFrom) &&
		(other.validTo === null || other.validTo >= one.validFrom)
	);
}

/** The later of two days. */
export function laterDay(one: string, other: string): string {
	return one > other ? one : other;
}
