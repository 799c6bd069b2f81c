import { gather } from "../../../../import/gather.ts";
import { deepest, type RowRefusal } from "../contract.ts";
import type { KnownUnit, PlacedRow, Target } from "./arrangement.ts";
import { isOver, nameKey } from "./path.ts";

type Matching = {
	readonly unitsByCode: ReadonlyMap<string, KnownUnit>;
	readonly units: readonly KnownUnit[];
	readonly today: string;
	readonly refuse: (index: number, code: RowRefusal["code"], key: string, detail?: RowRefusal["detail"]) => void;
};

/** Which unit each row means: by code, else by name under its parent; a made-up id (`row-7`) for a new one. */
export function matchRows(
	rows: readonly PlacedRow[],
	targets: readonly (Target | null | undefined)[],
	{ unitsByCode, units, today, refuse }: Matching,
): readonly string[] {
	const children = new Map<string, KnownUnit[]>();
	for (const unit of units) {
		if (isOver(unit, today)) continue;
		const key = childKey(unit.parentId, unit.name);
		gather(children, key, unit);
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
		const { value, broken } = rows[index] ?? { value: { code: null, name: "" }, broken: new Set() };
		const { code, name } = value;
		const target = targets[index];
		const parentId = !target ? null : "unit" in target ? target.unit.id : (ids[target.row] ?? `row-${target.row}`);
		const key = childKey(parentId, name);
		// Whether it is another's namesake cannot be told of a row whose code or name cannot be read.
		const isSure = !broken.has("code") && !broken.has("name");
		const found =
			target === undefined
				? []
				: (children.get(key) ?? []).filter((unit) => !taken.has(unit.id) && (code === null || unit.code === null));
		if (found.length > 1 && isSure) refuse(index, "unit-ambiguous", "name");
		const id = found[0]?.id ?? `row-${index}`;
		if (found[0]) taken.add(id);
		if (!isSure || target === undefined) return id;
		const first = firstRows.get(key);
		const bothCoded = code !== null && first !== undefined && rows[first]?.value.code !== null;
		if (first !== undefined && !bothCoded)
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
			if (chain.length > deepest) break;
		}
		for (const index of chain.reverse()) ids[index] = settle(index);
	}
	return ids.map((id, index) => id ?? `row-${index}`);
}

function childKey(parentId: string | null, name: string): string {
	return `${parentId ?? ""}\u0000${nameKey(name)}`;
}
