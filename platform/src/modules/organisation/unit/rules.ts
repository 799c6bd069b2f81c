import { foldName, searchWords } from "../../../geography/search.ts";
import type { Refusal } from "../../../outcome.ts";
import { type Mandate, may, type UnitPath } from "../rules.ts";
import type { ReadableUnitValues, TreeLine, UnitMove, UnitRefusal, UnitRow, UnitValues } from "./contract.ts";

/** What a unit's values are held against: the vocabulary and the postcode they name. */
export type Surroundings = {
	readonly sectors: ReadonlySet<string>;
	/** Sector by setting. */
	readonly settings: ReadonlyMap<string, string>;
	/** Undefined where no postcode is given, or no postcodes are imported at all; null where there is no such postcode. */
	readonly postcode: { readonly place: string; readonly municipalityNumber: string } | null | undefined;
	/** Undefined where none is given; otherwise whether a municipality has ever had the number. */
	readonly municipalityKnown: boolean | undefined;
	/** Whether another unit of the organisation has the code. */
	readonly codeTaken: boolean;
};

export type CompleteValues = UnitValues & { readonly sector: string };

/**
 * Why values cannot stand. A value left out could not be read (its field is refused already): nothing is said of what
 * depends on it, so that everything a form gets wrong is told in one answer.
 */
export function refuseValues(values: ReadableUnitValues, around: Surroundings): readonly Refusal<UnitRefusal>[] {
	const refusals: Refusal<UnitRefusal>[] = [];
	const { setting, sector, latitude, longitude } = values;
	if (typeof setting === "string" && !around.settings.has(setting))
		refusals.push({ code: "setting-unknown", field: "setting" });
	if (sector === null && setting === null) refusals.push({ code: "sector-missing", field: "sector" });
	if (typeof sector === "string" && !around.sectors.has(sector))
		refusals.push({ code: "sector-unknown", field: "sector" });
	if (around.postcode === null) refusals.push({ code: "postcode-unknown", field: "postcode" });
	if (around.municipalityKnown === false) refusals.push({ code: "municipality-unknown", field: "municipalityNumber" });
	if (latitude !== undefined && longitude !== undefined && (latitude === null) !== (longitude === null))
		refusals.push({ code: "half-coordinates", field: latitude === null ? "latitude" : "longitude" });
	if (around.codeTaken) refusals.push({ code: "code-taken", field: "code", detail: { unitCode: values.code ?? "" } });
	return refusals;
}

/** Why a unit cannot have become something else on a day; undefined when it can. */
export function refuseSince(since: string, earliest: string, today: string): Refusal<UnitRefusal> | undefined {
	if (since > today) return { code: "since-ahead", field: "since" };
	return since < earliest ? { code: "since-too-early", field: "since", detail: { date: earliest } } : undefined;
}

/** The values filled in from what they imply (sector of the setting, place of the postcode), or why they cannot stand. */
export function completeValues(
	values: UnitValues,
	around: Surroundings,
):
	| { readonly values: CompleteValues; readonly refusals?: never }
	| { readonly refusals: readonly Refusal<UnitRefusal>[] } {
	const refusals = refuseValues(values, around);
	const sector = values.sector ?? (values.setting === null ? null : (around.settings.get(values.setting) ?? null));
	if (refusals.length > 0 || sector === null) return { refusals };
	return {
		values: {
			...values,
			sector,
			place: values.place ?? around.postcode?.place ?? null,
			municipalityNumber: values.municipalityNumber ?? around.postcode?.municipalityNumber ?? null,
		},
	};
}

export function mayManageUnit(mandate: Mandate, path: UnitPath): boolean {
	return may(mandate, "manage-units", path);
}

/** Moving changes both the place left and the place entered, so both must be the mover's to arrange. */
export function mayMove(mandate: Mandate, path: UnitPath, newParentPath: UnitPath): boolean {
	return may(mandate, "manage-units", path.slice(1)) && may(mandate, "manage-units", newParentPath);
}

