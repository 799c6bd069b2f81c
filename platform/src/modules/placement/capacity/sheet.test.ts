import { describe, expect, it } from "vitest";
import { readYears, writtenYears } from "./sheet.ts";

describe("years of study in a cell", () => {
	it.each([
		["2", [2]],
		["2, 3", [2, 3]],
		["3 og 2", [2, 3]],
		["1-3", [1, 2, 3]],
		["1 – 3", [1, 2, 3]],
		["2. og 3.", [2, 3]],
		["1-2; 5", [1, 2, 5]],
	])("reads %s", (text, years) => {
		expect(readYears(text)).toEqual(years);
	});
	it("takes blank as any year, and nothing it does not understand", () => {
		expect(readYears(null)).toEqual([]);
		expect(writtenYears([])).toBeNull();
		for (const text of ["8", "første", "2-9", "1,x"]) expect(readYears(text)).toBeNull();
	});
	it("reads what it writes", () => {
		expect(readYears(writtenYears([1, 3]))).toEqual([1, 3]);
	});
});
