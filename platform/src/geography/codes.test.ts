import { describe, expect, it } from "vitest";
import { checkCountyNumber, checkInstitutionCode, checkMunicipalityNumber, checkPostcode, countyOf } from "./codes.ts";

describe("codes", () => {
	it("takes municipality numbers of the counties of 2024", () => {
		expect(checkMunicipalityNumber(" 0301 ")).toEqual({ code: "0301" });
		expect(checkMunicipalityNumber("5601")).toEqual({ code: "5601" });
	});

	it.each([
		["301", "lost-leading-zero"],
		["03o1", "not-digits"],
		["", "not-digits"],
		["03010", "wrong-length"],
		["1601", "unknown-county"],
		["9999", "unknown-county"],
		["0300", "unknown-county"],
	])("refuses the municipality number %s: %s", (text, refused) => {
		expect(checkMunicipalityNumber(text)).toEqual({ refused });
	});

	it("takes a number from before 2024 when asked for any time", () => {
		expect(checkMunicipalityNumber("1601", "any")).toEqual({ code: "1601" });
		expect(checkMunicipalityNumber("0001", "any")).toEqual({ refused: "unknown-county" });
	});

	it("checks county numbers, postcodes and institution codes", () => {
		expect(checkCountyNumber("03")).toEqual({ code: "03" });
		expect(checkCountyNumber("3")).toEqual({ refused: "lost-leading-zero" });
		expect(checkCountyNumber("30")).toEqual({ refused: "unknown-county" });
		expect(checkPostcode("0010")).toEqual({ code: "0010" });
		expect(checkPostcode("010")).toEqual({ refused: "lost-leading-zero" });
		expect(checkPostcode("0000")).toEqual({ refused: "not-digits" });
		expect(checkInstitutionCode("0217")).toEqual({ code: "0217" });
		expect(checkInstitutionCode("217")).toEqual({ refused: "lost-leading-zero" });
		expect(countyOf("5035")).toBe("50");
	});
});
