import type { PeriodChoice } from "../../course/contract.ts";
import type { StudentRow } from "../../roster/contract.ts";
import type { PreviewLine, RowFinding, RowRefusalCode, RowWarningCode } from "../contract.ts";
import type { StudentSheetRow } from "./sheet.ts";

/** What a student is to be after the import. */
export type PlannedStudent = Pick<
	StudentRow,
	"institutionId" | "name" | "number" | "email" | "phone" | "programme" | "yearOfStudy" | "postcode" | "travel"
> & { readonly profession: string | null };

export type StudentFacts = {
	readonly students: readonly StudentRow[];
	/** Claims there are, as `student period`; those withdrawn are not among them. */
	readonly claims: ReadonlySet<string>;
	/** Periods of courses in use, not over. */
	readonly periods: readonly PeriodChoice[];
	/** Courses in use, also those without a period to come. */
	readonly courses: readonly {
		readonly id: string;
		readonly institutionId: string;
		readonly code: string | null;
		readonly name: string;
	}[];
	readonly institutions: readonly { readonly value: string; readonly label: string }[];
	/** The keeper, where it is an institution. */
	readonly own: string | null;
	readonly knownPostcodes: ReadonlySet<string>;
	readonly today: string;
};

export type StudentPlan = {
	/** `id` is the row's own until the student is written. */
	readonly created: readonly { readonly id: string; readonly values: PlannedStudent; readonly line: PreviewLine }[];
	readonly changed: readonly {
		readonly before: StudentRow;
		readonly values: PlannedStudent;
		readonly line: PreviewLine;
	}[];
	readonly unchanged: number;
	readonly untouched: number;
	/** New claims, by student (a new one by its row's id) and period. */
	readonly claims: readonly { readonly student: string; readonly period: PeriodChoice }[];
	readonly refusals: readonly RowFinding<RowRefusalCode>[];
	readonly warnings: readonly RowFinding<RowWarningCode>[];
};

type Row = { readonly sheetRow: number; readonly value: StudentSheetRow };

/**
 * What taking in the rows would do. A student is recognised by number, else by e-mail, else by name among those without
 * either; having done it, planning the same rows again changes nothing.
 * @param absent keys of columns the sheet does not have: nothing is said about them, and they stay as they are
 */
export function planStudents(rows: readonly Row[], absent: ReadonlySet<string>, facts: StudentFacts): StudentPlan {
	const refusals: RowFinding<RowRefusalCode>[] = [];
	const warnings: RowFinding<RowWarningCode>[] = [];
	const known = new Map<string, StudentRow>();
	for (const student of facts.students) for (const key of keysOf(student)) known.set(key, known.get(key) ?? student);
	const inFile = new Map<
		string,
		{
			row: number;
			id: string;
			name: string;
			values: PlannedStudent;
			before: StudentRow | undefined;
			claims: Set<string>;
			lines: PreviewLine;
		}
	>();
	const claims: { student: string; period: PeriodChoice }[] = [];
	const order: string[] = [];
	for (const { value: row, sheetRow } of rows) {
		const refuse = (code: RowRefusalCode, key: string | null, detail: Record<string, string | number> = {}) =>
			refusals.push({ code, row: sheetRow, key, value: cellOf(row, key), detail });
		const place = placeOf(row, facts, refuse);
		if (place === undefined) continue;
		const { institutionId, period } = place;
		const self = { institutionId, number: row.number, email: row.email, name: row.name };
		const [best = ""] = keysOf(self);
		const before = keysOf(self)
			.map((key) => known.get(key))
			.find((one) => one !== undefined && !contradicts(one, row));
		const earlier = keysOf(self)
			.map((key) => inFile.get(key))
			.find((one) => one !== undefined);
		if (earlier && fold(earlier.name) !== fold(row.name)) {
			refuse(
				row.number !== null && earlier.values.number === row.number ? "same-number" : "same-email",
				row.number !== null && earlier.values.number === row.number ? "number" : "email",
				{ firstRow: earlier.row },
			);
			continue;
		}
		const taken = row.email === null ? undefined : known.get(`email ${institutionId} ${fold(row.email)}`);
		if (taken && taken !== before) {
			refuse("same-email", "email");
			continue;
		}
		if (row.postcode !== null && !facts.knownPostcodes.has(row.postcode))
			warnings.push({ code: "postcode-unknown", row: sheetRow, key: "postcode", value: row.postcode });
		if (before?.leftOn && before.leftOn < facts.today)
			warnings.push({ code: "has-left", row: sheetRow, key: null, value: null, detail: { date: before.leftOn } });
		const student = earlier ?? {
			...{ row: sheetRow, id: before?.id ?? `row ${sheetRow}`, name: row.name, before, claims: new Set<string>() },
			values: valuesOf(row, absent, before, institutionId, period),
			lines: { row: sheetRow, name: row.name, where: "", changes: [] },
		};
		if (!earlier) order.push(best);
		for (const key of keysOf(self)) inFile.set(key, student);
		if (period === null) {
			if (earlier) refuse("duplicate-row", null, { firstRow: earlier.row });
			continue;
		}
		if (student.claims.has(period.id)) {
			refuse("duplicate-row", null, { firstRow: student.row });
			continue;
		}
		student.claims.add(period.id);
		if (!facts.claims.has(`${student.id} ${period.id}`)) claims.push({ student: student.id, period });
	}
	const fresh = new Map<string, string[]>();
	for (const { student, period } of claims)
		fresh.set(student, [...(fresh.get(student) ?? []), `${period.courseCode ?? period.courseName}, ${period.name}`]);
	const created: StudentPlan["created"][number][] = [];
	const changed: StudentPlan["changed"][number][] = [];
	let unchanged = 0;
	for (const key of order) {
		const one = inFile.get(key);
		if (!one) continue;
		const periods = fresh.get(one.id) ?? [];
		const changes = one.before ? changesOf(one.before, one.values) : [];
		const claimed = periods.map((name) => ({ field: "period", from: null, to: name }));
		const line = { ...one.lines, where: periods.join("; "), changes: [...changes, ...(one.before ? claimed : [])] };
		if (!one.before) created.push({ id: one.id, values: one.values, line });
		else if (line.changes.length > 0 || hasLeft(one.before, facts.today))
			changed.push({ before: one.before, values: one.values, line });
		else unchanged++;
	}
	const touched = new Set([...inFile.values()].map((one) => one.id));
	const untouched = facts.students.filter(
		(student) => !touched.has(student.id) && !hasLeft(student, facts.today),
	).length;
	return { created, changed, unchanged, untouched, claims, refusals, warnings };
}

