import { foldName } from "../../../../geography/search.ts";
import type { FieldChange, JudgedRow, PreviewLine, RowFinding } from "../../../../import/contract.ts";
import { refusing } from "../../../../import/refusing.ts";
import { rowsInTurn, type Turns } from "../../../../import/turns.ts";
import { type CellWords, idMeant } from "../../actual/import/find.ts";
import type { Measure, MeasureFacts } from "../contract.ts";
import { refuseMeasure } from "../rules.ts";
import type { MeasureSheetRow } from "./sheet.ts";
import type { MeasureFinding } from "./text.ts";

type PlanNamed = { readonly id: string; readonly title: string };

export type MeasureImportFacts = CellWords & {
	/** Plans that have not ended. */
	readonly plans: readonly PlanNamed[];
	readonly measures: readonly Measure[];
	/** What the whole of a plan is called where a unit would stand. */
	readonly wholeScope: readonly string[];
};

export type PlannedMeasure = {
	/** Null: a new one. */
	readonly measure: Measure | null;
	readonly facts: MeasureFacts;
	readonly line: PreviewLine;
};

type MeasurePlan = {
	readonly created: readonly PlannedMeasure[];
	readonly changed: readonly PlannedMeasure[];
	readonly unchanged: readonly PreviewLine[];
	readonly untouched: number;
	readonly refusals: readonly RowFinding<MeasureFinding>[];
};

/**
 * What taking in the rows would do. A measure is recognised by its plan and what it is called; a blank cell takes nothing
 * away. Having done it, planning the same rows again changes nothing.
 */
export function* planMeasures(
	rows: readonly JudgedRow<MeasureSheetRow>[],
	facts: MeasureImportFacts,
): Turns<MeasurePlan> {
	const refusals: RowFinding<MeasureFinding>[] = [];
	const standing = new Map<string, Measure[]>();
	for (const one of facts.measures) standing.set(keyOf(one), [...(standing.get(keyOf(one)) ?? []), one]);
	const firstRows = new Map<string, number>();
	const created: PlannedMeasure[] = [];
	const changed: PlannedMeasure[] = [];
	const unchanged: PreviewLine[] = [];
	const last = new Map<string, number>();
	for (const { planId, priority } of facts.measures) last.set(planId, Math.max(last.get(planId) ?? 0, priority));
	for (const [index, judged] of rows.entries()) {
		if (index % rowsInTurn === 0) yield;
		const { value: row, sheetRow, broken } = judged;
		const before = refusals.length;
		const refuse = refusing(refusals, judged);
		const plan = planMeant(facts.plans, row.plan);
		if (typeof plan === "string") {
			refuse(plan, "plan");
			continue;
		}
		const isWhole = row.unit !== null && facts.wholeScope.map(foldName).includes(foldName(row.unit));
		const unitId =
			row.unit === null || isWhole
				? null
				: idMeant(facts.unit(row.unit), (code, detail) => refuse(`unit-${code}`, "unit", detail));
		const entryId =
			row.entry === null
				? null
				: idMeant(facts.entry(row.entry), (code, detail) => refuse(`entry-${code}`, "entry", detail));
		if (unitId === undefined || entryId === undefined || broken.size > 0) continue;
		const key = keyOf({ planId: plan.id, title: row.title });
		const [old = null, ...others] = standing.get(key) ?? [];
		if (others.length > 0) refuse("several-measures", "title");
		const firstRow = firstRows.get(key);
		if (firstRow !== undefined) refuse("duplicate-row", null, { firstRow });
		else firstRows.set(key, sheetRow);
		const kind = row.kind ?? old?.kind;
		const ownerName = row.ownerName ?? old?.ownerName;
		if (kind === undefined) refuse("kind-missing", "kind");
		if (ownerName === undefined) refuse("owner-missing", "ownerName");
		if (kind === undefined || ownerName === undefined) continue;
		const next = Math.min(999, (last.get(plan.id) ?? 0) + 1);
		const stated: MeasureFacts = {
			...{ planId: plan.id, kind, ownerName, title: old?.title ?? row.title },
			unitId: isWhole ? null : (unitId ?? old?.unitId ?? null),
			...{ entryId: entryId ?? old?.entryId ?? null, closes: row.closes ?? old?.closes ?? null },
			...{ persons: row.persons ?? old?.persons ?? null, cost: row.cost ?? old?.cost ?? null },
			financing: row.financing ?? old?.financing ?? "undecided",
			substitutePositions: row.substitutePositions ?? old?.substitutePositions ?? null,
			...{ priority: row.priority ?? old?.priority ?? next, status: row.status ?? old?.status ?? "proposed" },
			...{ dueOn: row.dueOn ?? old?.dueOn ?? null, ownerEmail: row.ownerEmail ?? old?.ownerEmail ?? null },
			...{
				deputyName: row.deputyName ?? old?.deputyName ?? "",
				deputyEmail: row.deputyEmail ?? old?.deputyEmail ?? null,
			},
			note: row.note ?? old?.note ?? "",
		};
		// Plan, unit and competence are found above: what is left is what the measure says of itself.
		const around = {
			plans: new Set([stated.planId]),
			units: new Set([stated.unitId ?? ""]),
			entries: new Set([stated.entryId ?? ""]),
		};
		for (const { code } of refuseMeasure(stated, around))
			for (const [known, at] of ownRefusals) if (known === code) refuse(known, at);
		if (refusals.length > before) continue;
		last.set(plan.id, Math.max(last.get(plan.id) ?? 0, stated.priority));
		const changes = old ? changesOf(old, stated, facts) : [];
		const line = { row: sheetRow, name: stated.title, where: plan.title, changes };
		if (!old) created.push({ measure: null, facts: stated, line });
		else if (changes.length > 0) changed.push({ measure: old, facts: stated, line });
		else unchanged.push(line);
	}
	const untouched = facts.measures.filter((one) => !firstRows.has(keyOf(one))).length;
	return { created, changed, unchanged, untouched, refusals };
}

