import type { FieldChange, JudgedRow, PreviewLine, RowFinding } from "../../../../import/contract.ts";
import { gather } from "../../../../import/gather.ts";
import { type Finding, refusing } from "../../../../import/refusing.ts";
import { rowsInTurn, type Turns } from "../../../../import/turns.ts";
import { formatShortDate } from "../../../../language.ts";
import type { CourseRow, CourseValues, PeriodRow, PeriodValues } from "../../course/contract.ts";
import { fold } from "../fold.ts";
import { settingsReader } from "../settings.ts";
import type { CourseSheetRow } from "./sheet.ts";
import type { CourseFinding } from "./text.ts";

export type CourseFacts = {
	/** Courses kept here and in use. */
	readonly courses: readonly CourseRow[];
	readonly periods: readonly PeriodRow[];
	institution(word: string): string | undefined;
	/** The keeper, where it is an institution. */
	readonly own: string | null;
	readonly settings: readonly { readonly code: string; readonly name: Readonly<Record<string, string>> }[];
};

export type PlannedPeriod = { readonly values: PeriodValues; readonly before: PeriodRow | null };
export type PlannedCourse = {
	readonly values: CourseValues;
	readonly before: CourseRow | null;
	/** Periods that are new or changed. */
	readonly periods: readonly PlannedPeriod[];
	readonly line: PreviewLine;
};
export type CoursePlan = {
	readonly created: readonly PlannedCourse[];
	readonly changed: readonly (PlannedCourse & { readonly before: CourseRow })[];
	readonly unchanged: readonly PreviewLine[];
	readonly untouched: number;
	readonly refusals: readonly RowFinding<CourseFinding>[];
};

/** A course as the rows so far tell of it. */
type Met = {
	readonly row: number;
	readonly values: CourseValues;
	readonly before: CourseRow | null;
	readonly periods: PlannedPeriod[];
	/** The row each period stands in, by its name. */
	readonly names: Map<string, number>;
};
type Refuse = Finding<CourseFinding>;

/**
 * What taking in the rows would do. A course is recognised by institution and code, a period by its name in the course;
 * having done it, planning the same rows again changes nothing.
 * @param absent keys of columns the sheet does not have: nothing is said about them, and they stay as they are
 */
export function* planCourses(
	rows: readonly JudgedRow<CourseSheetRow>[],
	absent: ReadonlySet<string>,
	facts: CourseFacts,
): Turns<CoursePlan> {
	const refusals: RowFinding<CourseFinding>[] = [];
	const met = new Map<string, Met>();
	const readSettings = settingsReader(facts.settings);
	const existing = new Map<string, CourseRow>(
		facts.courses.flatMap((course) =>
			course.code === null ? [] : [[`${course.institutionId} ${fold(course.code)}`, course] as const],
		),
	);
	const periodsOf = new Map<string, PeriodRow[]>();
	for (const period of facts.periods) gather(periodsOf, period.courseId, period);
	for (const [index, judged] of rows.entries()) {
		if (index % rowsInTurn === 0) yield;
		const { value: row, sheetRow, broken } = judged;
		const refuse = refusing(refusals, judged);
		const days = daysOf(row, broken, refuse);
		const settings = row.settings === null ? null : readSettings(row.settings);
		if (settings && "unknown" in settings) refuse("setting-unknown", "settings", { unknown: settings.unknown });
		const institutionId = facts.own ?? (row.institution === null ? undefined : facts.institution(row.institution));
		if (institutionId === undefined)
			refuse(row.institution === null ? "institution-missing" : "institution-unknown", "institution");
		// What belongs to one course is only known where the course is, and read whole.
		if (institutionId === undefined || broken.size > 0 || (settings && "unknown" in settings)) continue;
		const key = `${institutionId} ${fold(row.code)}`;
		const before = existing.get(key) ?? null;
		const values = valuesOf(row, absent, institutionId, before, settings?.codes ?? null);
		const earlier = met.get(key);
		if (earlier && JSON.stringify(earlier.values) !== JSON.stringify(values)) {
			refuse("other-course", "name", { firstRow: earlier.row });
			continue;
		}
		const course = earlier ?? { row: sheetRow, values, before, periods: [], names: new Map() };
		met.set(key, course);
		if (days) planPeriod(course, row, days, before === null ? [] : (periodsOf.get(before.id) ?? []), sheetRow, refuse);
	}
	const planned = [...met.values()].map(plannedOf);
	const there = planned.flatMap((one) => (one.before === null ? [] : [{ ...one, before: one.before }]));
	return {
		created: planned.filter((one) => one.before === null),
		changed: there.filter((one) => one.line.changes.length > 0),
		unchanged: there.filter((one) => one.line.changes.length === 0).map((one) => one.line),
		untouched: facts.courses.length - there.length,
		refusals,
	};
}

type Days = Pick<PeriodValues, "firstDay" | "lastDay">;

