import ExcelJS from "exceljs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Language } from "../../language.ts";
import { languages } from "../../language.ts";
import type { RowOf } from "../contract.ts";
import { defineContract } from "../contract.ts";
import { escapeFormula, protectApostrophe, unescapeFormula } from "../formula.ts";
import { normaliseText } from "../kinds/text.ts";
import { readSheet } from "../read.server.ts";
import { sheetNamer } from "../sheet-name.ts";
import { writeTemplate } from "../template.server.ts";
import { writeWorkbook } from "../write.server.ts";
import { writeCsv } from "../write-csv.server.ts";
import { sheetOf } from "../written.ts";
import { people, units } from "./contracts.ts";
import { readCsv, rowsOf } from "./files.ts";

type Unit = RowOf<typeof units>;

/** Texts people and attackers write: Norwegian, Sámi, signs that spreadsheets take for something. */
const letters = fc.oneof(
	fc.string({ unit: "grapheme", maxLength: 30 }),
	fc.string({
		unit: fc.constantFrom(..."æøåÆØÅčđŋšŧž=+-@'\"\t\r\n;, _x000D_aA1\u00a0\u200b\uff1d".split("")),
		maxLength: 12,
	}),
	fc.constantFrom(
		"=1+1",
		"'=1+1",
		"''",
		"-5",
		"+47 900 00 000",
		"@navn",
		"'t Hooft",
		"_x005F_",
		"Navn",
		"<b>&amp;",
		'="0301"',
	),
);
const name = letters.map(normaliseText).filter((text) => text !== "" && !text.includes("\ufffd"));
const day = fc
	.date({ min: new Date("1000-01-01T00:00:00Z"), max: new Date("9999-12-31T00:00:00Z"), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));
const digits = (length: number, from: number) =>
	fc.integer({ min: from, max: 10 ** length - 1 }).map((number) => String(number).padStart(length, "0"));
const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true }).map((value) => value + 0);

const unit: fc.Arbitrary<Unit> = fc.record({
	name,
	municipality: digits(4, 101),
	setting: fc.constantFrom("nursingHome", "homeCare", "school"),
	places: fc.option(fc.integer({ min: -50, max: 500 })),
	share: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)),
	opened: fc.option(day),
	active: fc.option(fc.boolean()),
	email: fc.option(fc.constantFrom("kari@kommune.no", "-post@sær.no", "+a@b.no", "a'b@c.d.e")),
	postcode: fc.option(digits(4, 1)),
	latitude: fc.option(degrees(90)),
	longitude: fc.option(degrees(180)),
	position: fc.option(fc.record({ latitude: degrees(90), longitude: degrees(180) })),
});
const rows = fc.uniqueArray(unit, { selector: (row) => `${row.municipality} ${row.name}`, maxLength: 8 });
const language = fc.constantFrom<Language>(...languages);

describe("what we write, we read", () => {
	it("gives back every row of every kind from .xlsx, in every language", async () => {
		await fc.assert(
			fc.asyncProperty(rows, language, name, async (list, words, note) => {
				const bytes = await writeWorkbook({
					sheets: [sheetOf(units, list, { name: "Enheter", notes: [note, "Kilde: kommunen"] })],
					language: words,
				});
				const result = readSheet(bytes, "ut.xlsx", units);
				expect(rowsOf(result)).toEqual(list);
				expect(result).toMatchObject({ sheet: "Enheter", ignoredColumns: [], absentColumns: [], otherSheets: [] });
			}),
			{ numRuns: 150 },
		);
	});

	it("gives back every row of every kind from .csv, in every language", async () => {
		await fc.assert(
			fc.asyncProperty(rows, language, async (list, words) => {
				const bytes = await writeCsv(units, list, words);
				expect(rowsOf(readSheet(bytes, "ut.csv", units))).toEqual(list);
			}),
			{ numRuns: 300 },
		);
	});

	it("reads columns in any order and language, with strangers between", () => {
		const columns = fc.shuffledSubarray([...units.columns, null, null], { minLength: units.columns.length + 2 });
		fc.assert(
			fc.property(unit, columns, fc.array(language, { minLength: 14, maxLength: 14 }), (row, order, spoken) => {
				const header = order.map((column, index) => column?.headers[spoken[index] ?? "nb"] ?? `Fremmed ${index}`);
				const cells = order.map((column) => {
					const value = column ? row[column.key] : "noe";
					if (value === null) return "";
					const plain = typeof value === "object" ? `${value.latitude}; ${value.longitude}` : String(value);
					return `"${escapeFormula(plain).replaceAll('"', '""')}"`;
				});
				const result = readCsv(`${header.map((text) => text.toUpperCase()).join("\t")}\n${cells.join("\t")}\n`, units);
				expect(rowsOf(result)).toEqual([row]);
			}),
			{ numRuns: 300 },
		);
	});

	it("writes the same bytes for the same rows", async () => {
		const write = () =>
			writeWorkbook({ sheets: [sheetOf(people, [{ name: "Kari", age: 1 }], { name: "A" })], language: "nb" });
		expect(await write()).toEqual(await write());
	});
});

