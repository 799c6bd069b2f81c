import { sql } from "kysely";
import { dayOf } from "../../day.ts";
import { formatShortDate } from "../../language.ts";
import type { Concerning } from "../../registry/concerning.server.ts";
import type { FindObjects } from "../../registry/objects.server.ts";
import type { DecisionStanding } from "./codes.ts";
import { meetingText } from "./text.ts";

const findArenas: FindObjects = async (work, ids) => {
	const rows = await work.db
		.selectFrom("meeting.arena")
		.select(["id", "name"])
		.where("id", "in", [...ids])
		.execute();
	return rows.map(({ id, name }) => ({ kind: "arena", id, title: name, path: `/arenas/${id}` }));
};

const findMeetings: FindObjects = async (work, ids) => {
	const { rows } = await sql<{ id: string; name: string; startsAt: Date }>`
		select m.id, a.name, m.starts_at "startsAt" from meeting.meeting m
		join meeting.arena a on a.organisation_id = m.organisation_id and a.id = m.arena_id
		where m.id = any(${[...ids]}::uuid[])`.execute(work.db);
	return rows.map(({ id, name, startsAt }) => ({
		...{ kind: "meeting", id, path: `/meetings/${id}` },
		title: `${name}, ${formatShortDate("nb", dayOf(startsAt))}`,
	}));
};

const findDecisions: FindObjects = async (work, ids) => {
	const rows = await work.db
		.selectFrom("meeting.decision")
		.select(["id", "arena_id as arenaId", "body"])
		.where("id", "in", [...ids])
		.execute();
	return rows.map(({ id, arenaId, body }) => ({
		...{ kind: "decision", id, title: body, path: `/arenas/${arenaId}/decisions/${id}` },
	}));
};

export const meetingObjects: Readonly<Record<string, FindObjects>> = {
	...{ arena: findArenas, meeting: findMeetings, decision: findDecisions },
};

/** Decisions that change an object of another room. */
export const decisionsConcerning: Concerning = {
	title: { nb: "Beslutninger som gjelder dette", nn: "Avgjerder som gjeld dette", en: "Decisions about this" },
	async find(work, { kind, id }, language) {
		const { rows } = await sql<{
			id: string;
			arenaId: string;
			body: string;
			ownerName: string;
			standing: DecisionStanding;
		}>`
			select id, arena_id "arenaId", body, owner_name "ownerName",
				case when state = 'open' and due_on < ${work.today} then 'late' else state end standing
			from meeting.decision where object_kind = ${kind} and object_id = ${id}
			order by decided_on desc, id limit 50`.execute(work.db);
		return rows.map((row) => ({
			...{ id: row.id, title: row.body, path: `/arenas/${row.arenaId}/decisions/${row.id}` },
			note: `${row.ownerName}. ${meetingText[language].standings[row.standing]}`,
		}));
	},
};
