import type { FieldChange, JudgedRow, PreviewLine, RowFinding } from "../../../../import/contract.ts";
import { refusing } from "../../../../import/refusing.ts";
import { rowsInTurn, type Turns } from "../../../../import/turns.ts";
import { type CellWords, idMeant } from "../../actual/import/find.ts";
import type { Need, NeedFacts } from "../contract.ts";
import { positionsOf } from "../rules.ts";
import type { NeedSheetRow } from "../sheet.ts";
import type { NeedFinding } from "./text.ts";

export type NeedImportFacts = CellWords & {
	/** Why something is needed when the row does not say. */
	readonly reason: string;
	/** Every need that stands at units the asker may read. */
	readonly standing: readonly Need[];
};

export type PlannedNeed = { readonly need: Need | null; readonly facts: NeedFacts; readonly line: PreviewLine };

export type NeedPlan = {
	readonly created: readonly PlannedNeed[];
	readonly changed: readonly PlannedNeed[];
	readonly unchanged: readonly PreviewLine[];
	readonly untouched: number;
	readonly refusals: readonly RowFinding<NeedFinding>[];
};

/**
 * What taking in the rows would do. A need is recognised by unit, competence and the day it begins; a blank cell takes
 * nothing away. Having done it, planning the same rows again changes nothing.
 */
export function* planNeeds(rows: readonly JudgedRow<NeedSheetRow>[], facts: NeedImportFacts): Turns<NeedPlan> {
	const refusals: RowFinding<NeedFinding>[] = [];
	const standing = new Map<string, Need[]>();
	for (const need of facts.standing) standing.set(keyOf(need), [...(standing.get(keyOf(need)) ?? []), need]);
	const firstRows = new Map<string, number>();
	const created: PlannedNeed[] = [];
	const changed: PlannedNeed[] = [];
	const unchanged: PreviewLine[] = [];
	for (const [index, judged] of rows.entries()) {
		if (index % rowsInTurn === 0) yield;
		const { value: row, sheetRow, broken } = judged;
		const before = refusals.length;
		const refuse = refusing(refusals, judged);
		const unitId = idMeant(facts.unit(row.unit), (code, detail) => refuse(`unit-${code}`, "unit", detail));
		const entryId = idMeant(facts.entry(row.entry), (code, detail) => refuse(`entry-${code}`, "entry", detail));
		if (unitId !== undefined && !facts.mayAnswer(unitId)) refuse("not-yours", "unit");
		if (unitId === undefined || entryId === undefined || broken.size > 0) continue;
		const key = keyOf({ unitId, entryId, fromDay: row.fromDay });
		const [old = null, ...others] = standing.get(key) ?? [];
		if (others.length > 0) refuse("several-needs", "entry");
		const firstRow = firstRows.get(key);
		if (firstRow !== undefined) refuse("duplicate-row", null, { firstRow });
		else firstRows.set(key, sheetRow);
		const needed = factsOf(row, { unitId, entryId }, old, facts.reason);
		if ((needed.users === null) !== (needed.usersEach === null))
			refuse("users-half-said", needed.users === null ? "users" : "usersEach");
		else if (needed.users === null && needed.positions === null) refuse("positions-missing", "positions");
		if (refusals.length > before) continue;
		const changes = old ? changesOf(old, needed) : [];
		const line = { row: sheetRow, name: facts.entryName(entryId), where: facts.unitName(unitId), changes };
		if (!old) created.push({ need: null, facts: needed, line });
		else if (changes.length > 0) changed.push({ need: old, facts: needed, line });
		else unchanged.push(line);
	}
	const untouched = facts.standing.filter((need) => !firstRows.has(keyOf(need))).length;
	return { created, changed, unchanged, untouched, refusals };
}

/** A need as the row states it: positions where it has them, else those served; what is blank stays as it stands. */
function factsOf(
	row: NeedSheetRow,
	about: { readonly unitId: string; readonly entryId: string },
	old: Need | null,
	reason: string,
): NeedFacts {
	const saysServed = row.users !== null || row.usersEach !== null;
	const byServed = saysServed || (row.positions === null && old !== null && old.users !== null);
	const users = byServed ? (row.users ?? old?.users ?? null) : null;
	const usersEach = byServed ? (row.usersEach ?? old?.usersEach ?? null) : null;
	return {
		...{ ...about, users, usersEach, basis: row.basis ?? old?.basis ?? (byServed ? "users" : "task") },
		positions: byServed ? null : (row.positions ?? old?.positions ?? null),
		...{ growth: row.growth ?? old?.growth ?? null, fromDay: row.fromDay, reason: row.reason ?? old?.reason ?? reason },
	};
}

function keyOf({ unitId, entryId, fromDay }: Pick<Need, "unitId" | "entryId" | "fromDay">): string {
	return `${unitId} ${entryId} ${fromDay ?? ""}`;
}

function changesOf(old: Need, facts: NeedFacts): FieldChange[] {
	const now = { ...facts, positions: positionsOf(facts) ?? 0 };
	const fields = ["positions", "users", "usersEach", "basis", "growth", "reason"] as const;
	return fields.flatMap((field) => (old[field] === now[field] ? [] : [{ field, from: old[field], to: now[field] }]));
}
