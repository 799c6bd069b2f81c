import type { Given } from "../ui/form-context.ts";
import type { Answers, FormDefinition, FormPart, FormRepeat, FormTable, Question } from "./definition.ts";
import { questionsOf, tablesIn } from "./parts.ts";
import { readDate, readNumber, readText } from "./read-text.ts";
import { type Answer, type AnswerValues, nextRow, type Place, pathsOf, rowsOf, valueAt, walk } from "./walk.ts";

/** The definition answers were given to; undefined when that version is not among those given. */
export function definitionOf(answers: Answers, versions: readonly FormDefinition[]): FormDefinition | undefined {
	return versions.find(({ id, version }) => id === answers.definition && version === answers.version);
}

/** Turns what was written for an organisation into its id; undefined where it is not known, and then it is kept as written. */
export type FindOrganisation = (written: string) => string | undefined;

/** Reads a sent form as answers to a definition. Questions nobody answered are left out. */
export function readAnswers(definition: FormDefinition, form: FormData, find?: FindOrganisation): Answers {
	const sent = (path: string) =>
		form
			.getAll(path)
			.filter((one) => typeof one === "string")
			.map(readText)
			.filter((word) => word !== "");
	const values: Record<string, Answer> = {};
	const enter = (parts: readonly FormPart[], prefix: string) => {
		for (const part of parts) {
			const path = prefix + part.id;
			if (part.kind === "group") enter(part.parts, prefix);
			else if (part.kind === "table" || part.kind === "repeat") {
				const ids = sent(path);
				if (ids.length > 0 && !(part.kind === "table" && part.rows)) values[path] = ids;
				for (const row of rowsOf(part, path, values))
					enter(part.kind === "table" ? part.columns : part.parts, `${row.path}.`);
			} else
				for (const one of pathsOf({ part, path, within: [] })) {
					const value = readAnswer(part, one === path ? "" : one.slice(path.length + 1), sent(one), find);
					if (value !== undefined) values[one] = value;
				}
		}
	};
	enter(definition.parts, "");
	return { definition: definition.id, version: definition.version, values };
}

/** Answers as a form shows them when it comes back: what `readGiven` reads. */
export function givenOf(values: AnswerValues): Given {
	return Object.fromEntries(
		Object.entries(values).map(([path, value]) => [path, typeof value === "number" ? String(value) : value]),
	);
}

/** Answers from what was typed in a form that came back. */
export function readGiven(definition: FormDefinition, given: Given): AnswerValues {
	const form = new FormData();
	for (const [path, value] of Object.entries(given))
		for (const one of typeof value === "string" ? [value] : value) form.append(path, one);
	return readAnswers(definition, form).values;
}

/** What was written at one of a question's paths, as what it asks for; as it was typed where it is something else. */
export function readAnswer(
	question: Question,
	field: string,
	sent: readonly string[],
	find?: FindOrganisation,
): Answer | undefined {
	const [first] = sent;
	if (first === undefined) return undefined;
	if (question.kind === "indicator" && (field === "start" || field === "goal")) return readNumber(first) ?? first;
	switch (question.kind) {
		case "several":
		case "file":
			return sent;
		case "number":
		case "money":
			return readNumber(first) ?? first;
		case "date":
			return readDate(first) ?? first;
		case "organisation":
			return find?.(first) ?? first;
		default:
			return first;
	}
}

/** The parts that are shown, by path. */
export function shownPaths(parts: readonly FormPart[], values: AnswerValues): ReadonlySet<string> {
	const shown = new Set<string>();
	walk(parts, values, { part: ({ path }) => shown.add(path) });
	return shown;
}

/** Only what was asked: what is sent in, and what is counted. */
export function askedValues(parts: readonly FormPart[], values: AnswerValues): AnswerValues {
	const asked: Record<string, Answer> = {};
	const keep = (path: string) => {
		const value = valueAt(values, path);
		if (value !== undefined) asked[path] = value;
	};
	walk(parts, values, {
		part: ({ part, path }) => {
			if (part.kind === "table" || part.kind === "repeat") keep(path);
		},
		question: (place) => pathsOf(place).forEach(keep),
	});
	return asked;
}

/** One row more at the end. A form that takes no more is left as it is. */
function addRow(part: FormTable | FormRepeat, path: string, values: AnswerValues): AnswerValues {
	const ids = rowsOf(part, path, values).map(({ id }) => id);
	if ((part.kind === "table" && part.rows) || ids.length >= (part.maximum ?? 500)) return values;
	return { ...values, [path]: [...ids, nextRow(ids)] };
}

