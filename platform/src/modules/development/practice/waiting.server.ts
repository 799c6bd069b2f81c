import { sql } from "kysely";
import { rowsTogether } from "../../../database/asked-together.server.ts";
import type { Work } from "../../../database/work.server.ts";
import { defineText } from "../../../language.ts";
import type { WaitingItem } from "../../../registry/waiting.server.ts";
import { emailsOf } from "../project/rules.ts";
import { readingOf } from "../project/service.server.ts";
import { findProject } from "../project/store.server.ts";
import { mayAnswerForAll } from "../rules.ts";

const text = defineText({
	nb: {
		stale: (title: string) => `Stemmer erfaringskortet fortsatt? ${title}`,
		note: "Andre leser det. Bekreft at det stemmer, eller endre det.",
	},
	nn: {
		stale: (title: string) => `Stemmer erfaringskortet framleis? ${title}`,
		note: "Andre les det. Stadfest at det stemmer, eller endre det.",
	},
	en: {
		stale: (title: string) => `Does the practice card still hold? ${title}`,
		note: "Others read it. Say that it holds, or change it.",
	},
});

type StaleCard = { readonly id: string; readonly projectId: string; readonly title: string; readonly dueOn: string };

/** Cards whose day has passed wait for those who lead or own the project; for who answers for all where nobody by an account is named. */
export async function findWaitingCards(work: Work): Promise<WaitingItem[]> {
	const { actor } = work;
	if (actor.kind !== "person" || actor.organisationId === null) return [];
	const { organisationId, language } = actor;
	const stale = await rowsTogether<StaleCard>(
		work,
		sql`select id, project_id "projectId", title, revalidate_on "dueOn" from development.practice_card
			where organisation_id = ${organisationId} and revalidate_on < ${work.today} order by revalidate_on, id`,
	);
	if (stale.length === 0) return [];
	const reading = await readingOf(work);
	if (!reading) return [];
	const items: WaitingItem[] = [];
	for (const { id, projectId, title, dueOn } of stale) {
		const project = await findProject(work, organisationId, projectId);
		if (!project) continue;
		const emails = emailsOf(project);
		const nobody = emails.length === 0 && mayAnswerForAll(reading.asker);
		if (!nobody && !emails.includes(reading.email?.toLowerCase() ?? "")) continue;
		items.push({
			...{ key: `development.card.${id}`, title: text[language].stale(title), note: text[language].note },
			...{ path: `/development/practice/${id}`, urgency: "whenever", dueOn },
		});
	}
	return items;
}
