import { sql } from "kysely";
import { rowsTogether } from "../../../database/asked-together.server.ts";
import type { Work } from "../../../database/work.server.ts";
import { addDays } from "../../../day.ts";
import { formatNumber } from "../../../language.ts";
import type { WaitingItem } from "../../../registry/waiting.server.ts";
import { mayOf } from "../asker.server.ts";
import { reminderDays } from "./codes.ts";
import { reportText } from "./text.ts";

type Row = {
	readonly id: string;
	readonly title: string;
	readonly recipientName: string;
	readonly isOwn: boolean;
	readonly reportBy: string;
	readonly isReturned: boolean;
	/** How many reports there are to handle; one's own stand each by itself. */
	readonly count: number;
};

/** Reports to be sent or answered, for who keeps awards; reports to be handled, for who gave them. */
export async function findWaitingReports(work: Work): Promise<WaitingItem[]> {
	const { actor, today } = work;
	if (actor.kind !== "person" || actor.organisationId === null) return [];
	const may = await mayOf(work);
	if (!may.apply && !may.makeCalls) return [];
	const words = reportText[actor.language];
	const rows = await rowsTogether(
		work,
		sql<Row>`
		select id, title, "recipientName", "isOwn", "reportBy", "isReturned", count from (
			select a.id, a.title, i.name "recipientName", a.organisation_id = ${actor.organisationId} "isOwn", a.report_by "reportBy",
				s.kind is not distinct from 'returned' "isReturned", s.kind,
				count(*) filter (where a.issuer_id = ${actor.organisationId} and s.kind = 'sent') over ()::int count,
				row_number() over (partition by a.issuer_id = ${actor.organisationId} and s.kind = 'sent' order by a.report_by, a.id) at
			from funding.award a
			join organisation.identity i on i.organisation_id = a.organisation_id and i.valid_from <= ${today}
				and (i.valid_to is null or i.valid_to >= ${today})
			left join lateral (select k.kind from funding.report_step k where k.organisation_id = a.organisation_id
				and k.award_id = a.id order by k.at desc, k.id desc limit 1) s on true
			where a.accepted_at is not null and (
				(${may.apply} and a.organisation_id = ${actor.organisationId}
					and (s.kind = 'returned' or (s.kind is null and a.report_by <= ${addDays(today, reminderDays)})))
				or (${may.makeCalls} and a.issuer_id = ${actor.organisationId} and s.kind = 'sent'))
		) due where "isOwn" or at = 1 order by "reportBy", id`,
	);
	return rows.map(({ id, title, recipientName, isOwn, reportBy, isReturned, count }): WaitingItem => {
		const common = { key: `funding.report ${id}`, path: `/funding/awards/${id}/report` };
		if (isOwn)
			return {
				...common,
				title: isReturned ? words.waitingAnswer(title) : words.waitingWrite(title),
				...{ note: words.waitingNote, urgency: reportBy < today ? "now" : "soon", dueOn: reportBy },
			};
		const judge = { ...common, note: words.waitingJudgeNote, urgency: "soon" } as const;
		if (count === 1) return { ...judge, title: words.waitingJudge(title, recipientName) };
		return {
			...{ ...judge, key: "funding.reports", path: "/funding/reports?state=sent" },
			title: words.waitingJudgeMany(formatNumber(actor.language, count)),
		};
	});
}
