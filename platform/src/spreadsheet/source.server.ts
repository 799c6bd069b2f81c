import { findDelimiter, readRecords } from "./csv.ts";
import { decodeText } from "./encoding.ts";
import type { Limits } from "./limits.ts";
import type { Problem } from "./refusal.ts";
import { Unreadable } from "./refusal.ts";
import type { SourceSheet } from "./workbook.server.ts";
import { openWorkbook } from "./workbook.server.ts";

const textExtensions = ["csv", "txt", "tsv"];

export type Source = {
	readonly sheets: readonly SourceSheet[];
	/** In CSV every record must fit under the header: one that does not has a delimiter too many in it. */
	readonly strictWidth: boolean;
};

/**
 * Opens a file after looking at what it is, whatever it is called.
 * @param find the contract's columns by header, to tell which delimiter a CSV has.
 * @throws Unreadable for everything that is not a sound .xlsx or .csv.
 */
export function openSource(
	bytes: Buffer,
	fileName: string,
	columnCount: number,
	find: (header: string) => number | null,
	limits: Limits,
): Source {
	if (bytes.length === 0) throw new Unreadable({ code: "emptyFile", detail: {} });
	if (bytes.length > limits.fileSize) {
		throw new Unreadable({ code: "fileTooLarge", detail: { limit: limits.fileSize, size: bytes.length } });
	}
	const extension = (/\.([^./\\]{1,20})$/.exec(fileName)?.[1] ?? "").toLowerCase();
	if (isCompound(bytes)) throw new Unreadable(compoundProblem(bytes));
	if (isZip(bytes)) {
		// Opened first: what kind of archive it is says more than that the name is wrong.
		const sheets = openWorkbook(bytes, limits);
		if (extension !== "xlsx") throw new Unreadable(nameProblem(extension, "xlsx"));
		return { sheets, strictWidth: false };
	}
	const text = decodeText(bytes);
	if (looksForeign(text)) throw new Unreadable({ code: "notSpreadsheet", detail: {} });
	if (!textExtensions.includes(extension)) throw new Unreadable(nameProblem(extension, "csv"));
	const delimiter = findDelimiter(text, columnCount, find, limits);
	const rows = () => readRecords(text, delimiter, limits);
	return { sheets: [{ name: null, hidden: false, rows }], strictWidth: true };
}

function nameProblem(extension: string, content: "xlsx" | "csv"): Problem {
	return ["xlsx", "xls", "xlsm", ...textExtensions].includes(extension)
		? { code: "wrongExtension", detail: { extension, content } }
		: { code: "unknownExtension", detail: { extension } };
}

function isZip(bytes: Buffer): boolean {
	const mark = bytes.toString("latin1", 0, 4);
	return mark === "PK\u0003\u0004" || mark === "PK\u0005\u0006";
}

/** Microsoft's compound file: Excel before 2007, and the wrapping of every workbook with a password. */
function isCompound(bytes: Buffer): boolean {
	return bytes.toString("hex", 0, 8) === "d0cf11e0a1b11ae1";
}

function compoundProblem(bytes: Buffer): Problem {
	const isEncrypted = bytes.includes(Buffer.from("EncryptedPackage", "utf16le"));
	return { code: isEncrypted ? "encrypted" : "oldExcel", detail: {} };
}

/** Web pages and XML saved with a spreadsheet's name, PDF, rich text. */
function looksForeign(text: string): boolean {
	return /^\ufeff?\s*(?:<(?:\?xml|!doctype|html|table|head|body)|%PDF-|\{\\rtf)/i.test(text.slice(0, 200));
}
