import { gather } from "../../../../import/gather.ts";
import type { Turns } from "../../../../import/turns.ts";
import { nearest } from "../../../../spreadsheet/nearest.ts";
import { deepest, type RowRefusal } from "../contract.ts";
import type { KnownUnit, PlacedRow, Target } from "./arrangement.ts";
import { doubtOf } from "./doubt.ts";
import { knownUnits } from "./known.ts";
import { matchRows } from "./match.ts";
import { isOver, nameKey, pathKey } from "./path.ts";
import { type Asked, waysAfter } from "./ways.ts";

/** Where every row belongs once the whole file is taken in. */
export type Arrangement = {
	/** By row: the id of the unit it means, or a made-up one (`row-7`) for a new unit. */
	readonly ids: readonly string[];
	/** By row: the unit above, by the same ids; null at the top, undefined where that was refused. */
	readonly parents: readonly (string | null | undefined)[];
	/** Rows with parents before children. */
	readonly order: readonly number[];
	/** The ids above an id once the file is taken in, itself first. */
	readonly pathAfter: (id: string) => readonly string[];
	/** Ids with nothing known above them, because that was refused. */
	readonly unplaced: ReadonlySet<string>;
	readonly refusals: readonly RowRefusal[];
};

/**
 * Finds which unit each row means and where it hangs. Rows may come in any order and name units above them that stand
 * further down, by code or by names from the top. A unit is recognised by code, else by its name under its parent.
 */
export function* arrangeRows(
	rows: readonly PlacedRow[],
	units: readonly KnownUnit[],
	today: string,
): Turns<Arrangement> {
	const refusals: RowRefusal[] = [];
	const refuse = (index: number, code: RowRefusal["code"], key: string, detail: RowRefusal["detail"] = {}) => {
		const row = rows[index];
		if (!row || row.broken.has(key)) return;
		const value = key === "code" ? row.value.code : key === "parent" ? row.value.parent : row.value.name;
		refusals.push({ code, row: row.sheetRow, key, value, detail });
	};
	const rowsByCode = new Map<string, number>();
	rows.forEach(({ value }, index) => {
		if (value.code !== null && !rowsByCode.has(value.code)) rowsByCode.set(value.code, index);
	});
	const byId = new Map(units.map((unit) => [unit.id, unit]));
	const unitsByCode = new Map(units.flatMap((unit) => (unit.code === null ? [] : [[unit.code, unit] as const])));
	const rowOf = new Map<string, number>();
	for (const [code, row] of rowsByCode) {
		const unit = unitsByCode.get(code);
		if (unit) rowOf.set(unit.id, row);
	}
	yield;
	const asked = rows.map(({ value, broken }): Asked => {
		return broken.has("parent") ? { kind: "unreadable" } : askedParent(value.parent, rowsByCode, unitsByCode);
	});
	const ways = waysAfter(
		rows.map(({ value, broken }) => (broken.has("name") ? null : value.name)),
		asked,
		units,
		rowOf,
	);
	const rowsByPath = new Map<string, number[]>();
	rows.forEach((_, index) => {
		const way = ways.ofRow(index);
		if (way !== null) gather(rowsByPath, way.key, index);
	});
	yield;
	const known = knownUnits(units, ways.ofUnit, today);
	yield;

	const waysByName = new Map<string, string[]>();
	rows.forEach(({ value, broken }, index) => {
		const way = broken.has("name") ? null : ways.ofRow(index);
		if (way !== null) gather(waysByName, nameKey(value.name), way.shown);
	});
	const inFileBy = (name: string) => waysByName.get(name) ?? [];
	let suggestions = 0;
	const suggest = (wanted: string): string => {
		const lastName = nameKey(wanted.split(/[›>]/).at(-1) ?? "");
		const [alike, second] = [...new Set([...(known.byLastName.get(lastName) ?? []), ...inFileBy(lastName)])];
		if (alike !== undefined && second === undefined) return alike;
		// Comparing letters with every unit costs; a person reads the first few.
		suggestions += 1;
		if (suggestions > 5) return "";
		const inFile = rows.slice(0, 2000).flatMap((_, index) => {
			const above = asked[index] ?? null;
			const isThere = above?.kind !== "path" || rowsByPath.has(above.path) || known.byPath.has(above.path);
			const way = isThere ? ways.ofRow(index) : null;
			return way === null ? [] : [way.shown];
		});
		return nearest(wanted, [...inFile, ...known.shown.slice(0, 2000)]) ?? "";
	};

	const isInDoubt = doubtOf(rows, ways.aboveRow);
	const targets = rows.map(({ value }, index): Target | null | undefined => {
		const wanted = asked[index];
		if (wanted === null || wanted === undefined) return null;
		if (wanted.kind === "unreadable") return undefined;
		if (wanted.kind === "row") return { row: wanted.row };
		if (wanted.kind === "unit") {
			const unit = byId.get(wanted.id);
			if (unit && !isOver(unit, today)) return { unit };
			refuse(index, "parent-closed", "parent", { date: unit?.validTo ?? "" });
			return undefined;
		}
		const inFile = rowsByPath.get(wanted.path) ?? [];
		const there = known.byPath.get(wanted.path) ?? [];
		const [row] = inFile;
		const [unit] = there;
		if (isInDoubt(wanted.path)) {
			const one = inFile.length === 1 ? inFile[0] : undefined;
			return one === undefined ? undefined : { row: one };
		}
		if (inFile.length > 1 || (inFile.length === 0 && there.length > 1)) refuse(index, "parent-ambiguous", "parent");
		else if (row !== undefined) return { row };
		else if (unit) return { unit };
		else {
			const [moved] = known.byPathBefore.get(wanted.path) ?? [];
			if (moved && ways.passes(moved.id, index)) refuse(index, "circle", "parent");
			else if (moved) refuse(index, "parent-moved", "parent", { suggestion: ways.ofUnit(moved.id)?.shown ?? "" });
			else refuse(index, "parent-unknown", "parent", { suggestion: suggest(value.parent ?? "") });
		}
		return undefined;
	});

	yield;
	const ids = matchRows(rows, targets, { unitsByCode, units, today, refuse });
	const parents = targets.map((target) => {
		if (target === null || target === undefined) return target;
		return "row" in target ? ids[target.row] : target.unit.id;
	});
	yield;
	return { ids, parents, ...afterwards(rows, units, ids, parents, refuse), refusals };
}