/** Without one row and all that was answered in it. */
function removeRow(part: FormTable | FormRepeat, path: string, rowId: string, values: AnswerValues): AnswerValues {
	const rows = rowsOf(part, path, values);
	const gone = rows.find(({ id }) => id === rowId);
	if (!gone || (part.kind === "table" && part.rows)) return values;
	const kept = Object.entries(values).filter(([one]) => !one.startsWith(`${gone.path}.`));
	return { ...Object.fromEntries(kept), [path]: rows.filter((row) => row !== gone).map(({ id }) => id) };
}

/** What the buttons of tables and repeats are called in a sent form; their value says which. */
export const rowButtons = { add: "add-row", remove: "remove-row" } as const;

/** The answers of a form sent with the button of a row; undefined where none was pressed. */
export function changeRows(definition: FormDefinition, answers: Answers, form: FormData): Answers | undefined {
	const add = form.get(rowButtons.add);
	const remove = form.get(rowButtons.remove);
	if (typeof add === "string") return changeAt(definition, answers, add, addRow);
	if (typeof remove !== "string") return undefined;
	const cut = remove.lastIndexOf(".");
	return changeAt(definition, answers, remove.slice(0, cut), (part, path, values) =>
		removeRow(part, path, remove.slice(cut + 1), values),
	);
}

function changeAt(
	definition: FormDefinition,
	answers: Answers,
	path: string,
	change: (part: FormTable | FormRepeat, path: string, values: AnswerValues) => AnswerValues,
): Answers {
	const part = placeAt(definition.parts, answers.values, path)?.part;
	if (part?.kind !== "table" && part?.kind !== "repeat") return answers;
	return { ...answers, values: change(part, path, answers.values) };
}

/** The table or repeat at a path, with its rows; undefined where there is none. */
function placeAt(parts: readonly FormPart[], values: AnswerValues, path: string): Place | undefined {
	let found: Place | undefined;
	walk(parts, values, {
		part: (place) => {
			if (place.path === path) found = place;
		},
	});
	return found;
}

/**
 * Answers given to one version, as a start on another: what still fits is kept, the rest is named so that the person
 * can be told. The old answers are left as they are.
 */
export function carryOver(
	answers: Answers,
	from: FormDefinition,
	to: FormDefinition,
): { readonly answers: Answers; readonly dropped: readonly Question[] } {
	const known = new Map(questionsOf(to.parts).map((question) => [question.id, question]));
	const tables = new Set(tablesIn(to.parts));
	const kept: Record<string, Answer> = {};
	const dropped = new Set<Question>();
	for (const table of tablesIn(from.parts)) {
		const rows = valueAt(answers.values, table);
		if (rows !== undefined && tables.has(table)) kept[table] = rows;
	}
	for (const question of questionsOf(from.parts)) {
		const target = known.get(question.id);
		for (const [path, value] of Object.entries(answers.values)) {
			if (!isOf(question, path)) continue;
			if (target?.kind === question.kind && fits(target, value) && hasSamePath(from, to, question.id))
				kept[path] = value;
			else dropped.add(question);
		}
	}
	return { answers: { definition: to.id, version: to.version, values: kept }, dropped: [...dropped] };
}

function isOf({ id, kind }: Question, path: string): boolean {
	const steps = path.split(".");
	const last = steps.at(-1);
	return last === id || (["person", "indicator"].includes(kind) && steps.at(-2) === id && last !== id);
}

function hasSamePath(from: FormDefinition, to: FormDefinition, id: string): boolean {
	return surroundings(from.parts, id) === surroundings(to.parts, id);
}

/** The tables and repeats a question stands in. */
function surroundings(parts: readonly FormPart[], id: string): string | undefined {
	for (const one of parts) {
		if (one.id === id) return "";
		if (one.kind === "table" && one.columns.some((column) => column.id === id)) return one.id;
		if (one.kind !== "group" && one.kind !== "repeat") continue;
		const inner = surroundings(one.parts, id);
		if (inner !== undefined) return one.kind === "group" ? inner : `${one.id}.${inner}`;
	}
	return undefined;
}

function fits(question: Question, value: Answer): boolean {
	if (!("choices" in question)) return true;
	const allowed = new Set(question.choices.map((choice) => choice.value));
	return typeof value === "object" ? value.every((word) => allowed.has(word)) : allowed.has(String(value));
}
