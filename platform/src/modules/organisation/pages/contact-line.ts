import type { Language } from "../../../language.ts";
import type { HeldContact } from "../people/contract.ts";
import { professionName, responsibilityName } from "../text.ts";

/** A contact on one line: what, for whom, where. */
export function contactLine(contact: HeldContact, language: Language): string {
	const { responsibility, profession, unitName } = contact;
	return [
		responsibilityName(language, responsibility),
		profession === null ? null : professionName(language, profession),
		unitName,
	]
		.filter(Boolean)
		.join(", ");
}
