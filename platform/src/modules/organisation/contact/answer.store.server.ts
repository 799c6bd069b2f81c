import { type RawBuilder, sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { AskedOrganisation, ContactRow, CountryQuery } from "./contract.ts";
import type { Administrator } from "./ladder.ts";
import { selectContacts } from "./select.store.server.ts";

/** What many organisations can answer a question for one responsibility with. */
export async function listAnswering(
	work: Work,
	organisationIds: readonly string[],
	responsibility: string,
): Promise<ContactRow[]> {
	return selectContacts(
		work,
		sql`c.organisation_id = any(${[...organisationIds]}::uuid[]) and c.responsibility in (${responsibility}, 'general')`,
	);
}

/** Who administers an organisation today, whoever has done so longest first. */
export async function findAdministrators(work: Work, organisationId: string): Promise<Administrator[]> {
	const { rows } = await sql<Administrator>`
		select name, email, phone from organisation.find_administrators(${organisationId}, ${work.today})`.execute(work.db);
	return rows;
}

/** Who administers each of many organisations today; those without any are left out. */
export async function listAdministrators(
	work: Work,
	organisationIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Administrator[]>> {
	if (organisationIds.length === 0) return new Map();
	const { rows } = await sql<Administrator & { organisationId: string }>`
		select o.id "organisationId", a.name, a.email, a.phone
		from unnest(${[...organisationIds]}::uuid[]) o (id)
		cross join lateral organisation.find_administrators(o.id, ${work.today}) a`.execute(work.db);
	const found = new Map<string, Administrator[]>();
	for (const { organisationId, ...administrator } of rows)
		found.set(organisationId, [...(found.get(organisationId) ?? []), administrator]);
	return found;
}

/** A page of organisations to answer for. */
export type Asked = {
	readonly organisations: readonly AskedOrganisation[];
	readonly total: number;
	/** How many of those the filters of kind and county leave have somebody who answers for it, over every page. */
	readonly answered: number;
};

/**
 * Organisations by whether somebody there answers for a responsibility: first those where somebody does, then those with
 * a general contact, then the rest; within each in the order asked for. Contacts of units are left out: the question is
 * the whole organisation's.
 */
export async function listAsked(work: Work, responsibility: string, query: CountryQuery): Promise<Asked> {
	const { sort = "name", descending = false, offset = 0, pageSize = null } = query;
	const towards = descending ? sql`desc nulls last` : sql`asc nulls last`;
	const countyName = sql`(select county.name from county where county.number = "countyNumber")`;
	const by = sort === "county" ? countyName : sql`name`;
	const order = sql`place nulls last, ${by} collate house.norwegian ${towards}, name collate house.norwegian, id`;
	const { rows } = await sql<AskedOrganisation & { total: number; answered: number }>`
		with answering as (
			select c.organisation_id, min((c.responsibility <> ${responsibility})::integer) place
			from organisation.contact c
			where c.responsibility in (${responsibility}, 'general') and c.unit_id is null and ${reaches(work.today)}
			group by c.organisation_id
		), county as materialized (${counties(work.today)}), listed as (
			select o.id, i.name, case when o.kind <> 'county' then i.county_number end "countyNumber", a.place
			from organisation.identity i
			join organisation.organisation o on o.id = i.organisation_id
			left join answering a on a.organisation_id = o.id
			where ${conditions(work.today, query)}
		)
		-- The county is looked up for the rows of the page alone.
		select id, name, ${countyName} "countyName", (select count(*) from listed ${only(query.answered)}) total,
			(select count(*) from listed where place = 0) answered
		from (select * from listed ${only(query.answered)} order by ${order} limit ${pageSize} offset ${offset}) page
		order by ${order}`.execute(work.db);
	const [first] = rows;
	if (!first && offset > 0)
		return { ...(await listAsked(work, responsibility, { ...query, offset: 0, pageSize: 1 })), organisations: [] };
	return {
		organisations: rows.map(({ id, name, countyName }) => ({ id, name, countyName })),
		total: first?.total ?? 0,
		answered: first?.answered ?? 0,
	};
}

/** The operator is not part of the cooperation, and is never listed. */
function conditions(today: string, { kind, county }: CountryQuery): RawBuilder<unknown> {
	const parts = [
		sql`i.valid_from <= ${today} and (i.valid_to is null or i.valid_to >= ${today}) and o.kind <> 'operator'`,
		...(kind === undefined ? [] : [sql`o.kind = ${kind}`]),
		...(county === undefined ? [] : [sql`i.county_number = ${county}`]),
	];
	return sql.join(parts, sql` and `);
}

function only(answered: CountryQuery["answered"]): RawBuilder<unknown> {
	if (answered === undefined) return sql``;
	return answered === "yes" ? sql`where place = 0` : sql`where place is distinct from 0`;
}

/** Whether a contact reaches anybody on a day: the one who answers, the shared post box, or the deputy. */
function reaches(today: string): RawBuilder<unknown> {
	return sql`(
		((c.last_day is null or c.last_day >= ${today}) and coalesce(c.email, c.phone, c.name) is not null)
		or (c.deputy_membership_id is not null and (c.deputy_last_day is null or c.deputy_last_day >= ${today}))
	)`;
}

function counties(today: string): RawBuilder<unknown> {
	return sql`select ci.number, coalesce(ci.short_name, ci.name) name
		from organisation.identity ci
		join organisation.organisation co on co.id = ci.organisation_id and co.kind = 'county'
		where ci.number is not null and ci.valid_from <= ${today} and (ci.valid_to is null or ci.valid_to >= ${today})`;
}

/** The counties of today, by number and the name people use, in the order of names. */
export async function listCounties(work: Work): Promise<{ number: string; name: string }[]> {
	const { rows } = await sql<{ number: string; name: string }>`
		select number, name from (${counties(work.today)}) k order by name collate house.norwegian`.execute(work.db);
	return rows;
}
