import { sql } from "kysely";
import type { Work } from "../../database/work.server.ts";
import type { Delivery, DeliveryQuestion } from "../../registry/deliveries.server.ts";

type Row = { readonly question: number; readonly id: string; readonly name: string; readonly heldOn: string };

/**
 * Meetings as deliveries on an agreement: those held within the days in arenas that follow it up, or that all its parties
 * are in. Each stands by itself; the way to it only for those in the arena.
 */
export async function countMeetings(work: Work, questions: readonly DeliveryQuestion[]): Promise<readonly Delivery[]> {
	const asked = questions.map(({ agreementId = null, parties, from, to }) => ({ agreementId, parties, from, to }));
	const { rows } = await sql<Row>`
		select question, id, arena_name name, held_on "heldOn" from meeting.delivered(${JSON.stringify(asked)}::jsonb)`.execute(
		work.db,
	);
	const readable = new Set(await listReadable(work, [...new Set(rows.map(({ id }) => id))]));
	return questions.map((_, index) => {
		const items = rows
			.filter(({ question }) => question === index + 1)
			.map(({ id, name, heldOn }) => ({
				...{ kind: "meeting", id, title: name, amount: 1, date: heldOn },
				path: readable.has(id) ? `/meetings/${id}` : null,
			}));
		return { amount: items.length, items };
	});
}

async function listReadable(work: Work, ids: readonly string[]): Promise<string[]> {
	if (ids.length === 0) return [];
	const { rows } = await sql<{
		id: string;
	}>`select id from meeting.meeting where id = any(${[...ids]}::uuid[])`.execute(work.db);
	return rows.map(({ id }) => id);
}
