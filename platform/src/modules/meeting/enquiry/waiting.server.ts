import { sql } from "kysely";
import { rowsTogether } from "../../../database/asked-together.server.ts";
import type { Work } from "../../../database/work.server.ts";
import { defineText } from "../../../language.ts";
import type { WaitingItem } from "../../../registry/waiting.server.ts";
import { askerOf } from "../open.server.ts";
import { mayAnswerAll, mayAsk, maySee } from "./rules.ts";

const text = defineText({
	nb: {
		answer: (subject: string) => `Svar på henvendelsen: ${subject}`,
		answers: (count: number) => `Svar på ${count} henvendelser`,
		reply: (subject: string) => `Svar på spørsmålet om henvendelsen: ${subject}`,
		unanswered: (days: number) => (days === 1 ? "Ubesvart i 1 dag" : `Ubesvart i ${days} dager`),
	},
	nn: {
		answer: (subject: string) => `Svar på førespurnaden: ${subject}`,
		answers: (count: number) => `Svar på ${count} førespurnader`,
		reply: (subject: string) => `Svar på spørsmålet om førespurnaden: ${subject}`,
		unanswered: (days: number) => (days === 1 ? "Utan svar i 1 dag" : `Utan svar i ${days} dagar`),
	},
	en: {
		answer: (subject: string) => `Answer the enquiry: ${subject}`,
		answers: (count: number) => `Answer ${count} enquiries`,
		reply: (subject: string) => `Answer the question about the enquiry: ${subject}`,
		unanswered: (days: number) => (days === 1 ? "Unanswered for 1 day" : `Unanswered for ${days} days`),
	},
});

type Row = {
	readonly kind: "answer" | "reply";
	readonly id: string;
	readonly subject: string;
	readonly dueOn: string;
	readonly waited: number;
	readonly isLate: boolean;
};

/** Enquiries to answer, and questions asked back. What one person has taken waits for that person, until it is escalated. */
export async function findWaitingEnquiries(work: Work): Promise<WaitingItem[]> {
	const { actor } = work;
	if (actor.kind !== "person" || actor.organisationId === null) return [];
	const asker = await askerOf(work);
	const [own, person, units] = [
		actor.organisationId,
		actor.personId,
		maySee(asker) ? asker.holdings.flatMap(({ unitId }) => unitId ?? []) : [],
	];
	const rows = await rowsTogether(
		work,
		sql<Row>`
		select case when e.state = 'asked-back' then 'reply' else 'answer' end kind, e.id, e.subject, e.due_on "dueOn",
			${work.today}::date - (e.sent_at at time zone 'Europe/Oslo')::date waited, e.due_on < ${work.today} "isLate"
		from meeting.enquiry e
		where e.readers @> array[${own}::uuid] and (
			(e.state in ('sent', 'taken') and (
				e.owner_id = ${person}
				or (e.owner_id is null and e.contact_id = ${person})
				or (e.receiver_id = ${own} and ${mayAnswerAll(asker)} and (e.owner_id is null or e.escalated_on is not null))
				or (e.receiver_id = ${own} and e.owner_id is null and e.unit_id = any(${units}::uuid[]))
				or (e.arena_id is not null and e.owner_id is null
					and ${person} in (select meeting.leaders_of(e.arena_organisation_id, e.arena_id)))))
			or (e.state = 'asked-back' and e.organisation_id = ${own} and (e.sent_by = ${person} or ${mayAsk(asker)})))
		order by e.due_on, e.id limit 50`,
	);
	const words = text[actor.language];
	const [answers, replies] = [
		rows.filter(({ kind }) => kind === "answer"),
		rows.filter(({ kind }) => kind === "reply"),
	];
	const one = ({ kind, id, subject, dueOn, waited, isLate }: Row): WaitingItem => ({
		...{ key: `meeting.enquiry.${kind}.${id}`, title: words[kind](subject), path: `/enquiries/${id}`, dueOn },
		urgency: isLate ? "now" : "soon",
		...(isLate ? { note: words.unanswered(waited) } : {}),
	});
	const [first] = answers;
	const many: WaitingItem[] =
		answers.length > 3 && first
			? [
					{
						...{ key: "meeting.enquiry.answer", title: words.answers(answers.length), dueOn: first.dueOn },
						path: "/arenas/enquiries?box=received",
						urgency: first.isLate ? "now" : "soon",
						...(first.isLate ? { note: words.unanswered(first.waited) } : {}),
					},
				]
			: answers.map(one);
	return [...many, ...replies.slice(0, 3).map(one)];
}
