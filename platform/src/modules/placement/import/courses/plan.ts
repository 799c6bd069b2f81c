import type { CourseRow, CourseValues, PeriodRow, PeriodValues } from "../../course/contract.ts";
import type { PreviewLine, RowFinding, RowRefusalCode } from "../contract.ts";
import type { CourseSheetRow } from "./sheet.ts";

export type CourseFacts = {
	/** Courses kept here and in use. */
	readonly courses: readonly CourseRow[];
	readonly periods: readonly PeriodRow[];
	readonly institutions: readonly { readonly value: string; readonly label: string }[];
	/** The keeper, where it is an institution. */
	readonly own: string | null;
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
	readonly changed: readonly PlannedCourse[];
	readonly unchanged: number;
	readonly untouched: number;
	readonly refusals: readonly RowFinding<RowRefusalCode>[];
};

type Row = { readonly sheetRow: number; readonly value: CourseSheetRow };
type Standing = {
	readonly row: number;
	readonly values: CourseValues;
	readonly before: CourseRow | null;
	periods: PlannedPeriod[];
	names: Map<string, number>;
};

/**
 * What taking in the rows would do. A course is recognised by institution and code, a period by its name in the course;
 * having done it, planning the same rows again changes nothing.
 */
export function planCourses(rows: readonly Row[], absent: ReadonlySet<string>, facts: CourseFacts): CoursePlan {
	const refusals: RowFinding<RowRefusalCode>[] = [];
	const standing = new Map<string, Standing>();
	for (const { value: row, sheetRow } of rows) {
		const refuse = (code: RowRefusalCode, key: string | null, detail: Record<string, string | number> = {}) => {
			const value = key === null ? null : new Map<string, unknown>(Object.entries(row)).get(key);
			refusals.push({
				code,
				row: sheetRow,
				key,
				value: value === null || value === undefined ? null : String(value),
				detail,
			});
		};
		const named = facts.institutions.find(
			({ label }) => row.institution !== null && fold(label) === fold(row.institution),
		);
		const institutionId = facts.own ?? named?.value;
		if (institutionId === undefined) {
			refuse(row.institution === null ? "institution-missing" : "institution-unknown", "institution");
			continue;
		}
		const key = `${institutionId} ${fold(row.code)}`;
		const before =
			facts.courses.find(
				(course) =>
					course.institutionId === institutionId && course.code !== null && fold(course.code) === fold(row.code),
			) ?? null;
		const values = valuesOf(row, absent, institutionId, before);
		const earlier = standing.get(key);
		if (earlier && JSON.stringify(earlier.values) !== JSON.stringify(values)) {
			refuse("other-days", "name", { firstRow: earlier.row });
			continue;
		}
		const course: Standing = earlier ?? { row: sheetRow, values, before, periods: [], names: new Map() };
		standing.set(key, course);
		if (row.period === null && row.firstDay === null && row.lastDay === null) continue;
		if (row.firstDay === null || row.lastDay === null) {
			refuse("days-missing", row.firstDay === null ? "firstDay" : "lastDay");
			continue;
		}
		if (row.lastDay < row.firstDay) {
			refuse("ends-before-start", "lastDay");
			continue;
		}
		const name = row.period ?? `${row.firstDay} – ${row.lastDay}`;
		const first = course.names.get(fold(name));
		if (first !== undefined) {
			refuse("duplicate-course", "period", { firstRow: first });
			continue;
		}
		course.names.set(fold(name), sheetRow);
		const was =
			facts.periods.find(
				(period) => before !== null && period.courseId === before.id && fold(period.name) === fold(name),
			) ?? null;
		const period: PeriodValues = {
			...{ name, firstDay: row.firstDay, lastDay: row.lastDay },
			studentsExpected: row.studentsExpected ?? was?.studentsExpected ?? null,
			published: was?.published ?? true,
		};
		const moved = was !== null && (was.firstDay !== period.firstDay || was.lastDay !== period.lastDay);
		if (moved && was.requests > 0) refuse("days-in-use", "firstDay");
		if (was === null || moved || was.studentsExpected !== period.studentsExpected || was.name !== name)
			course.periods.push({ values: period, before: was });
	}
	const planned = [...standing.values()].map((course): PlannedCourse => {
		const changes = course.before ? changesOf(course.before, course.values) : [];
		const periods = course.periods.map(({ values, before }) => ({
			field: "period",
			from: before && `${before.name} (${before.firstDay}–${before.lastDay})`,
			to: `${values.name} (${values.firstDay}–${values.lastDay})`,
		}));
		const line = {
			...{ row: course.row, name: `${course.values.code} ${course.values.name}` },
			where: course.periods.map((period) => period.values.name).join("; "),
			changes: course.before ? [...changes, ...periods] : [],
		};
		return { values: course.values, before: course.before, periods: course.periods, line };
	});
	const there = planned.filter((one) => one.before !== null);
	return {
		created: planned.filter((one) => one.before === null),
		changed: there.filter((one) => one.line.changes.length > 0),
		unchanged: there.filter((one) => one.line.changes.length === 0).length,
		untouched: facts.courses.length - there.length,
		refusals,
	};
}

function fold(text: string): string {
	return text.trim().replace(/\s+/g, " ").toLocaleLowerCase("nb");
}

/** What the sheet says of a course; what it has no word for stays as it was. A blank takes nothing away. */
function valuesOf(
	row: CourseSheetRow,
	absent: ReadonlySet<string>,
	institutionId: string,
	before: CourseRow | null,
): CourseValues {
	const kept = <Key extends "campus" | "credits" | "weeks" | "hours">(key: Key) =>
		absent.has(key) || row[key] === null ? (before?.[key] ?? null) : row[key];
	return {
		...{ institutionId, programme: row.programme, code: before?.code ?? row.code, name: row.name },
		...{ profession: row.profession, yearOfStudy: row.yearOfStudy },
		...{ campus: kept("campus"), credits: kept("credits"), weeks: kept("weeks"), hours: kept("hours") },
		...{ settings: before?.settings ?? [], learningOutcomes: before?.learningOutcomes ?? null },
		...{
			supervisorRequirement: before?.supervisorRequirement ?? null,
			compensationClass: before?.compensationClass ?? null,
		},
		...{ requirements: [], published: before?.published ?? true },
	};
}

function changesOf(before: CourseRow, values: CourseValues): PreviewLine["changes"] {
	const keys = ["name", "programme", "campus", "profession", "yearOfStudy", "credits", "weeks", "hours"] as const;
	const shown = (value: string | number | null) => (value === null ? null : String(value));
	return keys.flatMap((key) =>
		before[key] === values[key] ? [] : [{ field: key, from: shown(before[key]), to: shown(values[key]) }],
	);
}
