import type { JudgedRow } from "../../../../import/contract.ts";
import { gather } from "../../../../import/gather.ts";
import type { MembershipRow } from "../../people/contract.ts";
import { overlaps } from "../../rules.ts";
import { isOver, nameKey } from "../units/path.ts";

import type { PeopleSheetRow } from "./sheet.ts";
import type { FoundUnit } from "./unit-finder.ts";

export type ExistingMembership = Pick<
	MembershipRow,
	| "id"
	| "personId"
	| "name"
	| "email"
	| "phone"
	| "role"
	| "title"
	| "share"
	| "position"
	| "unitId"
	| "deputyId"
	| "validFrom"
	| "validTo"
>;

type Row = JudgedRow<PeopleSheetRow>;

/**
 * Which role that is there each row means: the same e-mail, role and unit, and among several in time the one with the same
 * first day, else the one that is not over, else the one with the same last day. A row with an e-mail also finds the role
 * of the same name that has none yet, and a row without finds one by name.
 */
export function matchMemberships(
	rows: readonly Row[],
	units: readonly (FoundUnit | null | undefined)[],
	memberships: readonly ExistingMembership[],
	{ today, absent }: { readonly today: string; readonly absent: ReadonlySet<string> },
): {
	readonly existing: readonly (ExistingMembership | undefined)[];
	readonly duplicates: readonly { readonly index: number; readonly firstRow: number }[];
} {
	const byKey = new Map<string, ExistingMembership[]>();
	for (const one of memberships) {
		const place = [one.role, one.unitId ?? ""].join("\u0000");
		if (one.email !== null) gather(byKey, `email ${one.email.toLowerCase()}\u0000${place}`, one);
		gather(byKey, `${one.email === null ? "unknown" : "known"} ${nameKey(one.name)}\u0000${place}`, one);
	}
	const taken = new Map<string, number>();
	const firstRows = new Map<string, number>();
	const duplicates: { index: number; firstRow: number }[] = [];
	const existing = rows.map(({ value, sheetRow }, index) => {
		const unit = units[index];
		if (unit === undefined) return undefined;
		const place = [value.role, unit?.id ?? ""].join("\u0000");
		const keys =
			value.email === null
				? [`unknown ${nameKey(value.name)}`, `known ${nameKey(value.name)}`]
				: [`email ${value.email.toLowerCase()}`, `unknown ${nameKey(value.name)}`];
		const own = `${keys[0]}\u0000${place}\u0000${value.validFrom ?? ""}`;
		const first = firstRows.get(own);
		if (first !== undefined) duplicates.push({ index, firstRow: first });
		else firstRows.set(own, sheetRow);
		for (const key of keys) {
			const one = bestOf(byKey.get(`${key}\u0000${place}`) ?? [], value, { today, absent });
			if (!one) continue;
			const before = taken.get(one.id);
			if (before !== undefined && first === undefined) duplicates.push({ index, firstRow: before });
			taken.set(one.id, sheetRow);
			return one;
		}
		return undefined;
	});
	return { existing, duplicates };
}

function bestOf(
	alike: readonly ExistingMembership[],
	row: PeopleSheetRow,
	{ today, absent }: { readonly today: string; readonly absent: ReadonlySet<string> },
): ExistingMembership | undefined {
	const { validFrom, validTo } = row;
	if (validFrom !== null)
		return (
			alike.find((one) => one.validFrom === validFrom) ??
			alike.find((one) => overlaps(one, { validFrom, validTo: absent.has("validTo") ? null : validTo }))
		);
	return (
		alike.find((one) => !isOver(one, today)) ??
		(validTo === null ? undefined : alike.find((one) => one.validTo === validTo))
	);
}
