import { sql } from "kysely";
import { newId, type Work } from "../../../database/work.server.ts";
import type { Request } from "./contract.ts";

/** One time a host was told of an order. */
export type Letter = {
	readonly id: string;
	readonly kind: "sent" | "reminded";
	/** Told in the inbox of those with an account, mailed, or given a link that somebody sent. */
	readonly way: "told" | "mailed" | "link";
	readonly recipient: string | null;
	readonly at: Date;
	/** Null where the program reminded by itself. */
	readonly byName: string | null;
};

type Kept = Pick<Request, "organisationId" | "id" | "hostId">;

/** Keeps that a host was told of an order, and where. */
export async function insertLetter(
	work: Work,
	{ organisationId, id, hostId }: Kept,
	letter: Omit<Letter, "id" | "at">,
): Promise<void> {
	await work.db
		.insertInto("placement.request_letter")
		.values({
			...{ organisation_id: organisationId, request_id: id, id: newId(), host_id: hostId, at: work.now },
			...{ kind: letter.kind, way: letter.way, recipient: letter.recipient, by_name: letter.byName },
		})
		.execute();
}

/** Each time the host was told of an order, the first one first. Seen by its keeper alone. */
export async function listLetters(work: Work, { organisationId, id }: Kept): Promise<Letter[]> {
	const { rows } = await sql<Letter>`
		select id, kind, way, recipient, at, by_name "byName" from placement.request_letter
		where organisation_id = ${organisationId} and request_id = ${id} order by at, id`.execute(work.db);
	return rows;
}

/** The address the keeper last used for a host, in whichever order; null where it has used none. */
export async function findLastAddress(
	work: Work,
	{ organisationId, hostId }: Pick<Kept, "organisationId" | "hostId">,
): Promise<string | null> {
	const { rows } = await sql<{ recipient: string }>`
		select recipient from placement.request_letter
		where organisation_id = ${organisationId} and host_id = ${hostId} and recipient is not null
		order by at desc, id desc limit 1`.execute(work.db);
	return rows[0]?.recipient ?? null;
}

/**
 * Orders nobody has answered that are to be reminded of: from a day before the last day to answer until the placement
 * begins, where nobody has been written to since a moment.
 */
export async function listToRemind(
	work: Work,
	{ answerBy, quietSince }: { readonly answerBy: string; readonly quietSince: Date },
): Promise<{ readonly organisationId: string; readonly id: string }[]> {
	const { rows } = await sql<{ organisationId: string; id: string }>`
		select q.organisation_id "organisationId", q.id from placement.request q
		where q.state = 'sent' and q.answer_by <= ${answerBy} and q.first_day > ${work.today} and q.host_id <> q.organisation_id
			and q.sent_at <= ${quietSince}
			and not exists (select from placement.request_letter l
				where l.organisation_id = q.organisation_id and l.request_id = q.id and l.at > ${quietSince})
		order by q.answer_by, q.id`.execute(work.db);
	return rows;
}
