import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { WaitingItem } from "../../../registry/waiting.server.ts";
import { mayOf } from "../asker.server.ts";
import { awardText } from "./text.ts";

/** Awards to be answered, for who received them; what is asked about awards, for who gives them. */
export async function findWaitingAwards(work: Work): Promise<WaitingItem[]> {
	const { actor } = work;
	if (actor.kind !== "person" || actor.organisationId === null) return [];
	const may = await mayOf(work);
	if (!may.apply && !may.makeCalls) return [];
	const words = awardText[actor.language];
	const { rows } = await sql<{ readonly id: string; readonly title: string; readonly what: "accept" | "ask" }>`
		select a.id, a.title, 'accept' what from funding.award a
		where ${may.apply} and a.organisation_id = ${actor.organisationId} and a.accepted_at is null and a.declined_at is null
		union all
		select distinct a.id, a.title, 'ask' from funding.award a
		join funding.award_ask k on k.organisation_id = a.organisation_id and k.award_id = a.id and k.decision is null
		where ${may.makeCalls} and a.issuer_id = ${actor.organisationId} and a.way = 'here'
		order by 3, 2 limit 20`.execute(work.db);
	return rows.map(({ id, title, what }) => ({
		...{ key: `funding.award.${what} ${id}`, urgency: "soon" as const },
		title: what === "accept" ? words.waitingAccept(title) : words.waitingAsk(title),
		note: what === "accept" ? words.waitingAcceptNote : words.waitingAskNote,
		path: what === "accept" ? `/funding/awards/${id}` : `/funding/awards/${id}/asks`,
	}));
}
