import { nearest } from "../../../../spreadsheet/nearest.ts";
import { importLimits, type RowRefusal } from "../contract.ts";
import { isOver, joinedPath, nameKey, pathKey, pathsOf, shownPath } from "./path.ts";

/** A unit that is there, as far as its place goes. */
export type KnownUnit = {
	readonly id: string;
	readonly parentId: string | null;
	readonly name: string;
	readonly code: string | null;
	readonly validTo: string | null;
};

/** What a row says of where its unit is. */
export type PlacedRow = {
	readonly sheetRow: number;
	readonly value: { readonly code: string | null; readonly name: string; readonly parent: string | null };
};

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
	readonly refusals: readonly RowRefusal[];
};

type Target = { readonly row: number } | { readonly unit: KnownUnit };

/**
 * Finds which unit each row means and where it hangs. Rows may come in any order and name units above them that stand
 * further down, by code or by names from the top. A unit is recognised by code, else by its name under its parent.
 */
export function arrangeRows(rows: readonly PlacedRow[], units: readonly KnownUnit[], today: string): Arrangement {
	const refusals: RowRefusal[] = [];
	const refuse = (index: number, code: RowRefusal["code"], key: string, detail: RowRefusal["detail"] = {}) => {
		const row = rows[index];
		if (!row) return;
		const value = key === "code" ? row.value.code : key === "parent" ? row.value.parent : row.value.name;
		refusals.push({ code, row: row.sheetRow, key, value, detail });
	};
	const rowsByCode = new Map<string, number>();
	rows.forEach(({ value }, index) => {
		if (value.code !== null && !rowsByCode.has(value.code)) rowsByCode.set(value.code, index);
	});
	const unitsByCode = new Map(units.flatMap((unit) => (unit.code === null ? [] : [[unit.code, unit] as const])));
	const known = knownPaths(units, today);

	const asked = rows.map(({ value }) => askedParent(value.parent, rowsByCode, unitsByCode));
	const rowPaths = pathsOfRows(rows, asked, known.pathOf);
	const rowsByPath = new Map<string, number[]>();
	rowPaths.forEach((path, index) => {
		if (path !== null) rowsByPath.set(path, [...(rowsByPath.get(path) ?? []), index]);
	});

	let suggestions = 0;
	const suggest = (wanted: string): string => {
		const [alike, second] = known.byLastName.get(nameKey(wanted.split(/[›>]/).at(-1) ?? "")) ?? [];
		if (alike !== undefined && second === undefined) return alike;
		// Comparing letters with every unit costs; a person reads the first few.
		suggestions += 1;
		return suggestions > 5 ? "" : (nearest(wanted, known.shown.slice(0, 2000)) ?? "");
	};

	const targets = rows.map(({ value }, index): Target | null | undefined => {
		const wanted = asked[index];
		if (wanted === null || wanted === undefined) return null;
		if (wanted.kind === "row") return { row: wanted.row };
		if (wanted.kind === "unit") {
			if (!isOver(wanted.unit, today)) return { unit: wanted.unit };
			refuse(index, "parent-closed", "parent", { date: wanted.unit.validTo ?? "" });
			return undefined;
		}
		const inFile = rowsByPath.get(wanted.path) ?? [];
		const there = known.byPath.get(wanted.path) ?? [];
		const [row] = inFile;
		const [unit] = there;
		if (inFile.length > 1 || (inFile.length === 0 && there.length > 1)) refuse(index, "parent-ambiguous", "parent");
		else if (row !== undefined) return { row };
		else if (unit) return { unit };
		else refuse(index, "parent-unknown", "parent", { suggestion: suggest(value.parent ?? "") });
		return undefined;
	});

	const ids = matchRows(rows, targets, { unitsByCode, units, today, refuse });
	const parents = targets.map((target) => {
		if (target === null || target === undefined) return target;
		return "row" in target ? ids[target.row] : target.unit.id;
	});
	return { ids, parents, ...afterwards(rows, units, ids, parents, refuse), refusals };
}

type Asked =
	| { readonly kind: "row"; readonly row: number }
	| { readonly kind: "unit"; readonly unit: KnownUnit }
	| { readonly kind: "path"; readonly path: string };

function askedParent(
	parent: string | null,
	rowsByCode: ReadonlyMap<string, number>,
	unitsByCode: ReadonlyMap<string, KnownUnit>,
): Asked | null {
	if (parent === null) return null;
	const row = rowsByCode.get(parent);
	if (row !== undefined) return { kind: "row", row };
	const unit = unitsByCode.get(parent);
	return unit ? { kind: "unit", unit } : { kind: "path", path: pathKey(parent) };
}

/** Open units by the names from the top, and by their last name. */
function knownPaths(units: readonly KnownUnit[], today: string) {
	const { keyOf, shownOf } = pathsOf(units);
	const byPath = new Map<string, KnownUnit[]>();
	const byLastName = new Map<string, string[]>();
	const shown: string[] = [];
	for (const unit of units) {
		if (isOver(unit, today)) continue;
		const path = keyOf(unit.id);
		byPath.set(path, [...(byPath.get(path) ?? []), unit]);
		const text = shownPath(shownOf(unit.id));
		shown.push(text);
		const last = nameKey(unit.name);
		byLastName.set(last, [...(byLastName.get(last) ?? []), text]);
	}
	return { byPath, byLastName, shown, pathOf: keyOf };
}

