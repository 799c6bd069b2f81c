import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { Page, Paging } from "../../organisation/contract.ts";
import type { RoundRules } from "../allocate/contract.ts";
import { nameOf } from "../name.store.server.ts";
import type { Kept, Round, RoundHost, RoundPeriod, RoundRow, RoundValues } from "./contract.ts";

const municipalityOf = (organisation: string, today: string) => sql`(select i.municipality_number
	from organisation.identity i where i.organisation_id = ${sql.ref(organisation)}
		and i.valid_from <= ${today} and (i.valid_to is null or i.valid_to >= ${today}) limit 1)`;

const columns = sql`r.organisation_id "organisationId", r.id, r.name, r.first_day "firstDay", r.last_day "lastDay", r.state,
	r.wishes_from "wishesFrom", r.wishes_until "wishesUntil", r.wishes_most "wishesMost", r.confirm_by "confirmBy", r.rules,
	r.seed, r.chosen_run_id "chosenRunId", r.publication, r.published_at "publishedAt", r.version`;

export async function findRound(work: Work, id: string): Promise<Round | undefined> {
	const { rows } = await sql<Round>`select ${columns} from placement.round r where r.id = ${id}`.execute(work.db);
	return rows[0];
}

export type RoundQuery = Paging & {
	readonly search?: string;
	readonly sort?: "name" | "days" | "claims";
	readonly descending?: boolean;
};

const claims = sql`(select count(*)::int from placement.claim c
	where c.round_owner_id = r.organisation_id and c.round_id = r.id and c.withdrawn_at is null)`;
const withoutWishes = sql`(select count(*)::int from placement.claim c
	where c.round_owner_id = r.organisation_id and c.round_id = r.id and c.withdrawn_at is null
		and not exists (select from placement.wish w where w.organisation_id = c.organisation_id and w.claim_id = c.id))`;
const orders = { name: sql`r.name collate house.norwegian`, days: sql`r.first_day`, claims } as const;

export type RoundCount = { readonly claims: number; readonly withoutWishes: number };

/** How many students a round has, and how many of them have wished nothing. */
export async function countRound(work: Work, round: Kept): Promise<RoundCount> {
	const { rows } = await sql<RoundCount>`
		select ${claims} claims, ${withoutWishes} "withoutWishes" from placement.round r
		where r.organisation_id = ${round.organisationId} and r.id = ${round.id}`.execute(work.db);
	return rows[0] ?? { claims: 0, withoutWishes: 0 };
}

/** A round in a list, with what the database lets the asker count. */
type CountedRound = Omit<RoundRow, "claims" | "withoutWishes"> & {
	readonly claims: number;
	readonly withoutWishes: number;
	readonly wishesFrom: string | null;
	readonly runs: number;
};

/** Rounds the organisation acted for runs or takes part in. */
export async function listRounds(work: Work, organisationId: string, query: RoundQuery): Promise<Page<CountedRound>> {
	const { sort = "days", descending = true, offset = 0, pageSize = null } = query;
	const search = query.search ? sql`and r.name ilike ${`%${query.search.replaceAll(/[%_\\]/g, "\\$&")}%`}` : sql``;
	const order = sql`${orders[sort]} ${descending ? sql`desc` : sql`asc`}, r.id`;
	const { rows } = await sql<CountedRound & { total: number }>`
		with shown as (
			select r.organisation_id, r.id, count(*) over ()::int total from placement.round r
			where (r.organisation_id = ${organisationId}
				or exists (select from placement.round_party y where y.organisation_id = r.organisation_id and y.round_id = r.id and y.party_id = ${organisationId}))
				${search}
			order by ${order} limit ${pageSize} offset ${offset}
		)
		select r.organisation_id "organisationId", r.id, r.name, ${nameOf("r.organisation_id", work.today)} "ownerName",
			r.first_day "firstDay", r.last_day "lastDay", r.state, r.wishes_from "wishesFrom",
			r.wishes_until "wishesUntil", shown.total,
			(select count(*)::int from placement.run u where u.organisation_id = r.organisation_id and u.round_id = r.id and u.deleted_at is null) runs,
			exists (select from placement.run u where u.organisation_id = r.organisation_id and u.round_id = r.id and u.deleted_at is null
				and u.state = 'done') calculated,
			-- Once a plan is out nobody wishes any more, and once it is over nobody joins: what was counted then.
			coalesce(case when r.last_day < ${work.today} then published.claims end, ${claims}) claims,
			coalesce(published.without_wishes, ${withoutWishes}) "withoutWishes",
			(select count(*)::int from placement.placement p where p.round_owner_id = r.organisation_id and p.round_id = r.id
				and p.state not in ('cancelled', 'declined')) placed
		from shown join placement.round r on r.organisation_id = shown.organisation_id and r.id = shown.id
		left join placement.publication published on published.organisation_id = r.organisation_id and published.round_id = r.id
			and published.number = r.publication
		order by ${order}`.execute(work.db);
	return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}

