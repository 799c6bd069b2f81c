import { newId, type Work } from "../../../database/work.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { listAdministrators } from "../contact/store.server.ts";
import { isId } from "../contract.ts";
import { findOrganisation } from "../directory/store.server.ts";
import { mandateOf } from "../mandate.server.ts";
import { searchNameOf as personSearchName } from "../people/rules.ts";
import { insertMemberships, type MembershipToInsert } from "../people/store.server.ts";
import { may, mayKeepRegister } from "../rules.ts";
import type { Appointment, RegisterRefusal } from "./contract.ts";
import { recordForAll } from "./log.server.ts";

/**
 * Gives an organisation an administrator: by the operator, or by the organisation that keeps it. Whoever signs in with
 * this e-mail address, verified, has the role.
 */
export async function appointAdministrator(
	work: Work,
	organisationId: string,
	input: Appointment,
): Promise<Outcome<{ id: string }, RegisterRefusal>> {
	const mandate = await mandateOf(work);
	const found = isId(organisationId) ? await findOrganisation(work, organisationId) : undefined;
	if (!found) return refused("missing");
	const keeps = found.keeperId !== null && found.keeperId === mandate.organisationId;
	if (!mayKeepRegister(mandate) && !(keeps && may(mandate, "manage-organisation"))) return refused("not-allowed");
	const administrators = (await listAdministrators(work, [organisationId])).get(organisationId) ?? [];
	if (administrators.some((one) => one.email?.toLowerCase() === input.email.toLowerCase()))
		return refused("already-administrator", { field: "email" });
	const id = newId();
	const values: MembershipToInsert["values"] = {
		...{ ...input, phone: null, role: "administrator", title: null, share: null, position: "line" },
		...{ unitId: null, deputyId: null, validFrom: work.today, validTo: null },
	};
	const searchName = personSearchName(values);
	await insertMemberships(work, [{ organisationId, id, personId: null, values, verifiedAt: work.now, searchName }]);
	await recordForAll(work, "organisation.appoint", [organisationId], { membershipId: id });
	return done({ id });
}
