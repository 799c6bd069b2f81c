import type { Work } from "../../database/work.server.ts";
import { defineText, formatNumber } from "../../language.ts";
import type { WaitingItem } from "../../registry/waiting.server.ts";
import { mandateOf } from "../organisation/service.server.ts";
import { summariseUnits } from "./actual/service.server.ts";
import { hasNumbers } from "./actual/store.server.ts";
import { mayEnter, mayPlan } from "./rules.ts";

const text = defineText({
	nb: {
		one: (unit: string) => `Oppdater kompetansen på ${unit}`,
		many: (count: string) => `Oppdater kompetansen på ${count} enheter`,
		note: "Tallene er for gamle til å planlegge etter.",
	},
	nn: {
		one: (unit: string) => `Oppdater kompetansen på ${unit}`,
		many: (count: string) => `Oppdater kompetansen på ${count} einingar`,
		note: "Tala er for gamle til å planleggje etter.",
	},
	en: {
		one: (unit: string) => `Update the competence at ${unit}`,
		many: (count: string) => `Update the competence at ${count} units`,
		note: "The numbers are too old to plan by.",
	},
});

/** Units with numbers that are too old, for those who answer for them. */
export async function findWaitingCompetence(work: Work): Promise<WaitingItem[]> {
	const { actor } = work;
	if (actor.kind !== "person" || actor.organisationId === null) return [];
	const asker = await mandateOf(work);
	if (!mayEnter(asker) || !(await hasNumbers(work, actor.organisationId))) return [];
	const stale = (await summariseUnits(work)).filter(({ freshness }) => freshness === "stale");
	const [first] = stale;
	if (!first) return [];
	const words = text[actor.language];
	return [
		{
			key: "competence.stale",
			title: stale.length === 1 ? words.one(first.name) : words.many(formatNumber(actor.language, stale.length)),
			note: words.note,
			path: stale.length === 1 ? `/competence/units/${first.id}/answer` : "/competence?freshness=stale",
			urgency: mayPlan(asker) ? "whenever" : "soon",
		},
	];
}
