import { z } from "zod";

/** Reading: a job is at it. Previewed: what it would do is known. Done: it has been done, and the file is gone. */
export const importStates = ["reading", "previewed", "done"] as const;
export type ImportState = (typeof importStates)[number];

/** What one import may ask of us. */
export const importLimits = {
	/** Rows in one file. */
	rows: 20_000,
	/** Refusals kept, and warnings; the rest are counted. */
	refusals: 300,
	/** Lines kept of each kind for the preview; the rest are counted. */
	lines: 100,
	/** Bytes a file may have to be read at once; larger ones are read by a job. */
	atOnce: 60_000,
	/** Hours a file is kept when nobody does anything with it. */
	hours: 24,
} as const;

/**
 * Something about one cell, by the key of its column; null where it is about the whole row. A refusal, or a warning that
 * stops nothing. Codes are the kind's own.
 */
export type RowFinding<Code extends string = string> = {
	readonly code: Code;
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

/** A finding in words, ready to be shown in any language. */
export const toldFinding = z.object({ place: words, problem: words, remedy: words });
export type ToldFinding = z.infer<typeof toldFinding>;

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
	/** Where it stands: the units above, the unit of a role, the periods of a student. */
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
	/** What comes with the rows: leaders of units, claims of students, periods of courses. */
	besides: z.int(),
	/** What comes with these again: wishes of students. Missing where nothing does. */
	further: z.int().optional(),
});
export type ImportCounts = z.infer<typeof importCounts>;

/** What an import would do, or why it cannot. */
export const importPreview = z.object({
	counts: importCounts,
	created: z.array(previewLine),
	changed: z.array(previewLine),
	unchanged: z.array(previewLine),
	refusals: z.array(toldFinding),
	refusalCount: z.int(),
	/** What is worth knowing, and stops nothing. */
	warnings: z.array(toldFinding),
	warningCount: z.int(),
	/** The sheet that was read; null for CSV. */
	sheet: z.string().nullable(),
	/** Sheets to choose between, where the file has several that fit. */
	sheets: z.array(z.string()),
	/** Headers that were not read. */
	ignored: z.array(z.string()),
	/** Rows left out because they sum the others, as Excel numbers them; missing in previews from before they were. */
	totals: z.array(z.int()).optional(),
	/** All headers of the sheet; missing where no rows could be read. */
	headers: z.array(z.string()).optional(),
	/** What is approved: when anything in it has changed, it must be looked at again. */
	fingerprint: z.string(),
});
export type ImportPreview = z.infer<typeof importPreview>;

/** An import as its page shows it. */
export type ImportView = {
	readonly id: string;
	readonly organisationId: string;
	/** The name its kind is registered with. */
	readonly kind: string;
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

export const importResult = z.object({ importId: z.uuid() });
