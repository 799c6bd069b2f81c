import { sql } from "kysely";
import { rowsTogether } from "../../database/asked-together.server.ts";
import type { Work } from "../../database/work.server.ts";
import { defineText, formatNumber } from "../../language.ts";
import type { WaitingItem } from "../../registry/waiting.server.ts";
import { mayOf } from "./asker.server.ts";

const text = defineText({
	nb: {
		one: (title: string) => `Svar på et spørsmål om «${title}»`,
		many: (count: string, title: string) => `Svar på ${count} spørsmål om «${title}»`,
		note: "Svaret går til alle som leser utlysningen.",
	},
	nn: {
		one: (title: string) => `Svar på eit spørsmål om «${title}»`,
		many: (count: string, title: string) => `Svar på ${count} spørsmål om «${title}»`,
		note: "Svaret går til alle som les utlysinga.",
	},
	en: {
		one: (title: string) => `Answer a question about “${title}”`,
		many: (count: string, title: string) => `Answer ${count} questions about “${title}”`,
		note: "The answer goes to everybody who reads the call.",
	},
});

/** Questions to one's own calls that nobody has answered. */
export async function findWaitingFunding(work: Work): Promise<WaitingItem[]> {
	const { actor } = work;
	if (actor.kind !== "person" || actor.organisationId === null || !(await mayOf(work)).makeCalls) return [];
	const rows = await rowsTogether(
		work,
		sql<{ readonly id: string; readonly title: string; readonly count: number }>`
		select c.call_id id, v.title, count(*)::int count from funding.clarification c
		join funding.call k on k.organisation_id = c.organisation_id and k.id = c.call_id and k.withdrawn_at is null
		join funding.call_version v on v.organisation_id = k.organisation_id and v.call_id = k.id and v.number = k.published
		where c.organisation_id = ${actor.organisationId} and c.answer is null group by c.call_id, v.title order by v.title`,
	);
	const words = text[actor.language];
	return rows.map(({ id, title, count }) => ({
		key: `funding.questions ${id}`,
		title: count === 1 ? words.one(title) : words.many(formatNumber(actor.language, count), title),
		note: words.note,
		path: `/funding/calls/${id}#questions`,
		urgency: "soon",
	}));
}
