import { sql } from "kysely";
import type { LeftBehind } from "../../../registry/left-behind.server.ts";
import { readPlacement } from "./service.server.ts";

/**
 * Placements, not over, whose supervisor is called what somebody is: a name is all the answer of the site gave, so nobody
 * but people can tell who takes over. Students are not named: that is for those who follow them.
 */
export const supervisedByName: LeftBehind = {
	kind: "placement",
	async list(work, organisationId, by) {
		const names = [...new Set(by.map(({ name }) => name.toLowerCase()))];
		const { rows } = await sql<{ id: string; title: string }>`
			select id, concat_ws(', ', course_name, site_name, to_char(first_day, 'DD.MM') || '–' || to_char(last_day, 'DD.MM.YYYY')) title
			from placement.placement
			where host_id = ${organisationId} and lower(supervisor_name) = any(${names}::text[]) and last_day >= ${work.today}
				and state not in ('cancelled', 'declined', 'completed')
			order by first_day, site_name collate house.norwegian, id`.execute(work.db);
		const found = [];
		for (const row of rows) {
			const page = await readPlacement(work, row.id);
			found.push({
				...{ kind: "placement", ...row },
				path: page?.can.confirm || page?.can.supervise ? `/placement/placements/${row.id}` : null,
			});
		}
		return found;
	},
};
