import { sql } from "kysely";
import type { Work } from "../../../../database/work.server.ts";
import type { MembershipValues } from "../../people/contract.ts";
import type { ExistingMembership } from "./match.ts";

/** Every role at an organisation, also those that are over: what lasts longest first. */
export async function listAllMemberships(work: Work, organisationId: string): Promise<ExistingMembership[]> {
	const { rows } = await sql<ExistingMembership>`
		select id, person_id "personId", name, email, phone, role, title, share, position, unit_id "unitId",
			deputy_id "deputyId", valid_from "validFrom", valid_to "validTo"
		from organisation.membership where organisation_id = ${organisationId}
		order by valid_to desc nulls first, valid_from, id`.execute(work.db);
	return rows;
}

export type MembershipToUpdate = {
	readonly id: string;
	readonly values: MembershipValues & { readonly validFrom: string };
	readonly searchName: string;
};

/** Overwrites roles in one statement, stamps them as verified, and counts their versions up. */
export async function updateMemberships(
	work: Work,
	organisationId: string,
	memberships: readonly MembershipToUpdate[],
): Promise<void> {
	const list = memberships.map(({ values, ...membership }) => ({ ...values, ...membership }));
	await sql`update organisation.membership m set
			name = list.name, email = list.email, phone = list.phone, title = list.title, share = list.share,
			position = list.position, deputy_id = list."deputyId", valid_from = list."validFrom", valid_to = list."validTo",
			search_name = list."searchName", verified_at = ${work.now}, version = m.version + 1
		from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as list (
			id uuid, name text, email text, phone text, title text, share integer, position text, "deputyId" uuid,
			"validFrom" date, "validTo" date, "searchName" text)
		where m.organisation_id = ${organisationId} and m.id = list.id`.execute(work.db);
}

/** Gives new roles their deputies, once all of them are there. */
export async function updateDeputies(
	work: Work,
	organisationId: string,
	deputies: readonly { readonly id: string; readonly deputyId: string }[],
): Promise<void> {
	if (deputies.length === 0) return;
	await sql`update organisation.membership m set deputy_id = list."deputyId"
		from jsonb_to_recordset(${JSON.stringify(deputies)}::jsonb) as list (id uuid, "deputyId" uuid)
		where m.organisation_id = ${organisationId} and m.id = list.id`.execute(work.db);
}
