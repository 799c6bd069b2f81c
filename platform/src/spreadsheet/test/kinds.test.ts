import { describe, expect, it } from "vitest";
import type { Cell } from "../cell.ts";
import type { Column } from "../contract.ts";
import { dateOfSerial, serialOfDate } from "../kinds/date.ts";
import { cellReader } from "../kinds/reader.ts";
import { foldText, normaliseText } from "../kinds/text.ts";

const headers = { nb: "K", nn: "K", en: "K" };
type Kind = Exclude<Column["kind"], "choice">;

function read(kind: Kind, cell: Cell, limits: { minimum?: number; maximum?: number; sign?: string } = {}) {
	const counted = kind === "wholeNumber" || kind === "decimal";
	const value = cellReader(counted ? { key: "k", kind, headers, ...limits } : { key: "k", kind, headers })(cell);
	return typeof value === "object" && value !== null && "code" in value ? `! ${value.code}` : value;
}

const dateCell = (date: string | null): Cell => ({ kind: "date", date, serial: 45_000 });

describe("whole numbers", () => {
	it.each<[Cell, unknown]>([
		[12, 12],
		["12", 12],
		[" 1 234 ", 1234],
		["1\u00a0234", 1234],
		["1\u202f234\u202f567", 1_234_567],
		["1.234.567", 1_234_567],
		["−5", -5],
		["'-5", -5],
		["3,0", 3],
		[2.9999999999999996, 3],
		["3,5", "! notWholeNumber"],
		[3.5, "! notWholeNumber"],
		["1.234", "! ambiguousNumber"],
		["1,234", "! ambiguousNumber"],
		["1e5", "! notNumber"],
		["12 plasser", "! notNumber"],
		["1 23", "! notNumber"],
		[2 ** 60, "! notWholeNumber"],
		[true, "! notNumber"],
		[dateCell("2026-10-12"), "! numberBecameDate"],
		[{ kind: "error", text: "#REF!" }, "! errorCell"],
		[{ kind: "noResult" }, "! formulaWithoutResult"],
		[{ kind: "merged", range: "A2:A4", content: 5 }, "! mergedNumber"],
		["", null],
		["  \u200b ", null],
	])("%j → %j", (cell, value) => expect(read("wholeNumber", cell)).toEqual(value));

	it("keeps to the limits, which are themselves allowed", () => {
		expect(read("wholeNumber", 1, { minimum: 1, maximum: 3 })).toBe(1);
		expect(read("wholeNumber", 3, { minimum: 1, maximum: 3 })).toBe(3);
		expect(read("wholeNumber", 0, { minimum: 1 })).toBe("! tooSmall");
		expect(read("wholeNumber", 4, { maximum: 3 })).toBe("! tooLarge");
		expect(read("wholeNumber", "80 %", { sign: "%", maximum: 100 })).toBe(80);
		expect(read("wholeNumber", "80 %")).toBe("! notNumber");
	});
});

describe("decimals", () => {
	it.each<[Cell, unknown]>([
		["3,5", 3.5],
		["3.5", 3.5],
		["1.234,5", 1234.5],
		["1,234.5", 1234.5],
		["1 234,5", 1234.5],
		["-0,5", -0.5],
		["1,5E-7", 1.5e-7],
		[0.1 + 0.2, 0.1 + 0.2],
		["1,2,3", "! notNumber"],
		["1e999", "! notNumber"],
		["45 %", "! notNumber"],
	])("%j → %j", (cell, value) => expect(read("decimal", cell)).toEqual(value));
});

describe("dates", () => {
	it.each<[Cell, unknown]>([
		["31.12.2026", "2026-12-31"],
		["1.2.2026", "2026-02-01"],
		["1. 2. 2026", "2026-02-01"],
		["2026-02-01", "2026-02-01"],
		["2026-02-01T00:00:00Z", "2026-02-01"],
		["2026-02-01 12:30", "2026-02-01"],
		[dateCell("2024-02-29"), "2024-02-29"],
		["29.02.2023", "! impossibleDate"],
		["2026-13-01", "! impossibleDate"],
		["31.12.26", "2026-12-31"],
		["18.01.27", "2027-01-18"],
		["31/12/2026", "2026-12-31"],
		["31-12-2026", "2026-12-31"],
		["31.02.26", "! impossibleDate"],
		["10.12.26", "2026-12-10"],
		["1. 2. 27", "2027-02-01"],
		["31.02.27", "! impossibleDate"],
		["26-12-31", "! ambiguousDate"],
		["18.13.27", "! impossibleDate"],
		["03/04/2026", "! ambiguousDate"],
		["i morgen", "! notDate"],
		["2026", "! numberNotDate"],
		[45_000, "! numberNotDate"],
		[dateCell(null), "! impossibleDate"],
		[true, "! notDate"],
	])("%j → %j", (cell, value) => expect(read("date", cell)).toEqual(value));

	it("knows both of Excel's calendars, and the day that never was", () => {
		expect(dateOfSerial(1, false)).toBe("1900-01-01");
		expect(dateOfSerial(59, false)).toBe("1900-02-28");
		expect(dateOfSerial(60, false)).toBeNull();
		expect(dateOfSerial(61, false)).toBe("1900-03-01");
		expect(dateOfSerial(45_351, false)).toBe("2024-02-29");
		expect(dateOfSerial(45_351.75, false)).toBe("2024-02-29");
		expect(dateOfSerial(45_350.999999, false)).toBe("2024-02-29");
		expect(dateOfSerial(43_889, true)).toBe("2024-02-29");
		expect(dateOfSerial(2_958_465, false)).toBe("9999-12-31");
		expect(dateOfSerial(2_958_466, false)).toBeNull();
		expect(dateOfSerial(0.5, false)).toBeNull();
		expect(dateOfSerial(-1, false)).toBeNull();
		expect(serialOfDate("2024-02-29")).toBe(45_351);
		expect(serialOfDate("1900-03-01")).toBe(61);
		expect(serialOfDate("1900-02-28")).toBeNull();
	});
});

