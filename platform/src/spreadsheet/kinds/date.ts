import type { PlainCell } from "../cell.ts";
import type { DateColumn } from "../contract.ts";
import type { Problem } from "../refusal.ts";

const dayMilliseconds = 86_400_000;
/** Days from Excel's day 0 to 1970-01-01, in its two calendars. */
const days1900 = 25_569;
const days1904 = 24_107;
/** Excel's last day, 9999-12-31. */
const lastSerial = 2_958_465;

/**
 * The day of Excel's serial number as YYYY-MM-DD; time of day is left out. Null where the number is no day: negative, a
 * time only, past 9999, or the 29th of February 1900, which Excel believes in.
 */
export function dateOfSerial(serial: number, from1904: boolean): string | null {
	// Half a second of slack: 23:59:59.9999 is how some programs write midnight.
	const day = Math.floor(serial + 5e-6);
	if (day < 1 || day > lastSerial) return null;
	if (from1904) {
		const last = lastSerial - (days1900 - days1904);
		return day > last ? null : isoOfDays(day - days1904);
	}
	if (day === 60) return null;
	return isoOfDays(day < 60 ? day - days1900 + 1 : day - days1900);
}

/** Excel's serial number (1900 calendar) of YYYY-MM-DD, null before March 1900, where programs disagree. */
export function serialOfDate(date: string): number | null {
	const serial = Math.round(Date.parse(`${date}T00:00:00Z`) / dayMilliseconds) + days1900;
	return serial >= 61 ? serial : null;
}

/** A sheet has few different days; making the text of one costs more than all the rest of reading its cell. */
const knownDays = new Map<number, string>();

function isoOfDays(days: number): string {
	const known = knownDays.get(days);
	if (known !== undefined) return known;
	const made = new Date(days * dayMilliseconds).toISOString().slice(0, 10);
	if (knownDays.size < 50_000) knownDays.set(days, made);
	return made;
}

const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
const norwegian = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?: \d{2}:\d{2}(?::\d{2})?)?$/;
/** With full stops the day is first: nobody writes month or year first so. Two figures of a year are of this century. */
const short = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{2})$/;
/** Day, month and year with other signs, where the month may be first. */
const oneOrder = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/;
const ambiguous = /^\d{1,2}[./-]\d{1,2}[./-](?:\d{2}|\d{4})$/;

export function dateReader(column: DateColumn): (cell: PlainCell) => string | Problem {
	const { minimum, maximum } = column;
	return (cell) => {
		const date = typeof cell === "string" ? dateOfText(cell) : dateOfCell(cell);
		if (typeof date !== "string") return date;
		if (minimum !== undefined && date < minimum) return { code: "tooEarly", detail: { minimum } };
		if (maximum !== undefined && date > maximum) return { code: "tooLate", detail: { maximum } };
		return date;
	};
}

function dateOfCell(cell: PlainCell): string | Problem {
	// A bare number may be a year, ddmmyy or a day count: guessing would be silently wrong.
	if (typeof cell === "number") return { code: "numberNotDate", detail: {} };
	if (typeof cell === "object" && cell !== null && cell.kind === "date") {
		return cell.date ?? { code: "impossibleDate", detail: {} };
	}
	return { code: "notDate", detail: {} };
}

function dateOfText(text: string): string | Problem {
	const [, isoYear, isoMonth, isoDay] = iso.exec(text) ?? [];
	if (isoYear && isoMonth && isoDay) return realDate(isoYear, isoMonth, isoDay);
	const [, day, month, year] = norwegian.exec(text) ?? [];
	if (day && month && year) return realDate(year, month, day);
	const [, shortDay, shortMonth, shortYear] = short.exec(text) ?? [];
	if (shortDay && shortMonth && shortYear) return realDate(`20${shortYear}`, shortMonth, shortDay);
	const [, first, second, full] = oneOrder.exec(text) ?? [];
	// 31/12/2026: no month is the 31st, so nobody can have meant another day.
	if (first && second && full && Number(first) > 12 && Number(second) <= 12) return realDate(full, second, first);
	if (ambiguous.test(text)) return { code: "ambiguousDate", detail: {} };
	return { code: /^\d+$/.test(text) ? "numberNotDate" : "notDate", detail: {} };
}

function realDate(year: string, month: string, day: string): string | Problem {
	const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
	const moment = new Date(`${date}T00:00:00Z`);
	// JavaScript rolls 31 February over to March; asking for the same day back tells.
	const real = !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 10) === date && year !== "0000";
	return real ? date : { code: "impossibleDate", detail: {} };
}
