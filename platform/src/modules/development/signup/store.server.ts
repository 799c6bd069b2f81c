import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { Key } from "../network/store.server.ts";
import type { SignUp, TimeFacts } from "./contract.ts";

type Of = { readonly key: Key; readonly readers: readonly string[] };
const rowOf = ({ key, readers }: Of) => ({
	...{ organisation_id: key.organisationId, network_id: key.id, readers: [...readers] },
});

/** Who comes to a gathering, in the order they were signed up. */
export async function listSignUps(work: Work, key: Key, meetingId: string): Promise<readonly SignUp[]> {
	const { rows } = await sql<SignUp>`
		select id, meeting_id "meetingId", member_id "memberId", participant, role, substitute_hours "substituteHours",
			substitute_kroner "substituteKroner", approved_on "approvedOn", approved_by "approvedBy"
		from development.network_sign_up
		where organisation_id = ${key.organisationId} and network_id = ${key.id} and meeting_id = ${meetingId}
		order by id`.execute(work.db);
	return rows;
}

export async function insertSignUp(work: Work, of: Of, one: SignUp, by: string): Promise<void> {
	await work.db
		.insertInto("development.network_sign_up")
		.values({
			...{ ...rowOf(of), id: one.id, meeting_id: one.meetingId, member_id: one.memberId, role: one.role },
			...{ participant: one.participant, substitute_hours: one.substituteHours, recorded_by: by },
			...{ substitute_kroner: one.substituteKroner, approved_on: one.approvedOn, approved_by: one.approvedBy },
		})
		.execute();
}

export async function deleteSignUp(work: Work, key: Key, id: string): Promise<void> {
	await work.db
		.deleteFrom("development.network_sign_up")
		.where("organisation_id", "=", key.organisationId)
		.where("network_id", "=", key.id)
		.where("id", "=", id)
		.execute();
}

export async function approveSignUp(work: Work, key: Key, id: string, by: string): Promise<void> {
	await work.db
		.updateTable("development.network_sign_up")
		.set({ approved_on: work.today, approved_by: by })
		.where("organisation_id", "=", key.organisationId)
		.where("network_id", "=", key.id)
		.where("id", "=", id)
		.execute();
}

/** How the time of a gathering is to be used; undefined where nobody has said. */
export async function findTime(work: Work, key: Key, meetingId: string): Promise<TimeFacts | undefined> {
	return work.db
		.selectFrom("development.network_time")
		.select(["input", "sharing", "reflection", "work"])
		.where("organisation_id", "=", key.organisationId)
		.where("network_id", "=", key.id)
		.where("meeting_id", "=", meetingId)
		.executeTakeFirst();
}

export async function writeTime(work: Work, of: Of, meetingId: string, time: TimeFacts): Promise<void> {
	await work.db
		.insertInto("development.network_time")
		.values({ ...rowOf(of), meeting_id: meetingId, ...time })
		.onConflict((conflict) => conflict.columns(["organisation_id", "network_id", "meeting_id"]).doUpdateSet(time))
		.execute();
}

/** Whether somebody has been signed up for a member, or reflects there: then it is not taken away. */
export async function hasTakenPart(work: Work, key: Key, memberId: string): Promise<boolean> {
	const { rows } = await sql<{ has: boolean }>`
		select exists (select from development.network_sign_up where organisation_id = ${key.organisationId}
				and network_id = ${key.id} and member_id = ${memberId})
			or exists (select from development.network_reflection where organisation_id = ${key.organisationId}
				and network_id = ${key.id} and member_id = ${memberId}) has`.execute(work.db);
	return rows[0]?.has === true;
}
