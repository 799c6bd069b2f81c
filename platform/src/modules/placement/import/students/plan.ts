import type { FieldChange, JudgedRow, PreviewLine, RowFinding } from "../../../../import/contract.ts";
import { gather } from "../../../../import/gather.ts";
import { refusing } from "../../../../import/refusing.ts";
import { rowsInTurn, type Turns } from "../../../../import/turns.ts";
import type { PeriodChoice } from "../../course/contract.ts";
import type { StudentRow, WishInput } from "../../roster/contract.ts";
import { wishKey } from "../../roster/rules.ts";
import { fold } from "../fold.ts";
import { type PlaceFacts, placeFinder } from "./place.ts";
import { type StudentSheetRow, wishColumns } from "./sheet.ts";
import type { StudentFinding } from "./text.ts";
import { toldOnce } from "./told-once.ts";
import { type Wishable, type WishFacts, wishReader } from "./wishes.ts";

/** What a student is to be after the import. */
export type PlannedStudent = Pick<
	StudentRow,
	| "institutionId"
	| "name"
	| "number"
	| "email"
	| "phone"
	| "programme"
	| "yearOfStudy"
	| "postcode"
	| "travel"
	| "language"
> & { readonly profession: string | null };

export type StudentFacts = PlaceFacts & {
	readonly students: readonly StudentRow[];
	/** Claims there are, as `student period`; those withdrawn are not among them. */
	readonly claims: ReadonlySet<string>;
	readonly knownPostcodes: ReadonlySet<string>;
	/** False where no postcodes are imported at all: then none can be said to be wrong. */
	readonly knowsPostcodes: boolean;
	readonly wishes: WishFacts;
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
	readonly unchanged: readonly PreviewLine[];
	readonly untouched: number;
	/** New claims, by student (a new one by its row's id) and period. */
	readonly claims: readonly { readonly student: string; readonly period: PeriodChoice }[];
	/** Lists of wishes that are not as they stand, by student as `claims` has it. */
	readonly wishes: readonly {
		readonly student: string;
		readonly period: PeriodChoice;
		readonly wishes: readonly WishInput[];
	}[];
	readonly refusals: readonly RowFinding<StudentFinding>[];
	readonly warnings: readonly RowFinding<StudentFinding>[];
};

/** A student as the rows so far tell of them. */
type Met = {
	readonly row: number;
	readonly id: string;
	readonly before: StudentRow | undefined;
	readonly values: PlannedStudent;
	readonly periods: Set<string>;
};

/** What a student is recognised by: with one of them unread, nothing is known of what the row would do. */
const recognisedBy = ["name", "number", "email"];

/**
 * What taking in the rows would do. A student is recognised by number, else by e-mail, else by name among those without
 * either; having done it, planning the same rows again changes nothing.
 * @param absent keys of columns the sheet does not have: nothing is said about them, and they stay as they are
 */
