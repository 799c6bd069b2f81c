import type { ReactNode } from "react";
import { formatNumber } from "../../language.ts";
import { Details } from "../../ui/Details.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { Section } from "../../ui/Section.tsx";
import { type Column, Table } from "../../ui/Table.tsx";
import type { ImportCounts } from "../contract.ts";
import type { ShownChange } from "../field-words.ts";
import { importPagesText } from "./import.text.ts";

type Line = {
	readonly row: number;
	readonly name: string;
	readonly where: string;
	readonly changes: readonly ShownChange[];
};

/** What the second column is, and what a blank in it means. */
type Words = { readonly where: string; readonly nowhere: string };

type ImportLinesProps = {
	readonly words: Words;
	readonly preview: {
		readonly counts: ImportCounts;
		readonly created: readonly Line[];
		readonly changed: readonly Line[];
		readonly unchanged: readonly Line[];
	};
	/** Afterwards the lists are there for whoever wants them. */
	readonly isDone?: boolean;
};

/** Row by row what an import does: what is new, what is changed from what to what, what stays. */
export function ImportLines({ words, preview, isDone = false }: ImportLinesProps) {
	const language = useLanguage();
	const text = importPagesText[language];
	const { counts } = preview;
	const number = (value: number) => formatNumber(language, value);
	const Part = isDone ? Folded : Section;
	return (
		<>
			{counts.changed > 0 && (
				<Part title={isDone ? text.wasChanged(number(counts.changed)) : text.changed(number(counts.changed))}>
					<Lines words={words} lines={preview.changed} total={counts.changed} caption={text.counts.changed} isChanged />
				</Part>
			)}
			{counts.created > 0 && (
				<Part title={text.created(number(counts.created))}>
					<Lines words={words} lines={preview.created} total={counts.created} caption={text.counts.created} />
				</Part>
			)}
			{counts.unchanged > 0 && (
				<Folded title={text.unchanged(number(counts.unchanged))}>
					<Lines words={words} lines={preview.unchanged} total={counts.unchanged} caption={text.counts.unchanged} />
				</Folded>
			)}
		</>
	);
}

function Folded({ title, children }: { readonly title: string; readonly children: ReactNode }) {
	return <Details summary={title}>{children}</Details>;
}

type LinesProps = {
	readonly words: Words;
	readonly lines: readonly Line[];
	readonly total: number;
	readonly caption: string;
	readonly isChanged?: boolean;
};

function Lines({ words, lines, total, caption, isChanged = false }: LinesProps) {
	const language = useLanguage();
	const text = importPagesText[language];
	// Of what is new, only what comes with it is said: it was nothing before.
	const changes: Column<Line> = {
		key: "changes",
		label: isChanged ? text.changes : text.with,
		cell: (line) => (
			<ul className="plain-list">
				{line.changes.map((change) => (
					<li key={change.label}>
						{change.label}:{" "}
						{isChanged && (
							<>
								<span className="quiet">{change.from ?? text.blank}</span> →{" "}
							</>
						)}
						<strong>{change.to ?? text.blank}</strong>
					</li>
				))}
			</ul>
		),
	};
	return (
		<>
			{total > lines.length && (
				<p className="ds-paragraph quiet">
					{text.firstOnly(formatNumber(language, lines.length), formatNumber(language, total))}
				</p>
			)}
			<Table
				caption={caption}
				hideCaption
				rows={lines}
				rowKey={(line) => String(line.row)}
				columns={[
					{ key: "name", label: text.name, cell: (line) => line.name },
					{ key: "where", label: words.where, cell: (line) => line.where || words.nowhere },
					...(isChanged || lines.some((line) => line.changes.length > 0) ? [changes] : []),
					{ key: "row", label: text.row, cell: (line) => line.row, numeric: true },
				]}
			/>
		</>
	);
}
