import { Unreadable } from "./refusal.ts";

/**
 * Walks the XML of a workbook's part, token by token, over its bytes: workbooks are mostly short numbers, and making
 * strings of the rest is what costs. Namespace prefixes are dropped. A document type (the door to external and expanding
 * entities) is refused; only the five entities of XML itself and character references are known.
 */
export type XmlCursor = {
	/** Moves on. `open` and `close` have a name; an empty element gives both. */
	readonly next: () => XmlToken;
	/** Local name of the element just opened or closed. */
	readonly name: () => string;
	/** Attribute of the element just opened, by local name; null where it has none. */
	readonly attribute: (name: string) => string | null;
	/** The letters a cell reference begins with, as a position: 27 for AB12. Null where the attribute is not there, -1 where it has none. */
	readonly columnAttribute: (name: string) => number | null;
	/** The text just met. */
	readonly text: () => string;
	/** The text just met as a number; NaN where it is none. */
	readonly number: () => number;
	/** Where the next token begins. */
	readonly position: () => number;
	/** Moves to a position between tags. From there on, elements opened before it may close. */
	readonly seek: (position: number) => void;
};
type XmlToken = "open" | "close" | "text" | "end";

const lt = 0x3c;
const gt = 0x3e;
const slash = 0x2f;
const colon = 0x3a;
const equals = 0x3d;
const quote = 0x22;
const apostrophe = 0x27;
const ampersand = 0x26;
/** Deeper than any workbook is. */
const deepest = 256;
const letters = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));

/**
 * @param part the part's name in the archive, for refusals.
 * @throws Unreadable malformed, truncated, documentType.
 */
