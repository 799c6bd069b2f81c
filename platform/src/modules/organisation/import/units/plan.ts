import type { FieldChange, JudgedRow, PreviewLine } from "../../../../import/contract.ts";
import { refusing } from "../../../../import/refusing.ts";
import { rowsInTurn, type Turns } from "../../../../import/turns.ts";
import { phone as phoneShape } from "../../contract.ts";
import { type Mandate, mayGrant } from "../../rules.ts";
import type { Unit, UnitValues } from "../../unit/contract.ts";
import { type CompleteValues, completeValues, mayManageUnit, mayMove, outlives } from "../../unit/rules.ts";
import { isRowRefusal, type RowRefusal } from "../contract.ts";
import { arrangeRows } from "./arrange.ts";
import { isOver, nameKey, pathsOf, shownPath } from "./path.ts";
import type { UnitSheetRow } from "./sheet.ts";

export type ExistingUnit = Unit & { readonly sort: number };
export type Leader = { readonly name: string; readonly email: string | null };

/** What rows are held against: the organisation's units, and what the words in them can mean. */
export type UnitFacts = {
	readonly units: readonly ExistingUnit[];
	/** Those who lead each unit today or later. */
	readonly leaders: ReadonlyMap<string, readonly Leader[]>;
	readonly sectors: ReadonlySet<string>;
	/** Sector by setting. */
	readonly settings: ReadonlyMap<string, string>;
	/** Null where no postcodes are imported at all. */
	readonly postcodes: ReadonlyMap<string, { readonly place: string; readonly municipalityNumber: string }> | null;
	readonly municipalities: ReadonlySet<string>;
	readonly mandate: Mandate;
	readonly today: string;
};

/** One unit as it will be. Ids of new units are made up (`row-7`), also where others point at them. */
export type PlannedUnit = {
	readonly id: string;
	readonly parentId: string | null;
	readonly values: CompleteValues;
	/** Null: from the day it is done. */
	readonly validFrom: string | null;
	/** Null where the row names nobody who does not already lead the unit. */
	readonly leader: Leader | null;
	readonly line: PreviewLine;
};

export type UnitPlan = {
	/** Parents before children. */
	readonly created: readonly PlannedUnit[];
	readonly changed: readonly (PlannedUnit & { readonly before: ExistingUnit })[];
	readonly unchanged: readonly PreviewLine[];
	/** Open units the file says nothing about. */
	readonly untouched: number;
	readonly refusals: readonly RowRefusal[];
};

type Row = JudgedRow<UnitSheetRow>;

/**
 * What taking in the rows would do. Having done it, planning the same rows again changes nothing.
 * @param absent keys of columns the sheet does not have: nothing is said about them, and they stay as they are.
 */
export function* planUnits(rows: readonly Row[], absent: ReadonlySet<string>, facts: UnitFacts): Turns<UnitPlan> {
	const { units, today } = facts;
	const arrangement = yield* arrangeRows(rows, units, today);
	const refusals: RowRefusal[] = [...arrangement.refusals];
	const byId = new Map(units.map((unit) => [unit.id, unit]));
	const before = pathsOf(units);
	const after = pathsOf(unitsAfter(rows, units, arrangement));
	const pathBefore = waysUp(units);
	const created: PlannedUnit[] = [];
	const changed: (PlannedUnit & { before: ExistingUnit })[] = [];
	const unchanged: PreviewLine[] = [];
	const met = new Set<string>();

	yield;
	for (const [turn, index] of arrangement.order.entries()) {
		if (turn % rowsInTurn === 0) yield;
		const row = rows[index];
		const id = arrangement.ids[index];
		const parentId = arrangement.parents[index];
		if (!row || id === undefined) continue;
		met.add(id);
		const { broken } = row;
		const say = refusing(refusals, row);
		const refuse: Refuse = (code, key, detail) => {
			if (!dependsOn[code]?.some((one) => broken.has(one))) say(code, key, detail);
		};
		const existing = byId.get(id);
		const unsaid = broken.size === 0 ? absent : new Set([...absent, ...broken]);
		const values = completed(row.value, existing, unsaid, facts, refuse);
		if (parentId === undefined || values === null) continue;
		const validFrom = row.value.validFrom ?? existing?.validFrom ?? null;
		if (existing && validFrom !== null && outlives(validFrom, existing.validTo))
			refuse("starts-after-end", "validFrom", { date: existing.validTo ?? "" });
		const moved = existing !== undefined && existing.parentId !== parentId;
		const parent = parentId === null ? undefined : byId.get(parentId);
		if (parent && (!existing || moved) && outlives(existing?.validTo ?? null, parent.validTo))
			refuse("parent-closed", "parent", { date: parent.validTo ?? "" });
		const leader = newLeader(row.value, facts.leaders.get(id) ?? [], refuse);
		const where = shownPath(after.shownOf(id).slice(0, -1));
		const changes = existing
			? [
					...changesOf(existing, values, validFrom),
					...(moved
						? [{ field: "parent", from: shownPath(before.shownOf(id).slice(0, -1)) || null, to: where || null }]
						: []),
					...(leader ? [{ field: "leaderName", from: null, to: leader.name }] : []),
				]
			: [];
		const line = { row: row.sheetRow, name: values.name, where, changes };
		const planned = { id, parentId, values, validFrom, leader, line };
		const way = parentId === null ? [] : arrangement.pathAfter(parentId);
		const isPlaced = !way.some((one) => arrangement.unplaced.has(one));
		if (!existing) {
			created.push(planned);
			if (isPlaced && !mayManageUnit(facts.mandate, way)) refuse("unit-not-allowed", null);
		} else if (changes.length > 0) {
			changed.push({ ...planned, before: existing });
			const own = pathBefore(id);
			if (!mayManageUnit(facts.mandate, own) || (moved && isPlaced && !mayMove(facts.mandate, own, way)))
				refuse("unit-not-allowed", null);
		} else unchanged.push(line);
		if (leader && isPlaced && !mayGrant(facts.mandate, "unit-leader", [id, ...way]))
			refuse("leader-not-allowed", "leaderName");
	}
	const untouched = units.filter((unit) => !met.has(unit.id) && !isOver(unit, today)).length;
	const inOrder = (one: { row: number }, other: { row: number }) => one.row - other.row;
	return { created, changed, unchanged: unchanged.sort(inOrder), untouched, refusals: refusals.sort(inOrder) };
}

