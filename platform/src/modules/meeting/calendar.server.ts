import { sql } from "kysely";
import type { Work } from "../../database/work.server.ts";
import type { CalendarEvent, CalendarSource } from "../../notice/calendar-source.ts";
import { momentOf } from "./time.ts";

type Row = {
	readonly id: string;
	readonly name: string;
	readonly startsAt: Date;
	readonly endsAt: Date;
	readonly place: string;
	readonly link: string | null;
	readonly changedAt: Date;
};

/** Meetings of arenas the person has a seat in, unless cancelled. */
export const meetingCalendar: CalendarSource = {
	name: "meetings",
	async list(work: Work, { from, to }): Promise<readonly CalendarEvent[]> {
		const { actor } = work;
		if (actor.kind !== "person") return [];
		const { rows } = await sql<Row>`
			select m.id, a.name, m.starts_at "startsAt", m.ends_at "endsAt", m.place, m.link, m.changed_at "changedAt"
			from meeting.seat s
			join meeting.arena a on a.organisation_id = s.organisation_id and a.id = s.arena_id
			join meeting.meeting m on m.organisation_id = s.organisation_id and m.arena_id = s.arena_id
			where s.person_id = ${actor.personId} and s.valid_to is null and m.state <> 'cancelled'
				and m.starts_at >= ${momentOf(from, "00:00")} and m.starts_at <= ${momentOf(to, "23:59")}
			order by m.starts_at, m.id`.execute(work.db);
		return rows.map((row) => ({
			...{ id: `meeting-${row.id}`, title: row.name, from: row.startsAt, to: row.endsAt, changedAt: row.changedAt },
			...{ place: row.place, link: `/meetings/${row.id}`, ...(row.link === null ? {} : { description: row.link }) },
		}));
	},
};
