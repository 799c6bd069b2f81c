import { formatNumber, type Language } from "../../../../language.ts";

/** A change of a number, with its sign whichever way it goes. */
export function signed(language: Language, change: number): string {
	return change > 0 ? `+${formatNumber(language, change)}` : formatNumber(language, change);
}