const ownRefusals = [
	["closes-what", "entry"],
	["owner-twice", "deputyName"],
	["dropped-why", "note"],
] as const;

/** The plan a cell names; the only one there is where the cell is blank. */
function planMeant(plans: readonly PlanNamed[], word: string | null): PlanNamed | MeasureFinding {
	const wanted = foldName(word ?? "");
	const found = wanted === "" ? plans : plans.filter(({ title }) => foldName(title) === wanted);
	const [first] = found;
	if (!first) return "plan-unknown";
	return found.length === 1 ? first : wanted === "" ? "plan-missing" : "plan-several";
}

function keyOf({ planId, title }: Pick<Measure, "planId" | "title">): string {
	return `${planId} ${foldName(title)}`;
}

const plainFields = [
	...([
		"kind",
		"closes",
		"persons",
		"cost",
		"financing",
		"substitutePositions",
		"priority",
		"status",
		"dueOn",
	] as const),
	...(["ownerName", "ownerEmail", "deputyName", "deputyEmail", "note"] as const),
] as const;

function changesOf(old: Measure, now: MeasureFacts, facts: MeasureImportFacts): FieldChange[] {
	const unit = (id: string | null) => (id === null ? (facts.wholeScope[0] ?? null) : facts.unitName(id));
	const entry = (id: string | null) => (id === null ? null : facts.entryName(id));
	return [
		...(old.unitId === now.unitId ? [] : [{ field: "unit", from: unit(old.unitId), to: unit(now.unitId) }]),
		...(old.entryId === now.entryId ? [] : [{ field: "entry", from: entry(old.entryId), to: entry(now.entryId) }]),
		...plainFields.flatMap((field) => (old[field] === now[field] ? [] : [{ field, from: old[field], to: now[field] }])),
	];
}
