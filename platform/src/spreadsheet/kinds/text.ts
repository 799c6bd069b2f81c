const plain = /^[!-~¡-¬®-ÿ](?:[ -~¡-¬®-ÿ]*[!-~¡-¬®-ÿ])?$/;
// What nobody sees and nobody meant: control characters (vertical tabs from slides), soft hyphens, zero-width spaces.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const invisible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u2060\ufeff\ufffe\uffff]/g;
const spaces = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;

/**
 * Text as it is meant: composed letters (NFC), ordinary spaces, line feeds, nothing invisible, no space at the ends.
 * Running it twice changes nothing more.
 */
export function normaliseText(text: string): string {
	if (text === "" || plain.test(text)) return text;
	return text.replace(/\r\n?/g, "\n").replace(invisible, "").replace(spaces, " ").normalize("NFC").trim();
}

/** Text stripped of what people vary in headers and labels: case, space, hyphen, punctuation, the star of "must be filled in". */
export function foldText(text: string): string {
	return text
		.normalize("NFKC")
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, "");
}
