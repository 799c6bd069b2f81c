import { sql } from "kysely";
import { type Holder, whoseOf } from "../../../registry/holders.server.ts";

/** Units, not closed, whose own address is somebody's: what is written to the unit reaches whoever takes over. */
export const unitHolder: Holder = {
	kind: "unit",
	async list(work, organisationId, by) {
		const { rows } = await sql<{ id: string; title: string }>`
			select id, name title from organisation.unit
			where organisation_id = ${organisationId} and (valid_to is null or valid_to >= ${work.today})
				and lower(email) = any(${whoseOf(by).emails}::text[])
			order by name collate house.norwegian, id`.execute(work.db);
		return rows.map(({ id, title }) => ({ kind: "unit", id, title }));
	},
	async move(work, organisationId, by, successor) {
		const held = await this.list(work, organisationId, by);
		await sql`
			update organisation.unit set email = ${successor.email}, version = version + 1
			where organisation_id = ${organisationId} and id = any(${held.map(({ id }) => id)}::uuid[])`.execute(work.db);
		return held.length;
	},
};
