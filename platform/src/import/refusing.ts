import type { JudgedRow, RowFinding } from "./contract.ts";

/** Says something of a row: what, of which column (null: of the row as a whole), and with which details. */
export type Finding<Code extends string> = (
	code: Code,
	key: string | null,
	detail?: Readonly<Record<string, string | number>>,
) => void;

/** Puts what is found of a row among the findings. Of a cell that could not be read, that has been said, and nothing more is. */
export function refusing<Code extends string, Row extends object>(
	findings: RowFinding<Code>[],
	{ value: row, sheetRow, broken }: JudgedRow<Row>,
): Finding<Code> {
	return (code, key, detail = {}) => {
		if (key !== null && broken.has(key)) return;
		const value: unknown = key === null ? null : (new Map<string, unknown>(Object.entries(row)).get(key) ?? null);
		findings.push({ code, row: sheetRow, key, value: value === null ? null : String(value), detail });
	};
}
