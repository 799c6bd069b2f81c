import { type RawBuilder, sql } from "kysely";
import { newId, type Work } from "../../../database/work.server.ts";
import type { Page, Paging } from "../../organisation/contract.ts";
import type { PlacementState } from "../codes.ts";
import { nameOf } from "../name.store.server.ts";
import type { Kept } from "../round/contract.ts";
import { inText } from "../round/snapshot.store.server.ts";
import type { Placement, PlacementEvent, Publication, PublicationChanges } from "./contract.ts";
import type { Slice } from "./slices.ts";

const columns = (
	today: string,
) => sql`p.organisation_id "organisationId", p.id, p.round_owner_id "roundOwnerId", p.round_id "roundId",
	(select r.name from placement.round r where r.organisation_id = p.round_owner_id and r.id = p.round_id) "roundName",
	p.run_id "runId", p.claim_id "claimId", p.student_id "studentId", p.person_id "personId",
	p.institution_id "institutionId", ${nameOf("p.institution_id", today)} "institutionName",
	p.host_id "hostId", ${nameOf("p.host_id", today)} "hostName", p.site_id "siteId", p.site_name "siteName",
	p.student_name "studentName", p.course_name "courseName", p.profession, p.year_of_study "yearOfStudy",
	p.first_day "firstDay", p.last_day "lastDay", p.minutes, p.rank, p.state,
	p.host_answer "hostAnswer", p.host_reason "hostReason", p.host_answered_at "hostAnsweredAt", p.host_answered_by "hostAnsweredBy",
	p.student_answer "studentAnswer", p.student_reason "studentReason", p.student_answered_at "studentAnsweredAt",
	p.supervisor_name "supervisorName", p.version`;

export async function findPlacement(work: Work, id: string): Promise<Placement | undefined> {
	const { rows } =
		await sql<Placement>`select ${columns(work.today)} from placement.placement p where p.id = ${id}`.execute(work.db);
	return rows[0];
}

export type PlacementQuery = Paging & {
	readonly search?: string;
	readonly state?: PlacementState;
	readonly roundId?: string;
	readonly siteId?: string;
	readonly personId?: string;
	readonly ownAtHost?: OwnAtHost;
	readonly waiting?: "host" | "student" | "reconsider";
	readonly sort?: "student" | "site" | "days" | "course" | "state";
	readonly descending?: boolean;
	/** Those that hold a place; cancelled and declined ones too when false. */
	readonly standing?: boolean;
};

/** What somebody has at one host: sites that are some units, and students whose supervisor is called something. */
export type OwnAtHost = {
	readonly organisationId: string;
	readonly unitIds: readonly string[];
	readonly supervisorNames: readonly string[];
};

const isLed = ({ organisationId, unitIds }: OwnAtHost) => sql`p.host_id = ${organisationId} and exists (
	select from placement.site s where s.organisation_id = p.site_organisation_id and s.id = p.site_id
		and s.unit_organisation_id = ${organisationId} and s.unit_id = any(${[...unitIds]}::uuid[]))`;
const isSupervised = ({ organisationId, supervisorNames }: OwnAtHost) =>
	sql`p.host_id = ${organisationId} and lower(p.supervisor_name) = any(${[...supervisorNames]})`;

/** Whether one placement is at a unit led, or supervised; null: neither. */
export async function ownAmong(work: Work, placement: Kept, own: OwnAtHost): Promise<"host" | "supervisor" | null> {
	const { rows } = await sql<{ led: boolean; supervised: boolean }>`
		select (${isLed(own)}) led, coalesce(${isSupervised(own)}, false) supervised from placement.placement p
		where p.organisation_id = ${placement.organisationId} and p.id = ${placement.id}`.execute(work.db);
	const [row] = rows;
	return row?.led ? "host" : row?.supervised ? "supervisor" : null;
}