function askedParent(
	parent: string | null,
	rowsByCode: ReadonlyMap<string, number>,
	unitsByCode: ReadonlyMap<string, KnownUnit>,
): Asked {
	if (parent === null) return null;
	const row = rowsByCode.get(parent);
	if (row !== undefined) return { kind: "row", row };
	const unit = unitsByCode.get(parent);
	return unit ? { kind: "unit", id: unit.id } : { kind: "path", path: pathKey(parent), shown: parent };
}

/** The tree as it will be: an order with parents first, and the way up from each; rings and wells are refused. */
function afterwards(
	rows: readonly PlacedRow[],
	units: readonly KnownUnit[],
	ids: readonly string[],
	parents: readonly (string | null | undefined)[],
	refuse: (index: number, code: RowRefusal["code"], key: string, detail?: RowRefusal["detail"]) => void,
): Pick<Arrangement, "order" | "pathAfter" | "unplaced"> {
	const parentOf = new Map<string, string | null>(units.map((unit) => [unit.id, unit.parentId]));
	const unplaced = new Set<string>();
	ids.forEach((id, index) => {
		const parent = parents[index];
		if (parent !== undefined) parentOf.set(id, parent);
		else unplaced.add(id);
	});
	const pathAfter = (id: string): string[] => {
		const path: string[] = [];
		for (let at: string | null = id; at !== null && path.length <= deepest; at = parentOf.get(at) ?? null)
			path.push(at);
		return path;
	};
	const depths = rows.map((_, index) => {
		const path = pathAfter(ids[index] ?? "");
		if (path.length <= deepest || path.some((one) => unplaced.has(one))) return path.length;
		refuse(index, new Set(path).size < path.length ? "circle" : "too-deep", "parent", { limit: deepest });
		return path.length;
	});
	const order = rows.map((_, index) => index).sort((one, other) => (depths[one] ?? 0) - (depths[other] ?? 0));
	return { order, pathAfter, unplaced };
}
