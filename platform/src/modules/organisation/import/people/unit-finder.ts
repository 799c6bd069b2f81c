import { gather } from "../../../../import/gather.ts";
import type { RowRefusal } from "../contract.ts";
import { isOver, nameKey, pathKey, pathsOf, shownPath } from "../units/path.ts";

export type UnitToFind = {
	readonly id: string;
	readonly parentId: string | null;
	readonly name: string;
	readonly code: string | null;
	readonly validTo: string | null;
};

export type FoundUnit = {
	readonly id: string;
	readonly validTo: string | null;
	/** Names from the top. */
	readonly names: readonly string[];
	/** Ids, itself first. */
	readonly path: readonly string[];
};

type Refuse = (code: RowRefusal["code"], key: string | null, detail?: RowRefusal["detail"]) => void;

/** Finds units by code, else by names from the top, else by a name only one unit has. */
export function unitFinder(
	units: readonly UnitToFind[],
	today: string,
): { find(text: string | null, refuse: Refuse): FoundUnit | null | undefined } {
	const { keyOf, shownOf } = pathsOf(units);
	const byId = new Map(units.map((unit) => [unit.id, unit]));
	const byCode = new Map(units.flatMap((unit) => (unit.code === null ? [] : [[unit.code, unit] as const])));
	const byPath = new Map<string, UnitToFind[]>();
	const byName = new Map<string, UnitToFind[]>();
	for (const unit of units) {
		gather(byPath, keyOf(unit.id), unit);
		gather(byName, nameKey(unit.name), unit);
	}
	const made = new Map<string, FoundUnit>();
	const foundOf = (unit: UnitToFind): FoundUnit => {
		const known = made.get(unit.id);
		if (known) return known;
		const path: string[] = [];
		for (let at: string | null = unit.id; at !== null && path.length < 60; at = byId.get(at)?.parentId ?? null)
			path.push(at);
		const found = { id: unit.id, validTo: unit.validTo, names: shownOf(unit.id), path };
		made.set(unit.id, found);
		return found;
	};
	const openOnes = (alike: readonly UnitToFind[]) => {
		const open = alike.filter((unit) => !isOver(unit, today));
		return open.length > 0 ? open : alike;
	};

	return {
		find(text, refuse) {
			if (text === null) return null;
			const coded = byCode.get(text);
			if (coded) return foundOf(coded);
			const placed = openOnes(byPath.get(pathKey(text)) ?? []);
			const named = openOnes(byName.get(nameKey(text)) ?? []);
			const alike = placed.length > 0 ? placed : named;
			if (alike.length === 1 && alike[0]) return foundOf(alike[0]);
			const last = openOnes(byName.get(nameKey(text.split(/[›>]/).at(-1) ?? "")) ?? []);
			const suggestion = last.length === 1 && last[0] ? shownPath(shownOf(last[0].id)) : "";
			if (alike.length > 1) refuse("parent-ambiguous", "unit");
			else refuse("unit-unknown", "unit", { suggestion });
			return undefined;
		},
	};
}