/** What a refusal is judged by beside the cell it points at. */
const dependsOn: Readonly<Partial<Record<RowRefusal["code"], readonly string[]>>> = {
	"sector-missing": ["setting", "sector", "code", "name", "parent"],
	"leader-name-missing": ["code", "name", "parent"],
	"unit-not-allowed": ["code", "name", "parent"],
	"leader-not-allowed": ["code", "name", "parent"],
	"parent-closed": ["code", "name"],
};

type Refuse = (code: RowRefusal["code"], key: string | null, detail?: RowRefusal["detail"]) => void;

const textKeys = ["setting", "address", "postcode", "email", "phone"] as const;

/** The row's values over those the unit has, filled in from what they imply; null where they cannot stand. */
function completed(
	row: UnitSheetRow,
	existing: ExistingUnit | undefined,
	absent: ReadonlySet<string>,
	facts: UnitFacts,
	refuse: Refuse,
): CompleteValues | null {
	const kept = <Key extends (typeof textKeys)[number]>(key: Key) =>
		absent.has(key) ? (existing?.[key] ?? null) : row[key];
	const setting = kept("setting");
	const postcode = kept("postcode");
	// What follows the postcode follows it also when the sheet has no column for it.
	const following = (key: "place" | "municipalityNumber") => {
		if (!absent.has(key)) return row[key];
		return existing && existing.postcode === postcode ? existing[key] : null;
	};
	const sameSetting = existing !== undefined && existing.setting === setting;
	const values: UnitValues = {
		name: row.name,
		code: row.code ?? existing?.code ?? null,
		setting,
		sector:
			row.sector ?? (setting === null || (absent.has("sector") && sameSetting) ? (existing?.sector ?? null) : null),
		address: kept("address"),
		postcode,
		place: following("place"),
		municipalityNumber: following("municipalityNumber"),
		latitude: existing?.latitude ?? null,
		longitude: existing?.longitude ?? null,
		email: kept("email"),
		phone: kept("phone"),
		published: row.published ?? existing?.published ?? true,
	};
	const { postcodes, municipalities } = facts;
	const complete = completeValues(values, {
		sectors: facts.sectors,
		settings: facts.settings,
		postcode: postcode === null || postcodes === null ? undefined : (postcodes.get(postcode) ?? null),
		municipalityKnown: values.municipalityNumber === null ? undefined : municipalities.has(values.municipalityNumber),
		codeTaken: false,
	});
	for (const { code, field } of complete.refusals ?? []) if (isRowRefusal(code)) refuse(code, field ?? null);
	const wrongPhone =
		values.phone !== null && values.phone !== existing?.phone && !phoneShape.safeParse(values.phone).success;
	if (wrongPhone) refuse("phone-invalid", "phone");
	return complete.refusals ? null : complete.values;
}

const comparedKeys = [
	...["name", "code", "setting", "sector", "address", "postcode"],
	...["place", "municipalityNumber", "email", "phone", "published"],
] as const;

function changesOf(before: ExistingUnit, after: CompleteValues, validFrom: string | null): FieldChange[] {
	const [one, other] = [new Map(Object.entries(before)), new Map(Object.entries({ ...after, validFrom }))];
	return [...comparedKeys, "validFrom"].flatMap((field) => {
		const [from, to] = [plain(one.get(field)), plain(other.get(field))];
		return from === to ? [] : [{ field, from, to }];
	});
}

function plain(value: unknown): string | number | boolean | null {
	return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

/** Whom the row makes leader; null where it names nobody, or somebody who leads the unit already. */
function newLeader(row: UnitSheetRow, leaders: readonly Leader[], refuse: Refuse): Leader | null {
	const { leaderName: name, leaderEmail: email } = row;
	if (name === null && email === null) return null;
	const leads = leaders.some((leader) =>
		email === null || leader.email === null
			? name !== null && nameKey(leader.name) === nameKey(name)
			: leader.email.toLowerCase() === email.toLowerCase(),
	);
	if (leads) return null;
	if (name !== null) return { name, email };
	refuse("leader-name-missing", "leaderName");
	return null;
}

type Placed = { readonly id: string; readonly parentId: string | null; readonly name: string };

function unitsAfter(
	rows: readonly Row[],
	units: readonly ExistingUnit[],
	{ ids, parents }: { readonly ids: readonly string[]; readonly parents: readonly (string | null | undefined)[] },
): readonly Placed[] {
	const after = new Map<string, Placed>(units.map((unit) => [unit.id, unit]));
	rows.forEach(({ value }, index) => {
		const id = ids[index] ?? "";
		after.set(id, { id, parentId: parents[index] ?? null, name: value.name });
	});
	return [...after.values()];
}

/** A function to each unit's id and those above it today, nearest first. */
function waysUp(units: readonly ExistingUnit[]): (id: string) => readonly string[] {
	const parentOf = new Map(units.map((unit) => [unit.id, unit.parentId]));
	return (id) => {
		const way: string[] = [];
		for (let at: string | null = id; at !== null && way.length < 60; at = parentOf.get(at) ?? null) way.push(at);
		return way;
	};
}
