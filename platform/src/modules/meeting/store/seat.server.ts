import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { Seat, SeatFacts } from "../contract.ts";
import { type Key, of } from "./key.server.ts";

export async function listSeats(work: Work, key: Key): Promise<Seat[]> {
	const { rows } =
		await sql<Seat>`select id, party_id "partyId", role, represents, duty, person_id "personId", name, email,
		deputy_name "deputyName", deputy_email "deputyEmail", valid_from "validFrom", valid_to "validTo", sort, version
		from meeting.seat where ${of(key)}
		order by array_position(array['chair', 'secretary', 'member'], duty), sort, id`.execute(work.db);
	return rows;
}

function seatColumns(facts: SeatFacts, personId: string | null) {
	return {
		...{ party_id: facts.partyId, role: facts.role, represents: facts.represents, duty: facts.duty },
		...{ person_id: personId, name: facts.name, email: facts.email },
		...{ deputy_name: facts.deputyName, deputy_email: facts.deputyEmail },
	};
}

export async function insertSeat(
	work: Work,
	key: Key,
	facts: SeatFacts & { readonly id: string; readonly sort: number; readonly personId: string | null },
	readers: readonly string[],
): Promise<void> {
	await work.db
		.insertInto("meeting.seat")
		.values({
			...{ organisation_id: key.organisationId, arena_id: key.id, id: facts.id, sort: facts.sort },
			...seatColumns(facts, facts.personId),
			...{ valid_from: work.today, readers: [...readers] },
		})
		.execute();
}

export async function updateSeat(
	work: Work,
	key: Key,
	seatId: string,
	facts: SeatFacts & { readonly personId: string | null },
	version: number,
): Promise<boolean> {
	const changed = await work.db
		.updateTable("meeting.seat")
		.set({ ...seatColumns(facts, facts.personId), version: version + 1 })
		.where("organisation_id", "=", key.organisationId)
		.where("arena_id", "=", key.id)
		.where("id", "=", seatId)
		.where("version", "=", version)
		.executeTakeFirst();
	return changed.numUpdatedRows === 1n;
}

/** A seat that nobody has sat in is gone; one that has ends today, and what it did stays. */
export async function endSeat(work: Work, key: Key, seatId: string, used: boolean): Promise<void> {
	if (used)
		await sql`update meeting.seat set valid_to = ${work.today}, version = version + 1
			where ${of(key)} and id = ${seatId}`.execute(work.db);
	else await sql`delete from meeting.seat where ${of(key)} and id = ${seatId}`.execute(work.db);
}

/** The account of a person of an organisation by e-mail address, where there is one: their seat is in their calendar. */
export async function findPerson(work: Work, organisationId: string, email: string): Promise<string | null> {
	const { rows } = await sql<{ id: string }>`select m.person_id id from organisation.membership m
		where m.organisation_id = ${organisationId} and m.person_id is not null and lower(m.email) = lower(${email})
			and (m.valid_to is null or m.valid_to >= ${work.today}) limit 1`.execute(work.db);
	return rows[0]?.id ?? null;
}
