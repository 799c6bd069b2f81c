import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { compress } from "./compression.server.ts";

const page = Buffer.from("<p>Praksisplasser i kommunene</p>".repeat(200));

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
	expect(Buffer.from(read[made.encoding ?? "none"](made.bytes)).equals(page)).toBe(true);
	expect(made.bytes.length < page.length / 10).toBe(encoding !== null);
});

it("leaves a page alone that is small already", () => {
	const small = page.subarray(0, 500);
	expect(compress(small, "br, gzip")).toEqual({ bytes: small, encoding: null });
});
