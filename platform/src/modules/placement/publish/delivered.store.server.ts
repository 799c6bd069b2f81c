import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { DeliveryQuestion } from "../../../registry/deliveries.server.ts";

export type Group = {
	readonly question: number;
	readonly courseName: string;
	readonly institutionId: string;
	readonly hostId: string;
	readonly firstDay: string;
	readonly places: number;
	readonly ids: readonly string[] | null;
};

/** Places delivered, together by question (from 1), course, host and first day; ids only where asked for. */
export async function listDelivered(
	work: Work,
	questions: readonly DeliveryQuestion[],
	withIds: boolean,
): Promise<readonly Group[]> {
	const { rows } = await sql<Group>`select question, course_name "courseName", institution_id "institutionId",
		host_id "hostId", first_day "firstDay", places, ids
		from placement.delivered(${JSON.stringify(questions)}::jsonb, ${withIds})
		order by first_day, course_name, host_id`.execute(work.db);
	return rows;
}

/** Of these placements, those the asker may read, with what they are called. */
export async function listReadable(
	work: Work,
	ids: readonly string[],
): Promise<readonly { readonly id: string; readonly title: string }[]> {
	if (ids.length === 0) return [];
	const { rows } = await sql<{ id: string; title: string }>`
		select id, student_name || ', ' || site_name title from placement.placement
		where id = any(${[...ids]}::uuid[])`.execute(work.db);
	return rows;
}
