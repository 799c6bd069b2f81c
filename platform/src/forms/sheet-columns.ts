import type { Language } from "../language.ts";
import { type Column, type Contract, defineContract } from "../spreadsheet/contract.ts";
import { sheetNamer } from "../spreadsheet/sheet-name.ts";
import type { FormDefinition, FormPart, FormRepeat, FormTable, Question, Words } from "./definition.ts";
import { fieldLabel } from "./labels.ts";
import { formViewText } from "./text.ts";
import { pathsOf } from "./walk.ts";

/** One field of a question, as a column. */
export type SheetCell = { readonly key: string; readonly question: Question; readonly field: string };

/** A form as a workbook: one row for what is asked once, and a sheet for each table and repeat. Files are not in it. */
export type FormSheet = {
	/** Null for what is asked once. */
	readonly part: FormTable | FormRepeat | null;
	readonly name: string;
	/** The repeats it stands in, from the outside: a column each says which of them a row belongs to. */
	readonly outer: readonly FormRepeat[];
	readonly contract: Contract;
	readonly cells: readonly SheetCell[];
};

/** The column that says which named row it is. */
const rowKey = "row_name";

/** The column that says which row it is, or which thing of a repeat it belongs to, by number. */
function numberKey(of: FormRepeat | FormTable): string {
	return `${of.id}_number`;
}

export function formSheets(definition: FormDefinition, language: Language): readonly FormSheet[] {
	const name = sheetNamer();
	return gatherSheets(definition).map(({ part, outer, questions }) => {
		const cells = questions.flatMap((question) =>
			pathsOf({ part: question, path: question.id, within: [] }).map((path) => ({
				...{ key: path.replace(".", "_"), question, field: path.slice(question.id.length + 1) },
			})),
		);
		const title = part?.label ?? definition.title;
		return { part, outer, cells, name: name(title[language]), contract: contractOf(title, part, outer, cells) };
	});
}

type Gathered = {
	readonly part: FormTable | FormRepeat | null;
	readonly outer: readonly FormRepeat[];
	readonly questions: Question[];
};

function gatherSheets(definition: FormDefinition): readonly Gathered[] {
	const found: Gathered[] = [];
	const enter = (part: FormTable | FormRepeat | null, inner: readonly FormPart[], outer: readonly FormRepeat[]) => {
		const sheet: Gathered = { part, outer, questions: [] };
		found.push(sheet);
		const inside = part?.kind === "repeat" ? [...outer, part] : outer;
		const gather = (parts: readonly FormPart[]) => {
			for (const one of parts) {
				if (one.kind === "group") gather(one.parts);
				else if (one.kind === "table") enter(one, one.columns, inside);
				else if (one.kind === "repeat") enter(one, one.parts, inside);
				else if (one.kind !== "file") sheet.questions.push(one);
			}
		};
		gather(inner);
	};
	enter(null, definition.parts, []);
	return found.filter(({ part, questions }) => part !== null || questions.length > 0);
}

function contractOf(
	title: Words,
	part: FormTable | FormRepeat | null,
	outer: readonly FormRepeat[],
	cells: readonly SheetCell[],
): Contract {
	const taken = new Set<string>();
	/** Two columns of one sheet are never called the same. */
	const header = (words: Words, id: string): Words => {
		const isTaken = Object.values(words).some((one) => taken.has(one.toLowerCase()));
		const own = isTaken ? { nb: `${words.nb} (${id})`, nn: `${words.nn} (${id})`, en: `${words.en} (${id})` } : words;
		for (const one of Object.values(own)) taken.add(one.toLowerCase());
		return own;
	};
	const columns: Column[] = outer.map((of) => ({
		...{ key: numberKey(of), kind: "wholeNumber", minimum: 1, required: true },
		headers: header(
			inEach((language) => `${of.each[language]} ${formViewText[language].number.toLowerCase()}`),
			of.id,
		),
	}));
	const named = part?.kind === "table" ? part.rows : undefined;
	if (part && named)
		columns.push({
			...{ key: rowKey, kind: "choice", required: true, headers: header(part.label, part.id) },
			choices: named.map(({ id, label }) => ({ value: id, labels: label })),
		});
	// So that a row nothing is said in is a row all the same, and rows of other sheets can say which it is.
	if (part && !named)
		columns.push({
			...{ key: numberKey(part), kind: "wholeNumber", minimum: 1 },
			headers: header(
				inEach((language) => formViewText[language].number),
				part.id,
			),
		});
	for (const cell of cells) columns.push(columnOf(cell, header));
	const unique = part === null ? [] : [[...outer.map(numberKey), named ? rowKey : numberKey(part)]];
	return defineContract({ title, columns, unique });
}

function columnOf({ key, question, field }: SheetCell, header: (words: Words, id: string) => Words): Column {
	const place = { part: question, path: question.id, within: [] };
	const path = field === "" ? question.id : `${question.id}.${field}`;
	const named = {
		key,
		headers: header(
			inEach((language) => fieldLabel(place, path, language)),
			key,
		),
		...(question.help ? { explanation: question.help } : {}),
	};
	if (question.kind === "indicator" && (field === "start" || field === "goal")) return { ...named, kind: "decimal" };
	if (field === "email") return { ...named, kind: "email" };
	switch (question.kind) {
		case "number":
			return { ...named, kind: question.whole ? "wholeNumber" : "decimal" };
		case "money":
			return { ...named, kind: "wholeNumber" };
		case "date":
			return { ...named, kind: "date" };
		case "yesNo":
			return { ...named, kind: "yesNo" };
		case "one":
			return {
				...named,
				kind: "choice",
				choices: question.choices.map(({ value, label }) => ({ value, labels: label })),
			};
		default:
			return { ...named, kind: "text" };
	}
}

function inEach(say: (language: Language) => string): Words {
	return { nb: say("nb"), nn: say("nn"), en: say("en") };
}