export async function insertRound(
	work: Work,
	round: Kept & { readonly values: RoundValues; readonly rules: RoundRules; readonly seed: string },
): Promise<void> {
	const { values } = round;
	await work.db
		.insertInto("placement.round")
		.values({
			organisation_id: round.organisationId,
			id: round.id,
			...columnsOf(values),
			rules: JSON.stringify(round.rules),
			seed: round.seed,
			created_at: work.now,
		})
		.execute();
}

function columnsOf(values: RoundValues) {
	return {
		name: values.name,
		first_day: values.firstDay,
		last_day: values.lastDay,
		wishes_from: values.wishesFrom,
		wishes_until: values.wishesUntil,
		wishes_most: values.wishesMost,
		confirm_by: values.confirmBy,
	};
}

export async function updateRound(
	work: Work,
	round: Kept & { version: number },
	values: RoundValues,
): Promise<boolean> {
	return touched(
		await work.db
			.updateTable("placement.round")
			.set({ ...columnsOf(values), version: round.version + 1 })
			.where("organisation_id", "=", round.organisationId)
			.where("id", "=", round.id)
			.where("version", "=", round.version)
			.executeTakeFirst(),
	);
}

export async function updateRules(work: Work, round: Kept & { version: number }, rules: RoundRules): Promise<boolean> {
	return touched(
		await work.db
			.updateTable("placement.round")
			.set({ rules: JSON.stringify(rules), version: round.version + 1 })
			.where("organisation_id", "=", round.organisationId)
			.where("id", "=", round.id)
			.where("version", "=", round.version)
			.executeTakeFirst(),
	);
}

function touched(result: { readonly numUpdatedRows: bigint }): boolean {
	return result.numUpdatedRows === 1n;
}

/** Periods that overlap a round's days or are in it, of the round's institutions and of the organisation acted for. */
export async function listPeriods(work: Work, round: Round, organisationId: string): Promise<RoundPeriod[]> {
	const { rows } = await sql<RoundPeriod>`
		with f as materialized (
			select p.organisation_id "organisationId", p.id, c.institution_id "institutionId", c.name "courseName", p.name, c.profession,
				c.year_of_study "yearOfStudy", p.first_day "firstDay", p.last_day "lastDay", rp.period_id is not null included,
				${organisationId}::uuid in (p.organisation_id, ${round.organisationId}::uuid) known
			from placement.period p
			join placement.course c on c.organisation_id = p.organisation_id and c.id = p.course_id
			left join placement.round_period rp on rp.organisation_id = ${round.organisationId} and rp.round_id = ${round.id}
				and rp.period_organisation_id = p.organisation_id and rp.period_id = p.id
			where rp.period_id is not null
				or (p.organisation_id = ${organisationId} and p.first_day <= ${round.lastDay} and p.last_day >= ${round.firstDay} and c.archived_on is null)
		)
		select f.*, case when f.known then counted.claims end claims, case when f.known then counted."withWishes" end "withWishes",
			${nameOf("f.institutionId", work.today)} "institutionName"
		from f cross join lateral (
			select count(*)::int claims, count(*) filter (where exists (
				select from placement.wish w where w.organisation_id = l.organisation_id and w.claim_id = l.id))::int "withWishes"
			from placement.claim l
			where l.organisation_id = f."organisationId" and l.period_id = f.id and l.withdrawn_at is null
		) counted
		order by f."institutionId", f."courseName" collate house.norwegian, f."firstDay", f.id`.execute(work.db);
	return rows;
}

/** Offers a run takes: published ones, and approved ones the organisation that runs the round keeps itself. */
const usable = (round: Kept) => sql`(o.published or (o.organisation_id = ${round.organisationId} and exists (
	select from placement.capacity k where k.organisation_id = o.organisation_id and k.id = o.capacity_id and k.state = 'approved')))`;