describe("places, addresses, yes and no", () => {
	it.each<[Kind, Cell, unknown]>([
		["municipality", 301, "0301"],
		["municipality", "301", "0301"],
		["municipality", "0301", "0301"],
		["municipality", 5001, "5001"],
		["municipality", 30, "! notMunicipality"],
		["municipality", 301.5, "! notMunicipality"],
		["municipality", "Oslo", "! notMunicipality"],
		["municipality", "50011", "! notMunicipality"],
		["postcode", 150, "0150"],
		["postcode", 1, "0001"],
		["postcode", "7014", "7014"],
		["postcode", 0, "! notPostcode"],
		["postcode", "0000", "! notPostcode"],
		["postcode", "7014 Trondheim", "! notPostcode"],
		["latitude", "63,43", 63.43],
		["latitude", 91, "! tooLarge"],
		["latitude", dateCell("2026-12-10"), "! numberBecameDate"],
		["longitude", -180, -180],
		["longitude", 180.01, "! tooLarge"],
		["coordinates", "63.43, 10.39", { latitude: 63.43, longitude: 10.39 }],
		["coordinates", "63,43; 10,39", { latitude: 63.43, longitude: 10.39 }],
		["coordinates", "63,43 10,39", { latitude: 63.43, longitude: 10.39 }],
		["coordinates", "63.43,10.39", { latitude: 63.43, longitude: 10.39 }],
		["coordinates", "'-33.9, 18.4", { latitude: -33.9, longitude: 18.4 }],
		["coordinates", "63,43", "! notCoordinates"],
		["coordinates", "163.43, 10.39", "! notCoordinates"],
		["coordinates", 63.43, "! notCoordinates"],
		["email", "kari@kommune.no", "kari@kommune.no"],
		["email", "mailto:kari@kommune.no", "kari@kommune.no"],
		["email", "kåre@bærum.kommune.no", "kåre@bærum.kommune.no"],
		["email", "kari@kommune", "! notEmail"],
		["email", "kari..n@kommune.no", "! notEmail"],
		["email", "kari@kommune.no; ola@kommune.no", "! notEmail"],
		["email", "Kari <kari@kommune.no>", "! notEmail"],
		["email", `${"a".repeat(250)}@a.no`, "! notEmail"],
		["yesNo", "Ja", true],
		["yesNo", "NEI", false],
		["yesNo", "x", true],
		["yesNo", 0, false],
		["yesNo", true, true],
		["yesNo", "USANN", false],
		["yesNo", "kanskje", "! notYesNo"],
		["text", 90_012_345, "90012345"],
		["text", 2.5, "2,5"],
		["text", 1e17, "! digitsLost"],
		["text", dateCell("2026-04-03"), "! textBecameDate"],
		["text", "K\ufffdbenhavn", "! lostCharacters"],
		["text", "a\u0000b\u000bc", "abc"],
		["text", { kind: "merged", range: "A2:A4", content: "Stjørdal" }, "Stjørdal"],
	])("%s %j → %j", (kind, cell, value) => expect(read(kind, cell)).toEqual(value));

	it("tells a blank required cell from a blank optional one", () => {
		expect(cellReader({ key: "k", kind: "text", headers, required: true })(null)).toMatchObject({ code: "required" });
		expect(cellReader({ key: "k", kind: "text", headers })(null)).toBeNull();
	});
});

describe("text as it is meant", () => {
	it("composes letters, evens out spaces and line ends, and drops what cannot be seen", () => {
		expect(normaliseText(" A\u030angs\u00a0gate\r\n2\u200b ")).toBe("Ångs gate\n2");
		expect(foldText("E-post *")).toBe("epost");
		expect(foldText("ANTALL_plasser:")).toBe("antallplasser");
	});
});
