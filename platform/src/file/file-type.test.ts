import { describe, expect, it } from "vitest";
import { fileTypeOf } from "./file-type.ts";

describe("what a file is", () => {
	it("is read in the file itself", () => {
		expect(fileTypeOf(new TextEncoder().encode("%PDF-1.7\n…"))).toBe("application/pdf");
		expect(fileTypeOf(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0))).toBe("image/png");
		expect(fileTypeOf(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toBe("image/jpeg");
	});

	it("is nothing we take for a page, a program, a cut beginning or nothing", () => {
		for (const words of ["<!doctype html>", "MZ", "%PD", ""])
			expect(fileTypeOf(new TextEncoder().encode(words)), words).toBeUndefined();
	});
});
