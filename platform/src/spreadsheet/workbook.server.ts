import { posix } from "node:path";
import type { RawRow } from "./cell.ts";
import type { Limits } from "./limits.ts";
import type { Problem } from "./refusal.ts";
import { Unreadable } from "./refusal.ts";
import { sharedStrings } from "./shared-strings.server.ts";
import { readSheetRows } from "./sheet-rows.server.ts";
import { dateStyles } from "./styles.server.ts";
import { visitElements } from "./xml.server.ts";
import type { Archive } from "./zip.server.ts";
import { openArchive } from "./zip.server.ts";

export type SourceSheet = {
	/** Null for a file without sheets (CSV). */
	readonly name: string | null;
	readonly hidden: boolean;
	/** From the top each time it is called, made as they are asked for. Rows without content may be left out. */
	readonly rows: () => Iterable<RawRow>;
};

/**
 * Opens an .xlsx (ECMA-376, transitional or strict) for reading.
 * @throws Unreadable for everything that is not a sound workbook without macros, also while rows are read.
 */
export function openWorkbook(bytes: Buffer, limits: Limits): readonly SourceSheet[] {
	const archive = openArchive(bytes, limits.contentSize);
	const strange = notPlainWorkbook(archive);
	if (strange) throw new Unreadable(strange);

	const root = relations(archive, "_rels/.rels", "");
	const main = root.find((relation) => relation.kind === "officeDocument")?.target ?? "xl/workbook.xml";
	const folder = posix.dirname(main);
	const parts = relations(archive, `${folder}/_rels/${posix.basename(main)}.rels`, folder);
	const partOf = (kind: string) => parts.find((relation) => relation.kind === kind)?.target;

	const stylesPart = partOf("styles");
	const isDateStyle = stylesPart && has(archive, stylesPart) ? dateStyles(archive.read(stylesPart), stylesPart) : [];
	const stringsPart = partOf("sharedStrings");
	const strings =
		stringsPart && has(archive, stringsPart) ? sharedStrings(archive.read(stringsPart), stringsPart) : () => null;

	const content = archive.read(main);
	let from1904 = false;
	visitElements(content, main, "workbookPr", (attribute) => {
		from1904 = ["1", "true"].includes(attribute("date1904") ?? "");
	});
	const sheets: SourceSheet[] = [];
	visitElements(content, main, "sheet", (attribute) => {
		const id = attribute("id");
		const part = parts.find((relation) => relation.id === id && relation.kind === "worksheet")?.target;
		// Charts on their own sheet are sheets too, without rows.
		if (part === undefined) return;
		let unpacked: Buffer | null = null;
		sheets.push({
			name: attribute("name") ?? "",
			hidden: (attribute("state") ?? "visible") !== "visible",
			rows: () => {
				unpacked ??= archive.read(part);
				return readSheetRows(unpacked, part, { strings, isDateStyle, from1904, columnLimit: limits.columns });
			},
		});
	});
	return sheets;
}

/** What other kinds of zip archive people upload as Excel. */
function notPlainWorkbook(archive: Archive): Problem | null {
	const { names } = archive;
	if (names.has("mimetype") || names.has("content.xml")) return { code: "openDocument", detail: {} };
	if (names.has("xl/workbook.bin")) return { code: "binaryWorkbook", detail: {} };
	if (!names.has("[content_types].xml") || !names.has("_rels/.rels")) return { code: "notSpreadsheet", detail: {} };
	const macros = archive.read("[content_types].xml").includes("macroEnabled") || [...names].some(isMacroPart);
	if (macros) return { code: "macros", detail: {} };
	return [...names].some((name) => name.startsWith("xl/")) ? null : { code: "notSpreadsheet", detail: {} };
}

function isMacroPart(name: string): boolean {
	return name.endsWith("vbaproject.bin") || name.startsWith("xl/macrosheets/");
}

function has(archive: Archive, part: string): boolean {
	return archive.names.has(part.toLowerCase());
}

type Relation = { readonly id: string; readonly kind: string; readonly target: string };

/** The parts a part points at. Links out of the archive are not followed: they are not even kept. */
function relations(archive: Archive, part: string, folder: string): readonly Relation[] {
	const found: Relation[] = [];
	visitElements(archive.read(part), part, "Relationship", (attribute) => {
		const target = attribute("Target");
		if (target === null || attribute("TargetMode") === "External") return;
		const type = attribute("Type") ?? "";
		found.push({
			id: attribute("Id") ?? "",
			kind: type.slice(type.lastIndexOf("/") + 1),
			target: target.startsWith("/") ? target.slice(1) : posix.normalize(posix.join(folder, target)),
		});
	});
	return found;
}
