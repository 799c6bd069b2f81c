import { describe, expect, it } from "vitest";
import { languages } from "../../language.ts";
import { nearest } from "../nearest.ts";
import { readSheet } from "../read.server.ts";
import type { Problem, RefusalCode, RefusalDetails } from "../refusal.ts";
import { placed } from "../refusal.ts";
import { describeRefusal, keptText, refusalLine } from "../text.ts";
import { units } from "./contracts.ts";
import { codesOf, refusalsOf, text } from "./files.ts";

const words = { nb: "Navn", nn: "Namn", en: "Name" };
const types = units.columns[2].choices.map((choice) => choice.labels);

/** One of every refusal; a new code does not compile before it is here. */
const details: RefusalDetails = {
	emptyFile: {},
	fileTooLarge: { limit: 20_000_000, size: 31_400_000 },
	unknownExtension: { extension: "" },
	wrongExtension: { extension: "csv", content: "xlsx" },
	notSpreadsheet: {},
	oldExcel: {},
	encrypted: {},
	macros: {},
	binaryWorkbook: {},
	openDocument: {},
	truncated: {},
	malformed: { part: "xl/workbook.xml" },
	documentType: { part: "xl/workbook.xml" },
	contentTooLarge: { limit: 200_000_000 },
	tooMuchText: { limit: 64_000_000 },
	tooManyRows: { limit: 300_000 },
	tooManyColumns: { limit: 500 },
	brokenEncoding: {},
	unclosedQuote: {},
	timeLimit: { seconds: 60 },
	memoryLimit: {},
	noSuchSheet: { name: "Data", found: ["Ark1", "Ark2"] },
	noSheets: {},
	severalSheets: { sheets: ["2025", "2026"] },
	noHeader: { expected: [words, units.columns[3].headers] },
	missingHeader: { expected: words, found: ["Navm", "Alder"] },
	duplicateHeader: { first: "A", meaning: words },
	extraCell: {},
	required: {},
	errorCell: {},
	formulaWithoutResult: {},
	mergedNumber: { range: "D5:D7" },
	lostCharacters: {},
	tooShort: { minimum: 3 },
	tooLong: { maximum: 200, length: 1234 },
	textBecameDate: {},
	digitsLost: {},
	notNumber: {},
	notWholeNumber: {},
	ambiguousNumber: {},
	numberBecameDate: {},
	tooSmall: { minimum: 1 },
	tooLarge: { maximum: 1500 },
	notDate: {},
	numberNotDate: {},
	impossibleDate: {},
	ambiguousDate: {},
	tooEarly: { minimum: "2026-01-31" },
	tooLate: { maximum: "2026-01-31" },
	notYesNo: {},
	notChoice: { allowed: types },
	notEmail: {},
	notMunicipality: {},
	notPostcode: {},
	notCoordinates: {},
	duplicate: { firstRow: 4, headers: [words, units.columns[1].headers] },
};

function isCode(key: string): key is RefusalCode {
	return key in details;
}

function problemOf<Code extends RefusalCode>(code: Code): Problem<Code> {
	return { code, detail: details[code] };
}

const place = { sheet: "Enheter", row: 7, column: "D", header: "Antall plasser", value: "12,5" };

