/** The parts of a workbook around its sheets (ECMA-376 part 1, 12 and 18). */
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const documentRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
const contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Text inside XML. What XML cannot hold is left out. */
export function escapeXml(text: string): string {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
	if (!/[&<>"\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff]/.test(text)) return text;
	return (
		text
			.replace(/\r\n?/g, "\n")
			.replace(/&/g, "&amp;")
			.replace(/</g, "&lt;")
			.replace(/>/g, "&gt;")
			.replace(/"/g, "&quot;")
			.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd")
			// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
			.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
	);
}

export function sheetDocument(pieces: Iterable<string>): Iterable<string> {
	return (function* () {
		yield `${declaration}<worksheet xmlns="${main}">`;
		yield* pieces;
		yield "</worksheet>";
	})();
}

export function contentTypesXml(sheetCount: number): string {
	const sheets = numbered(
		sheetCount,
		(number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${contentType}.worksheet+xml"/>`,
	);
	return `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${contentType}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${contentType}.styles+xml"/>${sheets}</Types>`;
}

export const rootRelationsXml = `${declaration}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${documentRelations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

export function relationsXml(sheetCount: number): string {
	const sheets = numbered(
		sheetCount,
		(number) =>
			`<Relationship Id="rId${number}" Type="${documentRelations}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
	);
	return `${declaration}<Relationships xmlns="${packageRelations}">${sheets}<Relationship Id="rId${sheetCount + 1}" Type="${documentRelations}/styles" Target="styles.xml"/></Relationships>`;
}

/** @param sheets `filter` is the range with a filter, as $A$1:$C$9. */
export function workbookXml(
	sheets: readonly { readonly name: string; readonly hidden: boolean; readonly filter: string | null }[],
): string {
	const listed = sheets.map(({ name, hidden }, index) => {
		const state = hidden ? ' state="hidden"' : "";
		return `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`;
	});
	const filters = sheets.flatMap(({ name, filter }, index) => {
		if (filter === null) return [];
		const range = escapeXml(`'${name.replaceAll("'", "''")}'!${filter}`);
		return [`<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${range}</definedName>`];
	});
	const names = filters.length > 0 ? `<definedNames>${filters.join("")}</definedNames>` : "";
	return `${declaration}<workbook xmlns="${main}" xmlns:r="${documentRelations}"><sheets>${listed.join("")}</sheets>${names}</workbook>`;
}

/** Styles by their place in `stylesXml`. */
export const style = { general: 0, header: 1, text: 2, wrappedText: 3, wholeNumber: 4, decimal: 5, date: 6 } as const;

const top = '<alignment vertical="top"/>';
const wrapped = '<alignment vertical="top" wrapText="1"/>';
const format = (id: number, inside: string, font = 0, fill = 0) =>
	`<xf numFmtId="${id}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1">${inside}</xf>`;
const font = (bold: string) => `<font>${bold}<sz val="11"/><name val="Calibri"/><family val="2"/></font>`;

export const stylesXml = [
	`${declaration}<styleSheet xmlns="${main}">`,
	'<numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts>',
	`<fonts count="2">${font("")}${font("<b/>")}</fonts>`,
	'<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EDF2"/><bgColor indexed="64"/></patternFill></fill></fills>',
	'<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
	'<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
	// 49 is text: what is typed into the cell stays what was typed, leading zeros and all.
	`<cellXfs count="7"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${format(49, wrapped, 1, 2)}${format(49, top)}${format(49, wrapped)}${format(1, top)}${format(0, top)}${format(164, top)}</cellXfs>`,
	'<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
	"</styleSheet>",
].join("");

function numbered(count: number, make: (number: number) => string): string {
	return Array.from({ length: count }, (_, index) => make(index + 1)).join("");
}
