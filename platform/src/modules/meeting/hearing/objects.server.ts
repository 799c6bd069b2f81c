import { sql } from "kysely";
import { formatShortDate } from "../../../language.ts";
import type { Concerning } from "../../../registry/concerning.server.ts";
import type { FindObjects, SearchObjects } from "../../../registry/objects.server.ts";
import type { HearingStanding } from "./codes.ts";
import { hearingText } from "./text.ts";

const findHearings: FindObjects = async (work, ids) => {
	const rows = await work.db
		.selectFrom("meeting.hearing")
		.select(["id", "title"])
		.where("id", "in", [...ids])
		.execute();
	return rows.map(({ id, title }) => ({ kind: "hearing", id, title, path: `/hearings/${id}` }));
};

const findInvitees: FindObjects = async (work, ids) => {
	const rows = await work.db
		.selectFrom("meeting.hearing_invitee")
		.select(["id", "name", "hearing_id as hearingId"])
		.where("id", "in", [...ids])
		.execute();
	return rows.map(({ id, name, hearingId }) => ({
		...{ kind: "hearing-invitee", id, title: name, path: `/hearings/${hearingId}` },
	}));
};

export const hearingObjects: Readonly<Record<string, FindObjects>> = {
	...{ hearing: findHearings, "hearing-invitee": findInvitees },
};

const searchHearings: SearchObjects = async (work, words, most) => {
	const conditions = words.map((word) => sql`search_name like ${`%${word}%`}`);
	const { rows } = await sql<{ id: string; title: string }>`
		select id, title from meeting.hearing where state <> 'draft' and ${sql.join(conditions, sql` and `)}
		order by last_day desc, id limit ${most}`.execute(work.db);
	return rows.map(({ id, title }) => ({ kind: "hearing", id, title, path: `/hearings/${id}` }));
};

/** What people may point at in hearings: those that have been sent. */
export const hearingSearches: Readonly<Record<string, SearchObjects>> = { hearing: searchHearings };

/** Hearings about an object of another room. */
export const hearingsConcerning: Concerning = {
	title: { nb: "Høringer om dette", nn: "Høyringar om dette", en: "Hearings about this" },
	async find(work, { kind, id }, language) {
		const { rows } = await sql<{ id: string; title: string; lastDay: string; standing: HearingStanding }>`
			select id, title, last_day "lastDay",
				case when state = 'open' and last_day < ${work.today} then 'to-answer' else state end standing
			from meeting.hearing where object_kind = ${kind} and object_id = ${id} and state <> 'draft'
			order by last_day desc, id limit 50`.execute(work.db);
		return rows.map((row) => ({
			...{ id: row.id, title: row.title, path: `/hearings/${row.id}` },
			note: `${hearingText[language].standings[row.standing]}, ${formatShortDate(language, row.lastDay)}`,
		}));
	},
};
