import type { Language } from "../../../language.ts";
import type { HeldContact } from "../people/contract.ts";
import { organisationText, professionName, responsibilityName } from "../text.ts";

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

/** Where a role or a contact is, inside a sentence or a list: a unit, or the whole organisation. */
export function placeLine(unitName: string | null, language: Language): string {
	return unitName ?? organisationText[language].wholeOrganisation.toLocaleLowerCase("nb");
}
