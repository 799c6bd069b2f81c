import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { mandateOf } from "../../organisation/service.server.ts";
import { takeInAnswer } from "./taken.server.ts";

type TakeInRefused = Extract<Awaited<ReturnType<typeof takeInAnswer>>, { refused: unknown }>;

/** Answers to own orders with places that no capacity says, and so no round can use: how many, of how many orders. */
export type ToTakeIn = { readonly requests: number; readonly places: number };

export async function countToTakeIn(work: Work): Promise<ToTakeIn> {
	const waiting = await listToTakeIn(work);
	return { requests: waiting.length, places: waiting.reduce((sum, { places }) => sum + places, 0) };
}

/** Takes all of them into the capacity, or none. */
export async function takeInAll(work: Work): Promise<Outcome<ToTakeIn, "nothing-to-take-in"> | TakeInRefused> {
	const waiting = await listToTakeIn(work);
	if (waiting.length === 0) return refused("nothing-to-take-in");
	let places = 0;
	for (const { id, version } of waiting) {
		const taken = await takeInAnswer(work, id, version);
		if (taken.refused) return taken;
		places += taken.done.places;
	}
	return done({ requests: waiting.length, places });
}

async function listToTakeIn(work: Work) {
	const { organisationId } = await mandateOf(work);
	if (organisationId === null) return [];
	const { rows } = await sql<{ id: string; version: number; places: number }>`
		select r.id, r.version, sum(a.places)::int places from placement.request r
		join placement.request_answer a on a.organisation_id = r.organisation_id and a.request_id = r.id and a.offer_id is null
		where r.organisation_id = ${organisationId} and r.state = 'answered' and r.last_day >= ${work.today}
		group by r.id, r.version order by r.id`.execute(work.db);
	return rows;
}
