import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readGazetteer } from "./gazetteer.server.ts";
import { namesOfMunicipality } from "./place.ts";
import { fitter, foldName, rankMatches, withinOneSlip } from "./search.ts";

describe("foldName", () => {
	it.each([
		["Ålesund", "Aalesund", "Alesund"],
		["Tromsø", "Tromsoe", "TROMSO"],
		["Færder", "Faerder", "farder"],
		["Kárášjohka", "Karasjohka"],
		["Čáhcesuolu", "cahcesuolu"],
		["Gáŋgaviika", "gangaviika"],
		["Porsáŋgu", "porsangu"],
		["Đávvi Ŧ", "davvi t"],
		["Unjárga – Nesseby", "unjarga-nesseby", "Unjárga/Nesseby"],
		["Å i Åfjord", "aa i aafjord"],
		["Snåase", "SNAASE"],
		["Sør-Fron", "Sör Fron"],
	])("folds %s like its other spellings", (...spellings) => {
		expect(new Set(spellings.map(foldName)).size).toBe(1);
	});

	it("gives text that SQL's LIKE takes as it stands, and folding twice changes nothing", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme" }), (text) => {
				const folded = foldName(text);
				expect(folded).not.toMatch(/[%_\\|'"]/);
				expect(folded).toBe(folded.trim());
				expect(foldName(folded)).toBe(folded);
			}),
		);
	});
});

describe("withinOneSlip", () => {
	it("forgives one letter added, dropped, changed or swapped with its neighbour", () => {
		for (const slip of ["bergen", "bergn", "bergenn", "bargen", "begren", "ergen", "eergen"]) {
			expect(withinOneSlip("bergen", slip)).toBe(true);
		}
		for (const other of ["berge n", "beregn x", "bgeren", "oslo", "brgn", ""]) {
			expect(withinOneSlip("bergen", other), other).toBe(other === "berge n");
		}
	});

	it("agrees with the full Damerau–Levenshtein distance", () => {
		const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 7 });
		fc.assert(
			fc.property(word, word, (a, b) => {
				expect(withinOneSlip(a, b)).toBe(distance(a, b) <= 1);
			}),
			{ numRuns: 3000 },
		);
	});
});

describe("rankMatches", () => {
	const municipalities = readGazetteer().municipalities.map((place) => ({
		number: place.number,
		names: namesOfMunicipality(place),
	}));
	const best = (query: string) => rankMatches(query, municipalities)[0]?.item.number;

	it.each([
		["karasjok", "5610"],
		["Kárášjohka", "5610"],
		["karasjohka", "5610"],
		["trante", "5001"],
		["tromso", "5501"],
		["romsa", "5501"],
		["bodoe", "1804"],
		["badaddjo", "1804"],
		["aalesund", "1508"],
		["Trondhiem", "5001"],
		["Kristiansnad", "4204"],
		["Lillehamer", "3405"],
		["Sor Varanger", "5605"],
		["varanger sør", "5605"],
		["mo i rana", "1833"],
		["nordfron", "3436"],
		["Førde", "4647"],
		["Vågåmo", "3435"],
		["vesisaari", "5607"],
		["storfjord omasvuotna", "5538"],
	])("finds %s", (query, number) => {
		expect(best(query)).toBe(number);
	});

	it("puts the whole name before the start of one, and both before what only contains it", () => {
		const qualities = rankMatches("nes", municipalities, 50).map((match) => match.quality);
		expect(qualities[0]).toBe("exact");
		expect([...qualities].sort((a, b) => order(a) - order(b))).toEqual(qualities);
		expect(
			rankMatches("nes", municipalities, 50)
				.slice(0, 2)
				.map((match) => match.item.number),
		).toContain("3228");
	});

	it("does not guess from short words, and finds nothing for nothing", () => {
		expect(rankMatches("olso", municipalities)).toEqual([]);
		expect(rankMatches("", municipalities)).toEqual([]);
		expect(rankMatches(" -.", municipalities)).toEqual([]);
	});

	it("finds every municipality by each of its own names", () => {
		for (const { number, names } of municipalities) {
			for (const name of names) {
				const found = rankMatches(name, municipalities).map((match) => match.item.number);
				expect(found, `${name} (${number})`).toContain(number);
			}
		}
	});

	it("fits a query to itself, its start and one slip of it, whatever the name", () => {
		const name = fc.stringMatching(/^[a-z]{6,12}$/);
		fc.assert(
			fc.property(name, fc.nat(), (word, at) => {
				const dropped = at % word.length;
				expect(fitter(word)(word)).toBe("exact");
				expect(fitter(word.slice(0, 3))(word)).toBe("start");
				expect(fitter(word.slice(0, dropped) + word.slice(dropped + 1))(word)).toBeDefined();
			}),
		);
	});
});

function order(quality: string): number {
	return ["exact", "start", "word", "inside", "close"].indexOf(quality);
}

/** Damerau–Levenshtein by the book (optimal string alignment), to judge the quick one by. */
function distance(a: string, b: string): number {
	const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
	const cell = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
	for (let row = 1; row <= a.length; row++) {
		const line = [row];
		rows.push(line);
		for (let column = 1; column <= b.length; column++) {
			const same = a[row - 1] === b[column - 1] ? 0 : 1;
			let least = Math.min(cell(row - 1, column) + 1, cell(row, column - 1) + 1, cell(row - 1, column - 1) + same);
			if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
				least = Math.min(least, cell(row - 2, column - 2) + 1);
			}
			line.push(least);
		}
	}
	return cell(a.length, b.length);
}
