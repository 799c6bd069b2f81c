import type { Work } from "../../../database/work.server.ts";
import { defineText } from "../../../language.ts";
import type { WaitingItem } from "../../../registry/waiting.server.ts";
import { mandateOf } from "../../organisation/service.server.ts";
import { mayAnswer } from "./rules.ts";
import { listUnanswered } from "./store.server.ts";

const text = defineText({
	nb: {
		answer: (title: string) => `Vil dere være med? ${title}`,
		answerNote: "Noen ber om timer, data eller folk å møte. Svar ja, ja med endringer, eller nei.",
		check: (title: string) => `Kan dere bruke resultatet? ${title}`,
		checkNote: "Det dere var med på, er gitt tilbake. Si om dere kan bruke det.",
	},
	nn: {
		answer: (title: string) => `Vil de vere med? ${title}`,
		answerNote: "Nokon ber om timar, data eller folk å møte. Svar ja, ja med endringar, eller nei.",
		check: (title: string) => `Kan de bruke resultatet? ${title}`,
		checkNote: "Det de var med på, er gitt tilbake. Sei om de kan bruke det.",
	},
	en: {
		answer: (title: string) => `Will you take part? ${title}`,
		answerNote: "Somebody asks for hours, data or people to meet. Answer yes, yes with changes, or no.",
		check: (title: string) => `Can you use the result? ${title}`,
		checkNote: "What you took part in has been given back. Say whether you can use it.",
	},
});

/** What research waits for: an answer from those who are asked, and a word on what has come back. */
export async function findWaitingResearch(work: Work): Promise<WaitingItem[]> {
	const { actor } = work;
	if (actor.kind !== "person" || actor.organisationId === null) return [];
	const waiting = await listUnanswered(work, actor.organisationId);
	if (waiting.length === 0 || !mayAnswer(await mandateOf(work))) return [];
	const words = text[actor.language];
	return waiting.map(({ researchId, id, title, answerBy }): WaitingItem => {
		const path = `/development/research/${researchId}/asks/${id}`;
		return answerBy === null
			? {
					key: `development.research-check.${id}`,
					title: words.check(title),
					note: words.checkNote,
					path,
					urgency: "soon",
				}
			: {
					...{ key: `development.research-answer.${id}`, title: words.answer(title), note: words.answerNote },
					...{ path, urgency: "soon", dueOn: answerBy },
				};
	});
}
