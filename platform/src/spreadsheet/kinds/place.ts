import type { PlainCell } from "../cell.ts";
import type { Coordinates } from "../contract.ts";
import type { Problem } from "../refusal.ts";
import { decimalReader, parseNumber } from "./number.ts";

export const readLatitude = decimalReader({ minimum: -90, maximum: 90 });
export const readLongitude = decimalReader({ minimum: -180, maximum: 180 });

/** Four digits; Excel has made a number of 0301, so the zero is put back. Whether the municipality exists is not asked here. */
export function readMunicipality(cell: PlainCell): string | Problem {
	const digits = typeof cell === "string" || typeof cell === "number" ? String(cell) : "";
	const number = /^\d{3}$/.test(digits) ? `0${digits}` : digits;
	return /^\d{4}$/.test(number) && number >= "0101" ? number : { code: "notMunicipality", detail: {} };
}

/** Four digits; the lowest in use (0001) may have lost three zeros in Excel. */
export function readPostcode(cell: PlainCell): string | Problem {
	const digits = typeof cell === "string" || typeof cell === "number" ? String(cell) : "";
	const code = /^\d{1,4}$/.test(digits) ? digits.padStart(4, "0") : "";
	return code === "" || code === "0000" ? { code: "notPostcode", detail: {} } : code;
}

const signed = String.raw`([+\u2212-]?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?)`;
const spaced = new RegExp(`^${signed}(?:\\s*;\\s*|,\\s+|\\s+)${signed}$`, "iu");
// Without a space both must have a decimal point: "63,43" alone is one number, not two.
const tight = /^([+\u2212-]?\d+\.\d+),([+\u2212-]?\d+\.\d+)$/u;

/** Latitude and longitude in one cell: "63.43, 10.39", "63,43; 10,39", "63.43 10.39", "63.43,10.39". */
export function readCoordinates(cell: PlainCell): Coordinates | Problem {
	const text = typeof cell === "string" ? cell : "";
	const [, first = "", second = ""] = spaced.exec(text) ?? tight.exec(text) ?? [];
	const latitude = parseNumber(first);
	const longitude = parseNumber(second);
	if (latitude === null || longitude === null) return { code: "notCoordinates", detail: {} };
	const inside = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
	return inside ? { latitude, longitude } : { code: "notCoordinates", detail: {} };
}
