import { describe, expect, it } from "vitest";
import { readSheet } from "../read.server.ts";
import { people, units } from "./contracts.ts";
import { codesOf, readCsv, refusalsOf, rowsOf, text } from "./files.ts";

const kari = { name: "Kari Ødegård", age: 41 };

describe("delimiters", () => {
	it.each([
		["semicolon", "Navn;Alder\nKari Ødegård;41\n"],
		["comma", "Navn,Alder\nKari Ødegård,41\n"],
		["tab", "Navn\tAlder\nKari Ødegård\t41\n"],
		["said by the file", "sep=|\r\nNavn|Alder\r\nKari Ødegård|41\r\n"],
		["commas in the title above", "Ansatte, per 1. mars, foreløpig liste\n\nNavn;Alder\nKari Ødegård;41\n"],
		["no line end at the end", "Navn;Alder\r\nKari Ødegård;41"],
		["old Mac line ends", "Navn;Alder\rKari Ødegård;41\r"],
		["quotes", '"Navn";"Alder"\r\n"Kari Ødegård";"41"\r\n'],
		["trailing blanks", "Navn;Alder;;;\r\nKari Ødegård;41;;;\r\n;;;;\r\n;;;;\r\n"],
		["blank lines between", "\n\nNavn;Alder\n\n\nKari Ødegård;41\n\n"],
		["zero-keeping formula", 'Navn;Alder\n="Kari Ødegård";="41"\n'],
	])("%s", (_, content) => expect(rowsOf(readCsv(content, people))).toEqual([kari]));

	it("keeps delimiters, quotes and line ends inside quotes", () => {
		const rows = rowsOf(readCsv('Navn;Alder\r\n"Ola ""Store""; far\r\nog sønn";50\r\n', people));
		expect(rows).toEqual([{ name: 'Ola "Store"; far\nog sønn', age: 50 }]);
	});

	it("numbers rows as Excel does: a record with line ends inside is one row", () => {
		const result = readCsv('Navn;Alder\n"a\nb\nc";1\nd;x\n', people);
		expect(refusalsOf(result)[0]).toMatchObject({
			code: "notNumber",
			row: 3,
			column: "B",
			header: "Alder",
			value: "x",
		});
	});

	it("refuses a record wider than the header: a delimiter inside a text has moved the cells", () => {
		const result = readCsv("Navn,Alder\nHansen, Kari,41\n", people);
		expect(refusalsOf(result)).toMatchObject([
			{ code: "extraCell", row: 2, column: "C", value: "41" },
			{ code: "notNumber", row: 2, column: "B", value: "Kari" },
		]);
	});

	it("refuses a quote that is never closed, and names where it began", () => {
		const result = readCsv('Navn;Alder\nKari;41\n"Ola;50\nPer;60\n', people);
		expect(refusalsOf(result)).toMatchObject([{ code: "unclosedQuote", row: 3, column: "A" }]);
	});
});

describe("encodings", () => {
	const content = "Navn;Alder\r\nKari Ødegård;41\r\n";
	const latin = (letters: string) => Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
	const utf16 = (letters: string) => new Uint8Array(Buffer.from(letters, "utf16le"));

	it.each([
		["UTF-8", text(content)],
		["UTF-8 with byte order mark", text(`\ufeff${content}`)],
		["UTF-16 little endian", utf16(`\ufeff${content}`)],
		["UTF-16 big endian", new Uint8Array(Buffer.from(utf16(`\ufeff${content}`)).swap16())],
		["Windows-1252", latin(content)],
	])("%s", (_, bytes) => expect(rowsOf(readSheet(bytes, "fil.csv", people))).toEqual([kari]));

	it("knows Windows-1252 from Latin-1: the euro sign, dashes and quotes of Word", () => {
		const bytes = latin("Navn;Alder\nSki\u0096\u0084pris\u0093 \u0080 æøåÆØÅé;1\n");
		expect(rowsOf(readSheet(bytes, "fil.csv", people))).toEqual([{ name: "Ski–„pris“ € æøåÆØÅé", age: 1 }]);
	});

	it.each([
		["UTF-8 cut in two", Uint8Array.of(...text("Navn;Alder\nBjørn;1\nTor"), 0xc3)],
		["DOS code page with Ø", latin("Navn;Alder\n\u009dystein;1\n")],
		["DOS code page with å inside a word", latin("Navn;Alder\nH\u0086kon;1\n")],
		["old Mac letters", latin("Navn;Alder\nBj\u00bfrn;1\n")],
	])("refuses %s", (_, bytes) => expect(codesOf(readSheet(bytes, "fil.csv", people))).toEqual(["brokenEncoding"]));

	it("refuses binary content called .csv", () => {
		expect(codesOf(readSheet(Uint8Array.of(1, 0, 2, 0, 3), "fil.csv", people))).toEqual(["notSpreadsheet"]);
		expect(codesOf(readSheet(utf16("\ufeffNavn\u0000"), "fil.csv", people))).toEqual(["notSpreadsheet"]);
	});
});

