import { Unreadable } from "./refusal.ts";

/** What 0x80–0x9F mean in Windows-1252 and not in Latin-1; five of them mean nothing. */
const windows = "€\u0000‚ƒ„…†‡ˆ‰Š‹Œ\u0000Ž\u0000\u0000‘’“”•–—˜™š›œ\u0000žŸ";

/**
 * The text of a file: UTF-8 with or without byte order mark, UTF-16 with one, else Windows-1252, which is what Excel in
 * Norway has saved as "CSV" for thirty years.
 * @throws Unreadable notSpreadsheet (binary content), brokenEncoding (damaged UTF-8, or an older code page).
 */
export function decodeText(bytes: Uint8Array): string {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, "utf-16le");
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, "utf-16be");
	if (bytes.includes(0)) throw new Unreadable({ code: "notSpreadsheet", detail: {} });
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		return decodeWindows1252(bytes);
	}
}

function decodeUtf16(bytes: Uint8Array, encoding: "utf-16le" | "utf-16be"): string {
	if (bytes.length % 2 !== 0) throw new Unreadable({ code: "truncated", detail: {} });
	const text = new TextDecoder(encoding).decode(bytes);
	if (text.includes("\u0000")) throw new Unreadable({ code: "notSpreadsheet", detail: {} });
	return text;
}

function decodeWindows1252(bytes: Uint8Array): string {
	if (isDamagedUtf8(bytes)) throw new Unreadable({ code: "brokenEncoding", detail: {} });
	// Node's own decoder has read 0x80–0x9F as Latin-1 in some versions, so the table is here.
	const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
	const text = latin.replace(/[\u0080-\u009f]/g, (character) => {
		const meant = windows[character.charCodeAt(0) - 0x80] ?? "\u0000";
		if (meant === "\u0000") throw new Unreadable({ code: "brokenEncoding", detail: {} });
		return meant;
	});
	// Å and ø of DOS, æ and ø of old Macs: signs that never stand inside a word in Windows-1252.
	if (/\p{L}[†›¿¾]\p{Ll}/u.test(text)) throw new Unreadable({ code: "brokenEncoding", detail: {} });
	return text;
}

/** Whether at least half of the letters outside ASCII are whole UTF-8 sequences: such a file is cut or mixed, not Windows-1252. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
	let whole = 0;
	let strange = 0;
	for (let at = 0; at < bytes.length; at += 1) {
		const byte = bytes[at] ?? 0;
		if (byte < 0x80) continue;
		const following = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
		let found = 0;
		while (found < following && ((bytes[at + found + 1] ?? 0) & 0xc0) === 0x80) found += 1;
		if (following > 0 && found === following) {
			whole += 1;
			at += following;
		} else strange += 1;
	}
	return whole >= strange;
}
