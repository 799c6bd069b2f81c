/** Trimmed, one kind of line break, letters in one form (å is one sign), no sign a database refuses. */
export function readText(text: string): string {
	return text.replaceAll("\r\n", "\n").replaceAll("\u0000", "").normalize("NFC").trim();
}

/**
 * A number as people write it: 1 234,5 · 1234.5 · −3 · 1.234,5. Undefined when it is none, and when it could be two
 * (1.234 is a thousand to one reader and a fraction to another).
 */
export function readNumber(text: string): number | undefined {
	const bare = text.replace(/[\s\u00a0\u202f\u2009']/g, "").replace(/^[−–]/, "-");
	if (/^-?[1-9]\d{0,2}\.\d{3}$/.test(bare)) return undefined;
	if (/^-?\d{1,3}(\.\d{3})+,\d+$/.test(bare)) return Number(bare.replaceAll(".", "").replace(",", "."));
	return /^-?\d+([.,]\d+)?$/.test(bare) ? Number(bare.replace(",", ".")) : undefined;
}

/** A plain date YYYY-MM-DD from 2026-12-31, 31.12.2026 or 31/12/2026; undefined when it is none or does not exist. */
export function readDate(text: string): string | undefined {
	const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
	const norwegian = /^(\d{1,2})[./]\s?(\d{1,2})[./]\s?(\d{4})$/.exec(text);
	const [year, month, day] = iso ? iso.slice(1) : norwegian ? norwegian.slice(1).reverse() : [];
	if (year === undefined || month === undefined || day === undefined) return undefined;
	const plain = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
	const date = new Date(`${plain}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === plain ? plain : undefined;
}
