import { sql } from "kysely";
import { newId, type Work } from "../../../database/work.server.ts";
import type { NewInterest, NewInvitation } from "./contract.ts";

/** Of an agreement `a`: that it is signed and holds on the day. */
export const holds = (today: string) => sql`a.state = 'signed' and a.first_day <= ${today}
	and (a.last_day is null or a.last_day >= ${today}) and (a.ended_on is null or a.ended_on >= ${today})`;

/** The other parties to an organisation's agreements in force, with the agreements. */
export async function listPartners(
	work: Work,
	organisationId: string,
): Promise<{ readonly partyId: string; readonly id: string; readonly title: string }[]> {
	const { rows } = await sql<{ readonly partyId: string; readonly id: string; readonly title: string }>`
		select p.id "partyId", a.id, a.title from agreement.agreement a, unnest(a.readers) p(id)
		where a.readers @> array[${organisationId}::uuid] and p.id <> ${organisationId} and ${holds(work.today)}
		order by a.title collate house.norwegian, a.id`.execute(work.db);
	return rows;
}

export type WeakRow = {
	readonly id: string;
	readonly title: string;
	readonly noArena: boolean;
	readonly onePersonIds: readonly string[];
};

/** Own agreements that hold and are not followed up anywhere, or hang on one person at a party, as `hangsOnOne`. */
export async function listWeak(work: Work, organisationId: string): Promise<WeakRow[]> {
	const { rows } = await sql<WeakRow>`
		select * from (
			select a.id, a.title,
				not exists (select from agreement.theme t where t.organisation_id = a.organisation_id and t.agreement_id = a.id
					and t.arena <> '' and t.meetings_a_year > 0) "noArena",
				array(select p.party_id from agreement.party p
					where p.organisation_id = a.organisation_id and p.agreement_id = a.id
						and (select count(distinct named.name) from (
							select p.coordinator_name name union all select p.deputy_name
							union all select unnest(array[c.name, c.deputy_name]) from agreement.contact c
								where c.organisation_id = a.organisation_id and c.agreement_id = a.id and c.party_id = p.party_id and c.name <> ''
						) named where named.name <> '') = 1
					order by p.party_id) "onePersonIds"
			from agreement.agreement a where a.readers @> array[${organisationId}::uuid] and ${holds(work.today)}
		) found where "noArena" or cardinality("onePersonIds") > 0
		order by title collate house.norwegian, id`.execute(work.db);
	return rows;
}

export type InterestRow = {
	readonly id: string;
	readonly organisationId: string;
	readonly theme: string;
	readonly withId: string | null;
	readonly note: string;
	readonly madeOn: string;
	readonly agreed: boolean;
	readonly mutual: boolean;
};

/**
 * Interests that can be seen: an organisation's own, those in it, those open to anybody, or all of them. Agreed where an
 * agreement in force has the theme and both as parties; one in anybody, where the organisation has any such agreement.
 */
export async function listInterests(
	work: Work,
	which: { readonly own: string } | { readonly all: true },
): Promise<InterestRow[]> {
	const own = "own" in which ? which.own : null;
	const { rows } = await sql<InterestRow>`
		with holding as materialized (
			select p.party_id, p.agreement_id, t.theme from agreement.agreement a
			join agreement.party p on p.organisation_id = a.organisation_id and p.agreement_id = a.id
			join agreement.theme t on t.organisation_id = a.organisation_id and t.agreement_id = a.id
			where ${holds(work.today)}
		)
		select i.id, i.organisation_id "organisationId", i.theme, i.with_id "withId", i.note, i.made_on "madeOn",
			exists (select from holding h where h.party_id = i.organisation_id and h.theme = i.theme
				and (i.with_id is null or exists (select from holding o
					where o.agreement_id = h.agreement_id and o.party_id = i.with_id))) agreed,
			exists (select from agreement.interest o where o.organisation_id = i.with_id and o.theme = i.theme
				and (o.with_id is null or o.with_id = i.organisation_id)) mutual
		from agreement.interest i
		where ${own === null ? sql`true` : sql`(i.organisation_id = ${own} or i.with_id = ${own} or i.with_id is null)`}
		order by i.made_on desc, i.id desc`.execute(work.db);
	return rows;
}

/** Adds an interest; false where the organisation has said it before. */
export async function insertInterest(work: Work, organisationId: string, one: NewInterest): Promise<string | null> {
	const id = newId();
	const added = await work.db
		.insertInto("agreement.interest")
		.values({
			...{ organisation_id: organisationId, id, theme: one.theme, with_id: one.withId, note: one.note },
			made_on: work.today,
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return added.numInsertedOrUpdatedRows === 1n ? id : null;
}

export async function deleteInterest(work: Work, organisationId: string, id: string): Promise<boolean> {
	const gone = await work.db
		.deleteFrom("agreement.interest")
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.executeTakeFirst();
	return gone.numDeletedRows === 1n;
}

export type InvitationRow = {
	readonly organisationId: string;
	readonly id: string;
	readonly partyIds: readonly string[];
	readonly themes: readonly string[];
	readonly message: string;
	readonly madeAt: Date;
	readonly madeBy: string | null;
	readonly takenBy: string | null;
	readonly takenAt: Date | null;
	readonly agreementId: string | null;
};

/** Invitations an organisation has made or been sent, newest first; of one, or of all. */
export async function listInvitations(work: Work, id?: string): Promise<InvitationRow[]> {
	const { rows } =
		await sql<InvitationRow>`select organisation_id "organisationId", id, party_ids "partyIds", themes, message,
		made_at "madeAt", made_by "madeBy", taken_by "takenBy", taken_at "takenAt", agreement_id "agreementId"
		from agreement.invitation where ${id === undefined ? sql`true` : sql`id = ${id}`} order by made_at desc, id desc`.execute(
			work.db,
		);
	return rows;
}

export async function insertInvitation(
	work: Work,
	organisationId: string,
	one: NewInvitation & { readonly madeBy: string | null },
): Promise<string> {
	const id = newId();
	await work.db
		.insertInto("agreement.invitation")
		.values({
			...{ organisation_id: organisationId, id, party_ids: [...one.partyIds], themes: [...one.themes] },
			...{ message: one.message, made_at: work.now, made_by: one.madeBy },
			readers: [...new Set([organisationId, ...one.partyIds])],
		})
		.execute();
	return id;
}

/** One party takes an invitation up; false where another was first. */
export async function takeInvitation(
	work: Work,
	{ organisationId, id }: Pick<InvitationRow, "organisationId" | "id">,
	takenBy: string,
	agreementId: string,
): Promise<boolean> {
	const taken = await work.db
		.updateTable("agreement.invitation")
		.set({ taken_by: takenBy, taken_at: work.now, agreement_id: agreementId })
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.where("taken_by", "is", null)
		.executeTakeFirst();
	return taken.numUpdatedRows === 1n;
}
