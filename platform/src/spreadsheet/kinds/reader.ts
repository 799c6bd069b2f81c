import type { Cell, PlainCell } from "../cell.ts";
import type { CellValue, Column } from "../contract.ts";
import { unescapeFormula } from "../formula.ts";
import type { Problem } from "../refusal.ts";
import { dateReader } from "./date.ts";
import { decimalReader, wholeNumberReader } from "./number.ts";
import { readCoordinates, readLatitude, readLongitude, readMunicipality, readPostcode } from "./place.ts";
import { normaliseText } from "./text.ts";
import { choiceReader, readEmail, readYesNo, textReader } from "./words.ts";

/** Reads a cell as the column's kind: its value, null where it is blank and may be, or what is wrong. */
export function cellReader(column: Column): (cell: Cell) => CellValue | Problem {
	const read = filledReader(column);
	const counts = column.kind === "wholeNumber" || column.kind === "decimal";
	return (cell) => {
		let content: PlainCell;
		if (typeof cell === "object" && cell !== null && cell.kind === "merged") {
			// "5 places" merged over three units is 5 in all, or 5 in each: a person must say which.
			if (counts && cell.content !== null) return { code: "mergedNumber", detail: { range: cell.range } };
			content = cell.content;
		} else content = cell;
		if (typeof content === "string") {
			content = normaliseText(unescapeFormula(content));
			if (content.includes("\ufffd")) return { code: "lostCharacters", detail: {} };
		}
		if (content === null || content === "") return column.required === true ? { code: "required", detail: {} } : null;
		if (typeof content === "object") {
			if (content.kind === "error") return { code: "errorCell", detail: {} };
			if (content.kind === "noResult") return { code: "formulaWithoutResult", detail: {} };
		}
		return read(content);
	};
}

function filledReader(column: Column): (cell: PlainCell) => CellValue | Problem {
	switch (column.kind) {
		case "text":
			return textReader(column);
		case "wholeNumber":
			return wholeNumberReader(column);
		case "decimal":
			return decimalReader(column);
		case "date":
			return dateReader(column);
		case "choice":
			return choiceReader(column);
		case "yesNo":
			return readYesNo;
		case "email":
			return readEmail;
		case "municipality":
			return readMunicipality;
		case "postcode":
			return readPostcode;
		case "latitude":
			return readLatitude;
		case "longitude":
			return readLongitude;
		case "coordinates":
			return readCoordinates;
	}
}
