import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { Key } from "../network/store.server.ts";
import type { CardFacts, StatusCard, TakeHome, TakeHomeAnswer, Task, TaskDone } from "./contract.ts";

const within = ({ organisationId, id }: Key) => sql`organisation_id = ${organisationId} and network_id = ${id}`;
const rowOf = ({ organisationId, id }: Key, readers: readonly string[]) => ({
	...{ organisation_id: organisationId, network_id: id, readers: [...readers] },
});

/** The tasks of a network, by the day they are due. */
export async function listTasks(work: Work, key: Key): Promise<readonly Task[]> {
	const { rows } = await sql<Task>`
		select id, meeting_id "meetingId", task, due_on "dueOn" from development.network_task
		where ${within(key)} order by due_on, id`.execute(work.db);
	return rows;
}

export async function insertTask(work: Work, key: Key, one: Task, readers: readonly string[]): Promise<void> {
	await work.db
		.insertInto("development.network_task")
		.values({ ...rowOf(key, readers), id: one.id, meeting_id: one.meetingId, task: one.task, due_on: one.dueOn })
		.execute();
}

export async function deleteTask(work: Work, key: Key, id: string): Promise<void> {
	await sql`delete from development.network_task where ${within(key)} and id = ${id}`.execute(work.db);
}

export async function listTasksDone(work: Work, key: Key): Promise<readonly TaskDone[]> {
	const { rows } = await sql<TaskDone>`
		select task_id "taskId", member_id "memberId", done_on "doneOn" from development.network_task_done
		where ${within(key)} order by task_id, member_id`.execute(work.db);
	return rows;
}

/** Says which of some tasks a member has done, and which it has not. What was done before keeps its day. */
export async function writeTasksDone(
	work: Work,
	key: Key,
	one: {
		readonly memberId: string;
		readonly of: readonly string[];
		readonly done: readonly string[];
		readonly by: string;
	},
	readers: readonly string[],
): Promise<void> {
	const not = one.of.filter((id) => !one.done.includes(id));
	await sql`delete from development.network_task_done
		where ${within(key)} and member_id = ${one.memberId} and task_id = any(${not}::uuid[])`.execute(work.db);
	const done = one.of.filter((id) => one.done.includes(id));
	if (done.length === 0) return;
	const { memberId, by } = one;
	await work.db
		.insertInto("development.network_task_done")
		.values(
			done.map((taskId) => ({
				...{ ...rowOf(key, readers), task_id: taskId, member_id: memberId, done_on: work.today, recorded_by: by },
			})),
		)
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** How members stood before gatherings. */
export async function listCards(work: Work, key: Key): Promise<readonly StatusCard[]> {
	const { rows } = await sql<StatusCard>`
		select meeting_id "meetingId", member_id "memberId", standing, done, next, help, on_day "onDay",
			recorded_by "recordedBy"
		from development.network_card where ${within(key)} order by on_day, member_id`.execute(work.db);
	return rows;
}

export async function writeCard(
	work: Work,
	key: Key,
	{ meetingId, memberId, by, ...one }: Omit<CardFacts, "taskIds"> & { readonly meetingId: string; readonly by: string },
	readers: readonly string[],
): Promise<void> {
	const said = {
		...{ standing: one.standing, done: one.done, next: one.next, help: one.help },
		...{ on_day: work.today, recorded_by: by },
	};
	await work.db
		.insertInto("development.network_card")
		.values({ ...rowOf(key, readers), meeting_id: meetingId, member_id: memberId, ...said })
		.onConflict((conflict) =>
			conflict.columns(["organisation_id", "network_id", "meeting_id", "member_id"]).doUpdateSet(said),
		)
		.execute();
}

const takeHomeColumns = sql`t.id, t.meeting_id "meetingId", t.member_id "memberId", t.participant, t.what, t.who, t.due_on "dueOn",
	t.leader_name "leaderName", t.leader_email "leaderEmail", t.ask_on "askOn", t.told_on "toldOn", t.asked, t.note,
	t.answered_on "answeredOn"`;

/** What was taken home from the gatherings of a network, in the order it is to be done. */
export async function listTakeHome(work: Work, key: Key): Promise<readonly TakeHome[]> {
	const { rows } = await sql<TakeHome>`
		select ${takeHomeColumns} from development.network_take_home t where ${within(key)} order by t.due_on, t.id`.execute(
		work.db,
	);
	return rows;
}

export async function insertTakeHome(
	work: Work,
	key: Key,
	one: Omit<TakeHome, "toldOn" | "asked" | "note" | "answeredOn">,
	readers: readonly string[],
): Promise<void> {
	await work.db
		.insertInto("development.network_take_home")
		.values({
			...{ ...rowOf(key, readers), id: one.id, meeting_id: one.meetingId, member_id: one.memberId },
			...{ participant: one.participant, what: one.what, who: one.who, due_on: one.dueOn, ask_on: one.askOn },
			...{ leader_name: one.leaderName, leader_email: one.leaderEmail },
		})
		.execute();
}

export async function deleteTakeHome(work: Work, key: Key, id: string): Promise<void> {
	await sql`delete from development.network_take_home where ${within(key)} and id = ${id}`.execute(work.db);
}

/** What somebody took home, by its id: for its leader, who holds a link. */
export async function findTakeHome(work: Work, id: string): Promise<TakeHome | undefined> {
	const { rows } = await sql<TakeHome>`
		select ${takeHomeColumns} from development.network_take_home t where t.id = ${id}`.execute(work.db);
	return rows[0];
}

/** Answers once; false where it is answered already. */
export async function answerTakeHome(work: Work, id: string, { asked, note }: TakeHomeAnswer): Promise<boolean> {
	const done = await work.db
		.updateTable("development.network_take_home")
		.set({ asked, note, answered_on: work.today })
		.where("id", "=", id)
		.where("answered_on", "is", null)
		.executeTakeFirst();
	return done.numUpdatedRows === 1n;
}

type ToAsk = { readonly organisationId: string; readonly id: string };

/** What leaders are to be asked of by today and have not been, in all networks. */
export async function listToAsk(work: Work): Promise<readonly ToAsk[]> {
	const { rows } = await sql<ToAsk>`
		select organisation_id "organisationId", id from development.network_take_home
		where told_on is null and leader_email is not null and ask_on <= ${work.today} order by organisation_id, ask_on, id`.execute(
		work.db,
	);
	return rows;
}

export async function markAsked(work: Work, id: string): Promise<void> {
	await work.db
		.updateTable("development.network_take_home")
		.set({ told_on: work.today })
		.where("id", "=", id)
		.execute();
}

/** Whether a member has filled in a card, done a task or taken something home: then it is not taken away. */
export async function hasDelivered(work: Work, key: Key, memberId: string): Promise<boolean> {
	const { rows } = await sql<{ has: boolean }>`
		select exists (select from development.network_card where ${within(key)} and member_id = ${memberId})
			or exists (select from development.network_task_done where ${within(key)} and member_id = ${memberId})
			or exists (select from development.network_take_home where ${within(key)} and member_id = ${memberId}) has`.execute(
		work.db,
	);
	return rows[0]?.has === true;
}
