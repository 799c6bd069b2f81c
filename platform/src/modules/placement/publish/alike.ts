import type { Placement } from "./contract.ts";

/** What tells a student from another of the same name: the number, where they study, or only which of them. */
export type ToldApart =
	| { readonly by: "number"; readonly number: string }
	| { readonly by: "studies"; readonly institution: string; readonly year: number }
	| { readonly by: "order"; readonly at: number; readonly of: number };

type Shown = Pick<Placement, "id" | "studentId" | "studentName" | "institutionName" | "yearOfStudy">;

/** Of placements shown together, those whose student has the name of another student among them. */
export function listAlike<Row extends Shown>(rows: readonly Row[]): readonly Row[] {
	return [...byName(rows).values()].flatMap((group) =>
		new Set(group.map(({ studentId }) => studentId)).size > 1 ? group : [],
	);
}

/**
 * By placement, what tells its student from another of the same name, in as few words as will do, and in none the reader
 * may not have.
 * @param numbers student numbers by placement, as far as the reader keeps the students
 */
export function tellApart(
	rows: readonly Shown[],
	numbers: ReadonlyMap<string, { readonly number: string | null }>,
): ReadonlyMap<string, ToldApart> {
	const told = new Map<string, ToldApart>();
	for (const group of byName(listAlike(rows)).values()) {
		const students = [...new Set(group.map(({ studentId }) => studentId))].sort();
		for (const row of group) {
			const number = numbers.get(row.id)?.number ?? null;
			const isAlone = !group.some((one) => one.studentId !== row.studentId && studiesOf(one) === studiesOf(row));
			if (number !== null) told.set(row.id, { by: "number", number });
			else if (isAlone) told.set(row.id, { by: "studies", institution: row.institutionName, year: row.yearOfStudy });
			else told.set(row.id, { by: "order", at: students.indexOf(row.studentId) + 1, of: students.length });
		}
	}
	return told;
}

function studiesOf({ institutionName, yearOfStudy }: Shown): string {
	return `${institutionName} ${yearOfStudy}`;
}

function byName<Row extends Shown>(rows: readonly Row[]): Map<string, Row[]> {
	const groups = new Map<string, Row[]>();
	for (const row of rows) {
		const name = row.studentName.trim().toLowerCase();
		const group = groups.get(name);
		if (group) group.push(row);
		else groups.set(name, [row]);
	}
	return groups;
}