export function* planStudents(
	rows: readonly JudgedRow<StudentSheetRow>[],
	absent: ReadonlySet<string>,
	facts: StudentFacts,
): Turns<StudentPlan> {
	const refusals: RowFinding<StudentFinding>[] = [];
	const warnings: RowFinding<StudentFinding>[] = [];
	const placeOf = placeFinder(facts);
	// Where the sheet has no column of names at all, that is said once.
	const nameless = ["name", "firstName", "lastName"].every((key) => absent.has(key));
	const wishesOf = wishReader(facts.wishes);
	const wishes: StudentPlan["wishes"][number][] = [];
	const wished = new Map<string, FieldChange[]>();
	const known = new Map<string, StudentRow>();
	for (const student of facts.students) for (const key of keysOf(student)) known.set(key, known.get(key) ?? student);
	const inFile = new Map<string, Met>();
	const students: Met[] = [];
	const claims: { student: string; period: PeriodChoice }[] = [];
	yield;
	for (const [index, judged] of rows.entries()) {
		if (index % rowsInTurn === 0) yield;
		const { value: row, sheetRow, broken } = judged;
		const refuse = refusing(refusals, judged);
		const place = placeOf(row, broken, refuse);
		if (row.name === "" && !(nameless && index > 0)) refuse("name-missing", "name");
		if (place === undefined || row.name === "" || recognisedBy.some((key) => broken.has(key))) {
			wishesOf(row, null, refuse);
			continue;
		}
		const { institutionId, period } = place;
		const keys = keysOf({ institutionId, number: row.number, email: row.email, name: row.name });
		const earlier = firstOf(keys, (key) => inFile.get(key));
		if (earlier && fold(earlier.values.name) !== fold(row.name)) {
			const key = row.number !== null && earlier.values.number === row.number ? "number" : "email";
			refuse(key === "number" ? "same-number" : "same-email", key, { firstRow: earlier.row });
			wishesOf(row, null, refuse);
			continue;
		}
		const before = earlier ? earlier.before : firstOf(keys, (key) => unlessAnother(known.get(key), row));
		const taken = row.email === null ? undefined : known.get(emailKey(institutionId, row.email));
		if (taken && taken !== before) {
			refuse("same-email", "email");
			wishesOf(row, null, refuse);
			continue;
		}
		if (row.postcode !== null && facts.knowsPostcodes && !facts.knownPostcodes.has(row.postcode))
			warnings.push({ code: "postcode-unknown", row: sheetRow, key: "postcode", value: row.postcode });
		const unsaid = broken.size === 0 ? absent : new Set([...absent, ...broken]);
		const student = earlier ?? {
			...{ row: sheetRow, id: before?.id ?? `row ${sheetRow}`, before, periods: new Set<string>() },
			values: valuesOf(row, unsaid, before, institutionId, period),
		};
		if (!earlier) {
			students.push(student);
			if (before?.leftOn && hasLeft(before, facts.today))
				warnings.push({ code: "has-left", row: sheetRow, key: null, value: null, detail: { date: before.leftOn } });
		}
		for (const key of keys) inFile.set(key, student);
		const differs = earlier && differsIn(row, earlier.values);
		if (earlier && differs) refuse("written-differently", differs, { firstRow: earlier.row });
		if (earlier && (period === null || student.periods.has(period.id)))
			refuse("duplicate-row", null, { firstRow: student.row });
		else if (period !== null) {
			student.periods.add(period.id);
			if (!facts.claims.has(`${student.id} ${period.id}`)) claims.push({ student: student.id, period });
			const stated = wishesOf(row, { student: student.id, period: period.id }, refuse);
			if (stated !== null) {
				wishes.push({ student: student.id, period, wishes: stated });
				const before = facts.wishes.stood.get(`${student.id} ${period.id}`) ?? [];
				for (const change of wishChanges(row, before, facts.wishes.places)) gather(wished, student.id, change);
			}
		} else {
			const first = wishColumns.find((key) => row[key] !== null);
			if (first) refuse("wish-without-course", first);
			wishesOf(row, null, refuse);
		}
	}
	yield;
	const told = toldOnce(refusals, {
		"wish-unknown": facts.wishes.names,
		"course-unknown": facts.courses.flatMap(({ code, name }) => (code === null ? [name] : [code, name])),
	});
	const fresh = new Map<string, string[]>();
	for (const { student, period } of claims)
		gather(fresh, student, `${period.courseCode ?? period.courseName}, ${period.name}`);
	const created: StudentPlan["created"][number][] = [];
	const changed: StudentPlan["changed"][number][] = [];
	const unchanged: PreviewLine[] = [];
	for (const [index, { id, row, before, values }] of students.entries()) {
		if (index % rowsInTurn === 0) yield;
		const periods = fresh.get(id) ?? [];
		const claimed = periods.map((name) => ({ field: "period", from: null, to: name }));
		const changes = before ? [...changesOf(before, values), ...claimed, ...(wished.get(id) ?? [])] : [];
		const line = { row, name: values.name, where: periods.join("; "), changes };
		if (!before) created.push({ id, values, line });
		else if (changes.length > 0 || hasLeft(before, facts.today)) changed.push({ before, values, line });
		else unchanged.push(line);
	}
	const met = new Set(students.map(({ id }) => id));
	const untouched = facts.students.filter((student) => !met.has(student.id) && !hasLeft(student, facts.today)).length;
	return { created, changed, unchanged, untouched, claims, wishes, refusals: told, warnings };
}

