import { sql } from "kysely";
import { system } from "../identity/actor.ts";
import { persistently } from "../job/persist.server.ts";
import { enqueue } from "../job/store.server.ts";
import type { WorkerContext } from "../job/task.server.ts";
import { isLanguage } from "../language.ts";
import { preferencesPath, writeLetter } from "./letter.ts";
import { handOver, type Verdict } from "./smtp.server.ts";

const actor = system("mail");

/** A mail server that will not have a mail for now is asked again for about a day. */
const attemptsAllowed = 100;

/** Mails this process is handing over right now: what says `sending` here and is not among them was lost sight of. */
const inHand = new Set<string>();

type Claimed = {
	readonly organisationId: string;
	readonly id: string;
	readonly recipient: string;
	readonly subject: string;
	readonly body: string;
	readonly language: string;
	readonly personId: string | null;
	readonly attempts: number;
};

/**
 * Sends one mail of the outbox. That it is being sent is committed before the mail server hears of it, so that a mail
 * whose sender died is known to be uncertain and is not sent again by itself.
 */
export async function sendMail(context: WorkerContext, organisationId: string, id: string): Promise<void> {
	const { configuration } = context;
	const { smtpUrl } = configuration.mail;
	if (smtpUrl === undefined) return hold(context, organisationId, id);
	if (inHand.has(id)) return;
	inHand.add(id);
	try {
		const claimed = await claim(context, organisationId, id);
		if (!claimed) return;
		const base = configuration.url;
		const language = isLanguage(claimed.language) ? claimed.language : "nb";
		const choice = claimed.personId !== null;
		const verdict = await handOver(smtpUrl, {
			...writeLetter({ language, subject: claimed.subject, body: claimed.body, base, choice }),
			from: configuration.mail.from,
			recipient: claimed.recipient,
			subject: claimed.subject,
			messageId: `<${id}@${new URL(base).hostname}>`,
			headers: {
				"Auto-Submitted": "auto-generated",
				"Content-Language": language,
				...(choice && { "List-Unsubscribe": `<${base}${preferencesPath}>` }),
			},
		});
		await settle(context, claimed, verdict);
	} finally {
		inHand.delete(id);
	}
}

/** Without a mail server nothing is lost: the mail is kept until whoever runs the installation decides. */
async function hold(context: WorkerContext, organisationId: string, id: string): Promise<void> {
	await context.database.commanding(actor, async (work) => ({
		done: await work.db
			.updateTable("notice.mail")
			.set({ state: "held" })
			.where("organisation_id", "=", organisationId)
			.where("id", "=", id)
			.where("state", "=", "waiting")
			.execute(),
	}));
}

async function claim(context: WorkerContext, organisationId: string, id: string): Promise<Claimed | null> {
	const outcome = await persistently(() =>
		context.database.commanding(actor, async (work) => {
			const row = await work.db
				.updateTable("notice.mail")
				.set({ state: "sending", worker_id: context.workerId, attempts: sql<number>`attempts + 1` })
				.where("organisation_id", "=", organisationId)
				.where("id", "=", id)
				.where("state", "=", "waiting")
				.returning(["recipient", "subject", "body", "language", "person_id as personId", "attempts"])
				.executeTakeFirst();
			return { done: row ? { ...row, organisationId, id } : null };
		}),
	);
	return outcome.done ?? null;
}

/**
 * Writes what became of the mail. The database may be away just now, and what the mail server answered is known only
 * here: so this goes on trying for a minute before the mail is left to be found uncertain.
 */
async function settle(context: WorkerContext, mail: Claimed, verdict: Verdict): Promise<void> {
	const deadline = Date.now() + 60_000;
	for (;;) {
		try {
			return await persistently(() => write(context, mail, verdict));
		} catch (error) {
			if (Date.now() > deadline) throw error;
			await new Promise((resolve) => setTimeout(resolve, 1_000));
		}
	}
}

async function write(context: WorkerContext, mail: Claimed, verdict: Verdict): Promise<void> {
	const { organisationId, id, attempts } = mail;
	await context.database.commanding(actor, async (work) => {
		const again = verdict.what === "not-now" && attempts < attemptsAllowed;
		const runAt = new Date(work.now.getTime() + context.backoff(attempts));
		const { numUpdatedRows } = await work.db
			.updateTable("notice.mail")
			.set({
				state: again ? "waiting" : endState(verdict),
				fault: verdict.what === "sent" ? null : verdict.reason,
				worker_id: null,
				...(again ? { next_attempt_at: runAt } : { finished_at: work.now }),
			})
			.where("organisation_id", "=", organisationId)
			.where("id", "=", id)
			.where("worker_id", "=", context.workerId)
			.where("attempts", "=", attempts)
			// Thought uncertain while this worker was thought dead, it is certain after all.
			.where("state", "in", ["sending", "uncertain"])
			.executeTakeFirst();
		if (again && numUpdatedRows === 1n) await enqueue(work, "mail", { organisationId, id }, runAt);
		return { done: undefined };
	});
}

function endState(verdict: Verdict): "sent" | "failed" | "uncertain" {
	if (verdict.what === "sent") return "sent";
	return verdict.what === "unknown" ? "uncertain" : "failed";
}

/** Finds mails whose sender died, or lost sight of them, between the mail and the answer: they become uncertain. */
export async function findUncertainMail(context: WorkerContext): Promise<void> {
	const lost = await context.database.reading(actor, (work) =>
		work.db
			.selectFrom("notice.mail as mail")
			.leftJoin("job.worker as worker", "worker.id", "mail.worker_id")
			.select(["mail.organisation_id as organisationId", "mail.id"])
			.where("mail.state", "=", "sending")
			.where((where) => where.or([where("worker.id", "is", null), where("worker.id", "=", context.workerId)]))
			.execute(),
	);
	for (const { organisationId, id } of lost) {
		if (inHand.has(id)) continue;
		await context.database.commanding(actor, async (work) => ({
			done: await work.db
				.updateTable("notice.mail")
				.set({ state: "uncertain", fault: "the sender died", finished_at: work.now })
				.where("organisation_id", "=", organisationId)
				.where("id", "=", id)
				.where("state", "=", "sending")
				.execute(),
		}));
	}
}

/** Queues again what should have gone out a while ago; a task that was lost costs time, and nothing else. */
export async function catchUp(context: WorkerContext): Promise<void> {
	const late = sql<Date>`now() - interval '10 minutes'`;
	const { mails, notices } = await context.database.reading(actor, async (work) => ({
		mails: await work.db
			.selectFrom("notice.mail")
			.select(["organisation_id as organisationId", "id"])
			.where("state", "=", "waiting")
			.where("next_attempt_at", "<", late)
			.limit(1000)
			.execute(),
		notices: await work.db
			.selectFrom("notice.notice")
			.select(["organisation_id as organisationId", "id"])
			.where("frequency", "is", null)
			.where("created_at", "<", late)
			.limit(1000)
			.execute(),
	}));
	await context.database.commanding(actor, async (work) => {
		for (const { organisationId, id } of mails) await enqueue(work, "mail", { organisationId, id });
		for (const { organisationId, id } of notices) await enqueue(work, "notice", { organisationId, ids: [id] });
		return { done: undefined };
	});
}
