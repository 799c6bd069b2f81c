import type { Language } from "../../../../language.ts";
import type { Column } from "../../../../spreadsheet/contract.ts";
import type { SheetFacts } from "../../../../spreadsheet/result.ts";
import { placeText } from "../../../../spreadsheet/text.ts";
import type { RowRefusal } from "./snapshot.ts";
import { sheetRefusalText } from "./text.ts";

/** A refusal of a row as one line: sheet, row, column, what is wrong with the value, what to do. */
export function rowRefusalLine(
	{ row, key, code, value, detail }: RowRefusal,
	sheet: SheetFacts,
	columns: readonly Column[],
	language: Language,
): string {
	const at = sheet.columns.find((column) => column.key === key);
	const header = at?.header ?? columns.find((column) => column.key === key)?.headers[language] ?? null;
	const place = placeText({ sheet: sheet.sheet, row, column: at?.column ?? null, header, value }, language);
	return `${place}: ${sheetRefusalText[language][code](value, detail).join(" ")}`;
}
