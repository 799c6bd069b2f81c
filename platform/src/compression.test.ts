import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { compress } from "./compression.server.ts";

const page = "<p>Praksisplasser i kommunene – på våren 📘</p>".repeat(200);

it.each([
	["gzip, deflate, br", "br"],
	["br;q=0.5, gzip", "br"],
	["GZIP", "gzip"],
	["br;q=0, gzip;q=0.2", "gzip"],
	["gzip; q=0", null],
	["identity", null],
	["", null],
	[null, null],
])("answers %j with %j", (accepted, encoding) => {
	const made = compress(page, accepted);
	expect(made.encoding).toBe(encoding);
	const read = { br: brotliDecompressSync, gzip: gunzipSync, none: (bytes: Uint8Array) => bytes };
	expect(Buffer.from(read[made.encoding ?? "none"](made.bytes)).toString()).toBe(page);
	expect(made.bytes.length < page.length / 10).toBe(encoding !== null);
});

it("leaves a page alone that is small already", () => {
	const small = page.slice(0, 499);
	expect(compress(small, "br, gzip")).toEqual({ bytes: Buffer.from(small), encoding: null });
});

it("leaves alone what it answered when it answers with another, and takes pages of any size", () => {
	const first = compress(page, null);
	const large = page.repeat(400);
	expect(brotliDecompressSync(compress(large, "br").bytes).toString()).toBe(large);
	expect(compress("å".repeat(3_000_000), null).bytes).toHaveLength(6_000_000);
	expect(Buffer.from(first.bytes).toString()).toBe(page);
});
