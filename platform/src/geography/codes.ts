/** The codes Norway numbers its places and institutions by. Pure checks of shape; whether a code is in use is for the register. */

/** The fifteen counties of 2024 by number. */
export const countyNumbers = [
	"03",
	"11",
	"15",
	"18",
	"31",
	"32",
	"33",
	"34",
	"39",
	"40",
	"42",
	"46",
	"50",
	"55",
	"56",
] as const;

const countiesOf2024: ReadonlySet<string> = new Set(countyNumbers);

type CodeRefusal = "not-digits" | "wrong-length" | "lost-leading-zero" | "unknown-county";
export type CheckedCode =
	| { readonly code: string; readonly refused?: never }
	| { readonly code?: never; readonly refused: CodeRefusal };

/**
 * A municipality number: four digits where the first two are a county. A spreadsheet that dropped the leading zero
 * (301 for 0301) is named as such. With `period: "any"` numbers of counties before 2024 pass too.
 */
export function checkMunicipalityNumber(text: string, period: "2024" | "any" = "2024"): CheckedCode {
	const checked = checkDigits(text, 4);
	if (checked.code === undefined) return checked;
	const countyPart = checked.code.slice(0, 2);
	const known = period === "any" ? countyPart !== "00" : countiesOf2024.has(countyPart);
	return known && checked.code.slice(2) !== "00" ? checked : { refused: "unknown-county" };
}

/** A county number: two digits, one of the fifteen of 2024. */
export function checkCountyNumber(text: string): CheckedCode {
	const checked = checkDigits(text, 2);
	if (checked.code === undefined) return checked;
	return countiesOf2024.has(checked.code) ? checked : { refused: "unknown-county" };
}

/** A Norwegian postcode: four digits, leading zero kept (0010). */
export function checkPostcode(text: string): CheckedCode {
	const checked = checkDigits(text, 4);
	return checked.code === "0000" ? { refused: "not-digits" } : checked;
}

/** An institution code of the Database for Statistics on Higher Education (DBH): four digits (0217, 1110, 8208). */
export function checkInstitutionCode(text: string): CheckedCode {
	return checkDigits(text, 4);
}

/** The county a municipality number belongs to: its first two digits. */
export function countyOf(municipalityNumber: string): string {
	return municipalityNumber.slice(0, 2);
}

function checkDigits(text: string, length: number): CheckedCode {
	const code = text.trim();
	if (!/^[0-9]+$/.test(code)) return { refused: "not-digits" };
	if (code.length === length - 1) return { refused: "lost-leading-zero" };
	return code.length === length ? { code } : { refused: "wrong-length" };
}
