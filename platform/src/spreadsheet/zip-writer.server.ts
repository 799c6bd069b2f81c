import { once } from "node:events";
import { buffer } from "node:stream/consumers";
import { crc32, createDeflateRaw } from "node:zlib";

/** A part of an archive: its text in pieces, made as they are asked for. */
export type ArchivePart = { readonly name: string; readonly pieces: Iterable<string> };

/**
 * Parts as a zip archive (APPNOTE 6.3.10, no zip64: parts and whole below 4 GB). Compression happens outside the event
 * loop, and others get their turn between two pieces.
 */
export async function writeArchive(parts: readonly ArchivePart[]): Promise<Uint8Array> {
	const written: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const part of parts) {
		const name = Buffer.from(part.name);
		const { packed, size, checksum } = await pack(part.pieces);
		const facts = describe(checksum, packed.length, size, name.length);
		const local = Buffer.concat([signature(0x04034b50), facts, name]);
		// Made by version 2.0, then the same facts, no comment, first disk, no attributes, and where the part begins.
		const tail = Buffer.alloc(14);
		tail.writeUInt32LE(offset, 10);
		directory.push(signature(0x02014b50), Buffer.from([20, 0]), facts, tail, name);
		written.push(local, packed);
		offset += local.length + packed.length;
	}
	const listing = Buffer.concat(directory);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(parts.length, 8);
	end.writeUInt16LE(parts.length, 10);
	end.writeUInt32LE(listing.length, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...written, listing, end]);
}

async function pack(pieces: Iterable<string>): Promise<{ packed: Buffer; size: number; checksum: number }> {
	const deflate = createDeflateRaw({ level: 6 });
	const packed = buffer(deflate);
	let size = 0;
	let checksum = 0;
	for (const piece of pieces) {
		const bytes = Buffer.from(piece);
		size += bytes.length;
		checksum = crc32(bytes, checksum);
		if (!deflate.write(bytes)) await once(deflate, "drain");
		await new Promise((resolve) => setImmediate(resolve));
	}
	deflate.end();
	return { packed: await packed, size, checksum };
}

function signature(value: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(value);
	return bytes;
}

/** The fields the local header and the directory have in common, the length of the extra field (none) last. */
function describe(checksum: number, packed: number, size: number, nameLength: number): Buffer {
	const bytes = Buffer.alloc(26);
	bytes.writeUInt16LE(20, 0); // needs version 2.0
	bytes.writeUInt16LE(0x0800, 2); // names in UTF-8
	bytes.writeUInt16LE(8, 4); // deflate
	bytes.writeUInt16LE(0, 6); // no time of day: the same rows give the same bytes
	bytes.writeUInt16LE(0x0021, 8); // 1980-01-01
	bytes.writeUInt32LE(checksum, 10);
	bytes.writeUInt32LE(packed, 14);
	bytes.writeUInt32LE(size, 18);
	bytes.writeUInt16LE(nameLength, 22);
	return bytes;
}
