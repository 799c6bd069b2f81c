import { type RawBuilder, sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import { isFewer } from "../capacity/fewer.store.server.ts";
import type { closedBy, StudentRuleKind, WishKind } from "../codes.ts";
import { nameOf } from "../name.store.server.ts";
import type { Kept, Round } from "./contract.ts";

/**
 * What a snapshot is made of, as rows. Read on behalf of the system for the organisation that runs the round: the rows
 * of several keepers come together here, without names and without the reasons behind anybody's rules.
 */

const isOf = (round: Kept, of: "c" | "p") =>
	sql`${sql.ref(`${of}.round_owner_id`)} = ${round.organisationId} and ${sql.ref(`${of}.round_id`)} = ${round.id}`;

/** The rows of a query as one text of JSON, the days in it YYYY-MM-DD. */
export async function inText(work: Work, query: RawBuilder<unknown>): Promise<string> {
	const { rows } = await sql<{ text: string | null }>`select json_agg(q)::text "text" from (${query}) q`.execute(
		work.db,
	);
	return rows[0]?.text ?? "[]";
}

export async function snapshotPeriods(work: Work, round: Kept) {
	const { rows } = await sql<{
		id: string;
		institutionId: string;
		courseName: string;
		profession: string;
		yearOfStudy: number;
		settings: string[];
		firstDay: string;
		lastDay: string;
	}>`
		select p.id, c.institution_id "institutionId", c.name "courseName", c.profession, c.year_of_study "yearOfStudy",
			c.settings, p.first_day "firstDay", p.last_day "lastDay"
		from placement.round_period rp
		join placement.period p on p.organisation_id = rp.period_organisation_id and p.id = rp.period_id
		join placement.course c on c.organisation_id = p.organisation_id and c.id = p.course_id
		where rp.organisation_id = ${round.organisationId} and rp.round_id = ${round.id} order by p.id`.execute(work.db);
	return rows;
}

export async function snapshotClaims(work: Work, round: Kept) {
	const { rows } = await sql<{
		id: string;
		studentId: string;
		periodId: string;
		priority: number;
		postcode: string | null;
		latitude: number | null;
		longitude: number | null;
		together: string | null;
		arrivedAt: Date;
	}>`
		select c.id, c.student_id "studentId", c.period_id "periodId", c.priority, s.postcode,
			coalesce(s.latitude, g.latitude) latitude, coalesce(s.longitude, g.longitude) longitude,
			c.together, c.arrived_at "arrivedAt"
		from placement.claim c
		join placement.student s on s.organisation_id = c.organisation_id and s.id = c.student_id
		left join geography.postcode g on g.postcode = s.postcode
		where ${isOf(round, "c")} and c.withdrawn_at is null order by c.id`.execute(work.db);
	return rows;
}

/** The claims of a round that stand, and the period of each. */
export function claimIdsOf(round: Kept) {
	return sql<{ id: string; periodId: string }>`
		select c.id, c.period_id "periodId" from placement.claim c
		where ${isOf(round, "c")} and c.withdrawn_at is null`;
}

export async function snapshotWishes(work: Work, round: Kept) {
	const { rows } = await sql<{ claimId: string; rank: number; kind: WishKind; target: string }>`
		select w.claim_id "claimId", w.rank, w.kind, w.target
		from placement.claim c
		join placement.wish w on w.organisation_id = c.organisation_id and w.claim_id = c.id
		where ${isOf(round, "c")} and c.withdrawn_at is null order by w.claim_id, w.rank`.execute(work.db);
	return rows;
}

export async function snapshotStudentRules(work: Work, round: Round) {
	const { rows } = await sql<{
		studentId: string;
		kind: StudentRuleKind;
		amount: number | null;
		target: string | null;
	}>`
		select distinct r.student_id "studentId", r.kind, r.amount, r.target
		from placement.claim c
		join placement.student_rule r on r.organisation_id = c.organisation_id and r.student_id = c.student_id
		where ${isOf(round, "c")} and c.withdrawn_at is null
			and (r.first_day is null or r.first_day <= ${round.lastDay}) and (r.last_day is null or r.last_day >= ${round.firstDay})
		order by 1, 2, 4`.execute(work.db);
	return rows;
}

/**
 * Offers of the round's hosts for its days: published, or kept and approved by the organisation that runs the round.
 * @param siteIds those at these sites alone
 */
export async function snapshotOffers(work: Work, round: Round, siteIds?: readonly string[]) {
	const { rows } = await offersOf(round, siteIds).execute(work.db);
	return rows;
}

/** The places of those offers as one text, and the sites they are at. */
export async function occupiedOffers(
	work: Work,
	round: Round,
): Promise<{ text: string; siteIds: readonly string[]; offerIds: readonly string[] }> {
	const { rows } = await sql<{ text: string | null; siteIds: string[] | null; offerIds: string[] | null }>`
		select json_agg(json_build_object('id', q.id, 'siteId', q."siteId", 'places', q.places, 'reservedFor', q."reservedFor"))::text "text",
			array_agg(distinct q."siteId") "siteIds", array_agg(q.id) "offerIds"
		from (${offersOf(round)}) q`.execute(work.db);
	return { text: rows[0]?.text ?? "[]", siteIds: rows[0]?.siteIds ?? [], offerIds: rows[0]?.offerIds ?? [] };
}

/** Those offers with the places that are left for the round. */
export function offersOf(round: Round, siteIds?: readonly string[]) {
	const at = (of: "o" | "p") =>
		siteIds === undefined ? sql`` : sql`and ${sql.ref(`${of}.site_id`)} = any(${siteIds})`;
	return sql<{
		id: string;
		siteId: string;
		profession: string | null;
		years: number[];
		firstDay: string;
		lastDay: string;
		places: number;
		leastTogether: number | null;
		reservedFor: string | null;
	}>`
		select o.id, o.site_id "siteId", o.profession, o.years, o.first_day "firstDay", o.last_day "lastDay",
			greatest(0, o.places - coalesce(taken.most, 0)) places,
			o.least_together "leastTogether", o.reserved_for "reservedFor"
		from placement.round_party y
		join placement.offer o on o.host_id = y.party_id and o.first_day <= ${round.lastDay} and o.last_day >= ${round.firstDay}
		join placement.capacity k on k.organisation_id = o.organisation_id and k.id = o.capacity_id
		left join (
			-- The most other rounds have there on one day: who comes and who leaves, in the order of days, summed as one goes.
			-- A place the site has since said it does not have counts as taken, until its capacity is said anew.
			select there.offer_id, max(there.people)::int most from (
				select p.offer_id, sum(d.change) over (partition by p.offer_id order by d.day, d.change
					rows between unbounded preceding and current row) people
				from placement.placement p
				cross join lateral (values (greatest(p.first_day, ${round.firstDay}::date), 1), (p.last_day + 1, -1)) d(day, change)
				where (p.round_id <> ${round.id} and p.state not in ('cancelled', 'declined') or ${isFewer})
					and p.first_day <= ${round.lastDay} and p.last_day >= ${round.firstDay} ${at("p")}
			) there group by there.offer_id
		) taken on taken.offer_id = o.id
		where y.organisation_id = ${round.organisationId} and y.round_id = ${round.id} and y.side = 'host'
			and (o.published or (o.organisation_id = ${round.organisationId} and k.state = 'approved')) ${at("o")}
		order by o.id`;
}

export async function snapshotSites(work: Work, siteIds: readonly string[]) {
	const { rows } = await sitesOf(siteIds, work.today).execute(work.db);
	return rows;
}

/** Sites with where they are. One that shares its name with another of them is called with its host, wherever the round names it. */
export function sitesOf(siteIds: readonly string[], today: string) {
	return sql<{
		id: string;
		hostId: string;
		name: string;
		municipality: string | null;
		setting: string | null;
		latitude: number | null;
		longitude: number | null;
	}>`
		select s.id, s.host_id "hostId",
			case when count(*) over (partition by s.name) > 1 then concat(s.name, ' (', ${nameOf("s.host_id", today)}, ')') else s.name end name,
			coalesce(s.municipality_number, host.number) municipality, s.setting,
			coalesce(s.latitude, g.latitude) latitude, coalesce(s.longitude, g.longitude) longitude
		from placement.site s left join geography.postcode g on g.postcode = s.postcode
		-- What a municipality keeps is in it, where nobody has said and the postcode is not known.
		left join lateral (
			select coalesce(i.municipality_number, i.number) number from organisation.organisation o
			join organisation.identity i on i.organisation_id = o.id
			where o.id = s.host_id and o.kind = 'municipality' and coalesce(i.municipality_number, i.number) ~ '^[0-9]{4}$'
			order by i.valid_from desc limit 1) host on true
		where s.id = any(${siteIds}) order by s.id`;
}

/** The most at once at sites, as their capacities say. */
export async function snapshotLimits(work: Work, round: Round, siteIds: readonly string[]) {
	const { rows } = await limitsOf(round, siteIds).execute(work.db);
	return rows;
}

export function limitsOf(round: Round, siteIds: readonly string[]) {
	return sql<{ siteId: string; firstDay: string; lastDay: string; most: number }>`
		select k.site_id "siteId", k.first_day "firstDay", k.last_day "lastDay", k.most_at_once most
		from placement.capacity k
		where k.site_id = any(${siteIds}) and k.most_at_once is not null and k.state in ('approved', 'published')
			and k.first_day <= ${round.lastDay} and k.last_day >= ${round.firstDay}
		order by 1, 2, 3, 4`;
}

/** Who else is at the sites: learners outside the rounds, and students of other rounds. */
export async function snapshotLoad(work: Work, round: Round, siteIds: readonly string[]) {
	const { rows } = await loadOf(round, siteIds).execute(work.db);
	return rows;
}

export function loadOf(round: Round, siteIds: readonly string[]) {
	return sql<{ siteId: string; firstDay: string; lastDay: string; learners: number }>`
		select site_id "siteId", first_day "firstDay", last_day "lastDay", sum(learners)::int learners
		from (
			select l.site_id, l.first_day, l.last_day, l.learners from placement.load l where l.site_id = any(${siteIds})
			union all
			select p.site_id, p.first_day, p.last_day, 1 from placement.placement p
			where p.site_id = any(${siteIds}) and p.round_id <> ${round.id} and p.state not in ('cancelled', 'declined')
		) there
		where first_day <= ${round.lastDay} and last_day >= ${round.firstDay}
		group by 1, 2, 3 order by 1, 2, 3`;
}

export async function snapshotLocks(work: Work, round: Kept) {
	const { rows } = await sql<{ claim: string; offer: string }>`
		select l.claim_id claim, l.offer_id offer from placement.lock l
		join placement.claim c on c.organisation_id = l.claim_organisation_id and c.id = l.claim_id and c.withdrawn_at is null
		where l.organisation_id = ${round.organisationId} and l.round_id = ${round.id} order by 1`.execute(work.db);
	return rows;
}

/**
 * All places at sites that have said no to a student, or that a student was granted another place than: nobody is sent
 * there once more.
 */
export async function snapshotDeclined(work: Work, round: Kept) {
	const { rows } = await sql<{ claim: string; offer: string; rule: (typeof closedBy)[number] }>`
		select p.claim_id claim, o.id offer,
			case when bool_or(p.state = 'declined') then 'site-declined' else 'asked-elsewhere' end rule
		from placement.placement p
		join placement.offer o on o.organisation_id = p.site_organisation_id and o.site_id = p.site_id
		where ${isOf(round, "p")} and (p.state = 'declined' or p.reconsidered = 'granted') group by 1, 2 order by 1, 2`.execute(
		work.db,
	);
	return rows;
}

/** Where students have been placed by what this round has published. */
export async function snapshotPrevious(work: Work, round: Kept) {
	const { rows } = await sql<{ claim: string; offer: string }>`
		select claim_id claim, offer_id offer from placement.placement p
		where ${isOf(round, "p")} and state not in ('cancelled', 'declined') order by 1`.execute(work.db);
	return rows;
}
