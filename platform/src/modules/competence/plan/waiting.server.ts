import type { Work } from "../../../database/work.server.ts";
import { defineText, formatNumber } from "../../../language.ts";
import type { WaitingItem } from "../../../registry/waiting.server.ts";
import { mandateOf } from "../../organisation/service.server.ts";
import { isLate } from "../measure/rules.ts";
import { listMeasures } from "../measure/store.server.ts";
import { mayPlan } from "../rules.ts";
import { isToReview } from "./rules.ts";
import { listPlans } from "./store.server.ts";

const text = defineText({
	nb: {
		review: (title: string) => `Se på nytt: ${title}`,
		reviewNote: "Planen skal ses på nytt. Stemmer tiltakene fortsatt?",
		late: (count: string, one: boolean) => (one ? "Ett tiltak er over fristen" : `${count} tiltak er over fristen`),
		lateNote: "Sett ny frist, eller si at tiltaket er gjennomført eller droppet.",
	},
	nn: {
		review: (title: string) => `Sjå på nytt: ${title}`,
		reviewNote: "Planen skal vurderast på nytt. Stemmer tiltaka framleis?",
		late: (count: string, one: boolean) => (one ? "Eitt tiltak er over fristen" : `${count} tiltak er over fristen`),
		lateNote: "Set ny frist, eller sei at tiltaket er gjennomført eller droppa.",
	},
	en: {
		review: (title: string) => `Review: ${title}`,
		reviewNote: "The plan is to be reviewed. Do the measures still hold?",
		late: (count: string, one: boolean) => (one ? "One measure is overdue" : `${count} measures are overdue`),
		lateNote: "Set a new day, or say that the measure is done or dropped.",
	},
});

/** Plans to be looked at again and measures past their day, for those who plan. */
export async function findWaitingPlans(work: Work): Promise<WaitingItem[]> {
	const { actor } = work;
	if (actor.kind !== "person" || actor.organisationId === null || !mayPlan(await mandateOf(work))) return [];
	const words = text[actor.language];
	const plans = await listPlans(work, actor.organisationId);
	if (plans.length === 0) return [];
	const late = (await listMeasures(work, actor.organisationId)).filter((one) => isLate(one, work.today));
	const [first] = late;
	return [
		...plans
			.filter((plan) => isToReview(plan, work.today))
			.map((plan) => ({
				...{ key: `competence.review.${plan.id}`, title: words.review(plan.title), note: words.reviewNote },
				...{ path: `/competence/plans/${plan.id}`, urgency: "soon" as const },
			})),
		...(first
			? [
					{
						...{ key: "competence.late", note: words.lateNote, urgency: "whenever" as const },
						title: words.late(formatNumber(actor.language, late.length), late.length === 1),
						path: late.length === 1 ? `/competence/measures/${first.id}` : "/competence/measures?sort=due",
					},
				]
			: []),
	];
}