/**
 * What somebody is called as supervisor at an organisation, in small letters: a placement names its supervisor in words.
 * A name that two supervisors there share says nothing of who is meant, and is left out.
 */
export async function listSupervisorNames(work: Work, organisationId: string, personId: string): Promise<string[]> {
	const held = (alias: string) => sql`${sql.ref(`${alias}.organisation_id`)} = ${organisationId}
		and ${sql.ref(`${alias}.role`)} = 'supervisor' and ${sql.ref(`${alias}.valid_from`)} <= ${work.today}
		and (${sql.ref(`${alias}.valid_to`)} is null or ${sql.ref(`${alias}.valid_to`)} >= ${work.today})`;
	const { rows } = await sql<{ name: string }>`
		select distinct lower(m.name) name from organisation.membership m
		where ${held("m")} and m.person_id = ${personId} and not exists (
			select from organisation.membership o where ${held("o")} and lower(o.name) = lower(m.name)
				and o.person_id is distinct from m.person_id)`.execute(work.db);
	return rows.map(({ name }) => name);
}

const orders = {
	student: sql`p.student_name collate house.norwegian`,
	site: sql`p.site_name collate house.norwegian`,
	days: sql`p.first_day`,
	course: sql`p.course_name collate house.norwegian`,
	state: sql`p.state`,
} as const;

