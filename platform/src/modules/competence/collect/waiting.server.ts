import type { Work } from "../../../database/work.server.ts";
import { defineText, formatNumber } from "../../../language.ts";
import type { WaitingItem } from "../../../registry/waiting.server.ts";
import { mandateOf } from "../../organisation/service.server.ts";
import { mayPlan } from "../rules.ts";
import { listToTake, listWaiting } from "./store.server.ts";

const text = defineText({
	nb: {
		ask: (unit: string) => `Si hva ${unit} har og trenger av kompetanse`,
		take: (count: string, name: string) => `Ta inn svar fra enhetene: ${count} i «${name}»`,
	},
	nn: {
		ask: (unit: string) => `Sei kva ${unit} har og treng av kompetanse`,
		take: (count: string, name: string) => `Ta inn svar frå einingane: ${count} i «${name}»`,
	},
	en: {
		ask: (unit: string) => `Say what competence ${unit} has and needs`,
		take: (count: string, name: string) => `Take in answers from the units: ${count} in “${name}”`,
	},
});

/** What unit leaders are asked and have not answered; and for whoever plans, answers that have not been taken in. */
export async function findWaitingCollections(work: Work): Promise<WaitingItem[]> {
	const { actor } = work;
	if (actor.kind !== "person" || actor.organisationId === null) return [];
	const asker = await mandateOf(work);
	const words = text[actor.language];
	const units = asker.holdings.flatMap(({ role, unitId }) =>
		role === "unit-leader" && unitId !== null ? [unitId] : [],
	);
	const asked = units.length === 0 ? [] : await listWaiting(work, actor.organisationId, units);
	const answers = mayPlan(asker) ? await listToTake(work, actor.organisationId) : [];
	return [
		...asked.map(({ id, unitName, answerBy }) => ({
			...{ key: `competence.asked.${id}`, title: words.ask(unitName), path: `/competence/asked/${id}` },
			...{ urgency: answerBy <= work.today ? ("now" as const) : ("soon" as const), dueOn: answerBy },
		})),
		...answers.map(({ id, name, answers: count }) => ({
			...{ key: `competence.take.${id}`, title: words.take(formatNumber(actor.language, count), name) },
			...{ path: `/competence/collections/${id}`, urgency: "soon" as const },
		})),
	];
}