/** Each row's names from the top as a key; null where its parents go round in a ring. */
function pathsOfRows(
	rows: readonly PlacedRow[],
	asked: readonly (Asked | null)[],
	pathOfUnit: (id: string) => string,
): readonly (string | null)[] {
	const paths: (string | null | undefined)[] = rows.map(() => undefined);
	for (let start = 0; start < rows.length; start += 1) {
		const chain: number[] = [];
		const inChain = new Set<number>();
		let above: string | null | undefined;
		for (let at: number | undefined = start; at !== undefined && paths[at] === undefined; ) {
			if (inChain.has(at)) {
				above = null;
				break;
			}
			chain.push(at);
			inChain.add(at);
			const wanted: Asked | null = asked[at] ?? null;
			if (wanted === null) above = "";
			else if (wanted.kind === "unit") above = pathOfUnit(wanted.unit.id);
			else if (wanted.kind === "path") above = wanted.path;
			at = wanted?.kind === "row" ? wanted.row : undefined;
			if (at !== undefined) above = paths[at];
		}
		for (const index of chain.reverse()) {
			if (above === null || above === undefined) {
				paths[index] = null;
				above = null;
			} else {
				above = joinedPath(above, rows[index]?.value.name ?? "");
				paths[index] = above;
			}
		}
	}
	return paths.map((path) => path ?? null);
}

type Matching = {
	readonly unitsByCode: ReadonlyMap<string, KnownUnit>;
	readonly units: readonly KnownUnit[];
	readonly today: string;
	readonly refuse: (index: number, code: RowRefusal["code"], key: string, detail?: RowRefusal["detail"]) => void;
};

function matchRows(
	rows: readonly PlacedRow[],
	targets: readonly (Target | null | undefined)[],
	{ unitsByCode, units, today, refuse }: Matching,
): readonly string[] {
	const children = new Map<string, KnownUnit[]>();
	for (const unit of units) {
		if (isOver(unit, today)) continue;
		const key = childKey(unit.parentId, unit.name);
		children.set(key, [...(children.get(key) ?? []), unit]);
	}
	const ids: (string | undefined)[] = rows.map(({ value }, index) => {
		const unit = value.code === null ? undefined : unitsByCode.get(value.code);
		if (!unit) return undefined;
		if (isOver(unit, today)) refuse(index, "unit-closed", "code", { date: unit.validTo ?? "" });
		return unit.id;
	});
	const taken = new Set(ids.filter((id) => id !== undefined));
	const firstRows = new Map<string, number>();

	const settle = (index: number): string => {
		const { code, name } = rows[index]?.value ?? { code: null, name: "" };
		const target = targets[index];
		const parentId = !target ? null : "unit" in target ? target.unit.id : (ids[target.row] ?? `row-${target.row}`);
		const key = childKey(parentId, name);
		const found =
			target === undefined
				? []
				: (children.get(key) ?? []).filter((unit) => !taken.has(unit.id) && (code === null || unit.code === null));
		if (found.length > 1) refuse(index, "unit-ambiguous", "name");
		const id = found[0]?.id ?? `row-${index}`;
		if (found[0]) taken.add(id);
		const first = firstRows.get(key);
		const bothCoded = code !== null && first !== undefined && rows[first]?.value.code !== null;
		if (first !== undefined && target !== undefined && !bothCoded)
			refuse(index, "duplicate-unit", "name", { firstRow: rows[first]?.sheetRow ?? 0 });
		if (first === undefined) firstRows.set(key, index);
		return id;
	};
	// A row recognised by name needs its parent recognised first.
	for (let start = 0; start < rows.length; start += 1) {
		const chain: number[] = [];
		for (let at: number | undefined = start; at !== undefined && ids[at] === undefined && !chain.includes(at); ) {
			chain.push(at);
			const target: Target | null | undefined = targets[at];
			at = target && "row" in target ? target.row : undefined;
			if (chain.length > importLimits.depth) break;
		}
		for (const index of chain.reverse()) ids[index] = settle(index);
	}
	return ids.map((id, index) => id ?? `row-${index}`);
}

function childKey(parentId: string | null, name: string): string {
	return `${parentId ?? ""}\u0000${nameKey(name)}`;
}

/** The tree as it will be: an order with parents first, and the way up from each; rings and wells are refused. */
function afterwards(
	rows: readonly PlacedRow[],
	units: readonly KnownUnit[],
	ids: readonly string[],
	parents: readonly (string | null | undefined)[],
	refuse: (index: number, code: RowRefusal["code"], key: string, detail?: RowRefusal["detail"]) => void,
): Pick<Arrangement, "order" | "pathAfter"> {
	const parentOf = new Map<string, string | null>(units.map((unit) => [unit.id, unit.parentId]));
	ids.forEach((id, index) => {
		const parent = parents[index];
		if (parent !== undefined) parentOf.set(id, parent);
	});
	const pathAfter = (id: string): string[] => {
		const path: string[] = [];
		for (let at: string | null = id; at !== null && path.length <= importLimits.depth; at = parentOf.get(at) ?? null)
			path.push(at);
		return path;
	};
	const depths = rows.map((_, index) => {
		const path = pathAfter(ids[index] ?? "");
		if (parents[index] === undefined || path.length <= importLimits.depth) return path.length;
		refuse(index, new Set(path).size < path.length ? "circle" : "too-deep", "parent", { limit: importLimits.depth });
		return path.length;
	});
	const order = rows.map((_, index) => index).sort((one, other) => (depths[one] ?? 0) - (depths[other] ?? 0));
	return { order, pathAfter };
}