/** The days of the period a row is about; null where it is about none, or they cannot be. */
function daysOf(
	{ period, firstDay, lastDay }: CourseSheetRow,
	broken: ReadonlySet<string>,
	refuse: Refuse,
): Days | null {
	if (period === null && firstDay === null && lastDay === null) return null;
	if (firstDay === null || lastDay === null) {
		if (!broken.has("firstDay") && !broken.has("lastDay"))
			refuse("days-missing", firstDay === null ? "firstDay" : "lastDay");
		return null;
	}
	if (lastDay >= firstDay) return { firstDay, lastDay };
	refuse("ends-before-start", "lastDay");
	return null;
}

function planPeriod(
	course: Met,
	row: CourseSheetRow,
	days: Days,
	periods: readonly PeriodRow[],
	sheetRow: number,
	refuse: Refuse,
): void {
	const name = row.period ?? nameless(days, periods, course.names);
	// Two rows without a name and with the same days are the same period twice.
	const keys = [fold(name), ...(row.period === null ? [`${days.firstDay} ${days.lastDay}`] : [])];
	const firstRow = keys.map((key) => course.names.get(key)).find((found) => found !== undefined);
	if (firstRow !== undefined) {
		refuse("duplicate-course", "period", { firstRow });
		return;
	}
	for (const key of keys) course.names.set(key, sheetRow);
	const before = periods.find((period) => fold(period.name) === fold(name)) ?? null;
	const studentsExpected = row.studentsExpected ?? before?.studentsExpected ?? null;
	const moved = before !== null && (before.firstDay !== days.firstDay || before.lastDay !== days.lastDay);
	if (moved && before.requests > 0) refuse("days-in-use", "firstDay");
	if (before === null || moved || before.studentsExpected !== studentsExpected || before.name !== name)
		course.periods.push({ values: { name, ...days, studentsExpected, published: before?.published ?? true }, before });
}

/**
 * What a period is called that the file has no name for: as the one with the same days is, else by its season, with the
 * first day where the course has another of that season.
 */
function nameless(days: Days, periods: readonly PeriodRow[], taken: ReadonlyMap<string, number>): string {
	const same = periods.find(({ firstDay, lastDay }) => firstDay === days.firstDay && lastDay === days.lastDay);
	if (same) return same.name;
	const [year, month, day] = days.firstDay.split("-");
	const season = `${Number(month) < 7 ? "vår" : "høst"} ${year}`;
	const isTaken = taken.has(fold(season)) || periods.some(({ name }) => fold(name) === fold(season));
	return isTaken ? `${season}, fra ${day}.${month}.` : season;
}

function plannedOf({ row, values, before, periods }: Met): PlannedCourse {
	const shown = ({ name, firstDay, lastDay, studentsExpected }: PeriodValues) =>
		`${name} (${daysShown({ firstDay, lastDay })}${studentsExpected === null ? "" : `, ${studentsExpected}`})`;
	const changes = before
		? [
				...changesOf(before, values),
				...periods.map((one) => ({
					...{ field: "period", from: one.before && shown(one.before), to: shown(one.values) },
				})),
			]
		: [];
	const where = periods.map(({ values: one }) => `${one.name}, ${daysShown(one)}`).join("; ");
	return { values, before, periods, line: { row, name: `${values.code} ${values.name}`, where, changes } };
}

function daysShown({ firstDay, lastDay }: Days): string {
	return `${formatShortDate("nb", firstDay)}–${formatShortDate("nb", lastDay)}`;
}

/** What the sheet says of a course; what it has no word for stays as it was. A blank takes nothing away. */
function valuesOf(
	row: CourseSheetRow,
	absent: ReadonlySet<string>,
	institutionId: string,
	before: CourseRow | null,
	settings: string[] | null,
): CourseValues {
	const kept = <Key extends "campus" | "credits" | "weeks" | "hours">(key: Key) =>
		absent.has(key) || row[key] === null ? (before?.[key] ?? null) : row[key];
	return {
		...{ institutionId, programme: row.programme, code: before?.code ?? row.code, name: row.name },
		...{ profession: row.profession, yearOfStudy: row.yearOfStudy },
		...{ campus: kept("campus"), credits: kept("credits"), weeks: kept("weeks"), hours: kept("hours") },
		...{ settings: settings ?? before?.settings ?? [], learningOutcomes: before?.learningOutcomes ?? null },
		supervisorRequirement: before?.supervisorRequirement ?? null,
		compensationClass: before?.compensationClass ?? null,
		...{ requirements: [], published: before?.published ?? true },
	};
}

function changesOf(before: CourseRow, values: CourseValues): FieldChange[] {
	const keys = ["name", "programme", "campus", "profession", "yearOfStudy", "credits", "weeks", "hours"] as const;
	const changes = keys.flatMap((field) =>
		before[field] === values[field] ? [] : [{ field, from: before[field], to: values[field] }],
	);
	const [from, to] = [before.settings.join(", "), values.settings.join(", ")];
	return from === to ? changes : [...changes, { field: "settings", from, to }];
}
