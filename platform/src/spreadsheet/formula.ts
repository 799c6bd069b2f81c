/**
 * Spreadsheet programs run a CSV value that begins like a formula ("CSV injection", OWASP). Such values leave with an
 * apostrophe in front, and lose it when they come back.
 */
const dangerous = /^[\s']*[=+\-@\uff1d\uff0b\uff0d\uff20]|^'*[\t\r\n]/;
const escaped = /^'(?:[\s']*[=+\-@\uff1d\uff0b\uff0d\uff20]|'*[\t\r\n])/;

/** For CSV. A value that already has the apostrophe gets one more, so that reading gives back exactly what was written. */
export function escapeFormula(text: string): string {
	return dangerous.test(text) ? `'${text}` : text;
}

/**
 * For .xlsx, where a text is a text whatever it begins with: only what reading would take for an escaped value is escaped.
 */
export function protectApostrophe(text: string): string {
	return escaped.test(text) ? `'${text}` : text;
}

export function unescapeFormula(text: string): string {
	return escaped.test(text) ? text.slice(1) : text;
}
