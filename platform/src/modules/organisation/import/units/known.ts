import { gather } from "../../../../import/gather.ts";
import type { KnownUnit } from "./arrangement.ts";
import { isOver, nameKey, pathsOf } from "./path.ts";
import type { Way } from "./ways.ts";

/** Open units by the names from the top, as they will be and as they were, and by their last name. */
export function knownUnits(units: readonly KnownUnit[], wayOf: (id: string) => Way | null, today: string) {
	const { keyOf } = pathsOf(units);
	const byPath = new Map<string, KnownUnit[]>();
	const byPathBefore = new Map<string, KnownUnit[]>();
	const byLastName = new Map<string, string[]>();
	const shown: string[] = [];
	for (const unit of units) {
		if (isOver(unit, today)) continue;
		gather(byPathBefore, keyOf(unit.id), unit);
		const way = wayOf(unit.id);
		if (way === null) continue;
		gather(byPath, way.key, unit);
		gather(byLastName, nameKey(unit.name), way.shown);
		shown.push(way.shown);
	}
	return { byPath, byPathBefore, byLastName, shown };
}
