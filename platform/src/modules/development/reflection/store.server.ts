import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { Key } from "../network/store.server.ts";
import type { Reflection } from "./contract.ts";

/** What the members of a network have reflected on, the latest first. */
export async function listReflections(work: Work, { organisationId, id }: Key): Promise<readonly Reflection[]> {
	const { rows } = await sql<Reflection>`
		select id, member_id "memberId", on_day "onDay", theme, tool, held, not_because "notBecause", changed,
			recorded_by "recordedBy"
		from development.network_reflection where organisation_id = ${organisationId} and network_id = ${id}
		order by on_day desc, id desc`.execute(work.db);
	return rows;
}

export async function insertReflection(
	work: Work,
	{ organisationId, id }: Key,
	one: Reflection,
	readers: readonly string[],
): Promise<void> {
	await work.db
		.insertInto("development.network_reflection")
		.values({
			...{ organisation_id: organisationId, network_id: id, id: one.id, member_id: one.memberId, on_day: one.onDay },
			...{ theme: one.theme, tool: one.tool, held: one.held, not_because: one.notBecause, changed: one.changed },
			...{ recorded_by: one.recordedBy, readers: [...readers] },
		})
		.execute();
}

export async function deleteReflection(work: Work, { organisationId, id }: Key, reflectionId: string): Promise<void> {
	await work.db
		.deleteFrom("development.network_reflection")
		.where("organisation_id", "=", organisationId)
		.where("network_id", "=", id)
		.where("id", "=", reflectionId)
		.execute();
}
