import type { Language } from "../language.ts";
import { columnLetters } from "./cell.ts";
import type { Column } from "./contract.ts";
import { sheetNamer } from "./sheet-name.ts";
import { choiceList, plainSheetXml, sheetXml } from "./sheet-xml.ts";
import { contentTypesXml, relationsXml, rootRelationsXml, stylesXml, workbookXml } from "./workbook-xml.ts";
import { writingText } from "./writing-text.ts";
import type { WrittenSheet } from "./written.ts";
import { sheetOf } from "./written.ts";
import { writeArchive } from "./zip-writer.server.ts";

/**
 * Sheets as an .xlsx (ECMA-376 transitional): bold frozen header, filter, widths, formats, lists to choose from, and a
 * sheet with the notes where there are any. Texts are texts whatever they begin with, so no value becomes a formula; what
 * is longer than Excel's 32,767 characters is cut. The event loop stays free while it is written.
 */
export function writeWorkbook(workbook: {
	readonly sheets: readonly WrittenSheet[];
	readonly language: Language;
}): Promise<Uint8Array> {
	const { language } = workbook;
	const freeName = sheetNamer();
	const sheets = withNotes(workbook.sheets, language).map((sheet) => ({ ...sheet, name: freeName(sheet.name) }));
	const lists = choiceLists(sheets, language, freeName(writingText[language].lists));
	const hidden = lists.columns.length > 0 ? [{ name: lists.name, hidden: true, filter: null }] : [];
	const listed = [
		...sheets.map(({ name, columns, rows }) => {
			const filter = columns.length > 0 ? `$A$1:$${columnLetters(columns.length - 1)}$${rows.length + 1}` : null;
			return { name, hidden: false, filter };
		}),
		...hidden,
	];
	const contents = [
		...sheets.map((sheet, index) => sheetXml(sheet, lists.references, language, index === 0)),
		...hidden.map(() => plainSheetXml(lists.columns)),
	];
	return writeArchive([
		{ name: "[Content_Types].xml", pieces: [contentTypesXml(listed.length)] },
		{ name: "_rels/.rels", pieces: [rootRelationsXml] },
		{ name: "xl/workbook.xml", pieces: [workbookXml(listed)] },
		{ name: "xl/_rels/workbook.xml.rels", pieces: [relationsXml(listed.length)] },
		{ name: "xl/styles.xml", pieces: [stylesXml] },
		...contents.map((pieces, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, pieces })),
	]);
}

function withNotes(sheets: readonly WrittenSheet[], language: Language): readonly WrittenSheet[] {
	const { notes, sheet, note } = writingText[language];
	const rows = sheets.flatMap((each) => each.notes.map((text) => ({ sheet: each.name, note: text })));
	if (rows.length === 0) return sheets;
	const column = <const Key extends string>(key: Key, header: string) =>
		({ key, kind: "text", headers: { nb: header, nn: header, en: header }, required: true }) as const;
	const columns = [column("sheet", sheet), column("note", note)] as const;
	return [...sheets, sheetOf({ columns }, rows, { name: notes })];
}

type Lists = {
	readonly name: string;
	readonly columns: readonly (readonly string[])[];
	/** The range of each column's labels, as a formula names it. */
	readonly references: ReadonlyMap<Column, string>;
};

/** Labels stand on a hidden sheet: written into the rule itself they may be 255 characters at most, and have no comma. */
function choiceLists(sheets: readonly WrittenSheet[], language: Language, name: string): Lists {
	const columns: (readonly string[])[] = [];
	const references = new Map<Column, string>();
	for (const column of sheets.flatMap((sheet) => sheet.columns)) {
		const labels = choiceList(column, language);
		if (labels === null || references.has(column)) continue;
		const letters = columnLetters(columns.length);
		references.set(column, `'${name.replaceAll("'", "''")}'!$${letters}$1:$${letters}$${labels.length}`);
		columns.push(labels);
	}
	return { name, columns, references };
}