/** The hosts of a round, with what they have published for its days. Empty of parties: every host with published places. */
export async function listHosts(work: Work, round: Round): Promise<RoundHost[]> {
	const { rows } = await sql<RoundHost>`select * from (
		select y.party_id "hostId", ${nameOf("y.party_id", work.today)} name, ${municipalityOf("y.party_id", work.today)} municipality,
			count(distinct o.site_id)::int sites, coalesce(sum(o.places), 0)::int places
		from placement.round_party y
		left join placement.offer o on o.host_id = y.party_id and ${usable(round)}
			and o.first_day <= ${round.lastDay} and o.last_day >= ${round.firstDay}
		where y.organisation_id = ${round.organisationId} and y.round_id = ${round.id} and y.side = 'host'
		group by y.party_id) found order by found.name collate house.norwegian`.execute(work.db);
	return rows;
}

/** Hosts that have published places for a round's days and are not in it. */
export async function listOtherHosts(work: Work, round: Round): Promise<RoundHost[]> {
	const { rows } = await sql<RoundHost>`select * from (
		select o.host_id "hostId", ${nameOf("o.host_id", work.today)} name, ${municipalityOf("o.host_id", work.today)} municipality,
			count(distinct o.site_id)::int sites, sum(o.places)::int places
		from placement.offer o
		where ${usable(round)}
			and o.first_day <= ${round.lastDay} and o.last_day >= ${round.firstDay}
			and not exists (select from placement.round_party y where y.organisation_id = ${round.organisationId}
				and y.round_id = ${round.id} and y.party_id = o.host_id and y.side = 'host')
		group by o.host_id) found order by found.name collate house.norwegian`.execute(work.db);
	return rows;
}

export async function addParties(
	work: Work,
	round: Kept,
	side: "institution" | "host",
	partyIds: readonly string[],
): Promise<void> {
	if (partyIds.length === 0) return;
	await work.db
		.insertInto("placement.round_party")
		.values(
			partyIds.map((partyId) => ({
				organisation_id: round.organisationId,
				round_id: round.id,
				party_id: partyId,
				side,
			})),
		)
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

export async function removeParty(
	work: Work,
	round: Kept,
	side: "institution" | "host",
	partyId: string,
): Promise<void> {
	await work.db
		.deleteFrom("placement.round_party")
		.where("organisation_id", "=", round.organisationId)
		.where("round_id", "=", round.id)
		.where("party_id", "=", partyId)
		.where("side", "=", side)
		.execute();
}

/** Which round periods are in, for those that are in one. */
export async function listRoundsOfPeriods(
	work: Work,
	periods: readonly Kept[],
): Promise<{ organisationId: string; roundId: string; periodId: string }[]> {
	if (periods.length === 0) return [];
	return work.db
		.selectFrom("placement.round_period")
		.select(["organisation_id as organisationId", "round_id as roundId", "period_id as periodId"])
		.where(
			"period_id",
			"in",
			periods.map((period) => period.id),
		)
		.execute();
}

export async function insertRoundPeriods(work: Work, round: Kept, periods: readonly Kept[]): Promise<void> {
	if (periods.length === 0) return;
	await work.db
		.insertInto("placement.round_period")
		.values(
			periods.map((period) => ({
				organisation_id: round.organisationId,
				round_id: round.id,
				period_organisation_id: period.organisationId,
				period_id: period.id,
			})),
		)
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

export async function deleteRoundPeriods(work: Work, round: Kept, periods: readonly Kept[]): Promise<void> {
	if (periods.length === 0) return;
	await work.db
		.deleteFrom("placement.round_period")
		.where("organisation_id", "=", round.organisationId)
		.where("round_id", "=", round.id)
		.where(
			"period_id",
			"in",
			periods.map((period) => period.id),
		)
		.execute();
}

/** Claims follow their period into a round (null: out of it); the database takes their wishes along. */
export async function attachClaims(work: Work, periods: readonly Kept[], round: Kept | null): Promise<void> {
	for (const period of periods)
		await work.db
			.updateTable("placement.claim")
			.set({ round_owner_id: round?.organisationId ?? null, round_id: round?.id ?? null })
			.where("organisation_id", "=", period.organisationId)
			.where("period_id", "=", period.id)
			.execute();
}
