import type { Contract, RowOf } from "../contract.ts";
import { readSheet } from "../read.server.ts";
import type { RefusalCode, SheetRefusal } from "../refusal.ts";
import type { SheetResult } from "../result.ts";
import { escapeXml } from "../workbook-xml.ts";
import { writeArchive } from "../zip-writer.server.ts";

export const text = (content: string) => new TextEncoder().encode(content);

/** The rows' values, or the test stops with the refusals. */
export function rowsOf<Row>(result: SheetResult<Row>): readonly Row[] {
	if ("refusals" in result) throw new Error(`Refused: ${JSON.stringify(result.refusals, null, 1)}`);
	return result.rows.map((row) => row.value);
}

export function refusalsOf(result: SheetResult<unknown>): readonly SheetRefusal[] {
	if (!("refusals" in result)) throw new Error(`Taken: ${JSON.stringify(result.rows)}`);
	return result.refusals;
}

export function codesOf(result: SheetResult<unknown>): readonly RefusalCode[] {
	return refusalsOf(result).map((refusal) => refusal.code);
}

export function readCsv<One extends Contract>(content: string, contract: One): SheetResult<RowOf<One>> {
	return readSheet(text(content), "fil.csv", contract);
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The smallest workbook there is, with the XML of its sheets as given; parts may be replaced, added, or (null) left out. */
export function workbookOf(
	sheets: readonly { readonly name: string; readonly xml: string; readonly state?: string }[],
	parts: Readonly<Record<string, string | null>> = {},
): Promise<Uint8Array> {
	const listed = sheets.map(
		({ name, state }, index) =>
			`<sheet name="${escapeXml(name)}" sheetId="${index + 1}" ${state ? `state="${state}"` : ""} r:id="rId${index + 1}"/>`,
	);
	const related = sheets.map(
		(_, index) =>
			`<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
	);
	const others = [
		`<Relationship Id="rIdStyles" Type="${relations}/styles" Target="styles.xml"/>`,
		`<Relationship Id="rIdStrings" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/>`,
	];
	const all: Record<string, string | null> = {
		"[Content_Types].xml": "<Types/>",
		"_rels/.rels": `<Relationships><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${listed.join("")}</sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships>${related.join("")}${others.join("")}</Relationships>`,
		...Object.fromEntries(sheets.map(({ xml }, index) => [`xl/worksheets/sheet${index + 1}.xml`, xml])),
		...parts,
	};
	return writeArchive(
		Object.entries(all).flatMap(([name, content]) => (content === null ? [] : [{ name, pieces: [content] }])),
	);
}

/** A worksheet around rows of XML. */
export function sheetOfXml(rows: string, after = ""): string {
	return `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${after}</worksheet>`;
}

/** A row of texts. */
export function rowXml(...cells: readonly string[]): string {
	return `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${escapeXml(cell)}</t></is></c>`).join("")}</row>`;
}
