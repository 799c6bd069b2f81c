import { sql } from "kysely";
import { rowsTogether } from "../../../database/asked-together.server.ts";
import type { Work } from "../../../database/work.server.ts";
import { addDays } from "../../../day.ts";
import { formatNumber } from "../../../language.ts";
import type { WaitingItem } from "../../../registry/waiting.server.ts";
import { mayOf } from "../asker.server.ts";
import { reminderDays } from "./codes.ts";
import { reportText } from "./text.ts";

/** A report of one's own that is to be sent, or answered. */
type Own = { readonly id: string; readonly title: string; readonly reportBy: string; readonly isReturned: boolean };

/** The report that was due first of those to be handled. */
type Sent = {
	readonly id: string;
	readonly title: string;
	readonly recipientName: string;
	/** How many reports there are to handle. */
	readonly count: number;
};

/** Reports to be sent or answered, for who keeps awards; reports to be handled, for who gave them. */
export async function findWaitingReports(work: Work): Promise<WaitingItem[]> {
	const { actor, today } = work;
	if (actor.kind !== "person" || actor.organisationId === null) return [];
	const may = await mayOf(work);
	const words = reportText[actor.language];
	const [own, sent] = await Promise.all([
		may.apply ? findOwn(work, actor.organisationId) : [],
		may.makeCalls ? findSent(work, actor.organisationId) : [],
	]);
	const judge = { note: words.waitingJudgeNote, urgency: "soon" } as const;
	return [
		...own.map(
			({ id, title, reportBy, isReturned }): WaitingItem => ({
				...{ key: `funding.report ${id}`, path: `/funding/awards/${id}/report`, note: words.waitingNote },
				title: isReturned ? words.waitingAnswer(title) : words.waitingWrite(title),
				...{ urgency: reportBy < today ? "now" : "soon", dueOn: reportBy },
			}),
		),
		...sent.map(({ id, title, recipientName, count }): WaitingItem => {
			if (count === 1)
				return {
					...{ ...judge, key: `funding.report ${id}`, path: `/funding/awards/${id}/report` },
					title: words.waitingJudge(title, recipientName),
				};
			return {
				...{ ...judge, key: "funding.reports", path: "/funding/reports?state=sent" },
				title: words.waitingJudgeMany(formatNumber(actor.language, count)),
			};
		}),
	];
}

function findOwn(work: Work, organisationId: string): Promise<Own[]> {
	return rowsTogether(
		work,
		sql<Own>`
		select a.id, a.title, a.report_by "reportBy", s.kind is not distinct from 'returned' "isReturned"
		from funding.award a
		left join lateral (select k.kind from funding.report_step k where k.organisation_id = a.organisation_id
			and k.award_id = a.id order by k.at desc, k.id desc limit 1) s on true
		where a.organisation_id = ${organisationId} and a.accepted_at is not null
			and (s.kind = 'returned' or (s.kind is null and a.report_by <= ${addDays(work.today, reminderDays)}))
		order by a.report_by, a.id`,
	);
}

/** From the steps to the awards: whoever gave them is asked of all steps at once, where award by award asks of each. */
function findSent(work: Work, issuerId: string): Promise<Sent[]> {
	const { today } = work;
	return rowsTogether(
		work,
		sql<Sent>`
		select d.id, d.title, i.name "recipientName", d.count
		from (select a.id, a.title, a.organisation_id, count(*) over ()::int count
			from (select distinct on (k.organisation_id, k.award_id) k.organisation_id, k.award_id, k.kind
				from funding.report_step k order by k.organisation_id, k.award_id, k.at desc, k.id desc) s
			join funding.award a on a.organisation_id = s.organisation_id and a.id = s.award_id
			where s.kind = 'sent' and a.issuer_id = ${issuerId} and a.accepted_at is not null
			order by a.report_by, a.id limit 1) d
		join organisation.identity i on i.organisation_id = d.organisation_id and i.valid_from <= ${today}
			and (i.valid_to is null or i.valid_to >= ${today})`,
	);
}
