import { formatDate, type Language } from "../language.ts";
import {
	block,
	heading,
	keepTogether,
	openPaper,
	type Paper,
	quietColour,
	rule,
	shortened,
	sizes,
	table,
	write,
} from "../paper/paper.server.ts";
import { shownPaths } from "./answers.ts";
import type { FormDefinition, FormPart, FormTable, Question } from "./definition.ts";
import { fieldLabel, type Names, rowName, sumsOf, wordsAt } from "./labels.ts";
import { formPaperText } from "./pdf.text.ts";
import { formViewText } from "./text.ts";
import { type AnswerValues, pathsOf, rowsOf } from "./walk.ts";

/** A form on paper: what was answered, or with lines to write on where nothing is. */
export type PrintedForm = {
	readonly language: Language;
	readonly definition: FormDefinition;
	/** Null: an empty form, with all that could be asked. */
	readonly values: AnswerValues | null;
	readonly names: Names;
	/** For whom it was answered, and who sent it in when; empty lines are left out. */
	readonly about: readonly string[];
};

type Scene = PrintedForm & { readonly paper: Paper; readonly shown: ReadonlySet<string> | null };

/** A form as a tagged PDF (A4) in its language, with its version and the page at the foot of each page. */
export async function writeFormPdf(given: PrintedForm): Promise<Buffer> {
	const { language, definition, values } = given;
	const text = formPaperText[language];
	const title = definition.title[language];
	const paper = openPaper(language, title);
	const scene: Scene = { ...given, paper, shown: values === null ? null : shownPaths(definition.parts, values) };
	block(paper, "H1", () => write(paper, title, { weight: "bold", size: sizes.title, gap: 8 }));
	for (const line of given.about.filter((one) => one !== ""))
		block(paper, "P", () => write(paper, line, { colour: quietColour, gap: 2 }));
	rule(paper);
	paper.document.moveDown(0.6);
	writeParts(scene, definition.parts, "", 2);
	return paper.finish((page, count) => ({
		left: `${shortened(title)} · ${text.version(definition.version)}`,
		right: text.page(page, count),
	}));
}

/** Answers under a heading of a paper that says more than them. */
export function writeFormParts(
	paper: Paper,
	given: Omit<PrintedForm, "about"> & { readonly values: AnswerValues },
): void {
	const shown = shownPaths(given.definition.parts, given.values);
	writeParts({ ...given, about: [], paper, shown }, given.definition.parts, "", 3);
}

/** For the head of a printed answer: on behalf of whom, and when by whom it was sent. */
export function aboutAnswer(
	language: Language,
	answer: { readonly answeredFor: string; readonly submittedAt: Date | null; readonly submittedBy: string | null },
): readonly string[] {
	const text = formPaperText[language];
	const sent =
		answer.submittedAt === null
			? text.draft
			: text.sent(formatDate(language, answer.submittedAt), answer.submittedBy ?? "");
	return [answer.answeredFor, sent];
}

function writeParts(scene: Scene, parts: readonly FormPart[], prefix: string, level: number): void {
	const { paper, language, shown } = scene;
	for (const part of parts) {
		const path = prefix + part.id;
		// In an empty form everything stands, whatever it hangs on: nobody has answered yet.
		if (shown !== null && !shown.has(path)) continue;
		if (part.kind !== "group" && part.kind !== "table" && part.kind !== "repeat") {
			writeQuestion(scene, part, path);
			continue;
		}
		heading(paper, part.label[language], { level, room: 90 });
		writeHelp(scene, part);
		if (part.kind === "group") writeParts(scene, part.parts, prefix, Math.min(level + 1, 4));
		else if (part.kind === "table") writeTable(scene, part, path);
		else if (scene.values === null) writeParts(scene, part.parts, `${path}.r1.`, Math.min(level + 1, 4));
		else {
			const rows = rowsOf(part, path, scene.values);
			if (rows.length === 0) writeNothing(scene);
			for (const row of rows) {
				heading(paper, rowName(row, part, language), { level: Math.min(level + 1, 4), room: 60 });
				writeParts(scene, part.parts, `${row.path}.`, Math.min(level + 2, 4));
			}
		}
	}
}

