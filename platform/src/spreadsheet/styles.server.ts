import { xmlCursor } from "./xml.server.ts";

/** For each cell style whether it shows its number as a date: Excel stores dates as numbers and nothing else tells. */
export function dateStyles(content: Buffer, part: string): readonly boolean[] {
	const formats = new Map<number, string>();
	const styles: boolean[] = [];
	const cursor = xmlCursor(content, part);
	let inCellFormats = false;
	for (let token = cursor.next(); token !== "end"; token = cursor.next()) {
		if (token === "text") continue;
		const name = cursor.name();
		if (name === "cellXfs") inCellFormats = token === "open";
		if (token !== "open") continue;
		const number = Number(cursor.attribute("numFmtId") ?? 0);
		if (name === "numFmt") formats.set(number, cursor.attribute("formatCode") ?? "");
		if (name === "xf" && inCellFormats) styles.push(isDateFormat(number, formats.get(number)));
	}
	return styles;
}

/** Number formats below 164 are built in (ECMA-376 part 1, 18.8.30); the ranges are those that show a day. */
function isDateFormat(number: number, code: string | undefined): boolean {
	if (code !== undefined) return isDateCode(code);
	return (
		(number >= 14 && number <= 17) || number === 22 || (number >= 27 && number <= 36) || (number >= 50 && number <= 58)
	);
}

/** Whether a format code shows a day, month or year, and not only hours, minutes and seconds. */
export function isDateCode(code: string): boolean {
	const [positive = ""] = code
		.replace(/"[^"]*"|\\.|_.|\*./g, "")
		// Colours, languages and conditions; [h] is hours past 24 and stays.
		.replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, "")
		.replace(/general|standard/gi, "")
		.split(";");
	if (/[yd]/i.test(positive)) return true;
	return /m/i.test(positive) && !/[hs]/i.test(positive);
}
