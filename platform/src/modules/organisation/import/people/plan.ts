import { addDays } from "../../../../day.ts";
import type { FieldChange, JudgedRow, PreviewLine } from "../../../../import/contract.ts";
import { gather } from "../../../../import/gather.ts";
import { refusing } from "../../../../import/refusing.ts";
import { rowsInTurn, type Turns } from "../../../../import/turns.ts";
import { isRole, phone as phoneShape } from "../../contract.ts";
import type { MembershipValues } from "../../people/contract.ts";
import { type DatedHolding, leavesNoAdministrator } from "../../people/rules.ts";
import { type Mandate, mayGrant, overlaps } from "../../rules.ts";
import type { RowRefusal } from "../contract.ts";
import { isOver, shownPath } from "../units/path.ts";
import type { ExistingMembership } from "./match.ts";
import { matchMemberships } from "./match.ts";
import type { PeopleSheetRow } from "./sheet.ts";
import { type FoundUnit, type UnitToFind, unitFinder } from "./unit-finder.ts";

export type PeopleFacts = {
	readonly memberships: readonly ExistingMembership[];
	readonly units: readonly UnitToFind[];
	readonly mandate: Mandate;
	readonly today: string;
};

/** One role as it will be. Ids of new ones are made up (`row-7`), also where a deputy points at them. */
export type PlannedMembership = {
	readonly id: string;
	readonly values: MembershipValues & { readonly validFrom: string };
	readonly line: PreviewLine;
};

export type PeoplePlan = {
	readonly created: readonly PlannedMembership[];
	readonly changed: readonly (PlannedMembership & { readonly before: ExistingMembership })[];
	readonly unchanged: readonly PreviewLine[];
	/** Roles not over that the file says nothing about. */
	readonly untouched: number;
	readonly refusals: readonly RowRefusal[];
};

type Row = JudgedRow<PeopleSheetRow>;

/** What a role is recognised by: with one of them unread, nothing is known of what the row would do. */
const recognisedBy = ["name", "email", "role", "unit", "validFrom", "validTo"];

/**
 * What taking in the rows would do. A role is recognised by e-mail, role and unit; having done it, planning the same rows
 * again changes nothing.
 * @param absent keys of columns the sheet does not have: nothing is said about them, and they stay as they are.
 */