describe("headers", () => {
	it("takes any order, language, case, space, hyphen and bracketed guidance", () => {
		const content =
			"TYPE;navn på  tjenestested;Municipality-Number *;e post;Åpnet (dd.mm.åååå);kommentar\n" +
			"sjukeheim;Solbakken;301;post@solbakken.no;1.3.1994;fin utsikt\n";
		const result = readCsv(content, units);
		expect(rowsOf(result)).toEqual([
			{
				name: "Solbakken",
				municipality: "0301",
				setting: "nursingHome",
				places: null,
				share: null,
				opened: "1994-03-01",
				active: null,
				email: "post@solbakken.no",
				postcode: null,
				latitude: null,
				longitude: null,
				position: null,
			},
		]);
		expect(result).toMatchObject({
			sheet: null,
			headerRow: 1,
			ignoredColumns: [{ column: "F", header: "kommentar" }],
			absentColumns: ["places", "share", "active", "postcode", "latitude", "longitude", "position"],
		});
	});

	it("names every missing required column, and what it may be called instead", () => {
		expect(refusalsOf(readCsv("Navm;Type\nSolbakken;School\n", units))).toMatchObject([
			{ code: "missingHeader", row: 1, detail: { expected: { nb: "Navn" }, found: ["Navm"] } },
			{ code: "missingHeader", row: 1, detail: { expected: { nb: "Kommunenummer" } } },
		]);
	});

	it("refuses two columns that mean the same, also in two languages", () => {
		expect(refusalsOf(readCsv("Navn;Alder;Name\nKari;41;Ola\n", people))).toMatchObject([
			{ code: "duplicateHeader", row: 1, column: "C", header: "Name", detail: { first: "A" } },
		]);
	});

	it("refuses a file without a header", () => {
		expect(codesOf(readCsv("Kari;41\nOla;50\n", people))).toEqual(["noHeader"]);
		expect(codesOf(readCsv("\n\n", people))).toEqual(["noHeader"]);
	});

	it("takes a header without rows as no rows", () => {
		expect(rowsOf(readCsv("Navn;Alder\n", people))).toEqual([]);
	});
});

describe("rows", () => {
	it("refuses the whole file for one cell, and finds all that is wrong at once", () => {
		const content =
			"Navn;Kommunenummer;Type;Antall plasser\n" +
			"Solbakken;301;Sykehjem;5\n" +
			";abc;Sykehus;900\n" +
			"Solbakken;0301;Skole;fem\n";
		const found = refusalsOf(readCsv(content, units));
		expect(found.map(({ code, row, column, value }) => [code, row, column, value])).toEqual([
			["required", 3, "A", null],
			["notMunicipality", 3, "B", "abc"],
			["notChoice", 3, "C", "Sykehus"],
			["tooLarge", 3, "D", "900"],
			["notChoice", 4, "C", "Skole"],
			["notNumber", 4, "D", "fem"],
			["duplicate", 4, "A", "Solbakken"],
		]);
	});

	it("hands over what could be read of refused rows, and names what could not", () => {
		const read = readCsv("Navn;Alder\nKari;x\nOla;50\n;7\n", people);
		expect(read).toMatchObject({
			part: {
				absentColumns: [],
				rows: [
					{ sheetRow: 2, value: { name: "Kari", age: null }, broken: ["age"] },
					{ sheetRow: 3, value: { name: "Ola", age: 50 }, broken: [] },
					{ sheetRow: 4, value: { name: null, age: 7 }, broken: ["name"] },
				],
			},
		});
		// Cells that have moved say nothing.
		expect(readCsv("Navn,Alder\nHansen, 41,41\n", people)).toMatchObject({
			part: { rows: [{ value: { name: null, age: null }, broken: ["name", "age"] }] },
		});
		expect(readCsv('Navn\n"Kari\n', people)).not.toHaveProperty("part");
	});

	it("leaves out rows that sum the others, and says which", () => {
		const sums = ["Sum", "Totalt:", "Antall studenter: 2", "i alt", "Delsum", "Totalt antall studenter"];
		for (const sum of sums)
			expect(readCsv(`Navn;Alder\nKari;41\nOla;50\n\n${sum};91\n`, people)).toMatchObject({
				...{ totalRows: [5], rows: [{ value: { name: "Kari" } }, { value: { name: "Ola" } }] },
			});
		// Beside the table, in a column nobody has asked for.
		expect(readCsv("Nr;Navn;Alder\n1;Kari;41\nSum;;41\n", people)).toMatchObject({ totalRows: [3] });
		// Somebody may be called what begins like a sum.
		expect(readCsv("Navn;Alder\nSum Li;41\nTotland;50\n", people)).toMatchObject({
			...{ totalRows: [], rows: [{}, {}] },
		});
	});

	it("keeps the first refusals and counts the rest", () => {
		const result = readCsv(`Navn;Alder\n${"Kari;x\n".repeat(1000)}`, people);
		expect(refusalsOf(result)).toHaveLength(200);
		expect(result).toMatchObject({ refusalCount: 1000 });
	});

	it("compares unique keys by value: 301 is 0301, and blanks are not compared", () => {
		const lines = ["Navn;Kommunenummer;Type", "A;301;School", "A;1103;School", "A;0301;School"];
		expect(refusalsOf(readCsv(lines.join("\n"), units))).toMatchObject([
			{ code: "duplicate", row: 4, column: "A", header: "Navn", detail: { firstRow: 2 } },
		]);
	});

	it("shortens a huge value in its refusal", () => {
		const [refusal] = refusalsOf(readCsv(`Navn;Kommunenummer;Type\n${"x".repeat(100_000)};0301;School\n`, units));
		expect(refusal).toMatchObject({ code: "tooLong", detail: { maximum: 200, length: 100_000 } });
		expect(refusal?.value).toHaveLength(100);
	});
});
