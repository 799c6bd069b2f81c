import type { Work } from "../../../../database/work.server.ts";
import { isRole } from "../../contract.ts";
import { isOver, pathsOf, shownPath } from "../units/path.ts";
import { listAllUnits } from "../units/store.server.ts";
import type { PeopleSheetRow } from "./sheet.ts";
import { listAllMemberships } from "./store.server.ts";

/** People in roles that are not over, as an import reads them. */
export async function exportPeople(work: Work, organisationId: string): Promise<readonly PeopleSheetRow[]> {
	const memberships = await listAllMemberships(work, organisationId);
	const units = await listAllUnits(work, organisationId);
	const { shownOf } = pathsOf(units);
	const codes = new Map(units.map((unit) => [unit.id, unit.code]));
	const emails = new Map(memberships.map((one) => [one.id, one.email]));
	return memberships
		.filter((one) => !isOver(one, work.today))
		.flatMap(({ role, ...one }) => (isRole(role) ? [{ ...one, role }] : []))
		.map(({ unitId, deputyId, name, email, phone, role, title, share, position, validFrom, validTo }) => ({
			...{ name, email, phone, role, title, share, position, validFrom, validTo },
			unit: unitId === null ? null : (codes.get(unitId) ?? shownPath(shownOf(unitId))),
			deputyEmail: deputyId === null ? null : (emails.get(deputyId) ?? null),
		}))
		.sort((one, other) => one.name.localeCompare(other.name, "nb"));
}
