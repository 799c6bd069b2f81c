import { sql } from "kysely";
import { rowsTogether } from "../../../database/asked-together.server.ts";
import type { Work } from "../../../database/work.server.ts";
import type { Agreement } from "../contract.ts";
import type { WayAsked } from "./codes.ts";
import type { Asked, YearlyAsking } from "./contract.ts";

type Key = Pick<Agreement, "organisationId" | "id">;

export async function findAsking(work: Work, { organisationId, id }: Key): Promise<YearlyAsking> {
	return work.db
		.selectFrom("agreement.agreement")
		.select(["asks_results as asks", "results_month as month"])
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.executeTakeFirstOrThrow();
}

/** Says how the parties are asked. Not a change of what the agreement says, so its version stands. */
export async function setAsking(work: Work, { organisationId, id }: Key, { asks, month }: YearlyAsking): Promise<void> {
	await work.db
		.updateTable("agreement.agreement")
		.set({ asks_results: asks, results_month: month })
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.execute();
}

/** Who has been asked of which year, newest year first. */
export async function listAsked(work: Work, { organisationId, id }: Key): Promise<Asked[]> {
	const { rows } = await sql<Asked>`select k.year, k.party_id "partyId", k.asked_on "askedOn", k.way,
			k.reminded_on "remindedOn", r.party_id is not null "hasAnswered"
		from agreement.result_ask k left join agreement.result r using (organisation_id, agreement_id, year, party_id)
		where k.organisation_id = ${organisationId} and k.agreement_id = ${id}
		order by k.year desc, r.party_id is not null, k.party_id`.execute(work.db);
	return rows;
}

export async function insertAsked(
	work: Work,
	{ organisationId, id }: Key,
	one: { readonly year: number; readonly partyId: string; readonly way: WayAsked },
): Promise<void> {
	await work.db
		.insertInto("agreement.result_ask")
		.values({
			...{ organisation_id: organisationId, agreement_id: id, year: one.year, party_id: one.partyId },
			...{ asked_on: work.today, way: one.way },
		})
		.execute();
}

export async function writeReminded(
	work: Work,
	{ organisationId, id }: Key,
	{ year, partyId, way }: Pick<Asked, "year" | "partyId" | "way">,
): Promise<void> {
	await work.db
		.updateTable("agreement.result_ask")
		.set({ reminded_on: work.today, way })
		.where("organisation_id", "=", organisationId)
		.where("agreement_id", "=", id)
		.where("year", "=", year)
		.where("party_id", "=", partyId)
		.execute();
}

/** Agreements whose parties may be asked this month: the rules say of each whether they are. */
export async function listMonth(work: Work): Promise<readonly Key[]> {
	const { rows } = await sql<Key>`
		select a.organisation_id "organisationId", a.id from agreement.agreement a
		where a.state = 'signed' and a.asks_results and a.first_day < ${work.today}
			and coalesce(a.results_month, extract(month from a.first_day)::int % 12 + 1) = extract(month from ${work.today}::date)
			and coalesce(least(a.last_day, a.ended_on), 'infinity') >= ${work.today}::date - 550
			and not exists (select from agreement.result_ask k
				where k.organisation_id = a.organisation_id and k.agreement_id = a.id and k.asked_on > ${work.today}::date - 180)
		order by a.organisation_id, a.id`.execute(work.db);
	return rows;
}

/** Agreements with a party that was asked so long ago and has neither answered nor been reminded. */
export async function listToRemind(work: Work, askedUntil: string): Promise<readonly Key[]> {
	const { rows } = await sql<Key>`
		select distinct k.organisation_id "organisationId", k.agreement_id id from agreement.result_ask k
		join agreement.agreement a on a.organisation_id = k.organisation_id and a.id = k.agreement_id and a.asks_results
		where k.asked_on <= ${askedUntil} and k.reminded_on is null and not exists (select from agreement.result r
			where r.organisation_id = k.organisation_id and r.agreement_id = k.agreement_id and r.year = k.year
				and r.party_id = k.party_id)
		order by 1, 2`.execute(work.db);
	return rows;
}

export type Waiting = { readonly id: string; readonly title: string; readonly year: number };

/** What an organisation was asked since a day, and has not answered. */
export async function listUnanswered(work: Work, partyId: string, since: string): Promise<readonly Waiting[]> {
	const rows = await rowsTogether(
		work,
		sql<Waiting>`
		select a.id, a.title, k.year from agreement.result_ask k
		join agreement.agreement a on a.organisation_id = k.organisation_id and a.id = k.agreement_id
		where k.party_id = ${partyId} and k.asked_on >= ${since} and not exists (select from agreement.result r
			where r.organisation_id = k.organisation_id and r.agreement_id = k.agreement_id and r.year = k.year
				and r.party_id = k.party_id)
		order by k.asked_on, a.title collate house.norwegian, a.id`,
	);
	return rows;
}

/** Addresses of accounts, in small letters. */
export async function listEmails(work: Work, personIds: readonly string[]): Promise<readonly string[]> {
	if (personIds.length === 0) return [];
	const { rows } = await sql<{ email: string }>`select lower(email) email from identity.person
		where id = any(${[...personIds]}::uuid[]) and email is not null`.execute(work.db);
	return rows.map(({ email }) => email);
}