export function xmlCursor(content: Buffer, part: string): XmlCursor {
	const bytes = asUtf8(content);
	const end = bytes.length;
	const open: string[] = [];
	let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
	let name = "";
	let closing = false;
	let fragment = false;
	let attributesFrom = 0;
	let attributesTo = 0;
	let valueFrom = 0;
	let valueTo = 0;
	let textFrom = 0;
	let textTo = 0;
	let escaped = false;

	function malformed(): Unreadable {
		return new Unreadable({ code: "malformed", detail: { part } });
	}

	function next(): XmlToken {
		if (closing) {
			closing = false;
			return close(name);
		}
		while (at < end) {
			if (bytes[at] !== lt) return readText();
			const mark = bytes[at + 1];
			if (mark === slash) {
				const from = at + 2;
				at = after(gt, from);
				return close(localName(from, at - 1));
			}
			if (mark === 0x3f) skipPast("?>");
			else if (mark !== 0x21) return readOpening();
			else if (startsWith("<!--")) skipPast("-->");
			else if (startsWith("<![CDATA[")) {
				textFrom = at + 9;
				skipPast("]]>");
				textTo = at - 3;
				escaped = false;
				return "text";
			} else throw new Unreadable({ code: "documentType", detail: { part } });
		}
		if (open.length > 0) throw malformed();
		return "end";
	}

	function readText(): "text" {
		textFrom = at;
		escaped = false;
		let byte = bytes[at];
		while (at < end && byte !== lt) {
			if (byte === ampersand) escaped = true;
			at += 1;
			byte = bytes[at];
		}
		textTo = at;
		return "text";
	}

	function readOpening(): "open" {
		const from = at + 1;
		let to = from;
		let byte = bytes[to] ?? gt;
		while (byte > 0x20 && byte !== gt && byte !== slash) {
			to += 1;
			byte = bytes[to] ?? gt;
		}
		name = localName(from, to);
		attributesFrom = to;
		while (to < end && byte !== gt) {
			if (byte === quote || byte === apostrophe) to = after(byte, to + 1);
			else to += 1;
			byte = bytes[to] ?? 0;
		}
		if (to >= end || to === from) throw malformed();
		closing = bytes[to - 1] === slash;
		attributesTo = closing ? to - 1 : to;
		at = to + 1;
		if (open.length === deepest) throw malformed();
		open.push(name);
		return "open";
	}

	function close(closed: string): "close" {
		name = closed;
		const opened = open.pop();
		if (opened !== closed && !(fragment && opened === undefined)) throw malformed();
		return "close";
	}

	function localName(from: number, to: number): string {
		let start = from;
		let last = to;
		while (last > from && (bytes[last - 1] ?? 0) <= 0x20) last -= 1;
		for (let index = from; index < last; index += 1) if (bytes[index] === colon) start = index + 1;
		// Most elements of a sheet have one letter: no string is made for them.
		const only = last - start === 1 ? letters[bytes[start] ?? 0] : undefined;
		return only ?? bytes.toString("utf8", start, last);
	}

	/** The position after the next such byte. */
	function after(byte: number, from: number): number {
		// A loop: what is looked for is mostly a few bytes away, and a call out of JavaScript costs more than that.
		for (let index = from; index < end; index += 1) if (bytes[index] === byte) return index + 1;
		throw malformed();
	}

	function skipPast(mark: string): void {
		const found = bytes.indexOf(mark, at + 2, "latin1");
		if (found < 0) throw malformed();
		at = found + mark.length;
	}

	function startsWith(mark: string): boolean {
		return bytes.toString("latin1", at, at + mark.length) === mark;
	}

	function attribute(wanted: string): string | null {
		if (!findAttribute(wanted)) return null;
		const only = valueTo - valueFrom === 1 ? letters[bytes[valueFrom] ?? 0] : undefined;
		return only ?? unescapeXml(bytes.toString("utf8", valueFrom, valueTo));
	}

	function columnAttribute(wanted: string): number | null {
		if (!findAttribute(wanted)) return null;
		let column = 0;
		for (let index = valueFrom; index < valueTo && column < 1e6; index += 1) {
			const letter = (bytes[index] ?? 0) & 0xdf;
			if (letter < 0x41 || letter > 0x5a) break;
			column = column * 26 + letter - 0x40;
		}
		return column - 1;
	}

	/** Sets where the value of an attribute is. */
	function findAttribute(wanted: string): boolean {
		let index = attributesFrom;
		while (index < attributesTo) {
			let byte = bytes[index] ?? 0;
			while (byte <= 0x20 && index < attributesTo) byte = bytes[++index] ?? 0;
			let from = index;
			while (byte !== equals && index < attributesTo) {
				if (byte === colon) from = index + 1;
				byte = bytes[++index] ?? 0;
			}
			let to = index;
			while (to > from && (bytes[to - 1] ?? 0) <= 0x20) to -= 1;
			byte = bytes[++index] ?? 0;
			while (byte <= 0x20 && index < attributesTo) byte = bytes[++index] ?? 0;
			if (index >= attributesTo) return false;
			if (byte !== quote && byte !== apostrophe) throw malformed();
			valueFrom = index + 1;
			index = after(byte, valueFrom);
			valueTo = index - 1;
			if (isWord(wanted, from, to)) return true;
		}
		return false;
	}

	function text(): string {
		const read = bytes.toString("utf8", textFrom, textTo);
		return escaped ? unescapeXml(read) : read;
	}

	function number(): number {
		let value = 0;
		for (let index = textFrom; index < textTo; index += 1) {
			const digit = (bytes[index] ?? 0) - 0x30;
			// Whole numbers a double holds exactly are made without a string; the rest are few.
			if (digit < 0 || digit > 9 || textTo - textFrom > 15) {
				const read = text().trim();
				return read === "" ? Number.NaN : Number(read);
			}
			value = value * 10 + digit;
		}
		return textTo > textFrom ? value : Number.NaN;
	}

	function isWord(word: string, from: number, to: number): boolean {
		if (to - from !== word.length) return false;
		for (let index = 0; index < word.length; index += 1) {
			if (bytes[from + index] !== word.charCodeAt(index)) return false;
		}
		return true;
	}

	return {
		next,
		name: () => name,
		attribute,
		columnAttribute,
		text,
		number,
		position: () => at,
		seek: (position) => {
			at = position;
			open.length = 0;
			closing = false;
			fragment = true;
		},
	};
}

/** XML may be UTF-16; workbooks hardly ever are. */
function asUtf8(content: Buffer): Buffer {
	if (content[0] === 0xff && content[1] === 0xfe) return Buffer.from(new TextDecoder("utf-16le").decode(content));
	if (content[0] === 0xfe && content[1] === 0xff) return Buffer.from(new TextDecoder("utf-16be").decode(content));
	return content;
}

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function unescapeXml(text: string): string {
	if (!text.includes("&")) return text;
	return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi, (whole, hex, decimal, word) => {
		if (typeof word === "string") return entities[word] ?? whole;
		const code = typeof hex === "string" ? Number.parseInt(hex, 16) : Number(decimal);
		const real = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
		return real ? String.fromCodePoint(code) : "\ufffd";
	});
}

/** Visits every element with this local name. For small parts. */
export function visitElements(
	content: Buffer,
	part: string,
	name: string,
	visit: (attribute: (name: string) => string | null) => void,
): void {
	const cursor = xmlCursor(content, part);
	for (let token = cursor.next(); token !== "end"; token = cursor.next()) {
		if (token === "open" && cursor.name() === name) visit(cursor.attribute);
	}
}