/** Placements the organisation acted for has a part in, as keeper of the student, host, or owner of the round. */
export async function listPlacements(work: Work, query: PlacementQuery): Promise<Page<Placement>> {
	const { sort = "site", descending = false, offset = 0, pageSize = null } = query;
	const like = `%${(query.search ?? "").replaceAll(/[%_\\]/g, "\\$&")}%`;
	const waiting = {
		host: sql`p.host_answer is null and p.state = 'published'`,
		student: sql`p.student_answer is null and p.state in ('published', 'confirmed')`,
		reconsider: sql`p.student_answer = 'reconsider' and p.state in ('published', 'confirmed')`,
	};
	const conditions = [
		...(query.search
			? [sql`(p.student_name ilike ${like} or p.site_name ilike ${like} or p.course_name ilike ${like})`]
			: []),
		...(query.state ? [sql`p.state = ${query.state}`] : []),
		...(query.roundId ? [sql`p.round_id = ${query.roundId}`] : []),
		...(query.siteId ? [sql`p.site_id = ${query.siteId}`] : []),
		...(query.personId ? [sql`p.person_id = ${query.personId}`] : []),
		...(query.ownAtHost ? [sql`((${isLed(query.ownAtHost)}) or (${isSupervised(query.ownAtHost)}))`] : []),
		...(query.waiting ? [waiting[query.waiting]] : []),
		...(query.standing ? [sql`p.state not in ('cancelled', 'declined')`] : []),
	];
	const where = conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`;
	const order = sql`${orders[sort]} ${descending ? sql`desc` : sql`asc`}, p.first_day, p.student_name collate house.norwegian, p.id`;
	// Names are looked up for the rows of the page alone: among years of placements, those before it are many.
	const { rows } = await sql<Placement & { total: number }>`
		select ${columns(work.today)}, chosen.total from (
			select p.organisation_id, p.id, count(*) over ()::int total from placement.placement p where ${where}
			order by ${order} limit ${pageSize} offset ${offset}
		) chosen join placement.placement p on p.organisation_id = chosen.organisation_id and p.id = chosen.id
		order by ${order}`.execute(work.db);
	return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** Where claims of a round have a place now: pairs of claim and offer as a text of JSON. */
export async function standingInText(work: Work, round: Kept): Promise<string> {
	return inText(
		work,
		sql`select claim_id claim, offer_id offer from placement.placement
			where round_owner_id = ${round.organisationId} and round_id = ${round.id} and state not in ('cancelled', 'declined')`,
	);
}

/** Places of a round that were declined by the site, or cancelled, since a moment: not those another publication replaced. */
export async function endedInText(work: Work, round: Kept, since: Date): Promise<string> {
	return inText(
		work,
		sql`select distinct p.claim_id claim, p.offer_id offer from placement.placement p
			join placement.event e on e.organisation_id = p.organisation_id and e.placement_id = p.id
				and e.verb in ('decline', 'cancel') and e.at >= ${since}
			where p.round_owner_id = ${round.organisationId} and p.round_id = ${round.id} and p.state in ('cancelled', 'declined')`,
	);
}

/** Writes placements, each with its first event, in slices; what is the same for all stands in `published`. */
export async function insertPlacements(
	work: Work,
	published: { readonly round: Kept; readonly runId: string; readonly publication: number; readonly byName: string },
	slices: readonly Slice[],
	told: (done: number) => Promise<void>,
): Promise<void> {
	const { round, runId, publication, byName } = published;
	let written = 0;
	for (const { count, json } of slices) {
		await sql`
			with given as (
				select * from jsonb_to_recordset(${json}::jsonb)
					as x(id uuid, event uuid, claim uuid, offer uuid, rank int, minutes int)
			), made as (
				insert into placement.placement (organisation_id, id, round_owner_id, round_id, run_id, publication, claim_id,
					student_id, person_id, institution_id, host_id, site_organisation_id, site_id, offer_organisation_id, offer_id,
					period_id, student_name, site_name, course_name, profession, year_of_study, first_day, last_day, minutes, rank, state)
				select c.organisation_id, g.id, ${round.organisationId}, ${round.id}, ${runId}, ${publication}, c.id,
					c.student_id, c.person_id, c.institution_id, s.host_id, s.organisation_id, s.id, o.organisation_id, o.id,
					c.period_id, t.name, s.name, k.name, k.profession, k.year_of_study, p.first_day, p.last_day, g.minutes, g.rank, 'published'
				from given g
				join placement.claim c on c.id = g.claim and c.round_owner_id = ${round.organisationId} and c.round_id = ${round.id}
				join placement.student t on t.organisation_id = c.organisation_id and t.id = c.student_id
				join placement.period p on p.organisation_id = c.organisation_id and p.id = c.period_id
				join placement.course k on k.organisation_id = p.organisation_id and k.id = p.course_id
				join placement.offer o on o.id = g.offer
				join placement.site s on s.organisation_id = o.organisation_id and s.id = o.site_id
				returning organisation_id, id, host_id, person_id
			)
			insert into placement.event (organisation_id, placement_id, id, host_id, person_id, at, by_name, by_side, verb)
			select m.organisation_id, m.id, g.event, m.host_id, m.person_id, ${work.now}, ${byName}, 'owner', 'publish'
			from made m join given g on g.id = m.id`.execute(work.db);
		written += count;
		await told(written);
	}
}

/** Ends the placements of claims that have another place now, or none; each with an event. */
export async function supersede(work: Work, round: Kept, claimIds: readonly string[], byName: string): Promise<void> {
	if (claimIds.length === 0) return;
	await sql`
		with ended as (
			update placement.placement set state = 'cancelled', version = version + 1
			where round_owner_id = ${round.organisationId} and round_id = ${round.id} and claim_id = any(${claimIds})
				and state not in ('cancelled', 'declined')
			returning organisation_id, id, host_id, person_id
		), settled as (
			select notice.settle_reminders('placement', id, ${work.now}) from ended
		), counted as (
			select count(*) from settled
		)
		insert into placement.event (organisation_id, placement_id, id, host_id, person_id, at, by_name, by_side, verb)
		select organisation_id, id, gen_random_uuid(), host_id, person_id, ${work.now}, ${byName}, 'owner', 'supersede'
		from ended cross join counted`.execute(work.db);
}

export async function insertPublication(
	work: Work,
	round: Kept,
	given: {
		readonly number: number;
		readonly runId: string;
		readonly personId: string | null;
		readonly byName: string;
		readonly changes: PublicationChanges;
	},
): Promise<void> {
	await work.db
		.insertInto("placement.publication")
		.values({
			organisation_id: round.organisationId,
			round_id: round.id,
			number: given.number,
			run_id: given.runId,
			published_by: given.personId,
			published_by_name: given.byName,
			published_at: work.now,
			changes: JSON.stringify(given.changes),
		})
		.execute();
	await work.db
		.updateTable("placement.round")
		.set((set) => ({
			state: "published",
			publication: given.number,
			published_at: work.now,
			chosen_run_id: given.runId,
			version: set("version", "+", 1),
		}))
		.where("organisation_id", "=", round.organisationId)
		.where("id", "=", round.id)
		.execute();
}

export async function listPublications(work: Work, round: Kept): Promise<Publication[]> {
	const { rows } = await sql<Publication>`
		select p.number, p.run_id "runId", u.name "runName", p.published_by_name "publishedBy", p.published_at "publishedAt", p.changes
		from placement.publication p
		join placement.run u on u.organisation_id = p.organisation_id and u.id = p.run_id
		where p.organisation_id = ${round.organisationId} and p.round_id = ${round.id} order by p.number desc`.execute(
		work.db,
	);
	return rows;
}

export type AnswerCounts = {
	readonly standing: number;
	readonly confirmed: number;
	readonly declined: number;
	readonly accepted: number;
	readonly reconsider: number;
};

/** How sites and students of a round have answered. */
export async function countAnswers(work: Work, round: Kept): Promise<AnswerCounts> {
	const { rows } = await sql<AnswerCounts>`
		select count(*) filter (where state not in ('cancelled', 'declined'))::int standing,
			count(*) filter (where host_answer = 'confirmed' and state not in ('cancelled', 'declined'))::int confirmed,
			count(*) filter (where state = 'declined')::int declined,
			count(*) filter (where student_answer = 'accepted' and state not in ('cancelled', 'declined'))::int accepted,
			count(*) filter (where student_answer = 'reconsider' and state not in ('cancelled', 'declined'))::int reconsider
		from placement.placement where round_owner_id = ${round.organisationId} and round_id = ${round.id}`.execute(
		work.db,
	);
	return rows[0] ?? { standing: 0, confirmed: 0, declined: 0, accepted: 0, reconsider: 0 };
}

/** Where effort was spent: on the round itself, on the collections its places came from, on the requests for them. */
export type EffortSource = "round" | "capacity" | "request";
export type EffortSum = { readonly messages: number; readonly touches: number; readonly organisations: number };

/**
 * What a round has taken of everybody who had a part in it, what it is made of, and hours from the round was made to each
 * standing placement was confirmed (null: not yet).
 */
export async function readEffort(work: Work, round: Kept) {
	const spent = await sql<EffortSum & { source: EffortSource | "all" }>`
		select * from placement.effort_of_round(${round.organisationId}, ${round.id})`.execute(work.db);
	const { rows } = await sql<{
		institutions: number;
		hosts: number;
		sites: number;
		placed: number;
		waits: (number | null)[];
	}>`
		select count(distinct s.institution_id)::int institutions, count(distinct s.host_id)::int hosts,
			count(distinct s.site_id)::int sites, count(*)::int placed,
			coalesce(array_agg((extract(epoch from s.host_answered_at - r.created_at) / 3600)::float8)
				filter (where s.id is not null), '{}') waits
		from placement.placement s
		join placement.round r on r.organisation_id = s.round_owner_id and r.id = s.round_id
		where s.round_owner_id = ${round.organisationId} and s.round_id = ${round.id} and s.state not in ('cancelled', 'declined')`.execute(
		work.db,
	);
	const nothing: EffortSum = { messages: 0, touches: 0, organisations: 0 };
	const sums = new Map(spent.rows.map(({ source, ...sum }) => [source, sum]));
	const of = (source: EffortSource | "all") => sums.get(source) ?? nothing;
	return {
		...(rows[0] ?? { institutions: 0, hosts: 0, sites: 0, placed: 0, waits: [] }),
		spent: { all: of("all"), round: of("round"), capacity: of("capacity"), request: of("request") },
	};
}

/**
 * What of a round's effort the asker spent themselves: written in the transaction their entry in the log was, which has
 * the same moment. Nobody sees another's.
 */
export async function readOwnEffort(work: Work, round: Kept): Promise<Omit<EffortSum, "organisations">> {
	const { actor } = work;
	if (actor.kind !== "person") return { messages: 0, touches: 0 };
	const { rows } = await sql<Omit<EffortSum, "organisations">>`
		with standing as (
			select s.* from placement.placement s
			where s.round_owner_id = ${round.organisationId} and s.round_id = ${round.id} and s.state not in ('cancelled', 'declined')
		)
		select coalesce(sum(e.times) filter (where e.kind = 'message'), 0)::int messages,
			coalesce(sum(e.times) filter (where e.kind = 'touch'), 0)::int touches
		from placement.effort e
		where e.organisation_id = ${actor.organisationId}
			and exists (select from audit.entry a
				where a.organisation_id = e.organisation_id and a.at = e.at and a.person_id = ${actor.personId})
			and (e.round_id = ${round.id}
				or e.collection_id in (select c.collection_id from standing s
					join placement.offer o on o.organisation_id = s.offer_organisation_id and o.id = s.offer_id
					join placement.capacity c on c.organisation_id = o.organisation_id and c.id = o.capacity_id
					where c.organisation_id = e.organisation_id)
				or e.request_id in (select q.id from standing s
					join placement.request q on q.organisation_id = s.organisation_id and q.period_id = s.period_id and q.host_id = s.host_id)
				or e.request_id in (select n.request_id from standing s
					join placement.request_answer n on n.offer_organisation_id = s.offer_organisation_id and n.offer_id = s.offer_id))`.execute(
		work.db,
	);
	return rows[0] ?? { messages: 0, touches: 0 };
}

/** Only sites not written to since a moment; only those a publication gave somebody new. */
export type SitesToAsk = { readonly quietSince?: Date; readonly publication?: number };

/** Sites of a round with placements nobody there has answered, and whom to ask. */
export async function listSitesToAsk(work: Work, round: Kept, { quietSince, publication }: SitesToAsk) {
	const fresh = publication === undefined ? sql`` : sql`having bool_or(p.publication = ${publication})`;
	const { rows } = await sql<{
		siteId: string;
		name: string;
		contactName: string | null;
		contactEmail: string | null;
		placements: number;
	}>`
		select p.site_id "siteId", s.name, s.contact_name "contactName", s.contact_email "contactEmail", count(*)::int placements
		from placement.placement p
		join placement.site s on s.organisation_id = p.site_organisation_id and s.id = p.site_id
		where p.round_owner_id = ${round.organisationId} and p.round_id = ${round.id} and p.state = 'published' and p.host_answer is null
			and p.last_day >= ${work.today} and not ${writtenTo("placement-confirm", sql`p.site_id`, quietSince ?? null)}
		group by p.site_id, s.name, s.contact_name, s.contact_email ${fresh} order by s.name, p.site_id`.execute(work.db);
	return rows;
}

/** Whether a link was sent since a moment; never, where there is no moment. */
const writtenTo = (purpose: string, objectId: RawBuilder<unknown>, since: Date | null) =>
	since === null
		? sql`false`
		: sql`exists (select from identity.link_token l where l.organisation_id = p.round_owner_id
			and l.purpose = ${purpose} and l.object_id = ${objectId} and l.created_at > ${since})`;

/** Students to be told of a publication, or those who have not answered and were not written to of late. */
export async function listStudentsToTell(
	work: Work,
	round: Kept,
	which: { readonly publication: number } | { readonly quietSince: Date },
) {
	const narrowed =
		"publication" in which
			? sql`p.publication = ${which.publication}`
			: sql`p.student_answer is null and p.first_day > ${work.today}
				and not ${writtenTo("placement-answer", sql`p.id`, which.quietSince)}`;
	const { rows } = await sql<{
		placementId: string;
		personId: string | null;
		name: string;
		email: string | null;
		siteName: string;
		courseName: string;
	}>`
		select p.id "placementId", p.person_id "personId", t.name, t.email, p.site_name "siteName", p.course_name "courseName"
		from placement.placement p
		join placement.student t on t.organisation_id = p.organisation_id and t.id = p.student_id
		where p.round_owner_id = ${round.organisationId} and p.round_id = ${round.id} and ${narrowed}
			and p.state not in ('cancelled', 'declined') order by p.id`.execute(work.db);
	return rows;
}

/** Students of these claims, with the place each had last. */
export async function listWithoutPlace(work: Work, round: Kept, claimIds: readonly string[]) {
	if (claimIds.length === 0) return [];
	const { rows } = await sql<{
		personId: string | null;
		name: string;
		email: string | null;
		siteName: string;
		courseName: string;
	}>`
		select distinct on (p.claim_id) p.person_id "personId", t.name, t.email, p.site_name "siteName", p.course_name "courseName"
		from placement.placement p
		join placement.student t on t.organisation_id = p.organisation_id and t.id = p.student_id
		where p.round_owner_id = ${round.organisationId} and p.round_id = ${round.id} and p.claim_id = any(${claimIds})
		order by p.claim_id, p.publication desc`.execute(work.db);
	return rows;
}

/** Published rounds with answers missing, to be given by this day or before it. */
export async function listRoundsToRemind(work: Work, confirmBy: string): Promise<Kept[]> {
	const { rows } = await sql<Kept>`
		select r.organisation_id "organisationId", r.id from placement.round r
		where r.publication > 0 and r.confirm_by <= ${confirmBy}
			and exists (select from placement.placement p where p.round_owner_id = r.organisation_id and p.round_id = r.id
				and p.first_day > ${work.today} and ((p.state = 'published' and p.host_answer is null)
					or (p.state in ('published', 'confirmed') and p.student_answer is null)))
		order by r.id`.execute(work.db);
	return rows;
}

export async function updateAnswer(
	work: Work,
	placement: Placement,
	version: number,
	set: {
		readonly state?: PlacementState;
		readonly host_answer?: string;
		readonly host_reason?: string | null;
		readonly host_answered_at?: Date;
		readonly host_answered_by?: string;
		readonly student_answer?: string;
		readonly student_reason?: string | null;
		readonly student_answered_at?: Date;
		readonly supervisor_name?: string | null;
	},
): Promise<boolean> {
	const result = await work.db
		.updateTable("placement.placement")
		.set({ ...set, version: version + 1 })
		.where("organisation_id", "=", placement.organisationId)
		.where("id", "=", placement.id)
		.where("version", "=", version)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

export async function insertEvent(
	work: Work,
	placement: Placement,
	event: Pick<PlacementEvent, "byName" | "bySide" | "verb" | "reason">,
): Promise<void> {
	await work.db
		.insertInto("placement.event")
		.values({
			organisation_id: placement.organisationId,
			placement_id: placement.id,
			id: newId(),
			host_id: placement.hostId,
			person_id: placement.personId,
			at: work.now,
			by_name: event.byName,
			by_side: event.bySide,
			verb: event.verb,
			reason: event.reason,
		})
		.execute();
}

export async function listEvents(work: Work, placement: Placement): Promise<PlacementEvent[]> {
	const { rows } = await sql<PlacementEvent>`
		select id, at, by_name "byName", by_side "bySide", verb, reason from placement.event
		where organisation_id = ${placement.organisationId} and placement_id = ${placement.id} order by at desc, id desc`.execute(
		work.db,
	);
	return rows;
}
