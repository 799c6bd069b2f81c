import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import { system } from "../../../identity/actor.ts";
import type { Cron, Task } from "../../../job/task.server.ts";
import { done } from "../../../outcome.ts";

/**
 * Places sites have said yes to are under way from their first day, and completed when the last is over; each with an
 * event. One nobody has answered for stays as it is: nobody has said that the student came. Tells how many were moved.
 */
export async function followDays(work: Work): Promise<{ begun: number; completed: number }> {
	const { rows } = await sql<{ begun: number; completed: number }>`
		with moved as (
			update placement.placement set version = version + 1,
				state = case when last_day < ${work.today} then 'completed' else 'under-way' end
			where (state = 'confirmed' and first_day <= ${work.today}) or (state = 'under-way' and last_day < ${work.today})
			returning organisation_id, id, host_id, person_id, state
		), told as (
			insert into placement.event (organisation_id, placement_id, id, host_id, person_id, at, by_name, by_side, verb)
			select organisation_id, id, gen_random_uuid(), host_id, person_id, ${work.now}, 'Læringsarena', 'program',
				case when state = 'completed' then 'complete' else 'begin' end
			from moved
		)
		select count(*) filter (where state = 'under-way')::int begun, count(*) filter (where state = 'completed')::int completed
		from moved`.execute(work.db);
	return rows[0] ?? { begun: 0, completed: 0 };
}

/** Once a day, before anybody is reminded. Run again the same day, it finds nothing. */
export const followDaysTask: Task = {
	name: "placement.follow-days",
	async run({ database, log }) {
		const moved = await database.commanding(system("placement days"), async (work) => done(await followDays(work)));
		log.info({ ...moved.done }, "placements begin and are completed by their days");
	},
};

export const followDaysCron: Cron = { pattern: "13 4 * * *", task: followDaysTask.name };
