import { type Language, languages } from "../language.ts";
import type { CellValue } from "../spreadsheet/contract.ts";
import { readTable } from "../spreadsheet/read.server.ts";
import { placed, type SheetRefusal } from "../spreadsheet/refusal.ts";
import { writeWorkbook } from "../spreadsheet/write.server.ts";
import type { WrittenSheet } from "../spreadsheet/written.ts";
import { type FindOrganisation, readAnswer } from "./answers.ts";
import type { FormDefinition, Question } from "./definition.ts";
import { answerWords, type Names } from "./labels.ts";
import { tablesIn } from "./parts.ts";
import { type FormSheet, formSheets, type SheetCell } from "./sheet-columns.ts";
import { type Answer, type AnswerValues, nextRow, rowsOf, valueAt } from "./walk.ts";

/** Empty rows of a table that offer the choices. */
const rowsToFill = 200;

/** A form as an .xlsx to fill in elsewhere and bring back, with what has been answered already. */
export function writeFormWorkbook(
	definition: FormDefinition,
	values: AnswerValues,
	language: Language,
	names: Names = {},
): Promise<Uint8Array> {
	const sheets = formSheets(definition, language).map(
		(sheet): WrittenSheet => ({
			name: sheet.name,
			columns: sheet.contract.columns,
			rows: sheetRows(sheet, values).map(({ prefix, leading }) => [
				...leading,
				...sheet.cells.map((cell) => cellOf(cell.question, valueAt(values, pathAt(prefix, cell)), language, names)),
			]),
			notes: [],
			spareRows: sheet.part && !(sheet.part.kind === "table" && sheet.part.rows) ? rowsToFill : 0,
		}),
	);
	return writeWorkbook({ sheets, language });
}

/** Answers read from a workbook; or every reason why not, in the order of its sheets. */
export type ReadWorkbook =
	| { readonly values: AnswerValues; readonly refusals?: never }
	| { readonly refusals: readonly SheetRefusal[]; readonly values?: never };

/**
 * Reads a filled-in workbook as answers: all of it or nothing. A sheet that is not there says nothing: what was answered
 * before stays. Words that are no choice, and organisations nobody knows, are refused where choices are looked up in the
 * sheet, and else kept as written for `checkAnswers` to judge.
 */
export function readFormWorkbook(
	bytes: Uint8Array,
	fileName: string,
	definition: FormDefinition,
	before: AnswerValues,
	find?: FindOrganisation,
): ReadWorkbook {
	const refusals: SheetRefusal[] = [];
	let values = before;
	const numbered = new Map<string, string>();
	const called = languages.map((language) => formSheets(definition, language));
	for (const [at, sheet] of formSheets(definition, "nb").entries()) {
		const table = readAny(
			bytes,
			fileName,
			sheet,
			called.flatMap((sheets) => sheets[at]?.name ?? []),
		);
		if (table === undefined) continue;
		if ("refusals" in table) refusals.push(...table.refusals);
		else {
			const taken = takeIn(sheet, table, values, find, numbered);
			refusals.push(...taken.refusals);
			values = taken.values;
		}
	}
	return refusals.length > 0 ? { refusals } : { values };
}

/** The sheet under any of its names; undefined where the workbook has none of them. */
function readAny(bytes: Uint8Array, fileName: string, { contract }: FormSheet, names: readonly string[]) {
	for (const sheet of new Set(names)) {
		const table = readTable(bytes, fileName, contract, { sheet });
		if (!("refusals" in table) || table.refusals.every(({ code }) => code !== "noSuchSheet")) return table;
	}
	return undefined;
}

/** Rows where a sheet's answers stand: their prefix, and what says so in the first columns. */
type SheetRow = { readonly prefix: string; readonly leading: readonly CellValue[] };

function sheetRows({ part, outer }: FormSheet, values: AnswerValues): readonly SheetRow[] {
	let around: readonly SheetRow[] = [{ prefix: "", leading: [] }];
	for (const repeat of outer)
		around = around.flatMap(({ prefix, leading }) =>
			rowsOf(repeat, prefix + repeat.id, values).map((row) => ({
				...{ prefix: `${row.path}.`, leading: [...leading, row.number] },
			})),
		);
	if (part === null) return around;
	return around.flatMap(({ prefix, leading }) =>
		rowsOf(part, prefix + part.id, values).map((row) => ({
			...{ prefix: `${row.path}.`, leading: [...leading, row.label === null ? row.number : row.id] },
		})),
	);
}

type ReadRows = Exclude<ReturnType<typeof readAny>, undefined | { readonly refusals: unknown }>;