describe("refusals in words", () => {
	const all = Object.keys(details).filter(isCode);

	it.each(languages)("say what is wrong and what to do, in whole sentences (%s)", (language) => {
		for (const code of all) {
			const { problem, remedy } = describeRefusal(placed(problemOf(code), place), language);
			for (const sentence of [problem, remedy]) {
				expect(sentence, code).toMatch(/^[\p{Lu}\d«“].*[.?!]$/su);
				expect(sentence, code).not.toMatch(/undefined|NaN|\[object|null| {2}|«»|“”/);
			}
		}
	});

	it("are in the language they say they are in", () => {
		const said = (language: "nb" | "nn" | "en") =>
			all
				.map((code) => refusalLine(placed(problemOf(code)), language))
				.join(" ")
				.toLowerCase()
				.split(/[^\p{L}]+/u);
		expect(said("nb")).not.toEqual(
			expect.arrayContaining([expect.stringMatching(/^(ikkje|eit|ein|frå|fila|berre|kvar)$/)]),
		);
		expect(said("nn")).not.toEqual(
			expect.arrayContaining([
				expect.stringMatching(
					/^(ikke|et|en|fra|filen|bare|hver|måned|tall|tegn|mangler|åpne|mer|fra|noe|selv|sammen|slik som)$/,
				),
			]),
		);
		expect(said("en")).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(ikke|ikkje|filen|fila|og)$/)]));
	});

	it("read as a person would want them", () => {
		const line = (problem: Problem, where = {}) => refusalLine(placed(problem, where), "nb");
		expect([
			line(problemOf("notWholeNumber"), place),
			line(problemOf("notChoice"), { ...place, column: "C", header: "Type", value: "Sykejem" }),
			line(problemOf("missingHeader"), { sheet: "Enheter", row: 3 }),
			line(problemOf("fileTooLarge")),
			line(problemOf("errorCell"), { ...place, value: "#REF!" }),
			line(problemOf("duplicate"), { row: 9, column: "A", header: "Navn", value: "Solbakken" }),
			line(problemOf("tooLate"), { row: 2, column: "F", header: "Åpnet", value: "01.02.2026" }),
		]).toEqual([
			"Ark «Enheter», rad 7, kolonne D («Antall plasser»): 12,5 er ikke et helt tall. Skriv et tall uten desimaler, for eksempel 12.",
			"Ark «Enheter», rad 7, kolonne C («Type»): «Sykejem» er ikke et av valgene. Mente du «Sykehjem»? Skriv et av disse: «Sykehjem», «Hjemmetjeneste», «Skole, SFO».",
			"Ark «Enheter», rad 3: Kolonnen «Navn» mangler. Skal «Navm» være «Navn»? Rett i så fall overskriften.",
			"Filen er på 32 MB. Grensen er 20 MB. Fjern bilder og ark som ikke skal leses, eller del filen i flere.",
			"Ark «Enheter», rad 7, kolonne D («Antall plasser»): Cellen viser Excel-feilen #REF!. Rett formelen, eller skriv verdien i stedet for formelen.",
			"Rad 9, kolonne A («Navn»): Rad 4 har samme «Navn» og «Kommunenummer». Slett den ene raden, eller rett den.",
			"Rad 2, kolonne F («Åpnet»): Datoen 01.02.2026 er for sen. Skriv 31.01.2026 eller tidligere.",
		]);
		expect(refusalLine(placed(problemOf("notDate"), { ...place, value: "i morgon" }), "nn")).toBe(
			"Ark «Enheter», rad 7, kolonne D («Antall plasser»): «i morgon» er ikkje ein dato. Skriv dag, månad og år slik: 31.12.2026.",
		);
		expect(refusalLine(placed(problemOf("notDate"), { ...place, value: "soon" }), "en")).toBe(
			"Sheet “Enheter”, row 7, column D (“Antall plasser”): “soon” is not a date. Write day, month and year like this: 31.12.2026.",
		);
	});

	it("say how many more there are", () => {
		const result = readSheet(text(`Navn;Kommunenummer;Type\n${"A;x;School\n".repeat(1300)}`), "fil.csv", units);
		expect(codesOf(result)).toHaveLength(200);
		const count = "refusalCount" in result ? result.refusalCount : 0;
		expect(keptText(refusalsOf(result), count, "nb").replace(/\s/g, " ")).toBe("Viser de 200 første av 1 300 feil.");
		expect(keptText(refusalsOf(result), 200, "nb")).toBe("");
	});

	it("suggest what is near and nothing else", () => {
		expect(nearest("sykejem", ["Sykehjem", "Skole"])).toBe("Sykehjem");
		expect(nearest("Sjukehjem", ["Sykehjem", "Skole"])).toBe("Sykehjem");
		expect(nearest("xyz", ["Sykehjem", "Skole"])).toBeNull();
	});
});
