import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSheet } from "../read.server.ts";
import { people, units } from "./contracts.ts";
import { codesOf, refusalsOf, rowsOf, rowXml, sheetOfXml, text, workbookOf } from "./files.ts";

const header = rowXml("Navn", "Alder");
const sound = await workbookOf([{ name: "A", xml: sheetOfXml(header + rowXml("Kari", "41").repeat(50)) }]);
const read = (bytes: Uint8Array, fileName = "fil.xlsx") => readSheet(bytes, fileName, people);

/** Microsoft's compound file with nothing in it but a name. */
function compound(stream: string): Uint8Array {
	const mark = Buffer.from("d0cf11e0a1b11ae1", "hex");
	return new Uint8Array(Buffer.concat([mark, Buffer.alloc(504), Buffer.from(stream, "utf16le")]));
}

describe("what is not a spreadsheet, or not one we read", () => {
	it.each<[string, Uint8Array, string, string]>([
		["an empty file", new Uint8Array(), "fil.xlsx", "emptyFile"],
		["a workbook called .csv", sound, "fil.csv", "wrongExtension"],
		["a workbook called .xls", sound, "fil.xls", "wrongExtension"],
		["a workbook without macros called .xlsm", sound, "fil.xlsm", "wrongExtension"],
		["a workbook without a name", sound, "opplasting", "unknownExtension"],
		["text called .xlsx", text("Navn;Alder\n"), "fil.xlsx", "wrongExtension"],
		["text called .json", text("{}"), "fil.json", "unknownExtension"],
		["old Excel", compound("Workbook"), "fil.xls", "oldExcel"],
		["old Excel called .xlsx", compound("Workbook"), "fil.xlsx", "oldExcel"],
		["a workbook with a password", compound("EncryptedPackage"), "fil.xlsx", "encrypted"],
		["a web page called .csv", text("\n<!DOCTYPE html><table>"), "fil.csv", "notSpreadsheet"],
		["XML called .xlsx", text('<?xml version="1.0"?><Workbook/>'), "fil.xlsx", "notSpreadsheet"],
		["PDF", text("%PDF-1.7\n"), "fil.csv", "notSpreadsheet"],
		["an image", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0), "fil.xlsx", "notSpreadsheet"],
	])("refuses %s", (_, bytes, name, code) => expect(codesOf(read(bytes, name))).toEqual([code]));

	it.each<[string, Record<string, string | null>, string]>([
		["macros", { "xl/vbaProject.bin": "x" }, "macros"],
		["macros by type", { "[Content_Types].xml": "<Types>…sheet.macroEnabled.main+xml</Types>" }, "macros"],
		["Excel 4 macros", { "xl/macrosheets/sheet1.xml": "<x/>" }, "macros"],
		["binary sheets", { "xl/workbook.bin": "x" }, "binaryWorkbook"],
		["OpenDocument", { mimetype: "application/vnd.oasis.opendocument.spreadsheet" }, "openDocument"],
		["a zip of other things", { "[Content_Types].xml": null }, "notSpreadsheet"],
		["no workbook", { "xl/workbook.xml": null }, "malformed"],
		["no sheet", { "xl/worksheets/sheet1.xml": null }, "malformed"],
		[
			"a document type",
			{ "xl/workbook.xml": '<!DOCTYPE x SYSTEM "http://evil.example/x"><workbook/>' },
			"documentType",
		],
		[
			"entities that expand",
			{ "xl/sharedStrings.xml": '<!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><sst><si><t>&b;</t></si></sst>' },
			"documentType",
		],
		["elements nested without end", { "xl/styles.xml": "<a>".repeat(300) }, "malformed"],
	])("refuses a workbook with %s", async (_, parts, code) => {
		const bytes = await workbookOf([{ name: "A", xml: sheetOfXml(header) }], parts);
		expect(codesOf(read(bytes, code === "macros" ? "fil.xlsm" : "fil.xlsx"))).toEqual([code]);
	});

	it("follows no link out of the file", async () => {
		const bytes = await workbookOf([{ name: "A", xml: sheetOfXml(header + rowXml("Kari", "41")) }], {
			"_rels/.rels":
				'<Relationships><Relationship Id="r" Type="x/officeDocument" TargetMode="External" Target="http://evil.example/"/></Relationships>',
		});
		expect(rowsOf(read(bytes))).toEqual([{ name: "Kari", age: 41 }]);
	});
});

