import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { readSheet } from "../read.server.ts";
import { isDateCode } from "../styles.server.ts";
import { xmlCursor } from "../xml.server.ts";
import { people, units } from "./contracts.ts";
import { codesOf, refusalsOf, rowsOf, rowXml, sheetOfXml, workbookOf } from "./files.ts";

/** A workbook made by another program than ours. */
async function made(fill: (workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> {
	const workbook = new ExcelJS.Workbook();
	fill(workbook);
	return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const read = (bytes: Uint8Array, sheet?: string) =>
	readSheet(bytes, "fil.xlsx", people, sheet === undefined ? {} : { sheet });

describe("a sheet as people make them", () => {
	it("reads past title rows, blank rows, a column of remarks and formatting far below", async () => {
		const bytes = await made((workbook) => {
			const sheet = workbook.addWorksheet("Ansatte");
			sheet.addRow(["Oversikt over ansatte"]);
			sheet.addRow(["Oppdatert", new Date(Date.UTC(2026, 0, 31))]);
			sheet.addRow([]);
			sheet.addRow([null, "ALDER", "Navn", null, "Merknad"]);
			sheet.addRow([null, 41, "Kari", null, "vikar"]);
			sheet.addRow([]);
			sheet.addRow([null, 50, "Ola"]);
			sheet.addRow([null, null, "   "]);
			sheet.getCell("C5000").font = { bold: true };
		});
		const result = read(bytes);
		expect(result).toMatchObject({
			sheet: "Ansatte",
			headerRow: 4,
			ignoredColumns: [{ column: "E", header: "Merknad" }],
			rows: [
				{ sheetRow: 5, value: { name: "Kari", age: 41 } },
				{ sheetRow: 7, value: { name: "Ola", age: 50 } },
			],
		});
	});

	it("takes results of formulas, rich text, hyperlinks, dates, booleans and numbers for what they show", async () => {
		const bytes = await made((workbook) => {
			const sheet = workbook.addWorksheet("Enheter");
			sheet.addRow(["Navn", "Kommunenummer", "Type", "Antall plasser", "E-post", "Åpnet", "Aktiv", "Postnummer"]);
			sheet.addRow([
				{ richText: [{ text: "Sol" }, { font: { bold: true }, text: "bakken" }] },
				301,
				{ formula: 'A2&""', result: "Sykehjem" },
				{ formula: "2+3", result: 5 },
				{ text: "post@solbakken.no", hyperlink: "mailto:post@solbakken.no" },
				new Date(Date.UTC(2024, 1, 29)),
				true,
				150,
			]);
		});
		expect(rowsOf(readSheet(bytes, "fil.xlsx", units))).toMatchObject([
			{
				name: "Solbakken",
				municipality: "0301",
				setting: "nursingHome",
				places: 5,
				email: "post@solbakken.no",
				opened: "2024-02-29",
				active: true,
				postcode: "0150",
			},
		]);
	});

	it("names the cell of an error, a formula without result, and a number that became a date", async () => {
		const bytes = await made((workbook) => {
			const sheet = workbook.addWorksheet("Ansatte");
			sheet.addRow(["Navn", "Alder"]);
			sheet.addRow(["Kari", { error: "#REF!" }]);
			sheet.addRow(["Ola", { formula: "1/0", result: { error: "#DIV/0!" } }]);
			sheet.addRow(["Per", { formula: "1+1" }]);
			sheet.addRow(["Pål", new Date(Date.UTC(2026, 11, 10))]);
		});
		expect(refusalsOf(read(bytes))).toMatchObject([
			{ code: "errorCell", sheet: "Ansatte", row: 2, column: "B", header: "Alder", value: "#REF!" },
			{ code: "errorCell", row: 3, value: "#DIV/0!" },
			{ code: "formulaWithoutResult", row: 4, column: "B" },
			{ code: "numberBecameDate", row: 5, column: "B", value: "10.12.2026" },
		]);
	});

	it("fills cells merged downwards, in the header too, and refuses to guess about numbers", async () => {
		const bytes = await made((workbook) => {
			const sheet = workbook.addWorksheet("Ansatte");
			sheet.addRow(["Navn", "Om personen", ""]);
			sheet.addRow(["", "Alder", "Høyde"]);
			sheet.mergeCells("A1:A2");
			sheet.mergeCells("B1:C1");
			sheet.addRow(["Kari", 41]);
			sheet.addRow(["", 42]);
			sheet.mergeCells("A3:A4");
			sheet.addRow(["Ola", 50]);
		});
		const result = read(bytes);
		expect(rowsOf(result)).toEqual([
			{ name: "Kari", age: 41 },
			{ name: "Kari", age: 42 },
			{ name: "Ola", age: 50 },
		]);
		expect(result).toMatchObject({ headerRow: 2 });

		const numbers = await made((workbook) => {
			const sheet = workbook.addWorksheet("Ansatte");
			sheet.addRows([["Navn", "Alder"], ["Kari", 41], ["Ola"], ["Per"]]);
			sheet.mergeCells("B2:B3");
		});
		expect(refusalsOf(read(numbers))).toMatchObject([
			{ code: "mergedNumber", row: 3, column: "B", value: "41", detail: { range: "B2:B3" } },
		]);
	});

	it("knows the calendar that begins in 1904", async () => {
		const bytes = await made((workbook) => {
			workbook.properties.date1904 = true;
			const sheet = workbook.addWorksheet("Enheter");
			sheet.addRow(["Navn", "Kommunenummer", "Type", "Åpnet"]);
			sheet.addRow(["Solbakken", "0301", "Sykehjem", 43_889]);
			sheet.getCell("D2").numFmt = "dd.mm.yyyy";
		});
		expect(rowsOf(readSheet(bytes, "fil.xlsx", units))).toMatchObject([{ opened: "2024-02-29" }]);
	});

	it.each([
		["dd.mm.yyyy", true],
		["[$-414]d. mmmm yyyy;@", true],
		["mmm", true],
		["yyyy-mm-dd hh:mm", true],
		["General", false],
		["0.00", false],
		["hh:mm:ss", false],
		["[h]:mm", false],
		['0 "dager"', false],
		["[Red]0", false],
		["#,##0\\ kr", false],
	])("format %s shows a day: %s", (code, isDate) => expect(isDateCode(code)).toBe(isDate));
});

describe("several sheets", () => {
	const header = rowXml("Navn", "Alder");

	it("reads the one with the header, wherever it is, and never a hidden one unasked", async () => {
		const bytes = await workbookOf([
			{ name: "Les meg", xml: sheetOfXml(rowXml("Slik gjør du")) },
			{ name: "Skjult", xml: sheetOfXml(header + rowXml("Skjult", "1")), state: "hidden" },
			{ name: "Data", xml: sheetOfXml(header + rowXml("Kari", "41")) },
			{ name: "Tom", xml: sheetOfXml(header) },
		]);
		expect(rowsOf(read(bytes))).toEqual([{ name: "Kari", age: 41 }]);
		expect(read(bytes)).toMatchObject({ sheet: "Data", otherSheets: ["Tom"] });
		expect(rowsOf(read(bytes, "Skjult"))).toEqual([{ name: "Skjult", age: 1 }]);
		expect(refusalsOf(read(bytes, "Finnes ikke"))).toMatchObject([
			{ code: "noSuchSheet", detail: { name: "Finnes ikke", found: ["Les meg", "Skjult", "Data", "Tom"] } },
		]);
		expect(refusalsOf(read(bytes, "Les meg"))).toMatchObject([{ code: "noHeader", sheet: "Les meg" }]);
	});

	it("refuses to choose between two that fit equally well", async () => {
		const bytes = await workbookOf([
			{ name: "2025", xml: sheetOfXml(header + rowXml("Kari", "41")) },
			{ name: "2026", xml: sheetOfXml(rowXml("Navn", "Alder", "Kommentar") + rowXml("Ola", "50")) },
		]);
		expect(refusalsOf(read(bytes))).toMatchObject([{ code: "severalSheets", detail: { sheets: ["2025", "2026"] } }]);
		expect(rowsOf(read(bytes, "2026"))).toEqual([{ name: "Ola", age: 50 }]);
	});

	it("refuses a workbook without a visible sheet", async () => {
		const bytes = await workbookOf([{ name: "A", xml: sheetOfXml(header), state: "veryHidden" }]);
		expect(codesOf(read(bytes))).toEqual(["noSheets"]);
	});
});

describe("workbooks other programs write", () => {
	const shared =
		"<sst><si><t>Navn</t></si><si><r><t>Al</t></r><r><t>der</t></r><rPh><t>x</t></rPh></si><si><t>K&#229;re &amp; _x000a_Co</t></si></sst>";

	it("reads shared strings, prefixed names, cells and rows without references, CDATA and comments", async () => {
		const xml = `<?xml version="1.0"?><x:worksheet xmlns:x="main"><x:sheetData><!-- > --><x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t='s'><x:v>1</x:v></x:c></x:row><x:row r="7"><x:c r="A7" t="s"><x:v>2</x:v></x:c><x:c r="B7"><x:v><![CDATA[41]]></x:v></x:c></x:row></x:sheetData></x:worksheet>`;
		const bytes = await workbookOf([{ name: "A", xml }], { "xl/sharedStrings.xml": shared });
		expect(read(bytes)).toMatchObject({
			rows: [{ sheetRow: 7, value: { name: "Kåre & \nCo", age: 41 } }],
		});
	});

	it("takes what is seen in merged cells, not what another program left under it", async () => {
		const rows =
			'<row r="2"><c r="A2" t="str"><v>Kari</v></c><c r="B2"><v>1</v></c></row><row r="3"><c r="A3" t="str"><v>Skjult</v></c><c r="B3"><v>2</v></c></row>';
		const merges = '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>';
		const bytes = await workbookOf([{ name: "A", xml: sheetOfXml(rowXml("Navn", "Alder") + rows, merges) }]);
		expect(rowsOf(read(bytes)).map((row) => row.name)).toEqual(["Kari", "Kari"]);
	});

	it("reads dates written as ISO text", async () => {
		const bytes = await workbookOf([
			{
				name: "A",
				xml: sheetOfXml(
					rowXml("Navn", "Kommunenummer", "Type", "Åpnet") +
						'<row><c t="str"><v>Solbakken</v></c><c t="str"><v>0301</v></c><c t="str"><v>School</v></c><c t="d"><v>2024-02-29T00:00:00</v></c></row>',
				),
			},
		]);
		expect(rowsOf(readSheet(bytes, "fil.xlsx", units))).toMatchObject([{ opened: "2024-02-29" }]);
	});

	it("reads XML in UTF-16", () => {
		const cursor = xmlCursor(Buffer.from("\ufeff<a b='æ'>ø&amp;</a>", "utf16le"), "part");
		expect([cursor.next(), cursor.name(), cursor.attribute("b")]).toEqual(["open", "a", "æ"]);
		expect([cursor.next(), cursor.text(), cursor.next(), cursor.next()]).toEqual(["text", "ø&", "close", "end"]);
	});

	it.each([
		["rows that run upwards", '<row r="2"/><row r="1"/>'],
		["cells that run leftwards", '<row><c r="B1"/><c r="A1"/></row>'],
		["a row past the last", '<row r="1048577"/>'],
		["a column past the last", '<row><c r="XFE1"><v>1</v></c></row>'],
		["a text that is not there", '<row><c t="s"><v>99</v></c></row>'],
		["a number that is none", "<row><c><v>1,5</v></c></row>"],
		["elements that cross", "<row><c></row></c>"],
		["an end that is missing", "<row><c>"],
		["an attribute that never ends", '<row r="1><c/></row>'],
	])("refuses %s as damaged", async (_, rows) => {
		const bytes = await workbookOf([{ name: "A", xml: sheetOfXml(rows) }]);
		expect(refusalsOf(read(bytes))).toMatchObject([
			{ code: "malformed", detail: { part: "xl/worksheets/sheet1.xml" } },
		]);
	});
});
