import { sql } from "kysely";
import { newId, type Work } from "../../../database/work.server.ts";
import type { Page, Paging } from "../../organisation/contract.ts";
import type { PlacementState } from "../codes.ts";
import { nameOf } from "../name.store.server.ts";
import type { Kept } from "../round/contract.ts";
import type { Placement, PlacementEvent } from "./contract.ts";

const changeBy = sql`least(p.first_day - 1, (select r.confirm_by from placement.round r
	where r.organisation_id = p.round_owner_id and r.id = p.round_id))`;
// The host and a link to the site see the round, and not its publications.
const isReplanned = sql`coalesce((select r.published_at > p.host_answered_at from placement.round r
	where r.organisation_id = p.round_owner_id and r.id = p.round_id), false)`;
/** Whether the student is one with a name, and not only counted; who may not see the student is not told otherwise. */
const isNamed = sql`coalesce((select t.named from placement.student t
	where t.organisation_id = p.organisation_id and t.id = p.student_id), true)`;
/** Whether the student stated wishes; null to whoever may not read them. */
const hasWished = sql`case
	when exists (select from placement.wish w where w.organisation_id = p.organisation_id and w.claim_id = p.claim_id) then true
	when house.organisation() in (p.organisation_id, p.round_owner_id) or p.person_id = house.person() then false end`;

const columns = (
	today: string,
) => sql`p.organisation_id "organisationId", p.id, p.round_owner_id "roundOwnerId", p.round_id "roundId",
	(select r.name from placement.round r where r.organisation_id = p.round_owner_id and r.id = p.round_id) "roundName",
	p.run_id "runId", p.claim_id "claimId", p.student_id "studentId", p.person_id "personId",
	p.institution_id "institutionId", ${nameOf("p.institution_id", today)} "institutionName",
	p.host_id "hostId", ${nameOf("p.host_id", today)} "hostName", p.site_organisation_id "siteKeeperId", p.site_id "siteId", p.site_name "siteName",
	p.student_name "studentName", ${isNamed} named, ${hasWished} "hasWished", p.course_name "courseName", p.profession, p.year_of_study "yearOfStudy",
	p.first_day "firstDay", p.last_day "lastDay", p.minutes, p.rank, p.state,
	p.host_answer "hostAnswer", p.host_reason "hostReason", p.host_answered_at "hostAnsweredAt", p.host_answered_by "hostAnsweredBy",
	p.host_closes "hostCloses", ${changeBy} "changeBy", ${isReplanned} "isReplanned",
	p.student_answer "studentAnswer", p.student_reason "studentReason", p.student_answered_at "studentAnsweredAt",
	p.reconsidered, p.reconsidered_reason "reconsideredReason", p.reconsidered_at "reconsideredAt", p.reconsidered_by "reconsideredBy",
	p.supervisor_name "supervisorName", p.version`;

export async function findPlacement(work: Work, id: string): Promise<Placement | undefined> {
	const { rows } =
		await sql<Placement>`select ${columns(work.today)} from placement.placement p where p.id = ${id}`.execute(work.db);
	return rows[0];
}

/** The placement of a claim that stands now, else the last there was: what somebody told of any of them is to see. */
export async function findLatestOf(work: Work, id: string): Promise<string | undefined> {
	const { rows } = await sql<{ id: string }>`
		select p.id from placement.placement p
		join placement.placement told on told.organisation_id = p.organisation_id and told.claim_id = p.claim_id
			and told.round_owner_id = p.round_owner_id and told.round_id = p.round_id
		where told.id = ${id}
		order by p.state in ('cancelled', 'declined'), p.publication desc, p.id desc limit 1`.execute(work.db);
	return rows[0]?.id;
}

export type PlacementQuery = Paging & {
	readonly search?: string;
	readonly state?: PlacementState;
	readonly roundId?: string;
	readonly siteId?: string;
	readonly personId?: string;
	readonly studentId?: string;
	readonly ownAtHost?: OwnAtHost;
	readonly waiting?: "host" | "student" | "reconsider" | "replan";
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

/** Of some placements, those at units led. */
export async function listLed(work: Work, ids: readonly string[], own: OwnAtHost): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`
		select p.id from placement.placement p where p.id = any(${[...ids]}::uuid[]) and (${isLed(own)})`.execute(work.db);
	return rows.map(({ id }) => id);
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
		host: sql`p.host_answer is null and p.state = 'published' and p.last_day >= ${work.today}`,
		student: sql`p.student_answer is null and p.state in ('published', 'confirmed') and p.first_day >= ${work.today} and ${isNamed}`,
		reconsider: sql`p.student_answer = 'reconsider' and p.reconsidered is null and p.state in ('published', 'confirmed', 'under-way')`,
		replan: sql`p.reconsidered = 'granted' and p.state in ('published', 'confirmed', 'under-way')`,
	};
	const conditions = [
		...(query.search
			? [sql`(p.student_name ilike ${like} or p.site_name ilike ${like} or p.course_name ilike ${like})`]
			: []),
		...(query.state ? [sql`p.state = ${query.state}`] : []),
		...(query.roundId ? [sql`p.round_id = ${query.roundId}`] : []),
		...(query.siteId ? [sql`p.site_id = ${query.siteId}`] : []),
		...(query.personId ? [sql`p.person_id = ${query.personId}`] : []),
		...(query.studentId ? [sql`p.student_id = ${query.studentId}`] : []),
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
		readonly host_closes?: string | null;
		readonly student_answer?: string;
		readonly student_reason?: string | null;
		readonly student_answered_at?: Date;
		readonly reconsidered?: string | null;
		readonly reconsidered_reason?: string | null;
		readonly reconsidered_at?: Date | null;
		readonly reconsidered_by?: string | null;
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
