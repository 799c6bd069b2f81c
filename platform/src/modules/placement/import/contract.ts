import { z } from "zod";

/** What a spreadsheet of this room can hold. */
export const importKinds = ["courses", "students"] as const;
export type ImportKind = (typeof importKinds)[number];

export const importLimits = {
	/** Rows in one file. */
	rows: 20_000,
	/** Refusals and warnings kept of each; the rest are counted. */
	told: 300,
	/** Lines kept of each kind for the preview; the rest are counted. */
	lines: 100,
	/** Hours a file is kept when nobody does anything with it. */
	hours: 24,
} as const;

/** Why a row that can be read still cannot be taken in. */
export const rowRefusals = [
	"institution-unknown",
	"institution-missing",
	"course-unknown",
	"course-ambiguous",
	"period-unknown",
	"period-ambiguous",
	"period-over",
	"duplicate-row",
	"duplicate-course",
	"same-number",
	"same-email",
	"setting-unknown",
	"days-missing",
	"ends-before-start",
	"days-in-use",
	"other-days",
] as const;
export type RowRefusalCode = (typeof rowRefusals)[number];
/** What is worth knowing, and stops nothing. */
export const rowWarnings = ["postcode-unknown", "has-left"] as const;
export type RowWarningCode = (typeof rowWarnings)[number];

/** Something about one cell, by the key of its column; null where it is about the whole row. */
export type RowFinding<Code extends string> = {
	readonly code: Code;
	/** As Excel numbers it. */
	readonly row: number;
	readonly key: string | null;
	readonly value: string | null;
	readonly detail?: Readonly<Record<string, string | number>>;
};

const words = z.object({ nb: z.string(), nn: z.string(), en: z.string() });
/** A finding in words, ready to be shown in any language. */
export const told = z.object({ place: words, problem: words, remedy: words });
export type Told = z.infer<typeof told>;

const line = z.object({
	row: z.int(),
	name: z.string(),
	where: z.string(),
	/** What is changed, each as "from → to" with the key of its column; empty for what is new. */
	changes: z.array(z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
});
export type PreviewLine = z.infer<typeof line>;

/** What an import would do, or why it cannot. */
export const importPreview = z.object({
	counts: z.object({ created: z.int(), changed: z.int(), unchanged: z.int(), untouched: z.int(), besides: z.int() }),
	created: z.array(line),
	changed: z.array(line),
	refusals: z.array(told),
	refusalCount: z.int(),
	warnings: z.array(told),
	warningCount: z.int(),
	/** Sheets to choose between, where the file has several that fit. */
	sheets: z.array(z.string()),
	/** Headers that were not read. */
	ignored: z.array(z.string()),
	/** What is approved: when anything in it has changed, it must be looked at again. */
	fingerprint: z.string(),
});
export type ImportPreview = z.infer<typeof importPreview>;

export type ImportView = {
	readonly id: string;
	readonly organisationId: string;
	readonly personId: string | null;
	readonly kind: ImportKind;
	readonly state: "reading" | "previewed" | "done";
	readonly fileName: string;
	readonly sheet: string | null;
	readonly preview: ImportPreview | null;
};

export const importRefusals = [
	"missing",
	"not-allowed",
	"file-missing",
	"file-empty",
	"file-too-large",
	"sheet-missing",
	"rows-refused",
	"changed-since-preview",
	"nothing-to-do",
	"already-done",
] as const;
export type ImportRefusal = (typeof importRefusals)[number];
