import { openArchive } from "../spreadsheet/zip.server.ts";
import { type FileType, fileTypeOf, mostBytes } from "./file-type.ts";

export type OfficeType =
	| "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	| "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	| "application/vnd.openxmlformats-officedocument.presentationml.presentation";

/** The part that each kind of Office file is about. */
const mainParts: readonly (readonly [OfficeType, string])[] = [
	["application/vnd.openxmlformats-officedocument.wordprocessingml.document", "word/document.xml"],
	["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xl/workbook.xml"],
	["application/vnd.openxmlformats-officedocument.presentationml.presentation", "ppt/presentation.xml"],
];

/**
 * What a document is, read in the file itself and not in its name: PDF, PNG, JPEG, or an Office file without macros.
 * Only the list of an Office file's parts is read; nothing in it is unpacked. Undefined for what is not taken in.
 */
export function documentTypeOf(content: Uint8Array): FileType | OfficeType | undefined {
	const plain = fileTypeOf(content);
	if (plain !== undefined || content[0] !== 0x50 || content[1] !== 0x4b) return plain;
	try {
		const { names } = openArchive(Buffer.from(content), 0);
		if (!names.has("[content_types].xml") || [...names].some((name) => name.endsWith("vbaproject.bin")))
			return undefined;
		return mainParts.find(([, part]) => names.has(part))?.[0];
	} catch {
		return undefined;
	}
}

/** A file's own name as it can be kept and sent back: no folders, no control characters, its end where it is long. */
export function cleanFileName(name: string, otherwise: string): string {
	return (
		name
			.replaceAll(/[\p{C}/\\]/gu, "")
			.trim()
			.slice(-200) || otherwise
	);
}

/** A file sent in a form: null where none was, `too-large` before anything of it is read. */
export async function readUpload(
	form: FormData,
	field: string,
): Promise<{ readonly name: string; readonly content: Uint8Array } | "too-large" | null> {
	const file = form.get(field);
	if (!(file instanceof File) || file.size === 0) return null;
	if (file.size > mostBytes) return "too-large";
	return { name: file.name, content: new Uint8Array(await file.arrayBuffer()) };
}

/** A file people sent, given back to keep: never shown inside a page of ours, and never run there. */
export function fileAnswer(file: {
	readonly name: string;
	readonly mediaType: string;
	readonly content: Buffer;
}): Response {
	return new Response(new Uint8Array(file.content), {
		headers: {
			"Content-Type": file.mediaType,
			"Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
			"Content-Security-Policy": "sandbox",
			"X-Content-Type-Options": "nosniff",
		},
	});
}
