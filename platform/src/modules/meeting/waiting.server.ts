import { sql } from "kysely";
import { rowsTogether } from "../../database/asked-together.server.ts";
import type { Work } from "../../database/work.server.ts";
import type { WaitingItem } from "../../registry/waiting.server.ts";
import { waitingText } from "./waiting.text.ts";

type Row = { readonly kind: "answer" | "minutes"; readonly id: string; readonly name: string; readonly day: string };

/** Calls to answer, minutes to write, and decisions of one's own that are late. */
export async function findWaitingMeetings(work: Work): Promise<WaitingItem[]> {
	const { actor } = work;
	if (actor.kind !== "person" || actor.organisationId === null) return [];
	const text = waitingText[actor.language];
	const [rows, late] = await Promise.all([callsAndMinutes(work, actor.personId), lateOf(work, actor.personId)]);
	const count = late[0]?.count ?? 0;
	return [
		...(count === 0
			? []
			: [
					{
						...{ key: "meeting.late", title: text.waitingDecisions(count), urgency: "now" as const },
						path: "/arenas/decisions?standing=late",
					},
				]),
		...rows.map(({ kind, id, name, day }) => ({
			...{ key: `meeting.${kind}.${id}`, path: `/meetings/${id}`, urgency: "soon" as const },
			title: kind === "answer" ? text.waitingAnswer(name) : text.waitingMinutes(name),
			...(kind === "answer" ? { dueOn: day } : {}),
		})),
	];
}

function callsAndMinutes(work: Work, personId: string) {
	return rowsTogether(
		work,
		sql<Row>`
		select case when m.ends_at < ${work.now} then 'minutes' else 'answer' end kind, m.id, a.name,
			(m.starts_at at time zone 'Europe/Oslo')::date "day"
		from meeting.seat s
		join meeting.arena a on a.organisation_id = s.organisation_id and a.id = s.arena_id
		join meeting.meeting m on m.organisation_id = s.organisation_id and m.arena_id = s.arena_id
		left join meeting.presence p on p.organisation_id = m.organisation_id and p.arena_id = m.arena_id
			and p.meeting_id = m.id and p.seat_id = s.id
		where s.person_id = ${personId} and s.valid_to is null and (
			(m.state = 'invited' and m.ends_at >= ${work.now} and p.id is not null and p.answer is null)
			or (s.duty = 'secretary' and m.ends_at < ${work.now} and m.minutes_approved_at is null and m.state <> 'cancelled'))
		order by m.starts_at limit 20`,
	);
}

function lateOf(work: Work, personId: string) {
	return rowsTogether(
		work,
		sql<{ count: number }>`
		select count(*)::int count from meeting.decision d
		join meeting.seat s on s.organisation_id = d.organisation_id and s.arena_id = d.arena_id and s.id = d.seat_id
		where s.person_id = ${personId} and d.state = 'open' and d.due_on < ${work.today}`,
	);
}
