import type { Work } from "../../../database/work.server.ts";
import { insertContacts, insertFormerContacts } from "../contact/store.server.ts";
import { searchNameOf } from "../people/rules.ts";
import { insertMemberships, type MembershipToInsert } from "../people/store.server.ts";
import { insertAffiliations } from "../register/affiliation.store.server.ts";
import { insertIdentities, insertOrganisations } from "../register/store.server.ts";
import { insertUnits } from "../unit/write.store.server.ts";
import type { Plan, PlannedPerson, Position } from "./plan.ts";

/** Writes a plan, what others stand on first. */
export async function writePlan(work: Work, plan: Plan): Promise<void> {
	await insertOrganisations(work, plan.organisations);
	await insertIdentities(work, plan.identities);
	await insertAffiliations(work, plan.affiliations);
	await insertUnits(work, plan.units);
	await insertPeople(work, plan.people);
	await insertMemberships(work, plan.memberships);
	const owners = new Map(plan.contacts.map((contact) => [contact.organisationId, true]));
	for (const organisationId of owners.keys()) {
		const contacts = plan.contacts.filter((contact) => contact.organisationId === organisationId);
		await insertContacts(work, organisationId, contacts);
		const former = plan.formerContacts.filter((contact) => contact.organisationId === organisationId);
		await insertFormerContacts(work, organisationId, former);
	}
}

async function insertPeople(work: Work, people: readonly PlannedPerson[]): Promise<void> {
	for (let start = 0; start < people.length; start += 1000)
		await work.db
			.insertInto("identity.person")
			.values(
				people.slice(start, start + 1000).map(({ id, name, email, phone, shown }, index) => ({
					...{ id, name, email, phone, demo: shown },
					// The list a visitor chooses from is in this order.
					created_at: new Date(work.now.getTime() + start + index),
				})),
			)
			.execute();
}

export async function isPerson(work: Work, id: string): Promise<boolean> {
	const found = await work.db.selectFrom("identity.person").select("id").where("id", "=", id).executeTakeFirst();
	return found !== undefined;
}

/** A position as a membership is stored. */
export function membershipOf(position: Position): MembershipToInsert {
	const { organisationId, id, personId, person, verifiedAt, ...rest } = position;
	const values = { ...person, ...rest };
	return { organisationId, id, personId, values, verifiedAt, searchName: searchNameOf(values) };
}
