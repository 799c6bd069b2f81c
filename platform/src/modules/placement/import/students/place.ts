import { gather } from "../../../../import/gather.ts";
import type { Finding } from "../../../../import/refusing.ts";
import type { PeriodChoice } from "../../course/contract.ts";
import { fold } from "../fold.ts";
import type { StudentSheetRow } from "./sheet.ts";
import type { StudentFinding } from "./text.ts";

export type PlaceFacts = {
	/** Periods of courses in use, not over. */
	readonly periods: readonly PeriodChoice[];
	/** Courses in use, also those without a period to come. */
	readonly courses: readonly Course[];
	institution(word: string): string | undefined;
	/** The keeper, where it is an institution. */
	readonly own: string | null;
};

type Course = {
	readonly id: string;
	readonly institutionId: string;
	readonly code: string | null;
	readonly name: string;
};

/** Whose student a row is about, and for which period; no period where the row names no course. */
export type Place = { readonly institutionId: string; readonly period: PeriodChoice | null };

export type Refuse = Finding<StudentFinding>;

/** A function from a row to its place; undefined where it was refused, or what it rests on cannot be read. */
export function placeFinder(
	facts: PlaceFacts,
): (row: StudentSheetRow, broken: ReadonlySet<string>, refuse: Refuse) => Place | undefined {
	const byCode = new Map<string, Course[]>();
	const byName = new Map<string, Course[]>();
	for (const course of facts.courses) {
		if (course.code !== null) gather(byCode, fold(course.code), course);
		gather(byName, fold(course.name), course);
	}
	const periodsOf = new Map<string, PeriodChoice[]>();
	for (const period of facts.periods) gather(periodsOf, period.courseId, period);

	return (row, broken, refuse) => {
		const named = row.institution === null ? undefined : facts.institution(row.institution);
		if (row.institution !== null && named === undefined && facts.own === null) {
			refuse("institution-unknown", "institution");
			return undefined;
		}
		const stated = facts.own ?? named ?? null;
		if (broken.has("course") || (broken.has("institution") && facts.own === null)) return undefined;
		if (row.course === null) {
			if (stated !== null) return { institutionId: stated, period: null };
			refuse("institution-missing", "institution");
			return undefined;
		}
		const wanted = fold(row.course);
		const ofInstitution = (courses: readonly Course[] = []) =>
			courses.filter((course) => stated === null || course.institutionId === stated);
		const coded = ofInstitution(byCode.get(wanted));
		const found = coded.length > 0 ? coded : ofInstitution(byName.get(wanted));
		const [course] = found;
		if (!course || found.length > 1) {
			refuse(course ? "course-ambiguous" : "course-unknown", "course");
			return undefined;
		}
		const { institutionId } = course;
		if (broken.has("period")) return undefined;
		const periods = periodsOf.get(course.id) ?? [];
		const chosen = periods.filter((period) => row.period === null || fold(period.name) === fold(row.period));
		const [period] = chosen;
		if (period && chosen.length === 1) return { institutionId, period };
		const names = periods.map((one) => one.name).join(", ");
		refuse(period ? "period-ambiguous" : "period-unknown", "period", { names });
		return undefined;
	};
}
