import type { FieldChange, JudgedRow, PreviewLine, RowFinding } from "../../../../import/contract.ts";
import { refusing } from "../../../../import/refusing.ts";
import { rowsInTurn, type Turns } from "../../../../import/turns.ts";
import type { Actual, ActualRow } from "../contract.ts";
import { refuseRow } from "../rules.ts";
import type { ActualSheetRow } from "../sheet.ts";
import { type CellWords, idMeant } from "./find.ts";
import type { ActualFinding } from "./text.ts";

export type ActualFacts = CellWords & {
	readonly today: string;
	/** Where a number is from when the row does not say. */
	readonly source: string;
	/** Every number that stands. */
	readonly standing: readonly Actual[];
};

export type PlannedActual = {
	readonly unitId: string;
	readonly asOf: string;
	readonly source: string;
	readonly values: ActualRow;
	readonly line: PreviewLine;
};

export type ActualPlan = {
	readonly created: readonly PlannedActual[];
	readonly changed: readonly PlannedActual[];
	readonly unchanged: readonly PreviewLine[];
	readonly untouched: number;
	readonly refusals: readonly RowFinding<ActualFinding>[];
};

/**
 * What taking in the rows would do. A number is recognised by unit, competence and day; a blank cell takes nothing away.
 * Having done it, planning the same rows again changes nothing.
 */
export function* planActual(rows: readonly JudgedRow<ActualSheetRow>[], facts: ActualFacts): Turns<ActualPlan> {
	const refusals: RowFinding<ActualFinding>[] = [];
	const standing = new Map(facts.standing.map((one) => [keyOf(one), one]));
	const firstRows = new Map<string, number>();
	const created: PlannedActual[] = [];
	const changed: PlannedActual[] = [];
	const unchanged: PreviewLine[] = [];
	for (const [index, judged] of rows.entries()) {
		if (index % rowsInTurn === 0) yield;
		const { value: row, sheetRow, broken } = judged;
		const before = refusals.length;
		const refuse = refusing(refusals, judged);
		const unitId = idMeant(facts.unit(row.unit), (code, detail) => refuse(`unit-${code}`, "unit", detail));
		const entryId = idMeant(facts.entry(row.entry), (code, detail) => refuse(`entry-${code}`, "entry", detail));
		if (row.asOf > facts.today) refuse("ahead-of-today", "asOf");
		if (unitId !== undefined && !facts.mayAnswer(unitId)) refuse("not-yours", "unit");
		const key = unitId === undefined || entryId === undefined ? null : keyOf({ unitId, entryId, asOf: row.asOf });
		const old = key === null ? undefined : standing.get(key);
		const values = entryId === undefined ? undefined : valuesOf(row, entryId, old);
		if (values && !["heads", "positions"].some((one) => broken.has(one)))
			for (const { code, field, detail } of refuseRow(values))
				if (code === "too-many-aged" || code === "positions-over-heads" || code === "positions-without-heads")
					refuse(code, field === "positions" ? "positions" : "aged55", detail);
		if (key === null || !values || unitId === undefined || broken.size > 0) continue;
		const firstRow = firstRows.get(key);
		if (firstRow !== undefined) refuse("duplicate-row", null, { firstRow });
		else firstRows.set(key, sheetRow);
		if (refusals.length > before) continue;
		const source = row.source ?? old?.source ?? facts.source;
		const changes = old ? changesOf(old, values, source) : [];
		const line = { row: sheetRow, name: facts.entryName(values.entryId), where: facts.unitName(unitId), changes };
		if (!old) created.push({ unitId, asOf: row.asOf, source, values, line });
		else if (changes.length > 0) changed.push({ unitId, asOf: row.asOf, source, values, line });
		else unchanged.push(line);
	}
	const untouched = [...standing.keys()].filter((key) => !firstRows.has(key)).length;
	return { created, changed, unchanged, untouched, refusals };
}

function valuesOf(row: ActualSheetRow, entryId: string, old: Actual | undefined): ActualRow {
	return {
		...{ entryId, heads: row.heads, positions: Math.round(row.positions * 100) / 100 },
		...{ aged55: row.aged55 ?? old?.aged55 ?? null, aged60: row.aged60 ?? old?.aged60 ?? null },
		...{ aged65: row.aged65 ?? old?.aged65 ?? null, turnover: row.turnover ?? old?.turnover ?? null },
		hasDeputy: row.hasDeputy ?? old?.hasDeputy ?? null,
	};
}

function keyOf({ unitId, entryId, asOf }: Pick<Actual, "unitId" | "entryId" | "asOf">): string {
	return `${unitId} ${entryId} ${asOf}`;
}

function changesOf(old: Actual, values: ActualRow, source: string): FieldChange[] {
	const fields = ["heads", "positions", "aged55", "aged60", "aged65", "turnover", "hasDeputy"] as const;
	return [
		...fields.flatMap((field) =>
			old[field] === values[field] ? [] : [{ field, from: old[field], to: values[field] }],
		),
		...(old.source === source ? [] : [{ field: "source", from: old.source, to: source }]),
	];
}
