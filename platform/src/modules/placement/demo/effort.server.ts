import { sql } from "kysely";
import { insertMany } from "../../../database/insert-many.server.ts";
import type { Work } from "../../../database/work.server.ts";
import { addDays } from "../../../day.ts";
import { followDays } from "../publish/life.server.ts";
import type { Term } from "./days.ts";
import { demoId } from "./ids.ts";

/** Days before the term that the round was made, run and published. */
const before = { made: 150, run: 92, published: 84 };
/** Sites answer within so many days of being asked. */
const answersWithin = 12;

type Kept = { readonly organisationId: string; readonly id: string };

/**
 * What a published round of the demo is said to have taken of people: made up, but of the kinds and in the numbers that
 * the product would have written down itself. Sites are told and answer once, a fifth of them after a reminder; students
 * are told, and most accept.
 */
export async function makeEffort(work: Work, round: Kept, term: Term): Promise<void> {
	const { rows: sites } = await sql<{ siteId: string; hostId: string; placements: number }>`
		select p.site_id "siteId", p.host_id "hostId", count(*)::int placements from placement.placement p
		where p.round_owner_id = ${round.organisationId} and p.round_id = ${round.id} group by 1, 2 order by 1`.execute(
		work.db,
	);
	const students = sites.reduce((sum, { placements }) => sum + placements, 0);
	const spent = (organisationId: string, kind: "message" | "touch", what: string, times: number, daysBefore: number) =>
		times === 0 ? [] : [{ organisationId, kind, what, times, at: `${addDays(term.firstDay, -daysBefore)}T09:00:00Z` }];
	const own = round.organisationId;
	const rows = [
		...spent(own, "touch", "run-requested", 3, before.run),
		...spent(own, "touch", "round-published", 1, before.published),
		...spent(own, "message", "placement-told", students, before.published),
		...spent(own, "message", "placement-site-asked", sites.length + Math.ceil(sites.length / 5), before.published),
		...spent(own, "touch", "placement-accept", Math.round(students * 0.85), before.published - 5),
		...sites.flatMap(({ hostId, placements }) =>
			spent(hostId, "touch", "placement-confirm", placements, before.published - 4),
		),
	];
	await insertMany(
		work,
		"placement.effort",
		rows.map(({ organisationId, ...row }, at) => ({
			...{ ...row, organisation_id: organisationId, id: demoId(`effort:${round.id}:${at}`), round_id: round.id },
		})),
	);
	const published = publishedOn(term).toISOString();
	await sql`update placement.round set created_at = ${`${addDays(term.firstDay, -before.made)}T09:00:00Z`}, published_at = ${published}
		where organisation_id = ${round.organisationId} and id = ${round.id}`.execute(work.db);
	await sql`update placement.publication set published_at = ${published}
		where organisation_id = ${round.organisationId} and round_id = ${round.id}`.execute(work.db);
	// Each site answers for all it has at once, some days after it was asked.
	await sql`update placement.placement set host_answered_at = ${published}::timestamptz
			+ make_interval(days => 1 + abs(hashtext(site_id::text)) % ${answersWithin}::int)
		where round_owner_id = ${round.organisationId} and round_id = ${round.id} and host_answered_at is not null`.execute(
		work.db,
	);
	// Most students say yes some days after they were told, and by now it has begun for those whose days have come.
	await sql`update placement.placement set student_answer = 'accepted', student_answered_at = ${published}::timestamptz + interval '5 days'
		where round_owner_id = ${round.organisationId} and round_id = ${round.id} and student_answer is null
			and abs(hashtext(student_name)) % 100 < 85`.execute(work.db);
	await begin(work, round);
}

/** Those whose days have come are there, and it is told as of the day. */
async function begin(work: Work, round: Kept): Promise<void> {
	const { rows } = await sql<{ day: string }>`
		select case when last_day < ${work.today} then last_day + 1 else first_day end "day" from placement.placement
		where round_owner_id = ${round.organisationId} and round_id = ${round.id} order by 1 desc limit 1`.execute(work.db);
	for (const { day } of rows) await followDays({ ...work, now: new Date(`${day}T04:13:00Z`) });
}

/** When a round of a term is published, so that its students are told in good time. */
export function publishedOn(term: Term): Date {
	return new Date(`${addDays(term.firstDay, -before.published)}T09:00:00Z`);
}
