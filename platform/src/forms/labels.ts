import { formatNumber, formatShortDate, type Language } from "../language.ts";
import type { FormDefinition, FormPart, FormTable, Question } from "./definition.ts";
import { sumOf } from "./judge-rules.ts";
import { formViewText } from "./text.ts";
import { type Answer, type AnswerValues, type Place, pathsOf, type Row, valueAt, walk } from "./walk.ts";

/** What each answer is called, by path, with the row it stands in: for the summary of errors, and for lists of changes. */
export function labelsOf(
	definition: FormDefinition,
	values: AnswerValues,
	language: Language,
): Readonly<Record<string, string>> {
	const labels: Record<string, string> = {};
	walk(definition.parts, values, {
		part: ({ part, path }) => {
			labels[path] = part.label[language];
		},
		question: (place) => {
			const rows = place.within.flatMap((one, at) =>
				"number" in one ? rowName(one, place.within[at - 1], language) : [],
			);
			for (const path of pathsOf(place)) {
				const label = fieldLabel(place, path, language);
				labels[path] = rows.reduce((text, row) => formViewText[language].inRow(text, row), label);
			}
		},
	});
	return labels;
}

/** What a row is called: its own name, or its number. */
export function rowName(row: Row, of: FormPart | Row | undefined, language: Language): string {
	if (row.label) return row.label[language];
	return of && "kind" in of && of.kind === "repeat"
		? `${of.each[language]} ${row.number}`
		: formViewText[language].row(row.number);
}

/** What one of a question's fields is called. */
export function fieldLabel({ part, path }: Place<Question>, at: string, language: Language): string {
	const text = formViewText[language];
	const said = part.label[language];
	if (at === path) return said;
	const field = at.slice(path.length + 1);
	const names: Readonly<Record<string, string>> = {
		...{ name: text.personName, email: text.personEmail },
		...{ unit: text.indicatorUnit, start: text.indicatorStart, goal: text.indicatorGoal },
	};
	return text.inRow(said, (names[field] ?? field).toLowerCase());
}

/** Names of organisations and files, by id. */
export type Names = Readonly<Record<string, string>>;

/** An answer as people read it; what could not be read stands as it was written. */
export function answerWords(question: Question, value: Answer | undefined, language: Language, names: Names): string {
	if (value === undefined || value === "") return "";
	if (typeof value === "object") return value.map((one) => choiceWords(question, one, language, names)).join(", ");
	if (typeof value === "number") return numberWords(question, value, language);
	if (question.kind === "date" && /^\d{4}-\d{2}-\d{2}$/.test(value)) return formatShortDate(language, value);
	return choiceWords(question, value, language, names);
}

function numberWords(question: Question, value: number, language: Language): string {
	const unit =
		question.kind === "money"
			? formViewText[language].kroner
			: question.kind === "number"
				? question.unit?.[language]
				: "";
	return [formatNumber(language, value), unit].filter(Boolean).join(" ");
}

function choiceWords(question: Question, value: string, language: Language, names: Names): string {
	if (question.kind === "yesNo") return value === "yes" || value === "no" ? formViewText[language][value] : value;
	if ("choices" in question) return question.choices.find((one) => one.value === value)?.label[language] ?? value;
	if (question.kind === "organisation" || question.kind === "file")
		return Object.hasOwn(names, value) ? (names[value] ?? value) : value;
	return value;
}

/** Sums of the columns of a table that hold numbers, in words, by column. */
export function sumsOf(table: FormTable, path: string, values: AnswerValues, language: Language): Names {
	return Object.fromEntries(
		table.columns.flatMap((column) => {
			if (column.kind !== "money" && column.kind !== "number") return [];
			const sum = sumOf(table, path, column.id, values);
			return sum === undefined ? [] : [[column.id, numberWords(column, sum, language)]];
		}),
	);
}

/** An answer at one path, in words. */
export function wordsAt(place: Place<Question>, path: string, values: AnswerValues, language: Language, names: Names) {
	const value = valueAt(values, path);
	if (place.path !== path && typeof value === "number") return formatNumber(language, value);
	return answerWords(place.part, value, language, names);
}