describe("damaged archives", () => {
	it("refuses an upload cut anywhere", () => {
		for (let length = 4; length < sound.length; length += 7) {
			const codes = codesOf(read(sound.slice(0, length)));
			expect(["truncated", "malformed"]).toContain(codes[0]);
		}
	});

	it("refuses changed content, and content whose checksum does not fit", () => {
		const changed = Buffer.from(sound);
		const at = changed.indexOf("xl/worksheets/sheet1.xml") + 60;
		changed[at] = (changed[at] ?? 0) ^ 0xff;
		expect(codesOf(read(new Uint8Array(changed)))).toEqual(["malformed"]);

		const unfit = Buffer.from(sound);
		const checksum = unfit.lastIndexOf("xl/worksheets/sheet1.xml") - 46 + 16;
		unfit.writeUInt32LE((unfit.readUInt32LE(checksum) ^ 1) >>> 0, checksum);
		expect(codesOf(read(new Uint8Array(unfit)))).toEqual(["malformed"]);
	});

	it("refuses two parts with one name", async () => {
		const bytes = await workbookOf([{ name: "A", xml: sheetOfXml(header) }], { "XL/worksheets/Sheet1.xml": "<x/>" });
		expect(codesOf(read(bytes))).toEqual(["malformed"]);
	});

	it("refuses parts with a password", () => {
		const bytes = Buffer.from(sound);
		const directory = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
		bytes.writeUInt16LE(1, directory + 8);
		expect(codesOf(read(new Uint8Array(bytes)))).toEqual(["encrypted"]);
	});

	it("never throws, whatever is changed", () => {
		const flips = fc.array(fc.tuple(fc.nat({ max: sound.length - 1 }), fc.nat({ max: 255 })), {
			minLength: 1,
			maxLength: 8,
		});
		fc.assert(
			fc.property(flips, (changes) => {
				const bytes = new Uint8Array(sound);
				for (const [at, value] of changes) bytes[at] = value;
				const result = read(bytes);
				expect("rows" in result ? result.rows.length : result.refusalCount).toBeGreaterThan(0);
			}),
			{ numRuns: 300 },
		);
	});

	it("never throws on a sheet that is not XML, or not a sheet", async () => {
		const piece = fc.constantFrom(
			..."<row> <row r='3'> </row> <c> <c t='s'> <c r='B2'> <c t='inlineStr'> </c> <v> </v> <is> <t> </t> </is> <f> </f> Navn 41 & &#x110000; <![CDATA[ ]]> <!-- --> <? ?> < > </ /> ' \" = :".split(
				" ",
			),
		);
		await fc.assert(
			fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
				const result = read(await workbookOf([{ name: "A", xml: sheetOfXml(header + pieces.join("")) }]));
				expect("rows" in result || result.refusalCount > 0).toBe(true);
			}),
			{ numRuns: 200 },
		);
	});

	it("never throws on any text called .csv", () => {
		const piece = fc.constantFrom("Navn", "Alder", ";", ",", "\t", '"', "\n", "\r", "'", "=", "41", "æ", "\ufeff", " ");
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 40 }), fc.uint8Array({ maxLength: 3 }), (pieces, tail) => {
				const result = read(Uint8Array.of(...text(pieces.join("")), ...tail), "fil.csv");
				expect("rows" in result || result.refusalCount > 0).toBe(true);
			}),
			{ numRuns: 1000 },
		);
	});
});