describe("formulas", () => {
	it("lets no text in a CSV begin like a formula, and takes the apostrophe away again", () => {
		fc.assert(
			fc.property(letters, (text) => {
				expect(escapeFormula(text)).not.toMatch(/^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/);
				expect(escapeFormula(text)).not.toMatch(/^[\t\r\n]/);
				expect(unescapeFormula(escapeFormula(text))).toBe(text);
				expect(unescapeFormula(protectApostrophe(text))).toBe(text);
			}),
			{ numRuns: 2000 },
		);
	});

	it("leaves negative numbers numbers, and texts that pose as them texts", async () => {
		const bytes = await writeCsv(units, [row({ name: "-5", places: -5, share: -0.5, latitude: -33.9 })], "nb");
		expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)).toBe(
			"\ufeffNavn;Kommunenummer;Type;Antall plasser;Andel;Åpnet;Aktiv;E-post;Postnummer;Breddegrad;Lengdegrad;Koordinater\r\n" +
				'\'-5;0301;"Skole, SFO";-5;-0,5;;;;;-33,9;;\r\n',
		);
	});
});

function row(some: Partial<Unit>): Unit {
	const blank = { places: null, share: null, opened: null, active: null, email: null, postcode: null };
	const nowhere = { latitude: null, longitude: null, position: null };
	return { name: "A", municipality: "0301", setting: "school", ...blank, ...nowhere, ...some };
}

/** The workbook as a program that is not ours understands it. */
async function opened(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
	const workbook = new ExcelJS.Workbook();
	const copy = new ArrayBuffer(bytes.byteLength);
	new Uint8Array(copy).set(bytes);
	await workbook.xlsx.load(copy);
	return workbook;
}

describe("the workbook in another program", () => {
	it("has a bold frozen header, a filter, formats, lists and texts that are texts", async () => {
		const list = [row({ name: "=1+1", opened: "2024-02-29", places: 3, active: true }), row({ name: "<&>\"'\u0001" })];
		const bytes = await writeWorkbook({
			sheets: [
				sheetOf(units, list, { name: "Enheter: [alle]", notes: ["Kilde: X"] }),
				sheetOf(people, [], { name: "Tom" }),
			],
			language: "nb",
		});
		const workbook = await opened(bytes);
		expect(workbook.worksheets.map((sheet) => [sheet.name, sheet.state])).toEqual([
			["Enheter alle", "visible"],
			["Tom", "visible"],
			["Merknader", "visible"],
			["Lister", "hidden"],
		]);
		const sheet = workbook.worksheets[0];
		expect(sheet?.views).toMatchObject([{ state: "frozen", ySplit: 1 }]);
		expect(sheet?.autoFilter).toBe("A1:L3");
		expect(sheet?.getCell("A1")).toMatchObject({ value: "Navn", font: { bold: true } });
		expect(sheet?.getCell("A2")).toMatchObject({ type: ExcelJS.ValueType.String, value: "=1+1", numFmt: "@" });
		expect(sheet?.getCell("A3").value).toBe("<&>\"'");
		expect(sheet?.getCell("B2")).toMatchObject({ value: "0301", numFmt: "@" });
		expect(sheet?.getCell("D2")).toMatchObject({ value: 3, numFmt: "0" });
		expect(sheet?.getCell("F2").value).toEqual(new Date("2024-02-29T00:00:00Z"));
		expect(sheet?.getCell("G2").value).toBe("Ja");
		expect(sheet?.getCell("C3").dataValidation).toMatchObject({ type: "list", formulae: ["'Lister'!$A$1:$A$3"] });
		expect(workbook.getWorksheet("Lister")?.getColumn(1).values.slice(1)).toEqual([
			"Sykehjem",
			"Hjemmetjeneste",
			"Skole, SFO",
		]);
		expect(workbook.getWorksheet("Merknader")?.getCell("B2").value).toBe("Kilde: X");
	});

	it("cuts what Excel cannot hold", async () => {
		const bytes = await writeWorkbook({
			sheets: [sheetOf(people, [{ name: "x".repeat(40_000), age: null }], { name: "A" })],
			language: "nb",
		});
		expect(rowsOf(readSheet(bytes, "ut.xlsx", people))[0]?.name).toHaveLength(32_767);
	});

	it("names sheets as Excel allows, each differently", () => {
		const free = sheetNamer();
		expect(free("'Praksis 2026/2027'")).toBe("Praksis 2026 2027");
		expect(free("praksis 2026:2027")).toBe("praksis 2026 2027 (2)");
		expect(free("a".repeat(40))).toBe("a".repeat(31));
		expect(free("a".repeat(40))).toBe(`${"a".repeat(27)} (2)`);
		expect(free(" []")).toBe("Ark");
	});
});

describe("templates", () => {
	it.each(languages)("can be filled in and read, and explain every column (%s)", async (words) => {
		const bytes = await writeTemplate(units, words);
		expect(rowsOf(readSheet(bytes, "mal.xlsx", units))).toEqual([]);
		const workbook = await opened(bytes);
		expect(workbook.worksheets[0]?.name).toBe(units.title[words]);
		expect(workbook.worksheets[0]?.getCell("C1001").dataValidation).toMatchObject({ type: "list" });
		const explained = workbook.worksheets[1]?.getColumn(4).values.slice(2);
		expect(explained).toHaveLength(units.columns.length);
		expect(explained).toMatchSnapshot();
	});

	it("can be filled in and read where the contract has one column", async () => {
		const one = defineContract({
			title: { nb: "Navn", nn: "Namn", en: "Names" },
			columns: [{ key: "name", kind: "text", required: true, headers: { nb: "Navn", nn: "Namn", en: "Name" } }],
		});
		expect(readSheet(await writeTemplate(one, "nb"), "mal.xlsx", one)).toMatchObject({ sheet: "Navn", rows: [] });
	});
});