function writeHelp({ paper, language, values }: Scene, part: FormPart): void {
	const { help } = part;
	if (values === null && help) block(paper, "P", () => write(paper, help[language], { size: 9, colour: quietColour }));
}

function writeNothing({ paper, language }: Scene): void {
	block(paper, "P", () => write(paper, formViewText[language].noAnswer, { colour: quietColour, gap: 6 }));
}

function writeQuestion(scene: Scene, question: Question, path: string): void {
	const { paper, language, values, names } = scene;
	const place = { part: question, path, within: [] };
	for (const at of pathsOf(place)) {
		const label = fieldLabel(place, at, language);
		keepTogether(paper, 48);
		if (values === null) {
			block(paper, "P", () => {
				write(paper, question.required ? `${label} *` : label, { weight: "bold", size: 9, gap: 1 });
				if (question.help && at === path)
					write(paper, question.help[language], { size: 9, colour: quietColour, gap: 1 });
				write(paper, toFillIn(question, language), { gap: 10, colour: quietColour });
			});
			continue;
		}
		const said = wordsAt(place, at, values, language, names);
		block(paper, "P", () => {
			write(paper, label, { weight: "bold", size: 9, colour: quietColour, gap: 0 });
			write(paper, said === "" ? formViewText[language].noAnswer : said, {
				...(said === "" ? { colour: quietColour } : {}),
				gap: 7,
			});
		});
	}
}

const line = "_".repeat(64);

/** What one writes on or ticks with a pen. */
function toFillIn(question: Question, language: Language): string {
	const text = formViewText[language];
	if ("choices" in question) return question.choices.map(({ label }) => `[   ]  ${label[language]}`).join("\n");
	if (question.kind === "yesNo") return `[   ]  ${text.yes}        [   ]  ${text.no}`;
	if (question.kind === "longText") return [line, line, line].join("\n");
	if (question.kind === "file") return formPaperText[language].attach;
	if (question.kind === "money") return `${"_".repeat(20)} ${text.kroner}`;
	if (question.kind === "number") return `${"_".repeat(20)} ${question.unit?.[language] ?? ""}`;
	return question.kind === "date" ? "_".repeat(20) : line;
}

/** Wider tables than this do not fit a page: each row becomes a list. */
const mostColumns = 5;
/** Rows to write on in an empty form. */
const emptyRows = 5;

function writeTable(scene: Scene, part: FormTable, path: string): void {
	const { paper, language, names } = scene;
	const values =
		scene.values ?? (part.rows ? {} : { [path]: Array.from({ length: emptyRows }, (_, at) => `r${at + 1}`) });
	const rows = rowsOf(part, path, values);
	if (rows.length === 0) {
		writeNothing(scene);
		return;
	}
	const cells = rows.map((row) =>
		part.columns.map((column) => {
			const at = `${row.path}.${column.id}`;
			return wordsAt({ part: column, path: at, within: [] }, at, values, language, names);
		}),
	);
	if (part.columns.length > mostColumns) {
		for (const [index, row] of rows.entries()) {
			heading(paper, rowName(row, part, language), { level: 4, room: 60 });
			for (const [at, column] of part.columns.entries()) {
				const said = cells[index]?.[at] ?? "";
				const otherwise = scene.values === null ? toFillIn(column, language) : formViewText[language].noAnswer;
				block(paper, "P", () => write(paper, `${column.label[language]}: ${said === "" ? otherwise : said}`));
			}
		}
		return;
	}
	const first = 0.12 + (part.rows ? 0.12 : 0);
	const shares = [first, ...part.columns.map(() => (1 - first) / part.columns.length)];
	const sums = Object.keys(sumsOf(part, path, values, language)).length > 0 && rows.length > 1 && scene.values !== null;
	const sum = sumsOf(part, path, values, language);
	table(
		paper,
		shares,
		[part.rows ? "" : formViewText[language].number, ...part.columns.map(({ label }) => label[language])],
		[
			...rows.map((row, index) => [row.label ? row.label[language] : String(row.number), ...(cells[index] ?? [])]),
			...(sums ? [[formViewText[language].sum, ...part.columns.map(({ id }) => sum[id] ?? "")]] : []),
		],
	);
}