describe("limits", () => {
	it("refuses a file larger than the limit before it looks inside", () => {
		const result = readSheet(new Uint8Array(2000), "fil.xlsx", people, { limits: { fileSize: 1999 } });
		expect(refusalsOf(result)).toMatchObject([{ code: "fileTooLarge", detail: { limit: 1999, size: 2000 } }]);
	});

	it("unpacks no bomb: two hundred megabytes of nothing in a small file", async () => {
		const bytes = await workbookOf([{ name: "A", xml: sheetOfXml(" ".repeat(210_000_000)) }]);
		expect(bytes.length).toBeLessThan(300_000);
		expect(codesOf(read(bytes))).toEqual(["contentTooLarge"]);
	});

	it("believes no bomb that says it is small", async () => {
		const bytes = Buffer.from(await workbookOf([{ name: "A", xml: sheetOfXml(" ".repeat(5_000_000)) }]));
		const directory = bytes.lastIndexOf("xl/worksheets/sheet1.xml") - 46;
		bytes.writeUInt32LE(100, directory + 24);
		expect(codesOf(read(new Uint8Array(bytes)))).toEqual(["malformed"]);
		bytes.writeUInt32LE(0xfffffff0, directory + 24);
		expect(codesOf(read(new Uint8Array(bytes)))).toEqual(["contentTooLarge"]);
	});

	it("counts all parts together", async () => {
		const blank = sheetOfXml(" ".repeat(60_000));
		const bytes = await workbookOf(["A", "B", "C"].map((name) => ({ name, xml: blank })));
		const result = readSheet(bytes, "fil.xlsx", people, { limits: { contentSize: 150_000 } });
		expect(codesOf(result)).toEqual(["contentTooLarge"]);
	});

	it("refuses too many rows and columns, and does not count what is blank", async () => {
		const limits = { rows: 3, columns: 4 };
		const limited = (rows: string) =>
			workbookOf([{ name: "A", xml: sheetOfXml(header + rows) }]).then((bytes) =>
				readSheet(bytes, "fil.xlsx", people, { limits }),
			);
		const blank = '<row><c r="ZZ6" s="1"/></row>';
		expect(rowsOf(await limited(rowXml("Kari", "41").repeat(3) + blank))).toHaveLength(3);
		expect(refusalsOf(await limited(rowXml("Kari", "41").repeat(4)))).toMatchObject([
			{ code: "tooManyRows", row: 5, detail: { limit: 3 } },
		]);
		expect(refusalsOf(await limited(rowXml("Kari", "41", "", "", "her")))).toMatchObject([
			{ code: "tooManyColumns", column: "E" },
		]);
		const wide = readSheet(text("Navn;a;b;c;d\nKari\n"), "fil.csv", people, { limits });
		expect(refusalsOf(wide)).toMatchObject([{ code: "tooManyColumns", row: 1, column: "E" }]);
	});

	it("refuses one long text that every row points at", async () => {
		const xml = sheetOfXml(header + '<row><c t="s"><v>0</v></c></row>'.repeat(3000));
		const strings = `<sst><si><t>${"x".repeat(30_000)}</t></si></sst>`;
		const bytes = await workbookOf([{ name: "A", xml }], { "xl/sharedStrings.xml": strings });
		expect(codesOf(read(bytes))).toEqual(["tooMuchText"]);
	});

	it("refuses a huge text in one cell", async () => {
		const bytes = await workbookOf([{ name: "A", xml: sheetOfXml(header + rowXml("x".repeat(5_000_000), "1")) }]);
		expect(codesOf(readSheet(bytes, "fil.xlsx", people))).toEqual(["tooLong"]);
	});

	it("takes texts that look like formulas as texts", async () => {
		const bytes = await workbookOf([{ name: "A", xml: sheetOfXml(header + rowXml('=HYPERLINK("http://evil")', "1")) }]);
		expect(rowsOf(read(bytes))).toEqual([{ name: '=HYPERLINK("http://evil")', age: 1 }]);
		expect(codesOf(readSheet(text("Navn;Kommunenummer;Type\n=1+1;=1+1;=1+1\n"), "fil.csv", units))).toEqual([
			"notMunicipality",
			"notChoice",
		]);
	});
});
