/** How much a file may ask of us. Every limit is a refusal with a remedy, never a fault. */
export type Limits = {
	/** Bytes as uploaded. */
	readonly fileSize: number;
	/** Bytes unpacked, all read parts of a workbook together. */
	readonly contentSize: number;
	/** Characters in all values together: a small file can point at one long text from every row. */
	readonly characters: number;
	/** Rows with content under the header. */
	readonly rows: number;
	/** Columns with content. */
	readonly columns: number;
	/** Refusals kept; the rest are counted. */
	readonly refusals: number;
};

export const defaultLimits: Limits = {
	fileSize: 20_000_000,
	contentSize: 200_000_000,
	characters: 64_000_000,
	rows: 300_000,
	columns: 500,
	refusals: 200,
};