/** Why a unit cannot hang where it is moved to; undefined when it can. */
export function refuseMove(
	unitId: string,
	newParent: { readonly path: UnitPath; readonly validTo: string | null } | null,
	unitValidTo: string | null,
): Refusal<UnitRefusal> | undefined {
	if (newParent === null) return undefined;
	if (newParent.path.includes(unitId)) return { code: "own-descendant", field: "parentId" };
	return outlives(unitValidTo, newParent.validTo) ? { code: "parent-closed", field: "parentId" } : undefined;
}

/** Whether a unit is closed on a day: its last day is over. On the last day itself it is open. */
export function isClosed(unit: { readonly validTo: string | null }, today: string): boolean {
	return unit.validTo !== null && unit.validTo < today;
}

/** Whether something that ends on one day goes on after another; null means it does not end. */
export function outlives(one: string | null, other: string | null): boolean {
	return other !== null && (one === null || one > other);
}

/** Neighbours in their new order with the moved one among them; undefined where the one to stand before is not there. */
export function placeAmong(
	neighbours: readonly string[],
	unitId: string,
	beforeId: UnitMove["beforeId"],
): readonly string[] | undefined {
	const others = neighbours.filter((id) => id !== unitId);
	if (beforeId === null || beforeId === unitId) return [...others, unitId];
	const at = others.indexOf(beforeId);
	return at < 0 ? undefined : [...others.slice(0, at), unitId, ...others.slice(at)];
}

/**
 * Units in the order a tree shows them: each parent before its children, children in the given order. A unit whose
 * parent is not among them (closed, or not published) stands at the top.
 */
export function arrangeTree(
	rows: readonly UnitRow[],
	leaders: ReadonlyMap<string, readonly string[]> = new Map(),
): TreeLine[] {
	const known = new Set(rows.map((row) => row.id));
	const children = new Map<string | null, UnitRow[]>();
	for (const row of rows) {
		const parent = row.parentId !== null && known.has(row.parentId) ? row.parentId : null;
		const siblings = children.get(parent);
		if (siblings) siblings.push(row);
		else children.set(parent, [row]);
	}
	const lines: TreeLine[] = [];
	// An explicit stack: a tree from an import may be deeper than the call stack likes.
	const waiting = (children.get(null) ?? []).map((row) => ({ row, depth: 0 })).reverse();
	for (let next = waiting.pop(); next; next = waiting.pop()) {
		const { row, depth } = next;
		const below = children.get(row.id) ?? [];
		lines.push({ ...row, depth, childCount: below.length, leaders: leaders.get(row.id) ?? [] });
		for (const child of below.toReversed()) waiting.push({ row: child, depth: depth + 1 });
	}
	return lines;
}

/**
 * The lines of a tree that a search finds, with those above them. Every word must stand somewhere in the name, the code
 * or the words for the setting, however it is spelled.
 * @returns the lines to show in their order, and the ids of those that were found.
 */
export function narrowTree<Line extends Pick<TreeLine, "id" | "parentId" | "name" | "code" | "setting">>(
	lines: readonly Line[],
	search: string,
	settingName: (setting: string) => string,
): { readonly shown: readonly Line[]; readonly found: ReadonlySet<string> } {
	const words = searchWords(search);
	const fits = ({ name, code, setting }: Line) => {
		const folded = [name, code ?? "", setting === null ? "" : settingName(setting)].map(foldName).join(" ");
		return words.every((word) => folded.includes(word));
	};
	const found = new Set(lines.filter(fits).map((line) => line.id));
	const shown = new Set<string>();
	// Lines come with parents before children, so the way up is found from the end.
	for (const line of lines.toReversed())
		if (found.has(line.id) || shown.has(line.id)) {
			shown.add(line.id);
			if (line.parentId !== null) shown.add(line.parentId);
		}
	return { shown: lines.filter((line) => shown.has(line.id)), found };
}

/** What a unit is found by: its name, then its code. */
export function searchNameOf(values: { readonly name: string; readonly code: string | null }): string {
	return [foldName(values.name), foldName(values.code ?? "")].filter((part) => part !== "").join("|");
}
