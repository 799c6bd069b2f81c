import type { PlainCell } from "../cell.ts";
import type { ChoiceColumn, TextColumn } from "../contract.ts";
import { labelsOf } from "../contract.ts";
import type { Problem } from "../refusal.ts";
import { foldText } from "./text.ts";

/** The most Excel keeps in one cell. */
export const longestCell = 32_767;
/** Addresses longer than this cannot be delivered to (RFC 5321). */
const longestEmail = 254;

export function textReader(column: TextColumn): (cell: PlainCell) => string | Problem {
	const minimum = column.minimumLength ?? 0;
	const maximum = column.maximumLength ?? longestCell;
	return (cell) => {
		const text = wordsOf(cell);
		if (typeof text !== "string") return text;
		if (text.length < minimum) return { code: "tooShort", detail: { minimum } };
		if (text.length > maximum) return { code: "tooLong", detail: { maximum, length: text.length } };
		return text;
	};
}

/** The text of a cell that should hold words. A number is its digits; what Excel has already distorted is refused. */
function wordsOf(cell: PlainCell): string | Problem {
	if (typeof cell === "string") return cell;
	if (typeof cell === "number") {
		return Math.abs(cell) >= 1e15 ? { code: "digitsLost", detail: {} } : String(cell).replace(".", ",");
	}
	if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
	return { code: "textBecameDate", detail: {} };
}

export function choiceReader(column: ChoiceColumn): (cell: PlainCell) => string | Problem {
	const values = new Map<string, string>();
	for (const choice of column.choices) {
		for (const label of labelsOf(choice)) values.set(foldText(label), choice.value);
	}
	const problem: Problem = { code: "notChoice", detail: { allowed: column.choices.map((choice) => choice.labels) } };
	return (cell) => {
		const text = wordsOf(cell);
		return typeof text === "string" ? (values.get(foldText(text)) ?? problem) : text;
	};
}

const yes = new Set(["ja", "j", "yes", "y", "true", "sann", "1", "x", "✓", "✔", "☑"]);
const no = new Set(["nei", "n", "no", "false", "usann", "0"]);

export function readYesNo(cell: PlainCell): boolean | Problem {
	if (typeof cell === "boolean") return cell;
	const word = typeof cell === "string" || typeof cell === "number" ? String(cell).toLowerCase() : "";
	if (yes.has(word)) return true;
	return no.has(word) ? false : { code: "notYesNo", detail: {} };
}

const email = /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\.]+(?:\.[^\s@<>()[\],;:"\\.]+)+$/;

export function readEmail(cell: PlainCell): string | Problem {
	const address = typeof cell === "string" ? cell.replace(/^mailto:/i, "") : "";
	if (address.length > longestEmail || !email.test(address)) return { code: "notEmail", detail: {} };
	const [local = ""] = address.split("@");
	const dotted = local.startsWith(".") || local.endsWith(".") || local.includes("..");
	return dotted ? { code: "notEmail", detail: {} } : address;
}
