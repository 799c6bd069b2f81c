import { addYears, dayOf } from "../../../day.ts";
import { foldName } from "../../../geography/search.ts";
import type { Refusal } from "../../../outcome.ts";
import { type Holding, type Mandate, may, mayAnywhere, mayGrant, type UnitPath } from "../rules.ts";
import type { Membership, MembershipRow, MembershipValues, PeopleRefusal, PeopleWarning } from "./contract.ts";

/** Whether a role was over before a day: its last day still counts. */
export function isOver(one: { readonly validTo: string | null }, today: string): boolean {
	return one.validTo !== null && one.validTo < today;
}

/** What is older than a year must be looked at again. */
export function isStale(verifiedOn: string, today: string): boolean {
	return addYears(verifiedOn, 1) <= today;
}

/** What to draw attention to in a membership; nothing once it is over. */
export function warningsOf(row: MembershipRow, today: string): readonly PeopleWarning[] {
	if (row.validTo !== null && row.validTo < today) return [];
	const warnings: PeopleWarning[] = [];
	if (isStale(dayOf(row.verifiedAt), today)) warnings.push("unverified");
	if (row.unitLastDay !== null && row.unitLastDay < today) warnings.push("unit-closed");
	if (row.deputyId !== null && row.deputyLastDay !== null && row.deputyLastDay < today) warnings.push("deputy-left");
	if (row.email === null) warnings.push("no-email");
	return warnings;
}

export function withWarnings(row: MembershipRow, today: string): Membership {
	return { ...row, warnings: warningsOf(row, today) };
}

/**
 * Whether the asker sees a membership: those who see people see colleagues everywhere in the organisation, students
 * only those who may see students; everybody sees what is held about themselves.
 */
export function maySee(
	mandate: Mandate,
	membership: { readonly role: string; readonly personId: string | null },
	personId: string | null,
): boolean {
	if (membership.personId !== null && membership.personId === personId) return true;
	return mayAnywhere(mandate, membership.role === "student" ? "see-students" : "see-people");
}

/** Whether the asker may write a membership: give this role at this unit, and take it again. */
export function mayWrite(mandate: Mandate, role: string, path: UnitPath): boolean {
	return mayGrant(mandate, role, path);
}

/** "Still correct": whoever manages people there, and the person it is about. */
export function mayVerify(
	mandate: Mandate,
	membership: { readonly personId: string | null },
	path: UnitPath,
	personId: string | null,
): boolean {
	return may(mandate, "manage-people", path) || (membership.personId !== null && membership.personId === personId);
}

/** What a membership is held against. */
export type Surroundings = {
	readonly id: string | null;
	/** Undefined where the organisation has no such unit. */
	readonly unit: { readonly validTo: string | null } | null | undefined;
	/** Undefined where the organisation has no such membership. */
	readonly deputy: { readonly personId: string | null; readonly validTo: string | null } | null | undefined;
	/** The account of the one it is about, where there is one. */
	readonly personId: string | null;
	/** Other memberships with this role at this unit and the same e-mail. */
	readonly alike: readonly { readonly validFrom: string; readonly validTo: string | null }[];
};

/** Why a membership cannot stand as it is written; empty when it can. */
export function refuseMembership(
	values: MembershipValues & { readonly validFrom: string },
	around: Surroundings,
): readonly Refusal<PeopleRefusal>[] {
	const refusals: Refusal<PeopleRefusal>[] = [];
	const { validFrom, validTo } = values;
	if (validTo !== null && validTo < validFrom) refusals.push({ code: "ends-before-start", field: "validTo" });
	if (around.unit === undefined) refusals.push({ code: "unit-unknown", field: "unitId" });
	else if (around.unit && around.unit.validTo !== null && around.unit.validTo < validFrom)
		refusals.push({ code: "unit-closed", field: "unitId" });
	if (around.deputy === undefined) refusals.push({ code: "deputy-unknown", field: "deputyId" });
	else if (around.deputy && isSamePerson(values.deputyId, around))
		refusals.push({ code: "own-deputy", field: "deputyId" });
	const overlapping = around.alike.some(
		(other) =>
			(other.validTo === null || other.validTo >= validFrom) && (validTo === null || validTo >= other.validFrom),
	);
	if (overlapping) refusals.push({ code: "already-held", field: "role" });
	return refusals;
}

function isSamePerson(deputyId: string | null, around: Surroundings): boolean {
	if (deputyId !== null && deputyId === around.id) return true;
	return around.personId !== null && around.deputy?.personId === around.personId;
}

/** Why a person cannot be sent a link to take on a role with an account of their own; undefined when they can. */
export function refuseInvitation(
	membership: Pick<MembershipRow, "personId" | "email" | "validTo">,
	today: string,
): Refusal<PeopleRefusal> | undefined {
	const { personId, email, validTo } = membership;
	if (personId !== null) return { code: "has-account" };
	if (validTo !== null && validTo < today) return { code: "already-ended", detail: { date: validTo } };
	return email === null ? { code: "email-missing", field: "email" } : undefined;
}

/** A role with the days it is held. */
export type DatedHolding = Holding & { readonly validFrom: string; readonly validTo: string | null };

/**
 * Whether a change leaves the organisation without a lasting administrator: it had one without a last day, and on the
 * day after the change it has none.
 */
export function leavesNoAdministrator(
	before: readonly DatedHolding[],
	after: readonly DatedHolding[],
	dayAfter: string,
): boolean {
	const lasts = (one: DatedHolding) => one.role === "administrator" && one.unitId === null && one.validTo === null;
	return before.some(lasts) && !after.some((one) => lasts(one) && one.validFrom <= dayAfter);
}

/** What a person is found by: name, title and e-mail. */
export function searchNameOf(values: {
	readonly name: string;
	readonly title: string | null;
	readonly email: string | null;
}): string {
	return [values.name, values.title ?? "", values.email ?? ""]
		.map(foldName)
		.filter((part) => part !== "")
		.join("|");
}