/** What becomes of each wish, in the words of the sheet. */
function wishChanges(row: StudentSheetRow, before: readonly WishInput[], places: readonly Wishable[]): FieldChange[] {
	const names = new Map(places.map((place) => [wishKey(place), place.name]));
	const said = wishColumns.flatMap((key) => row[key] ?? []);
	return wishColumns.flatMap((field, at) => {
		const stood = before[at];
		const from = stood === undefined ? null : (names.get(wishKey(stood)) ?? stood.target);
		const to = said[at] ?? null;
		return from === to ? [] : [{ field, from, to }];
	});
}

const saidOnce = ["number", "email", "phone", "programme", "postcode", "travel", "language"] as const;

/** Where two rows say different things of one student; what only one of them says is no difference. */
function differsIn(row: StudentSheetRow, values: PlannedStudent): string | undefined {
	return saidOnce.find(
		(key) => row[key] !== null && values[key] !== null && fold(String(row[key])) !== fold(String(values[key])),
	);
}

function firstOf<Value>(keys: readonly string[], find: (key: string) => Value | undefined): Value | undefined {
	for (const key of keys) {
		const found = find(key);
		if (found !== undefined) return found;
	}
	return undefined;
}

function hasLeft(student: StudentRow, today: string): boolean {
	return student.leftOn !== null && student.leftOn < today;
}

/** The same words may be two people: one with another number is someone else. */
function unlessAnother(student: StudentRow | undefined, row: StudentSheetRow): StudentRow | undefined {
	if (!student || (student.number !== null && row.number !== null && student.number !== row.number)) return undefined;
	return student;
}

function emailKey(institutionId: string, email: string): string {
	return `email ${institutionId} ${fold(email)}`;
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
		...(email === null ? [] : [emailKey(institutionId, email)]),
	];
	return sure.length > 0 ? sure : [`name ${institutionId} ${fold(name)}`];
}

function valuesOf(
	row: StudentSheetRow,
	unsaid: ReadonlySet<string>,
	before: StudentRow | undefined,
	institutionId: string,
	period: PeriodChoice | null,
): PlannedStudent {
	const kept = <Key extends "number" | "email" | "phone" | "programme" | "yearOfStudy" | "postcode" | "language">(
		key: Key,
	) =>
		// A blank takes nothing away: a list from elsewhere often has fewer facts than are here.
		unsaid.has(key) || row[key] === null ? (before?.[key] ?? null) : row[key];
	return {
		...{ institutionId, name: row.name, number: kept("number"), email: kept("email"), phone: kept("phone") },
		...{ programme: kept("programme"), postcode: kept("postcode"), language: kept("language") },
		yearOfStudy: kept("yearOfStudy") ?? period?.yearOfStudy ?? null,
		profession: before?.profession ?? period?.profession ?? null,
		travel: row.travel ?? before?.travel ?? "car",
	};
}

function changesOf(before: StudentRow, values: PlannedStudent): FieldChange[] {
	const keys = [
		"name",
		"number",
		"email",
		"phone",
		"programme",
		"yearOfStudy",
		"postcode",
		"travel",
		"language",
	] as const;
	return keys.flatMap((field) =>
		before[field] === values[field] ? [] : [{ field, from: before[field], to: values[field] }],
	);
}
