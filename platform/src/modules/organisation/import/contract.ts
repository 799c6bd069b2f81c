import { z } from "zod";
import { id } from "../contract.ts";

/** What a spreadsheet can hold. */
export const importKinds = ["units", "people", "contacts"] as const;
export type ImportKind = (typeof importKinds)[number];

/** Reading: a job is at it. Previewed: what it would do is known. Done: it has been done, and the file is gone. */
export const importStates = ["reading", "previewed", "done"] as const;
export type ImportState = (typeof importStates)[number];

/** What one import may ask of us. */
export const importLimits = {
	/** Rows in one file. */
	rows: 20_000,
	/** Refusals kept; the rest are counted. */
	refusals: 300,
	/** Lines kept of each kind for the preview; the rest are counted. */
	lines: 100,
	/** Bytes a file may have to be read at once; larger ones are read by a job. */
	atOnce: 60_000,
	/** Units above one another. */
	depth: 40,
	/** Hours a file is kept when nobody does anything with it. */
	hours: 24,
} as const;

/** Why a row of a sheet that can be read still cannot be taken in. */
export const rowRefusals = [
	"parent-unknown",
	"parent-moved",
	"parent-ambiguous",
	"parent-closed",
	"circle",
	"too-deep",
	"duplicate-unit",
	"unit-ambiguous",
	"unit-closed",
	"starts-after-end",
	"sector-missing",
	"postcode-unknown",
	"municipality-unknown",
	"phone-invalid",
	"unit-not-allowed",
	"leader-not-allowed",
	"leader-name-missing",
	"unit-unknown",
	"duplicate-role",
	"ends-before-start",
	"deputy-unknown",
	"own-deputy",
	"already-held",
	"role-not-allowed",
	"last-administrator",
	"duplicate-contact",
	"answerer-unknown",
	"box-beside-holder",
	"address-missing",
	"contact-not-allowed",
] as const;
export type RowRefusalCode = (typeof rowRefusals)[number];

export function isRowRefusal(code: string): code is RowRefusalCode {
	return rowRefusals.some((one) => one === code);
}

/** A refusal of one cell, by the key of its column; null where it is about the whole row. */
export type RowRefusal = {
	readonly code: RowRefusalCode;
	/** As Excel numbers it. */
	readonly row: number;
	readonly key: string | null;
	readonly value: string | null;
	readonly detail?: Readonly<Record<string, string | number>>;
};

/**
 * A row to be judged. A cell that cannot be read is among `broken`, and what stands in its place says nothing: no refusal
 * may follow from it, because the file may be right when the cell has been mended.
 */
export type JudgedRow<Row> = {
	readonly sheetRow: number;
	readonly value: Row;
	/** Keys of columns. */
	readonly broken: ReadonlySet<string>;
};

const words = z.object({ nb: z.string(), nn: z.string(), en: z.string() });

/** A refusal in words, ready to be shown in any language. */
export const toldRefusal = z.object({ place: words, problem: words, remedy: words });
export type ToldRefusal = z.infer<typeof toldRefusal>;

/** A value as the sheet has it. */
export const plainValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export type PlainValue = z.infer<typeof plainValue>;

/** One field before and after, by the key of its column. */
export const fieldChange = z.object({ field: z.string(), from: plainValue, to: plainValue });
export type FieldChange = z.infer<typeof fieldChange>;

/** One row of what an import would do: where in the file, what it is about, and what is changed. */
export const previewLine = z.object({
	row: z.int(),
	name: z.string(),
	/** Where it stands: the units above, or the unit of a role. */
	where: z.string(),
	changes: z.array(fieldChange),
});
export type PreviewLine = z.infer<typeof previewLine>;

export const importCounts = z.object({
	created: z.int(),
	changed: z.int(),
	unchanged: z.int(),
	/** What is there and not in the file: left as it is. */
	untouched: z.int(),
	/** Leaders given their role beside. */
	leaders: z.int(),
});
export type ImportCounts = z.infer<typeof importCounts>;

/** What an import would do, or why it cannot. */
export const importPreview = z.object({
	counts: importCounts,
	created: z.array(previewLine),
	changed: z.array(previewLine),
	unchanged: z.array(previewLine),
	refusals: z.array(toldRefusal),
	refusalCount: z.int(),
	/** The sheet that was read; null for CSV. */
	sheet: z.string().nullable(),
	/** Sheets to choose between, where the file has several that fit. */
	sheets: z.array(z.string()),
	/** Headers that were not read. */
	ignored: z.array(z.string()),
	/** What is approved: when anything in it has changed, it must be looked at again. */
	fingerprint: z.string(),
});
export type ImportPreview = z.infer<typeof importPreview>;

/** An import as its page shows it. */
export type ImportView = {
	readonly id: string;
	readonly organisationId: string;
	readonly kind: ImportKind;
	readonly state: ImportState;
	readonly fileName: string;
	readonly createdAt: Date;
	readonly finishedAt: Date | null;
	readonly preview: ImportPreview | null;
};

export const importRefusals = [
	"missing",
	"not-allowed",
	"file-missing",
	"file-empty",
	"sheet-missing",
	"file-too-large",
	"rows-refused",
	"changed-since-preview",
	"nothing-to-do",
	"already-done",
	"not-read-yet",
] as const;
export type ImportRefusal = (typeof importRefusals)[number];

export const importResult = z.object({ importId: id });
