import type { Work } from "../../../database/work.server.ts";
import { defineText } from "../../../language.ts";
import type { WaitingItem } from "../../../registry/waiting.server.ts";
import { mandateOf } from "../../organisation/service.server.ts";
import { mayHelp, mayTakeHelp } from "./rules.ts";
import { listAwaiting } from "./store.server.ts";

const text = defineText({
	nb: {
		answer: (title: string) => `Vil dere ha hjelp? ${title}`,
		answerNote: "Dere har fått et tilbud. Svar ja, senere eller nei.",
		asked: (title: string) => `Noen spør om hjelp: ${title}`,
		askedNote: "De venter i kø til dere begynner eller sier nei.",
	},
	nn: {
		answer: (title: string) => `Vil de ha hjelp? ${title}`,
		answerNote: "De har fått eit tilbod. Svar ja, seinare eller nei.",
		asked: (title: string) => `Nokon spør om hjelp: ${title}`,
		askedNote: "Dei ventar i kø til de byrjar eller seier nei.",
	},
	en: {
		answer: (title: string) => `Do you want help? ${title}`,
		answerNote: "You have an offer. Answer yes, later or no.",
		asked: (title: string) => `Somebody asks for help: ${title}`,
		askedNote: "They wait in the queue until you begin or say no.",
	},
});

/** What help waits for: an answer from those who are offered it, and a beginning or a no from those who are asked. */
export async function findWaitingHelp(work: Work): Promise<WaitingItem[]> {
	const { actor } = work;
	if (actor.kind !== "person" || actor.organisationId === null) return [];
	const waiting = await listAwaiting(work, actor.organisationId);
	if (waiting.length === 0) return [];
	const asker = await mandateOf(work);
	const words = text[actor.language];
	return waiting.flatMap(({ helpId, id, title, answerBy, isOwn }): WaitingItem[] => {
		if (!(isOwn ? mayHelp(asker) : mayTakeHelp(asker))) return [];
		const path = `/development/help/${helpId}/offers/${id}`;
		return isOwn
			? [{ key: `help.asked.${id}`, title: words.asked(title), note: words.askedNote, path, urgency: "soon" }]
			: [
					{
						...{ key: `help.answer.${id}`, title: words.answer(title), note: words.answerNote, path },
						...{ urgency: "soon", ...(answerBy === null ? {} : { dueOn: answerBy }) },
					},
				];
	});
}
