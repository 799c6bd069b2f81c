import type { Work } from "../database/work.server.ts";
import { record } from "../identity/audit.server.ts";
import { mayOperate } from "../identity/rules.ts";
import { enqueue } from "../job/store.server.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { stuckStates } from "./mail-state.ts";

export type MailCode = "mail-missing" | "mail-moved";

/** Sends a mail again that was uncertain, rejected or held, because whoever runs the installation says so. */
export async function sendMailAgain(work: Work, id: string): Promise<Outcome<undefined, MailCode>> {
	const moved = await move(work, id, {
		state: "waiting",
		next_attempt_at: work.now,
		finished_at: null,
		worker_id: null,
	});
	if (moved.refused) return moved;
	await enqueue(work, "mail", { organisationId: moved.done, id });
	await record(work, { verb: "mail.send-again", objectKind: "mail", objectId: id });
	return done(undefined);
}

/** Lets a mail be: it is never sent. */
export async function dropMail(work: Work, id: string): Promise<Outcome<undefined, MailCode>> {
	const moved = await move(work, id, { state: "dropped", finished_at: work.now });
	if (moved.refused) return moved;
	await record(work, { verb: "mail.drop", objectKind: "mail", objectId: id });
	return done(undefined);
}

/** Sends everything that was held while no mail server was set up. Returns how many. */
export async function sendHeldMail(work: Work): Promise<Outcome<number, MailCode>> {
	if (!mayOperate(work.actor)) return refused("mail-missing");
	const held = await work.db
		.updateTable("notice.mail")
		.set({ state: "waiting", next_attempt_at: work.now })
		.where("state", "=", "held")
		.returning(["organisation_id as organisationId", "id"])
		.execute();
	for (const { organisationId, id } of held) await enqueue(work, "mail", { organisationId, id });
	await record(work, { verb: "mail.send-held", objectKind: "mail", objectId: null, detail: { count: held.length } });
	return done(held.length);
}

type Change = {
	readonly state: "waiting" | "dropped";
	readonly next_attempt_at?: Date;
	readonly finished_at: Date | null;
	readonly worker_id?: null;
};

/** Moves a mail out of a state it stays in until someone decides; gives the organisation it belongs to. */
async function move(work: Work, id: string, change: Change): Promise<Outcome<string, MailCode>> {
	if (!mayOperate(work.actor)) return refused("mail-missing");
	const moved = await work.db
		.updateTable("notice.mail")
		.set(change)
		.where("id", "=", id)
		.where("state", "in", [...stuckStates])
		.returning("organisation_id as organisationId")
		.executeTakeFirst();
	if (moved) return done(moved.organisationId);
	const there = await work.db.selectFrom("notice.mail").select("id").where("id", "=", id).executeTakeFirst();
	return refused(there ? "mail-moved" : "mail-missing");
}
