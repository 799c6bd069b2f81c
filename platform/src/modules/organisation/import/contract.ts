import type { RowFinding } from "../../../import/contract.ts";

/** What of this room a spreadsheet can hold. */
export const importKinds = ["units", "people", "contacts"] as const;
export type ImportKindName = (typeof importKinds)[number];

/** Units above one another. */
export const deepest = 40;

/** Why a row of a sheet that can be read still cannot be taken in. */
export const rowRefusals = [
	"parent-unknown",
	"parent-moved",
	"parent-ambiguous",
	"parent-closed",
	"circle",
	"too-deep",
	"duplicate-unit",
	"unit-ambiguous",
	"unit-closed",
	"starts-after-end",
	"sector-missing",
	"postcode-unknown",
	"municipality-unknown",
	"phone-invalid",
	"unit-not-allowed",
	"leader-not-allowed",
	"leader-name-missing",
	"unit-unknown",
	"duplicate-role",
	"ends-before-start",
	"deputy-unknown",
	"own-deputy",
	"already-held",
	"role-not-allowed",
	"last-administrator",
	"duplicate-contact",
	"answerer-unknown",
	"box-beside-holder",
	"address-missing",
	"contact-not-allowed",
] as const;
export type RowRefusalCode = (typeof rowRefusals)[number];

export function isRowRefusal(code: string): code is RowRefusalCode {
	return rowRefusals.some((one) => one === code);
}

/** A refusal of one cell, by the key of its column; null where it is about the whole row. */
export type RowRefusal = RowFinding<RowRefusalCode>;
