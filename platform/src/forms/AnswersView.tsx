import type { ReactNode } from "react";
import type { Language } from "../language.ts";
import { Facts } from "../ui/Facts.tsx";
import { useLanguage } from "../ui/language.tsx";
import { NoValue } from "../ui/NoValue.tsx";
import { ScrollRegion } from "../ui/ScrollRegion.tsx";
import { shownPaths } from "./answers.ts";
import type { FormDefinition, FormPart, FormRepeat, FormTable, Question } from "./definition.ts";
import { fieldLabel, type Names, rowName, sumsOf, wordsAt } from "./labels.ts";
import { formViewText } from "./text.ts";
import { type Answer, type AnswerValues, pathsOf, rowsOf, valueAt } from "./walk.ts";

type AnswersProps = {
	readonly definition: FormDefinition;
	readonly values: AnswerValues;
	/** Names of organisations and files, by id. */
	readonly names?: Names;
	/** Where files are fetched: their id is put at the end. */
	readonly filesAt?: string;
};

type Scene = {
	readonly values: AnswerValues;
	readonly shown: ReadonlySet<string>;
	readonly names: Names;
	readonly filesAt: string | undefined;
};

/** A form that has been answered, for reading and for print: only what was asked, and what is missing said to be missing. */
export function AnswersView({ definition, values, names = {}, filesAt }: AnswersProps) {
	const scene = { values, names, filesAt, shown: shownPaths(definition.parts, values) };
	return (
		<div className="answers-view">
			<PartsView parts={definition.parts} prefix="" depth={2} scene={scene} />
		</div>
	);
}

type PartsProps = {
	readonly parts: readonly FormPart[];
	readonly prefix: string;
	/** Of headings, 2 to 6. */
	readonly depth: number;
	readonly scene: Scene;
};

/** Questions that stand together become one list; groups, tables and repeats have headings of their own. */
function PartsView({ parts, prefix, depth, scene }: PartsProps) {
	const language = useLanguage();
	const drawn: ReactNode[] = [];
	let run: Question[] = [];
	const close = () => {
		if (run.length > 0)
			drawn.push(
				<Facts key={run[0]?.id} facts={run.flatMap((one) => factsOf(one, prefix + one.id, scene, language))} />,
			);
		run = [];
	};
	for (const part of parts) {
		if (!scene.shown.has(prefix + part.id)) continue;
		if (part.kind !== "group" && part.kind !== "table" && part.kind !== "repeat") {
			run.push(part);
			continue;
		}
		close();
		drawn.push(
			<section key={part.id} className="answers-part">
				<Heading depth={depth}>{part.label[language]}</Heading>
				{part.kind === "group" && <PartsView parts={part.parts} prefix={prefix} depth={depth + 1} scene={scene} />}
				{part.kind === "table" && <RowsTable table={part} path={prefix + part.id} scene={scene} />}
				{part.kind === "repeat" && <Repeated part={part} path={prefix + part.id} depth={depth + 1} scene={scene} />}
			</section>,
		);
	}
	close();
	return drawn;
}

/** The files of an answer, to be fetched. */
function Files({ ids, names, filesAt }: { ids: Answer | undefined; names: Names; filesAt: string }) {
	if (typeof ids !== "object" || ids.length === 0) return <NoValue />;
	return (
		<ul className="plain-list">
			{ids.map((id) => (
				<li key={id}>
					<a className="ds-link" href={`${filesAt}/${id}`} download>
						{names[id] ?? id}
					</a>
				</li>
			))}
		</ul>
	);
}

function Heading({ depth, children }: { depth: number; children: string }) {
	const Tag = (["h2", "h3", "h4", "h5", "h6"] as const)[Math.min(depth, 6) - 2] ?? "h6";
	return (
		<Tag className="ds-heading" data-size={depth === 2 ? "sm" : "xs"}>
			{children}
		</Tag>
	);
}

function Repeated({ part, path, depth, scene }: { part: FormRepeat; path: string; depth: number; scene: Scene }) {
	const language = useLanguage();
	const rows = rowsOf(part, path, scene.values);
	if (rows.length === 0) return <p className="quiet">{formViewText[language].noAnswer}</p>;
	return rows.map((row) => (
		<div key={row.id}>
			<Heading depth={depth}>{rowName(row, part, language)}</Heading>
			<PartsView parts={part.parts} prefix={`${row.path}.`} depth={depth + 1} scene={scene} />
		</div>
	));
}

function RowsTable({ table, path, scene }: { table: FormTable; path: string; scene: Scene }) {
	const language = useLanguage();
	const text = formViewText[language];
	const rows = rowsOf(table, path, scene.values);
	if (rows.length === 0) return <p className="quiet">{text.noAnswer}</p>;
	const sums = sumsOf(table, path, scene.values, language);
	return (
		<ScrollRegion label={table.label[language]}>
			<table className="ds-table" data-border="">
				<thead>
					<tr>
						<th scope="col">{table.rows ? "" : text.number}</th>
						{table.columns.map((column) => (
							<th key={column.id} scope="col">
								{column.label[language]}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map((row) => (
						<tr key={row.id}>
							<th scope="row">{row.label ? row.label[language] : row.number}</th>
							{table.columns.map((column) => {
								const at = `${row.path}.${column.id}`;
								const said = wordsAt({ part: column, path: at, within: [] }, at, scene.values, language, scene.names);
								return <td key={column.id}>{said === "" ? <NoValue /> : said}</td>;
							})}
						</tr>
					))}
				</tbody>
				{Object.keys(sums).length > 0 && rows.length > 1 && (
					<tfoot>
						<tr>
							<th scope="row">{text.sum}</th>
							{table.columns.map((column) => (
								<td key={column.id}>{sums[column.id] ?? ""}</td>
							))}
						</tr>
					</tfoot>
				)}
			</table>
		</ScrollRegion>
	);
}

function factsOf(
	question: Question,
	path: string,
	{ values, names, filesAt }: Scene,
	language: Language,
): readonly { readonly label: string; readonly value: ReactNode }[] {
	const place = { part: question, path, within: [] };
	if (question.kind === "file" && filesAt !== undefined)
		return [
			{
				label: fieldLabel(place, path, language),
				value: <Files ids={valueAt(values, path)} {...{ names, filesAt }} />,
			},
		];
	return pathsOf(place).map((at) => ({
		label: fieldLabel(place, at, language),
		value: wordsAt(place, at, values, language, names),
	}));
}
