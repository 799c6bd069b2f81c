import { inEachLanguage, type Language } from "../language.ts";
import type { CellValue, Column } from "../spreadsheet/contract.ts";
import type { WrittenSheet } from "../spreadsheet/written.ts";
import type { Answers, FormDefinition, FormPart, FormTable, Question } from "./definition.ts";
import { sumOf } from "./judge-rules.ts";
import { answerWords, fieldLabel, type Names } from "./labels.ts";
import { formViewText } from "./text.ts";
import { pathsOf, valueAt } from "./walk.ts";

type Given = {
	readonly name: string;
	readonly submittedOn: string;
	readonly answers: Answers;
};

type Headed = { readonly name: string; readonly submittedOn: string; readonly version: string };

/**
 * Answers to a form side by side, a row for each: what is asked once, and the sums of tables. Columns are those of the
 * version given; answers to an earlier version fill those that are the same.
 */
export function answerSheet(
	definition: FormDefinition,
	given: readonly Given[],
	head: (language: Language) => Headed,
	language: Language,
	names: Names,
): WrittenSheet {
	const cells = cellsOf(definition.parts);
	const columns: readonly Column[] = [
		{ key: "name", kind: "text", headers: inEachLanguage((one) => head(one).name) },
		{ key: "submitted_on", kind: "date", headers: inEachLanguage((one) => head(one).submittedOn) },
		{ key: "form_version", kind: "wholeNumber", headers: inEachLanguage((one) => head(one).version) },
		...cells.map(({ key, column }) => ({ ...column, key })),
	];
	const rows = given.map(({ name, submittedOn, answers }): readonly CellValue[] => [
		...[name, submittedOn, answers.version],
		...cells.map(({ read }) => read(answers, language, names)),
	]);
	return { name: definition.title[language], columns, rows, notes: [], spareRows: 0 };
}

type Cell = {
	readonly key: string;
	readonly column: { readonly kind: "text" | "decimal" | "date"; readonly headers: Column["headers"] };
	read(answers: Answers, language: Language, names: Names): CellValue;
};

function cellsOf(parts: readonly FormPart[]): readonly Cell[] {
	return parts.flatMap((part): readonly Cell[] => {
		if (part.kind === "group") return cellsOf(part.parts);
		if (part.kind === "repeat") return [];
		return part.kind === "table" ? sumsOf(part) : questionCells(part);
	});
}

function sumsOf(table: FormTable): readonly Cell[] {
	return table.columns.flatMap((column): readonly Cell[] => {
		if (column.kind !== "number" && column.kind !== "money") return [];
		const headers = inEachLanguage((one) => `${formViewText[one].sum}: ${table.label[one]}, ${column.label[one]}`);
		return [
			{
				...{ key: `${table.id}_${column.id}`, column: { kind: "decimal", headers } },
				read: ({ values }) => sumOf(table, table.id, column.id, values) ?? null,
			},
		];
	});
}

function questionCells(question: Question): readonly Cell[] {
	const place = { part: question, path: question.id, within: [] };
	return pathsOf(place).map((path): Cell => {
		const headers = inEachLanguage((one) => fieldLabel(place, path, one));
		const isNumber = question.kind === "number" || question.kind === "money";
		const kind = isNumber ? "decimal" : question.kind === "date" ? "date" : "text";
		return {
			...{ key: path.replace(".", "_"), column: { kind, headers } },
			read({ values }, language, names) {
				const value = valueAt(values, path);
				if (value === undefined || value === "") return null;
				if (isNumber) return typeof value === "number" ? value : null;
				if (question.kind === "date") return typeof value === "string" ? value : null;
				if (path !== question.id) return typeof value === "object" ? value.join(", ") : String(value);
				return answerWords(question, value, language, names);
			},
		};
	});
}