function hasLeft(student: StudentRow, today: string): boolean {
	return student.leftOn !== null && student.leftOn < today;
}

/** The same words may be two people: one with another number, or another address beside the same name, is someone else. */
function contradicts(student: StudentRow, row: StudentSheetRow): boolean {
	return student.number !== null && row.number !== null && student.number !== row.number;
}

/** What a student is recognised by, the surest first. */
function keysOf(one: {
	readonly institutionId: string;
	readonly number: string | null;
	readonly email: string | null;
	readonly name: string;
}): string[] {
	const { institutionId, number, email, name } = one;
	const sure = [
		...(number === null ? [] : [`number ${institutionId} ${number}`]),
		...(email === null ? [] : [`email ${institutionId} ${fold(email)}`]),
	];
	return sure.length > 0 ? sure : [`name ${institutionId} ${fold(name)}`];
}

function fold(text: string): string {
	return text.trim().replace(/\s+/g, " ").toLocaleLowerCase("nb");
}

function cellOf(row: StudentSheetRow, key: string | null): string | null {
	const value = key === null ? null : new Map<string, unknown>(Object.entries(row)).get(key);
	return value === null || value === undefined ? null : String(value);
}

type Refuse = (code: RowRefusalCode, key: string | null, detail?: Record<string, string | number>) => void;

/** Whose student a row is about, and for which period; undefined where it was refused. */
function placeOf(
	row: StudentSheetRow,
	facts: StudentFacts,
	refuse: Refuse,
): { institutionId: string; period: PeriodChoice | null } | undefined {
	const named =
		row.institution === null
			? undefined
			: facts.institutions.find(({ label }) => fold(label) === fold(row.institution ?? ""));
	if (row.institution !== null && !named && facts.own === null) {
		refuse("institution-unknown", "institution");
		return undefined;
	}
	const stated = facts.own ?? named?.value ?? null;
	if (row.course === null) {
		if (stated === null) {
			refuse("institution-missing", "institution");
			return undefined;
		}
		return { institutionId: stated, period: null };
	}
	const wanted = fold(row.course);
	const courses = facts.courses.filter((course) => stated === null || course.institutionId === stated);
	const coded = courses.filter((course) => course.code !== null && fold(course.code) === wanted);
	const found = coded.length > 0 ? coded : courses.filter((course) => fold(course.name) === wanted);
	const [course] = found;
	if (!course || found.length > 1) {
		refuse(course ? "course-ambiguous" : "course-unknown", "course");
		return undefined;
	}
	const periods = facts.periods.filter((period) => period.courseId === course.id);
	const names = periods.map((period) => period.name).join(", ");
	const chosen =
		row.period === null ? periods : periods.filter((period) => fold(period.name) === fold(row.period ?? ""));
	const [period] = chosen;
	if (!period || chosen.length > 1) {
		refuse(period ? "period-ambiguous" : "period-unknown", "period", { names });
		return undefined;
	}
	return { institutionId: course.institutionId, period };
}

function valuesOf(
	row: StudentSheetRow,
	absent: ReadonlySet<string>,
	before: StudentRow | undefined,
	institutionId: string,
	period: PeriodChoice | null,
): PlannedStudent {
	const kept = <Key extends "number" | "email" | "phone" | "programme" | "yearOfStudy" | "postcode">(key: Key) =>
		// A blank takes nothing away: a list from elsewhere often has fewer facts than are here.
		absent.has(key) || row[key] === null ? (before?.[key] ?? null) : row[key];
	return {
		...{ institutionId, name: row.name, number: kept("number"), email: kept("email"), phone: kept("phone") },
		...{ programme: kept("programme"), postcode: kept("postcode") },
		yearOfStudy: kept("yearOfStudy") ?? period?.yearOfStudy ?? null,
		profession: before?.profession ?? period?.profession ?? null,
		travel: row.travel ?? before?.travel ?? "car",
	};
}

function changesOf(before: StudentRow, values: PlannedStudent): PreviewLine["changes"] {
	const keys = ["name", "number", "email", "phone", "programme", "yearOfStudy", "postcode", "travel"] as const;
	const shown = (value: string | number | null) => (value === null ? null : String(value));
	return keys.flatMap((key) =>
		before[key] === values[key] ? [] : [{ field: key, from: shown(before[key]), to: shown(values[key]) }],
	);
}
