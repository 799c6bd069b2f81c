import { describe, expect, it } from "vitest";
import { cleanFileName, documentTypeOf, fileAnswer, readUpload } from "./upload.server.ts";

/** A zip archive of empty parts: what its list says, and nothing in it. */
function archive(names: readonly string[]): Uint8Array {
	const entries = names.map((name) => {
		const bytes = Buffer.from(name);
		const head = Buffer.alloc(46);
		head.writeUInt32LE(0x02014b50, 0);
		head.writeUInt16LE(bytes.length, 28);
		return Buffer.concat([head, bytes]);
	});
	const start = Buffer.from([0x50, 0x4b, 0x03, 0x04, ...new Array<number>(26).fill(0)]);
	const directory = Buffer.concat(entries);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(names.length, 8);
	end.writeUInt16LE(names.length, 10);
	end.writeUInt32LE(directory.length, 12);
	end.writeUInt32LE(start.length, 16);
	return Buffer.concat([start, directory, end]);
}

describe("what a document is", () => {
	it("is an Office file by its parts, and none with macros, none that only begins as one", () => {
		const word = ["[Content_Types].xml", "word/document.xml"];
		expect(documentTypeOf(archive(word))).toMatch(/wordprocessingml/);
		expect(documentTypeOf(archive(["[Content_Types].xml", "xl/workbook.xml"]))).toMatch(/spreadsheetml/);
		expect(documentTypeOf(archive(["[Content_Types].xml", "ppt/presentation.xml"]))).toMatch(/presentationml/);
		expect(documentTypeOf(archive([...word, "word/vbaProject.bin"]))).toBeUndefined();
		expect(documentTypeOf(archive(["virus.exe"]))).toBeUndefined();
		expect(documentTypeOf(archive(word).slice(0, 60))).toBeUndefined();
		expect(documentTypeOf(new TextEncoder().encode("PK\u0003\u0004"))).toBeUndefined();
	});

	it("is what it begins as, otherwise", () => {
		expect(documentTypeOf(new TextEncoder().encode("%PDF-1.7"))).toBe("application/pdf");
		expect(documentTypeOf(new TextEncoder().encode("<html>"))).toBeUndefined();
	});
});

describe("a file that is sent", () => {
	it("keeps its name without folders and control characters", () => {
		expect(cleanFileName("../../etc/passwd\r\n.pdf", "x")).toBe("....etcpasswd.pdf");
		expect(cleanFileName("a\u202efdp.exe", "x")).toBe("afdp.exe");
		expect(cleanFileName("///", "dokument")).toBe("dokument");
		expect(cleanFileName(`${"a".repeat(300)}.pdf`, "x")).toHaveLength(200);
	});

	it("is null where none is, and refused before it is read where it is too large", async () => {
		const form = new FormData();
		expect(await readUpload(form, "file")).toBeNull();
		form.set("file", "ikke en fil");
		expect(await readUpload(form, "file")).toBeNull();
		form.set("file", new File([new Uint8Array(10_000_001)], "stor.pdf"));
		expect(await readUpload(form, "file")).toBe("too-large");
	});

	it("is given back to keep, never shown or run", () => {
		const given = { name: 'a"b;å.pdf', mediaType: "application/pdf", content: Buffer.from("x") };
		const { headers } = fileAnswer(given);
		expect(headers.get("Content-Disposition")).toBe("attachment; filename*=UTF-8''a%22b%3B%C3%A5.pdf");
		expect(headers.get("Content-Security-Policy")).toBe("sandbox");
		expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
	});
});
