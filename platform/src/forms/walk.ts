import type { Condition } from "./condition.ts";
import type { FormPart, FormRepeat, FormTable, Question, Words } from "./definition.ts";

/**
 * What was answered at one path: text, a number, a plain date, `yes` or `no`, the value of a choice, or several. What
 * could not be read as what was asked for is kept as it was typed, so that a draft loses nothing.
 */
export type Answer = string | number | readonly string[];

/**
 * Answers by path. A question by itself is its id; one in a row of a table or a repeat is `costs.r2.amount`, and the path of
 * the table holds the ids of its rows in their order. A person has `.name` and `.email`, an indicator `.unit`, `.start` and
 * `.goal`. Flat, so that two people's answers can be held against each other path by path.
 */
export type AnswerValues = Readonly<Record<string, Answer>>;

/** A row of a table, or one of the things a repeat asks about. */
export type Row = { readonly id: string; readonly path: string; readonly number: number; readonly label: Words | null };

/** A part where it stands: in a row, its path is longer than its id. */
export type Place<Part extends FormPart = FormPart> = {
	readonly part: Part;
	readonly path: string;
	/** The groups, tables and rows it stands in, from the outside. */
	readonly within: readonly (FormPart | Row)[];
};

/** What one passes on the way down through a form. */
type Visit = {
	/** A part that is shown; a table or repeat comes before what is in it. */
	readonly part?: (place: Place) => void;
	readonly question?: (place: Place<Question>) => void;
};

/** Values at a path; undefined where nothing is answered. */
export function valueAt(values: AnswerValues, path: string): Answer | undefined {
	return Object.hasOwn(values, path) ? values[path] : undefined;
}

/** The rows that are there: those the form names, or those that were added, and no fewer than it asks for. */
export function rowsOf(part: FormTable | FormRepeat, path: string, values: AnswerValues): readonly Row[] {
	const named = part.kind === "table" ? part.rows : undefined;
	if (named) return named.map(({ id, label }, at) => ({ id, path: `${path}.${id}`, number: at + 1, label }));
	const kept = valueAt(values, path);
	const ids = Array.isArray(kept) ? [...new Set(kept.filter((one) => /^r[1-9]\d{0,5}$/.test(one)))] : [];
	while (ids.length < (part.minimum ?? 0)) ids.push(nextRow(ids));
	return ids.map((id, at) => ({ id, path: `${path}.${id}`, number: at + 1, label: null }));
}

/** An id for one row more. Ids are not used again while a row with a higher one stands. */
export function nextRow(ids: readonly string[]): string {
	return `r${Math.max(0, ...ids.map((id) => Number(id.slice(1)))) + 1}`;
}

/**
 * Goes through all that is shown, given what has been answered, in the order it is asked. An answer to something hidden
 * counts as not given, so that hiding one hides what hangs on it.
 */
export function walk(parts: readonly FormPart[], values: AnswerValues, visit: Visit): void {
	const answered = new Map<string, readonly string[]>();
	const answerAt = (path: string) => {
		const value = valueAt(values, path);
		if (value === undefined || value === "") return [];
		return typeof value === "object" ? value : [String(value)];
	};
	const enter = (
		some: readonly FormPart[],
		prefix: string,
		scope: ReadonlyMap<string, string>,
		within: readonly (FormPart | Row)[],
	) => {
		const known = new Map(scope);
		const go = (one: FormPart, around: readonly (FormPart | Row)[]) => {
			if (one.visible && !holds(one.visible, (id) => answered.get(known.get(id) ?? "") ?? [])) return;
			const path = prefix + one.id;
			known.set(one.id, path);
			visit.part?.({ part: one, path, within: around });
			if (one.kind === "group") {
				for (const inner of one.parts) go(inner, [...around, one]);
			} else if (one.kind === "table" || one.kind === "repeat") {
				const rows = rowsOf(one, path, values);
				answered.set(
					path,
					rows.map(({ id }) => id),
				);
				const inner = one.kind === "table" ? one.columns : one.parts;
				for (const row of rows) enter(inner, `${row.path}.`, known, [...around, one, row]);
			} else {
				answered.set(path, answerAt(one.kind === "person" ? `${path}.name` : path));
				visit.question?.({ part: one, path, within: around });
			}
		};
		for (const one of some) go(one, within);
	};
	enter(parts, "", new Map(), []);
}

/** Whether a condition holds for what has been answered. */
export function holds(condition: Condition, answerTo: (question: string) => readonly string[]): boolean {
	if ("all" in condition) return condition.all.every((one) => holds(one, answerTo));
	if ("any" in condition) return condition.any.some((one) => holds(one, answerTo));
	if ("not" in condition) return !holds(condition.not, answerTo);
	const given = answerTo(condition.question);
	return "answered" in condition ? given.length > 0 : given.some((word) => condition.is.includes(word));
}

/** The paths a question writes to. */
export function pathsOf({ part, path }: Place<Question>): readonly string[] {
	if (part.kind === "person") return [`${path}.name`, `${path}.email`];
	if (part.kind === "indicator") return [path, `${path}.unit`, `${path}.start`, `${path}.goal`];
	return [path];
}

/** The questions that are asked, given what has been answered, where they stand. */
export function askedPlaces(parts: readonly FormPart[], values: AnswerValues): readonly Place<Question>[] {
	const asked: Place<Question>[] = [];
	walk(parts, values, { question: (place) => asked.push(place) });
	return asked;
}
