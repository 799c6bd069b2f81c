import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import { operatorOrganisationId, system } from "../../../identity/actor.ts";
import { record } from "../../../identity/audit.server.ts";
import type { Cron, Task } from "../../../job/task.server.ts";
import { done, type Outcome } from "../../../outcome.ts";
import { keptYears } from "../evaluate/rules.ts";

/** How long what is held about students is kept when it is no longer used, and why. */
export const studentRetention = {
	/** Days a reason for adaptation is kept after its own last day, or after the student left: nobody needs it any longer. */
	adaptationDays: 30,
	/** Years a student's name is kept after they left: what placement somebody had may be asked for so long. */
	nameYears: 2,
	/** Years what students have said of sites is kept; what they have written in their own words goes with their name. */
	evaluationYears: keptYears,
	/** Years after the last placement period where nobody has said that the student left. */
	silentYears: 3,
} as const;

/** What a student is called when nobody may know any longer who it was. */
const nameless = "–";

/**
 * Takes away what is held about students when its time is over. Claims, wishes and places stay without a name, for
 * statistics.
 */
export async function forgetStudents(work: Work): Promise<Outcome<{ students: number; adaptations: number }>> {
	const { adaptationDays, nameYears, silentYears } = studentRetention;
	const { rows: gone } = await sql<{ adaptations: number }>`
		select placement.forget_adaptations(${work.today}::date - ${adaptationDays}::int,
			${work.today}::date - ${adaptationDays}::int) adaptations`.execute(work.db);
	await sql`delete from placement.evaluation
		where last_day < (${work.today}::date - make_interval(years => ${studentRetention.evaluationYears}::int))::date`.execute(
		work.db,
	);
	const { rows } = await sql<{ id: string }>`
		update placement.student s set name = ${nameless}, named = false, number = null, email = null, phone = null,
			postcode = null, latitude = null, longitude = null, person_id = null, search_name = '', version = version + 1
		where s.named and (s.left_on < (${work.today}::date - make_interval(years => ${nameYears}::int))::date
			or (s.left_on is null and exists (select from placement.claim c where c.organisation_id = s.organisation_id and c.student_id = s.id)
				and not exists (select from placement.claim c
				join placement.period p on p.organisation_id = c.organisation_id and p.id = c.period_id
				where c.organisation_id = s.organisation_id and c.student_id = s.id
					and p.last_day >= (${work.today}::date - make_interval(years => ${silentYears}::int))::date)))
		returning s.id`.execute(work.db);
	const ids = rows.map((row) => row.id);
	const adaptations = gone[0]?.adaptations ?? 0;
	if (ids.length + adaptations === 0) return done({ students: 0, adaptations: 0 });
	const which = sql`student_id = any(${ids}::uuid[])`;
	await sql`delete from placement.student_rule where ${which}`.execute(work.db);
	await sql`delete from placement.requirement_met where ${which}`.execute(work.db);
	await sql`update placement.claim set priority_reason = null where ${which}`.execute(work.db);
	await sql`update placement.placement set student_name = ${nameless}, student_reason = null, reconsidered_reason = null
		where ${which}`.execute(work.db);
	await sql`update placement.evaluation e set remark = null, person_id = null from placement.placement p
		where p.organisation_id = e.organisation_id and p.id = e.placement_id and p.student_id = any(${ids}::uuid[])`.execute(
		work.db,
	);
	await sql`update placement.event e set reason = null, by_name = case e.by_side when 'student' then ${nameless} else e.by_name end
		from placement.placement p where p.organisation_id = e.organisation_id and p.id = e.placement_id
			and p.student_id = any(${ids}::uuid[]) and (e.by_side = 'student' or e.verb like '%-reconsideration')`.execute(
		work.db,
	);
	await sql`delete from identity.link_token where object_id = any(${ids}::uuid[])`.execute(work.db);
	await record(work, {
		...{ verb: "student.forget", objectKind: "organisation", objectId: operatorOrganisationId },
		...{ organisationId: operatorOrganisationId, detail: { students: ids.length, adaptations } },
	});
	return done({ students: ids.length, adaptations });
}

/** Run once a day. Running it again finds nothing more to do. */
export const forgetStudentsTask: Task = {
	name: "placement.forget-students",
	async run({ database, log }) {
		const forgotten = await database.commanding(system("retention"), forgetStudents);
		log.info({ ...forgotten.done }, "students no longer needed are forgotten");
	},
};

export const forgetStudentsCron: Cron = { pattern: "41 2 * * *", task: forgetStudentsTask.name };
