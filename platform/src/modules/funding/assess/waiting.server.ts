import { sql } from "kysely";
import { rowsTogether } from "../../../database/asked-together.server.ts";
import type { Work } from "../../../database/work.server.ts";
import { formatNumber } from "../../../language.ts";
import type { WaitingItem } from "../../../registry/waiting.server.ts";
import { mayOf } from "../asker.server.ts";
import { assessText } from "./text.ts";

type Row = {
	readonly id: string;
	readonly title: string;
	readonly isOpen: boolean;
	/** Sent, and nobody has said whether it can be considered. */
	readonly fresh: number;
	readonly undecided: number;
	readonly appeals: number;
};

/** Applications to one's own calls: new ones while a call is open, those to be decided when it is closed, and appeals. */
export async function findWaitingAssessments(work: Work): Promise<WaitingItem[]> {
	const { actor } = work;
	if (actor.kind !== "person" || actor.organisationId === null || !(await mayOf(work)).makeCalls) return [];
	// Decisions are read once and for all: the database guesses too few, and would look each of them up.
	const rows = await rowsTogether(
		work,
		sql<Row>`
		with decided as materialized (select application_id, eligible, decided_at from funding.decision
			where organisation_id = ${actor.organisationId})
		select c.id, v.title, v.closes_on >= ${work.today} "isOpen", c.fresh, c.undecided, c.appeals
		from (select a.call_id id, count(*) filter (where d.eligible is null)::int fresh,
				count(*) filter (where d.decided_at is null)::int undecided,
				count(*) filter (where p.outcome is null and p.sent_at is not null)::int appeals
			from funding.application a
			left join decided d on d.application_id = a.id
			left join funding.appeal p on p.organisation_id = a.organisation_id and p.application_id = a.id
			where a.call_organisation_id = ${actor.organisationId} and a.state = 'sent' group by a.call_id) c
		join funding.call k on k.organisation_id = ${actor.organisationId} and k.id = c.id and k.withdrawn_at is null
		join funding.call_version v on v.organisation_id = k.organisation_id and v.call_id = k.id and v.number = k.published
		order by v.closes_on, v.title`,
	);
	const words = assessText[actor.language];
	const count = (value: number) => formatNumber(actor.language, value);
	return rows.flatMap(({ id, title, isOpen, fresh, undecided, appeals }): WaitingItem[] => {
		const path = `/funding/calls/${id}/applications`;
		const item = { key: `funding.applications ${id}`, path, urgency: "soon" } as const;
		const treat: WaitingItem[] =
			!isOpen && undecided > 0
				? [{ ...item, title: words.waiting(title), note: words.waitingNote(count(undecided)) }]
				: isOpen && fresh > 0
					? [{ ...item, title: words.waitingNew(title), note: words.waitingNewNote(count(fresh)) }]
					: [];
		const answer: WaitingItem[] =
			appeals > 0
				? [
						{
							...item,
							key: `funding.appeals ${id}`,
							title: words.waitingAppeal(title),
							note: words.waitingAppealNote(count(appeals)),
						},
					]
				: [];
		return [...answer, ...treat];
	});
}
