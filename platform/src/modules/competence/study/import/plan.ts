import type { JudgedRow, PreviewLine, RowFinding } from "../../../../import/contract.ts";
import { refusing } from "../../../../import/refusing.ts";
import { rowsInTurn, type Turns } from "../../../../import/turns.ts";
import { type CellWords, idMeant } from "../../actual/import/find.ts";
import { studyStates } from "../codes.ts";
import type { StepFacts, Study, StudyFacts } from "../contract.ts";
import { refuseStep, standing } from "../rules.ts";
import { nameKey, recognising } from "./recognise.ts";
import { type StudySheetRow, stepsTaken } from "./sheet.ts";
import type { StudyFinding } from "./text.ts";

type StudyImportFacts = CellWords & {
	/** The studies the asker may change. */
	readonly studies: readonly Study[];
	/** The organisation keeps the names of those who study. */
	readonly named: boolean;
	readonly today: string;
};

export type PlannedStudy = {
	/** Null: a new one, with these facts, planned from that day. */
	readonly study: Pick<Study, "id" | "version"> | null;
	readonly facts: StudyFacts;
	readonly plannedOn: string;
	readonly steps: readonly StepFacts[];
	readonly line: PreviewLine;
};

type StudyPlan = {
	readonly created: readonly PlannedStudy[];
	readonly changed: readonly PlannedStudy[];
	readonly unchanged: readonly PreviewLine[];
	readonly untouched: number;
	readonly refusals: readonly RowFinding<StudyFinding>[];
};

/**
 * What taking in the rows would do. Steps that are not noted are taken in the order of their days, as on the page; what is
 * noted is never changed. Having done it, planning the same rows again changes nothing.
 */
export function* planStudies(rows: readonly JudgedRow<StudySheetRow>[], facts: StudyImportFacts): Turns<StudyPlan> {
	const refusals: RowFinding<StudyFinding>[] = [];
	const recognised = recognising(
		rows.map(({ value }) => value),
		facts.studies,
	);
	const firstRows = new Map<string, number>();
	const created: PlannedStudy[] = [];
	const changed: PlannedStudy[] = [];
	const unchanged: PreviewLine[] = [];
	for (const [index, judged] of rows.entries()) {
		if (index % rowsInTurn === 0) yield;
		const { value: row, sheetRow, broken } = judged;
		const before = refusals.length;
		const refuse = refusing(refusals, judged);
		const unitId = idMeant(facts.unit(row.unit), (code, detail) => refuse(`unit-${code}`, "unit", detail));
		const entryId = idMeant(facts.entry(row.entry), (code, detail) => refuse(`entry-${code}`, "entry", detail));
		if (unitId !== undefined && !facts.mayAnswer(unitId)) refuse("not-yours", "unit");
		if (row.name !== null && !facts.named) refuse("names-not-kept", "name");
		const study = recognised(row, { unitId, entryId });
		if (row.number !== null && !study) refuse("number-unknown", "number");
		if (row.firstDay !== null && row.lastDay !== null && row.lastDay < row.firstDay)
			refuse("ends-before-start", "lastDay");
		const key = study ? study.id : row.name === null ? null : nameKey(row.name, row.title);
		const firstRow = key === null ? undefined : firstRows.get(key);
		if (firstRow !== undefined) refuse("duplicate-row", null, { firstRow });
		else if (key !== null) firstRows.set(key, sheetRow);
		if (unitId === undefined || entryId === undefined || broken.size > 0) continue;
		const days = stepsTaken.flatMap((state) => row[state] ?? []).sort();
		const plannedOn = [...days, facts.today].sort()[0] ?? facts.today;
		const steps = stepsOf(row, study?.steps ?? [], { plannedOn, today: facts.today }, refuse);
		if (refusals.length > before) continue;
		const line = {
			row: sheetRow,
			name: [row.name ?? (study ? `${study.number}` : ""), row.title].filter((word) => word !== "").join(", "),
			where: facts.unitName(unitId),
			changes: steps.map(({ state, onDay }) => ({ field: state, from: null, to: onDay })),
		};
		const planned = {
			study: study ? { id: study.id, version: study.version } : null,
			...{ facts: factsOf(row, { unitId, entryId }), plannedOn, steps, line },
		};
		if (!study) created.push(planned);
		else if (steps.length > 0) changed.push(planned);
		else unchanged.push(line);
	}
	return {
		created,
		changed,
		unchanged,
		untouched: facts.studies.filter(({ id }) => !firstRows.has(id)).length,
		refusals,
	};
}

/** The steps of a row that are not noted, judged one after the other as if each were taken on the page. */
function stepsOf(
	row: StudySheetRow,
	noted: Study["steps"],
	{ plannedOn, today }: { readonly plannedOn: string; readonly today: string },
	refuse: (code: StudyFinding, key: string | null, detail?: Readonly<Record<string, string | number>>) => void,
): readonly StepFacts[] {
	const taken: { readonly state: (typeof studyStates)[number]; readonly onDay: string; readonly undoneAt: null }[] =
		noted.length === 0
			? [{ state: "planned", onDay: plannedOn, undoneAt: null }]
			: standing(noted).map(({ state, onDay }) => ({ state, onDay, undoneAt: null }));
	const asked = stepsTaken
		.flatMap((state) => {
			const onDay = row[state];
			return onDay === null ? [] : [{ state, onDay }];
		})
		.sort(
			(one, other) =>
				one.onDay.localeCompare(other.onDay) || studyStates.indexOf(one.state) - studyStates.indexOf(other.state),
		);
	const steps: StepFacts[] = [];
	for (const { state, onDay } of asked) {
		if (taken.some((one) => one.state === state && one.onDay === onDay)) continue;
		const other = taken.find((one) => one.state === state);
		if (other) {
			refuse("step-stands", state, { day: other.onDay });
			continue;
		}
		const stops = state === "deferred" || state === "dropped-out";
		const step = { state, onDay, reason: stops ? row.reason : null, note: stops ? (row.note ?? "") : "" };
		const [wrong] = refuseStep(taken, step, today);
		if (wrong) {
			const code = findingOf(wrong.code);
			refuse(code, code === "reason-missing" ? "reason" : code === "note-missing" ? "note" : state);
			continue;
		}
		taken.push({ state, onDay, undoneAt: null });
		steps.push(step);
	}
	return steps;
}

/** Why a step cannot be taken, as the import says it. */
function findingOf(code: string): StudyFinding {
	const known = ["step-before-last", "ahead-of-today", "reason-missing", "note-missing"] as const;
	return known.find((one) => one === code) ?? "step-not-next";
}

function factsOf(row: StudySheetRow, about: { readonly unitId: string; readonly entryId: string }): StudyFacts {
	return {
		...{ ...about, name: row.name, email: null, title: row.title, provider: row.provider ?? "", measureId: null },
		...{ firstDay: row.firstDay, lastDay: row.lastDay, leave: "none", leaveShare: null, leaveFrom: null },
		...{ leaveUntil: null, substitute: "none", substituteShare: null, substituteCost: null },
	};
}
