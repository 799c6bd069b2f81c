import type { Work } from "../../../database/work.server.ts";
import { defineText, formatNumber } from "../../../language.ts";
import type { WaitingItem } from "../../../registry/waiting.server.ts";
import { mandateOf } from "../../organisation/service.server.ts";
import { mayPlan } from "../rules.ts";
import { countDue } from "./store.server.ts";

const text = defineText({
	nb: {
		give: (count: string) => `Gi lenke til ${count} som skal spørres om kompetansen brukes`,
	},
	nn: {
		give: (count: string) => `Gi lenkje til ${count} som skal spørjast om kompetansen blir brukt`,
	},
	en: {
		give: (count: string) => `Give a link to ${count} who are to be asked whether competence is used`,
	},
});

/** Those who completed an education and cannot be written to, for whoever plans to give a link. */
export async function findWaitingUsed(work: Work): Promise<WaitingItem[]> {
	const { actor } = work;
	if (actor.kind !== "person" || actor.organisationId === null || !mayPlan(await mandateOf(work))) return [];
	const count = await countDue(work, actor.organisationId);
	if (count === 0) return [];
	return [
		{
			...{ key: "competence.used", title: text[actor.language].give(formatNumber(actor.language, count)) },
			...{ path: "/competence/used", urgency: "whenever" as const },
		},
	];
}