/** Puts what a sheet says in place of what was answered there before; other sheets' answers stay. */
function takeIn(
	sheet: FormSheet,
	table: ReadRows,
	before: AnswerValues,
	find: FindOrganisation | undefined,
	/** Where the row stands that a sheet gave a number, by its table and number. */
	numbered: Map<string, string>,
): { readonly values: AnswerValues; readonly refusals: readonly SheetRefusal[] } {
	const { part, outer, cells } = sheet;
	const refusals: SheetRefusal[] = [];
	const values = withoutFreeRows(sheet, before);
	const leading = outer.length + (part === null ? 0 : 1);
	for (const [at, row] of table.values.entries()) {
		if (part === null && at > 0) break;
		let prefix = "";
		for (const [depth, repeat] of outer.entries()) {
			const path = prefix + repeat.id;
			const chosen =
				numbered.get(`${path} ${row[depth]}`) ?? rowsOf(repeat, path, values)[Number(row[depth]) - 1]?.path;
			if (chosen === undefined) {
				const place = { sheet: table.sheet, row: table.sheetRows[at] ?? null, value: String(row[depth]) };
				refusals.push(placed({ code: "tooLarge", detail: { maximum: rowsOf(repeat, path, values).length } }, place));
				prefix = "";
				break;
			}
			prefix = `${chosen}.`;
		}
		if (outer.length > 0 && prefix === "") continue;
		if (part !== null) {
			const path = prefix + part.id;
			const said = row[leading - 1] ?? null;
			prefix = rowPrefix(part, path, said, values, before);
			if (typeof said === "number") numbered.set(`${path} ${said}`, prefix.slice(0, -1));
		}
		for (const [index, cell] of cells.entries()) {
			if (table.absentColumns.includes(cell.key)) continue;
			const path = pathAt(prefix, cell);
			const answer = answerOf(cell.question, cell.field, row[leading + index] ?? null, find);
			if (answer === undefined) delete values[path];
			else values[path] = answer;
		}
	}
	return { values, refusals };
}

/** Rows that come from the sheet alone go before it is read; named rows and what is asked once are written over. */
function withoutFreeRows({ part, outer }: FormSheet, before: AnswerValues): Record<string, Answer> {
	if (part === null || (part.kind === "table" && part.rows)) return { ...before };
	// A repeat brought anew keeps the rows of tables inside the same number: they have sheets of their own.
	const inside = new Set(part.kind === "repeat" ? tablesIn(part.parts) : []);
	const own = outer.length * 2;
	const kept = Object.entries(before).filter(([path]) => {
		const steps = path.split(".");
		return steps[own] !== part.id || inside.has(steps[own + 2] ?? "");
	});
	return Object.fromEntries(kept);
}

/** The prefix of a row: a named one, or one more at the end, under the id the row in its place had before. */
function rowPrefix(
	part: NonNullable<FormSheet["part"]>,
	path: string,
	said: CellValue,
	values: Record<string, Answer>,
	before: AnswerValues,
): string {
	if (part.kind === "table" && part.rows) return `${path}.${said}.`;
	const held = valueAt(values, path);
	const ids = typeof held === "object" ? held : [];
	const id = rowsOf(part, path, before)[ids.length]?.id ?? nextRow(ids);
	values[path] = [...ids, id];
	return `${path}.${id}.`;
}

function pathAt(prefix: string, { question, field }: SheetCell): string {
	return prefix + (field === "" ? question.id : `${question.id}.${field}`);
}

function cellOf(question: Question, value: Answer | undefined, language: Language, names: Names): CellValue {
	if (value === undefined || value === "") return null;
	if (question.kind === "yesNo") return value === "yes" ? true : value === "no" ? false : null;
	if (typeof value === "number" || question.kind === "one") return typeof value === "object" ? null : value;
	return typeof value === "string" && question.kind === "date" ? value : answerWords(question, value, language, names);
}

function answerOf(
	question: Question,
	field: string,
	cell: CellValue,
	find: FindOrganisation | undefined,
): Answer | undefined {
	if (cell === null || typeof cell === "object") return undefined;
	if (typeof cell === "boolean") return cell ? "yes" : "no";
	if (typeof cell === "number") return cell;
	if (question.kind === "several") return cell.split(/[,;]/).map((one) => choiceNamed(question, one.trim()));
	return readAnswer(question, field, [cell], find);
}

/** The choice of a name in any language; the word itself where there is none, for the check to refuse. */
function choiceNamed(question: Extract<Question, { kind: "several" }>, name: string): string {
	const wanted = name.toLowerCase();
	const found = question.choices.find(({ label }) => Object.values(label).some((one) => one.toLowerCase() === wanted));
	return found?.value ?? name;
}
