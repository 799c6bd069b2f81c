import { newId, type Work } from "../../../database/work.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { listAdministrators } from "../contact/answer.store.server.ts";
import type { Administrator } from "../contact/ladder.ts";
import { isId } from "../contract.ts";
import type { OtherOrganisation } from "../directory/contract.ts";
import { listOrganisations } from "../directory/list.server.ts";
import { canWith } from "../directory/rules.ts";
import { findOrganisation, listOthers } from "../directory/store.server.ts";
import { mandateOf } from "../mandate.server.ts";
import { searchNameOf as personSearchName } from "../people/rules.ts";
import { insertMemberships, type MembershipToInsert } from "../people/store.server.ts";
import { mayKeepRegister } from "../rules.ts";
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
	if (!canWith(mandate, found).appoint) return refused("not-allowed");
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

/** Who administers an organisation today, with the address they sign in with. */
export type Administered = {
	readonly organisation: OtherOrganisation;
	readonly administrators: readonly Administrator[];
};

/** Who administers one organisation, for whoever may appoint there; undefined for anyone else. */
export async function readAdministrators(work: Work, organisationId: string): Promise<Administered | undefined> {
	const found = isId(organisationId) ? await findOrganisation(work, organisationId) : undefined;
	if (!found || !canWith(await mandateOf(work), found).appoint) return undefined;
	const [organisation] = await listOthers(work, [organisationId], work.today);
	const administrators = (await listAdministrators(work, [organisationId])).get(organisationId) ?? [];
	return organisation && { organisation, administrators };
}

/** Every organisation that has somebody to administer it today, for whoever keeps the register; empty for anyone else. */
export async function listAdministered(work: Work): Promise<Administered[]> {
	if (!mayKeepRegister(await mandateOf(work))) return [];
	const { rows } = await listOrganisations(work, { sort: "name" });
	const administrators = await listAdministrators(
		work,
		rows.map((row) => row.id),
	);
	return rows.flatMap(({ id, kind, name, number }) => {
		const own = administrators.get(id);
		return own ? [{ organisation: { id, kind, name, number }, administrators: own }] : [];
	});
}
