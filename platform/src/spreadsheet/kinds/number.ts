import type { PlainCell } from "../cell.ts";
import type { NumberColumn } from "../contract.ts";
import type { Problem } from "../refusal.ts";

const ungrouped = /^[+-]?\d+(?:[.,]\d+)?$/;
const exponent = /^[+-]?\d+(?:[.,]\d+)?e[+-]?\d+$/i;
const groupedBySpace = /^[+-]?\d{1,3}(?: \d{3})+(?:[.,]\d+)?$/;
const groupedByPoint = /^[+-]?\d{1,3}(?:\.\d{3})+,\d+$|^[+-]?\d{1,3}(?:\.\d{3}){2,}$/;
const groupedByComma = /^[+-]?\d{1,3}(?:,\d{3})+\.\d+$|^[+-]?\d{1,3}(?:,\d{3}){2,}$/;
const perhapsGrouped = /^[+-]?\d{1,3}[.,]\d{3}$/;

/**
 * A number as people write it: decimal comma or point, thousands by space, or by the sign that is not the decimal one.
 * Null where it is not a number.
 */
export function parseNumber(text: string): number | null {
	const written = text.replace(/^[\u2212\u2013]/, "-").replace(/[\u00a0\u2009\u202f]/g, " ");
	let plain: string;
	if (ungrouped.test(written) || exponent.test(written)) plain = written.replace(",", ".");
	else if (groupedBySpace.test(written)) plain = written.replaceAll(" ", "").replace(",", ".");
	else if (groupedByPoint.test(written)) plain = written.replaceAll(".", "").replace(",", ".");
	else if (groupedByComma.test(written)) plain = written.replaceAll(",", "");
	else return null;
	const value = Number(plain);
	return Number.isFinite(value) ? value : null;
}

export function decimalReader(
	column: Pick<NumberColumn, "minimum" | "maximum">,
): (cell: PlainCell) => number | Problem {
	return (cell) => {
		const value = typeof cell === "string" ? parseNumber(cell) : cell;
		if (typeof value !== "number") return notNumber(cell);
		return outside(column, value) ?? value;
	};
}

export function wholeNumberReader(column: NumberColumn): (cell: PlainCell) => number | Problem {
	const { sign } = column;
	return (written) => {
		const isSigned = sign !== undefined && typeof written === "string" && written.endsWith(sign);
		const cell = isSigned ? written.slice(0, -sign.length).trimEnd() : written;
		let value: unknown = cell;
		if (typeof cell === "string") {
			// "1.234" may be a thousand and some, or one and some: a person must say which.
			if (perhapsGrouped.test(cell)) return { code: "ambiguousNumber", detail: {} };
			value = exponent.test(cell) ? null : parseNumber(cell);
		}
		if (typeof value !== "number") return notNumber(cell);
		// Excel shows fifteen digits; a formula may leave 2.9999999999999996 where everybody sees 3.
		const rounded = Number(value.toPrecision(15));
		if (!Number.isSafeInteger(rounded)) return { code: "notWholeNumber", detail: {} };
		return outside(column, rounded) ?? rounded;
	};
}

function notNumber(cell: PlainCell): Problem {
	const isDate = typeof cell === "object" && cell !== null && cell.kind === "date";
	return { code: isDate ? "numberBecameDate" : "notNumber", detail: {} };
}

function outside(column: Pick<NumberColumn, "minimum" | "maximum">, value: number): Problem | null {
	const { minimum, maximum } = column;
	if (minimum !== undefined && value < minimum) return { code: "tooSmall", detail: { minimum } };
	if (maximum !== undefined && value > maximum) return { code: "tooLarge", detail: { maximum } };
	return null;
}
