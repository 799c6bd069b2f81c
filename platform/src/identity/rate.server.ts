import { createHash } from "node:crypto";
import { sql } from "kysely";
import { data, type RouterContextProvider } from "react-router";
import type { Database, Work } from "../database/work.server.ts";
import { visit } from "../visit.server.ts";
import { type Allowance, networkOf, type Rate, rates, windowOf } from "./rate.ts";

/**
 * Counts one try in a bucket and says whether it is within the limit.
 * @param bucket what is tried and by whom; only a hash of it is kept
 * @param limit tries allowed in a window
 * @param windowSeconds length of a window, seconds
 */
export async function allow(
	database: Database,
	bucket: string,
	limit: number,
	windowSeconds: number,
	now = new Date(),
): Promise<Allowance> {
	const { start, secondsLeft } = windowOf(now, windowSeconds);
	const key = createHash("sha256").update(`${windowSeconds} ${bucket}`).digest("base64url").slice(0, 22);
	const { rows } = await sql<{ tries: number }>`select identity.count_try(${key}, ${start}) as tries`.execute(
		database.bare,
	);
	return (rows[0]?.tries ?? 0) > limit ? { allowed: false, retryAfter: secondsLeft } : { allowed: true };
}

/** Counts one try of the sender of the request the database is asked for. `key` counts something else than the network address, e.g. a person. */
export function allowSender(database: Database, rate: Rate, key?: string, now = new Date()): Promise<Allowance> {
	const { tries, seconds } = rates[rate];
	return allow(database, `${rate} ${key ?? networkOf(database.request?.address ?? "here")}`, tries, seconds, now);
}

/** For a page: goes on when the sender is within the limit, else answers 429 with a plain page and Retry-After. */
export async function limit(context: Readonly<RouterContextProvider>, rate: Rate, key?: string): Promise<void> {
	const { house, answerHeaders } = visit(context);
	const allowance = await allowSender(house.database, rate, key);
	if (allowance.allowed) return;
	answerHeaders.set("Retry-After", String(allowance.retryAfter));
	throw data({ retryAfter: allowance.retryAfter }, { status: 429 });
}

/** Deletes the windows that are over. Run by a job; the longest window is an hour. */
export async function sweepRates(work: Work): Promise<number> {
	const gone = await work.db
		.deleteFrom("identity.rate")
		.where("window_start", "<", new Date(work.now.getTime() - 60 * 60 * 1000))
		.executeTakeFirst();
	return Number(gone.numDeletedRows);
}
