import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { Meeting, Presence } from "../contract.ts";
import { type Key, of } from "./key.server.ts";

const meetingColumns = sql`id, organisation_id "organisationId", arena_id "arenaId", starts_at "startsAt", ends_at "endsAt",
	place, link, state, minutes_approved_at "minutesApprovedAt", cancelled_because "cancelledBecause", version`;

/** Every meeting of an arena, the first one first. */
export async function listMeetings(work: Work, key: Key): Promise<Meeting[]> {
	const { rows } = await sql<Meeting>`select ${meetingColumns} from meeting.meeting where ${of(key)}
		order by starts_at, id`.execute(work.db);
	return rows;
}

export async function findMeeting(work: Work, id: string): Promise<Meeting | undefined> {
	const { rows } = await sql<Meeting>`select ${meetingColumns} from meeting.meeting where id = ${id}`.execute(work.db);
	return rows[0];
}

export async function insertMeeting(
	work: Work,
	key: Key,
	one: Pick<Meeting, "id" | "startsAt" | "endsAt" | "place" | "link">,
	readers: readonly string[],
): Promise<void> {
	await work.db
		.insertInto("meeting.meeting")
		.values({
			...{ organisation_id: key.organisationId, arena_id: key.id, id: one.id, starts_at: one.startsAt },
			...{ ends_at: one.endsAt, place: one.place, link: one.link, changed_at: work.now, readers: [...readers] },
		})
		.execute();
}

/** Changes a meeting in the version that was looked at; false where somebody else was first. */
export async function updateMeeting(
	work: Work,
	{ organisationId, arenaId, id, version }: Pick<Meeting, "organisationId" | "arenaId" | "id" | "version">,
	change: Partial<{
		starts_at: Date;
		ends_at: Date;
		place: string;
		link: string | null;
		state: Meeting["state"];
		minutes_approved_at: Date | null;
		cancelled_because: string;
	}>,
): Promise<boolean> {
	const changed = await work.db
		.updateTable("meeting.meeting")
		.set({ ...change, changed_at: work.now, version: version + 1 })
		.where("organisation_id", "=", organisationId)
		.where("arena_id", "=", arenaId)
		.where("id", "=", id)
		.where("version", "=", version)
		.executeTakeFirst();
	return changed.numUpdatedRows === 1n;
}

/** Who was asked to a meeting, what they answered and who came; or to every meeting of the arena. */
export async function listPresence(work: Work, key: Key, meetingId: string | "every"): Promise<Presence[]> {
	const { rows } =
		await sql<Presence>`select id, seat_id "seatId", answer, answered_at "answeredAt", came, name, version
		from meeting.presence where ${of(key)} and ${meetingId === "every" ? sql`true` : sql`meeting_id = ${meetingId}`}`.execute(
			work.db,
		);
	return rows;
}

export async function insertPresence(
	work: Work,
	key: Key,
	one: { readonly meetingId: string; readonly seatId: string; readonly id: string },
	readers: readonly string[],
): Promise<void> {
	await work.db
		.insertInto("meeting.presence")
		.values({
			...{ organisation_id: key.organisationId, arena_id: key.id, meeting_id: one.meetingId, seat_id: one.seatId },
			...{ id: one.id, readers: [...readers] },
		})
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

export async function updatePresence(
	work: Work,
	key: Key,
	{ meetingId, seatId }: { readonly meetingId: string; readonly seatId: string },
	change: Partial<{ answer: Presence["answer"]; answered_at: Date; came: Presence["came"]; name: string }>,
): Promise<boolean> {
	const changed = await work.db
		.updateTable("meeting.presence")
		.set({ ...change, version: sql<number>`version + 1` })
		.where("organisation_id", "=", key.organisationId)
		.where("arena_id", "=", key.id)
		.where("meeting_id", "=", meetingId)
		.where("seat_id", "=", seatId)
		.executeTakeFirst();
	return changed.numUpdatedRows === 1n;
}

/** Which meeting and seat an invitation (by its id) is for. */
export async function findInvited(
	work: Work,
	presenceId: string,
): Promise<{ readonly arenaId: string; readonly meetingId: string; readonly seatId: string } | undefined> {
	const { rows } = await sql<{ arenaId: string; meetingId: string; seatId: string }>`
		select arena_id "arenaId", meeting_id "meetingId", seat_id "seatId" from meeting.presence where id = ${presenceId}`.execute(
		work.db,
	);
	return rows[0];
}
