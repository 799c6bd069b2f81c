import { constants, crc32, inflateRawSync } from "node:zlib";
import { Unreadable } from "./refusal.ts";

/**
 * Reads a zip archive in memory by its central directory (APPNOTE 6.3.10), with a bound on what unpacking may give. No
 * entry is unpacked before it is asked for, and none beyond the budget, whatever sizes the file claims.
 */
export type Archive = {
	/** Names in lower case with forward slashes, as parts of a workbook are compared. */
	readonly names: ReadonlySet<string>;
	/** The unpacked part, checked against its checksum. */
	readonly read: (name: string) => Buffer;
};

type Entry = {
	readonly method: number;
	readonly checksum: number;
	readonly packed: number;
	readonly size: number;
	readonly offset: number;
};

const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locator64Signature = 0x07064b50;
const directorySignature = 0x02014b50;
const localSignature = 0x04034b50;
/** A workbook has tens of parts; many thousand is somebody trying something. */
const mostEntries = 10_000;
/** No deflate stream unpacks to more than 1032 times its size. */
const steepest = 1032;
const none32 = 0xffffffff;

/** @throws Unreadable truncated, malformed, encrypted; on reading also contentTooLarge. */
export function openArchive(bytes: Buffer, contentSize: number): Archive {
	const entries = readDirectory(bytes);
	let budget = contentSize;
	return {
		names: new Set(entries.keys()),
		read: (name) => {
			const entry = entries.get(name.toLowerCase());
			if (!entry) throw new Unreadable({ code: "malformed", detail: { part: name } });
			if (entry.size > budget) throw new Unreadable({ code: "contentTooLarge", detail: { limit: contentSize } });
			const content = unpack(bytes, entry, name);
			budget -= content.length;
			return content;
		},
	};
}

function readDirectory(bytes: Buffer): Map<string, Entry> {
	const { offset, count } = findDirectory(bytes);
	if (count > mostEntries) throw malformed("zip");
	const entries = new Map<string, Entry>();
	let at = offset;
	for (let index = 0; index < count; index += 1) {
		if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== directorySignature) throw malformed("zip");
		const nameLength = bytes.readUInt16LE(at + 28);
		const extraLength = bytes.readUInt16LE(at + 30);
		const next = at + 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32);
		if (next > bytes.length) throw malformed("zip");
		if ((bytes.readUInt16LE(at + 8) & 1) === 1) throw new Unreadable({ code: "encrypted", detail: {} });
		const name = bytes
			.toString("utf8", at + 46, at + 46 + nameLength)
			.replaceAll("\\", "/")
			.toLowerCase();
		// Two parts with one name: programs disagree on which is meant, and that is how checks are fooled.
		if (entries.has(name)) throw malformed(name);
		const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
		entries.set(name, readEntry(bytes, at, extra));
		at = next;
	}
	return entries;
}

function readEntry(bytes: Buffer, at: number, extra: Buffer): Entry {
	const wide = wideNumbers(extra);
	const size = bytes.readUInt32LE(at + 24);
	const packed = bytes.readUInt32LE(at + 20);
	const offset = bytes.readUInt32LE(at + 42);
	return {
		method: bytes.readUInt16LE(at + 10),
		checksum: bytes.readUInt32LE(at + 16),
		// In this order, and only those that did not fit in 32 bits.
		size: size === none32 ? wide() : size,
		packed: packed === none32 ? wide() : packed,
		offset: offset === none32 ? wide() : offset,
	};
}

/** The 64-bit numbers of the zip64 extra field, one for each call. */
function wideNumbers(extra: Buffer): () => number {
	let at = 0;
	while (at + 4 <= extra.length && extra.readUInt16LE(at) !== 1) at += 4 + extra.readUInt16LE(at + 2);
	at += 4;
	return () => {
		if (at + 8 > extra.length) throw malformed("zip");
		const value = Number(extra.readBigUInt64LE(at));
		at += 8;
		return value;
	};
}

function findDirectory(bytes: Buffer): { offset: number; count: number } {
	// The end record is last, but for a comment of at most 65,535 bytes.
	const first = Math.max(0, bytes.length - 22 - 65_535);
	for (let at = bytes.length - 22; at >= first; at -= 1) {
		if (bytes.readUInt32LE(at) !== endSignature) continue;
		const count = bytes.readUInt16LE(at + 10);
		const offset = bytes.readUInt32LE(at + 16);
		const wide = at >= 20 && bytes.readUInt32LE(at - 20) === locator64Signature;
		if (!wide || (count !== 0xffff && offset !== none32)) return { offset, count };
		const end = Number(bytes.readBigUInt64LE(at - 20 + 8));
		if (end + 56 > bytes.length || bytes.readUInt32LE(end) !== end64Signature) throw malformed("zip");
		return { offset: Number(bytes.readBigUInt64LE(end + 48)), count: Number(bytes.readBigUInt64LE(end + 32)) };
	}
	// The file begins as a zip and has no end: the upload stopped on the way.
	throw new Unreadable({ code: "truncated", detail: {} });
}

function unpack(bytes: Buffer, entry: Entry, name: string): Buffer {
	const { offset, packed, size } = entry;
	if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== localSignature) throw malformed(name);
	const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
	if (start + packed > bytes.length) throw new Unreadable({ code: "truncated", detail: {} });
	const source = bytes.subarray(start, start + packed);
	const content = entry.method === 0 ? source : inflate(source, entry, name);
	if (content.length !== size || crc32(content) !== entry.checksum) throw malformed(name);
	return content;
}

function inflate(source: Buffer, entry: Entry, name: string): Buffer {
	if (entry.method !== 8 || entry.size > source.length * steepest + steepest) throw malformed(name);
	try {
		return inflateRawSync(source, {
			maxOutputLength: Math.max(entry.size, 1),
			chunkSize: Math.min(Math.max(entry.size, constants.Z_MIN_CHUNK), 1 << 22),
		});
	} catch {
		// Damaged, cut short, or larger than it says: zlib's own words tell an uploader nothing.
		throw malformed(name);
	}
}

function malformed(part: string): Unreadable {
	return new Unreadable({ code: "malformed", detail: { part } });
}