export function* planPeople(rows: readonly Row[], absent: ReadonlySet<string>, facts: PeopleFacts): Turns<PeoplePlan> {
	const { memberships, mandate, today } = facts;
	const refusals: RowRefusal[] = [];
	const units = unitFinder(facts.units, today);
	const isRead = ({ broken }: Row) => broken.size === 0 || !recognisedBy.some((key) => broken.has(key));
	const placed = rows.map((row) => units.find(row.value.unit, refusing(refusals, row)));
	const found = placed.map((unit, index) => (rows[index] && isRead(rows[index]) ? unit : undefined));
	yield;
	const matches = matchMemberships(rows, found, memberships, { today, absent });
	for (const { index, firstRow } of matches.duplicates) {
		const row = rows[index];
		if (row) refusing(refusals, row)("duplicate-role", row.value.email === null ? "name" : "email", { firstRow });
	}
	const ids = rows.map((_, index) => matches.existing[index]?.id ?? `row-${index}`);
	const deputies = deputyFinder(rows, ids, memberships, today);

	const created: PlannedMembership[] = [];
	const changed: (PlannedMembership & { before: ExistingMembership })[] = [];
	const unchanged: PreviewLine[] = [];
	const namesOf = new Map(memberships.map((one) => [one.id, one.email ?? one.name]));
	yield;
	for (const [index, row] of rows.entries()) {
		if (index % rowsInTurn === 0) yield;
		const unit = found[index];
		const id = ids[index];
		const refuse = refusing(refusals, row);
		if (unit === undefined || id === undefined || !isRole(row.value.role)) {
			refuseAlone(row.value, refuse);
			deputies(row.value, undefined, refuse);
			continue;
		}
		const existing = matches.existing[index];
		const unsaid = row.broken.size === 0 ? absent : new Set([...absent, ...row.broken]);
		const values = valuesOf(row.value, existing, unsaid, unit, today);
		if (!unsaid.has("deputyEmail")) values.deputyId = deputies(row.value, existing, refuse);
		if (values.validTo !== null && values.validTo < values.validFrom) refuse("ends-before-start", "validTo");
		if (unit && values.validFrom > (unit.validTo ?? values.validFrom))
			refuse("unit-closed", "unit", { date: unit.validTo ?? "" });
		if (values.phone !== null && values.phone !== existing?.phone && !phoneShape.safeParse(values.phone).success)
			refuse("phone-invalid", "phone");
		const where = unit === null ? "" : shownPath(unit.names);
		const changes = existing ? changesOf(existing, values, namesOf, row.value.deputyEmail) : [];
		const line = { row: row.sheetRow, name: values.name, where, changes };
		if (existing && changes.length === 0) {
			unchanged.push(line);
			continue;
		}
		if (!mayGrant(mandate, values.role, unit === null ? [] : unit.path)) refuse("role-not-allowed", "role");
		if (existing) changed.push({ id, values, line, before: existing });
		else created.push({ id, values, line });
	}
	const twice = new Set(matches.duplicates.map(({ index }) => rows[index]?.sheetRow));
	const once = (one: PlannedMembership) => !twice.has(one.line.row);
	refuseOverlaps(created.filter(once), changed.filter(once), memberships, (line, code) =>
		refusals.push({ code, row: line.row, key: "validFrom", value: null }),
	);
	const first = changed.find(({ before, values }) => before.role === "administrator" && values.validTo !== null);
	if (first && rows.every(isRead) && losesAdministrators(created, changed, memberships, today))
		refusals.push({ code: "last-administrator", row: first.line.row, key: "validTo", value: first.values.validTo });
	const met = new Set(ids);
	return {
		...{ created, changed, unchanged },
		untouched: memberships.filter((one) => !met.has(one.id) && !isOver(one, today)).length,
		refusals: refusals.sort((one, other) => one.row - other.row),
	};
}

/** What is wrong with a row whatever it means. */
function refuseAlone({ phone, validFrom, validTo }: PeopleSheetRow, refuse: Refuse): void {
	if (validFrom !== null && validTo !== null && validTo < validFrom) refuse("ends-before-start", "validTo");
	if (phone !== null && !phoneShape.safeParse(phone).success) refuse("phone-invalid", "phone");
}

type Values = { -readonly [Key in keyof PlannedMembership["values"]]: PlannedMembership["values"][Key] };

function valuesOf(
	row: PeopleSheetRow,
	existing: ExistingMembership | undefined,
	absent: ReadonlySet<string>,
	unit: FoundUnit | null,
	today: string,
): Values {
	const role = row.role;
	if (!isRole(role)) throw new Error("A role that is no role got past the sheet");
	return {
		name: row.name,
		email: row.email ?? existing?.email ?? null,
		phone: absent.has("phone") ? (existing?.phone ?? null) : row.phone,
		role,
		title: absent.has("title") ? (existing?.title ?? null) : row.title,
		share: absent.has("share") ? (existing?.share ?? null) : row.share,
		position: row.position === "staff" ? "staff" : row.position === "line" ? "line" : (existing?.position ?? "line"),
		unitId: unit?.id ?? null,
		deputyId: existing?.deputyId ?? null,
		validFrom: row.validFrom ?? existing?.validFrom ?? today,
		validTo: absent.has("validTo") ? (existing?.validTo ?? null) : row.validTo,
	};
}

type Refuse = (code: RowRefusal["code"], key: string | null, detail?: RowRefusal["detail"]) => void;

