import { formatNumber, formatShortDate, type Language } from "../language.ts";
import type { Contract } from "../spreadsheet/contract.ts";
import { yesNoWords } from "../spreadsheet/written.ts";
import type { FieldChange, PlainValue } from "./contract.ts";

/** A change as a person reads it; empty values are null. */
export type ShownChange = { readonly label: string; readonly from: string | null; readonly to: string | null };

/** What a field is called, and its values as the sheet's column shows them. */
export function showChange(change: FieldChange, contract: Contract, language: Language): ShownChange {
	const column = contract.columns.find((one) => one.key === change.field);
	const show = (value: PlainValue): string | null => {
		if (value === null || value === "") return null;
		if (typeof value === "boolean") return yesNoWords[language][value ? 0 : 1];
		if (typeof value === "number") return formatNumber(language, value);
		if (column?.kind === "date") return formatShortDate(language, value);
		if (column?.kind !== "choice") return value;
		return column.choices.find((choice) => choice.value === value)?.labels[language] ?? value;
	};
	return { label: column?.headers[language] ?? change.field, from: show(change.from), to: show(change.to) };
}
