import type { Work } from "../../../../database/work.server.ts";
import type { Contact } from "../../contact/contract.ts";
import { readRegister } from "../../contact/register.server.ts";
import { profession, responsibility } from "../../contract.ts";
import { pathsOf, shownPath } from "../units/path.ts";
import { listAllUnits } from "../units/store.server.ts";
import type { ContactSheetRow } from "./sheet.ts";

/** Who answers for what, as an import reads it. */
export async function exportContacts(work: Work, organisationId: string): Promise<readonly ContactSheetRow[]> {
	const { contacts } = await readRegister(work, organisationId);
	return rowsOfContacts(work, organisationId, contacts);
}

/** These contacts as rows of the sheet, each with its unit as a person would write it. */
export async function rowsOfContacts(
	work: Work,
	organisationId: string,
	contacts: readonly Contact[],
): Promise<readonly ContactSheetRow[]> {
	const units = await listAllUnits(work, organisationId);
	const { shownOf } = pathsOf(units);
	const codes = new Map(units.map((unit) => [unit.id, unit.code]));
	return contacts.map((contact) => {
		const { membershipId, unitId, note, published } = contact;
		const isBox = membershipId === null;
		return {
			responsibility: responsibility.parse(contact.responsibility),
			profession: contact.profession === null ? null : profession.parse(contact.profession),
			unit: unitId === null ? null : (codes.get(unitId) ?? shownPath(shownOf(unitId))),
			holderEmail: isBox ? null : contact.email,
			deputyEmail: contact.deputyEmail,
			...{ name: isBox ? contact.name : null, email: isBox ? contact.email : null },
			...{ phone: isBox ? contact.phone : null, note, published },
		};
	});
}