/** A function to the membership that stands in: one that is there already, else one of the file's own. */
function deputyFinder(
	rows: readonly Row[],
	ids: readonly string[],
	memberships: readonly ExistingMembership[],
	today: string,
): (row: PeopleSheetRow, existing: ExistingMembership | undefined, refuse: Refuse) => string | null {
	const byEmail = new Map<string, string>();
	// Whoever stands in a row with an unread address may be the one that is meant.
	const isKnown = rows.every(({ broken }) => !broken.has("email"));
	const emails = new Map(memberships.map((one) => [one.id, one.email?.toLowerCase() ?? null]));
	for (const { id, email, ...one } of memberships)
		if (email !== null && !isOver(one, today) && !byEmail.has(email.toLowerCase()))
			byEmail.set(email.toLowerCase(), id);
	rows.forEach(({ value }, index) => {
		const email = value.email?.toLowerCase();
		const id = ids[index];
		if (email !== undefined && id !== undefined && !byEmail.has(email)) byEmail.set(email, id);
	});
	return ({ email, deputyEmail }, existing, refuse) => {
		const current = existing?.deputyId ?? null;
		// A deputy without an e-mail cannot stand in the sheet, so a blank says nothing of them.
		if (deputyEmail === null) return current !== null && emails.get(current) === null ? current : null;
		const wanted = deputyEmail.toLowerCase();
		if (wanted === email?.toLowerCase()) {
			refuse("own-deputy", "deputyEmail");
			return null;
		}
		// Any of the deputy's roles will do: the one that stands there is kept.
		if (current !== null && emails.get(current) === wanted) return current;
		const id = byEmail.get(wanted) ?? null;
		if (id === null && isKnown) refuse("deputy-unknown", "deputyEmail");
		return id;
	};
}

const comparedKeys = ["name", "email", "phone", "title", "share", "position", "validFrom", "validTo"] as const;

function changesOf(
	before: ExistingMembership,
	after: Values,
	namesOf: ReadonlyMap<string, string>,
	deputyEmail: string | null,
): FieldChange[] {
	const changes: FieldChange[] = comparedKeys.flatMap((field) => {
		const [from, to] = [before[field], after[field]];
		const same = field === "email" ? from?.toString().toLowerCase() === to?.toString().toLowerCase() : from === to;
		return same ? [] : [{ field, from, to }];
	});
	if (before.deputyId === after.deputyId) return changes;
	const from = before.deputyId === null ? null : (namesOf.get(before.deputyId) ?? null);
	return [...changes, { field: "deputyEmail", from, to: deputyEmail }];
}

/** No two roles alike at the same time: neither among the file's, nor between them and those that are there. */
function refuseOverlaps(
	created: readonly PlannedMembership[],
	changed: readonly (PlannedMembership & { readonly before: ExistingMembership })[],
	memberships: readonly ExistingMembership[],
	refuse: (line: PreviewLine, code: "already-held") => void,
): void {
	const changing = new Set(changed.map((one) => one.id));
	const groups = new Map<string, { validFrom: string; validTo: string | null }[]>();
	const keyOf = (one: { email: string | null; role: string; unitId: string | null }) =>
		one.email === null ? null : [one.email.toLowerCase(), one.role, one.unitId ?? ""].join("\u0000");
	for (const one of memberships) {
		const key = changing.has(one.id) ? null : keyOf(one);
		if (key !== null) gather(groups, key, one);
	}
	for (const { values, line } of [...changed, ...created]) {
		const key = keyOf(values);
		if (key === null) continue;
		const others = groups.get(key) ?? [];
		if (others.some((other) => overlaps(other, values))) refuse(line, "already-held");
		gather(groups, key, values);
	}
}

function losesAdministrators(
	created: readonly PlannedMembership[],
	changed: readonly (PlannedMembership & { readonly before: ExistingMembership })[],
	memberships: readonly ExistingMembership[],
	today: string,
): boolean {
	const holding = ({ role, unitId, validFrom, validTo }: DatedHolding): DatedHolding => ({
		...{ role, unitId, validFrom, validTo },
	});
	const changing = new Map(changed.map((one) => [one.id, one.values]));
	const before = memberships.map(holding);
	const after = [
		...memberships.map((one) => holding(changing.get(one.id) ?? one)),
		...created.map((one) => holding(one.values)),
	];
	return leavesNoAdministrator(before, after, addDays(today, 1));
}
