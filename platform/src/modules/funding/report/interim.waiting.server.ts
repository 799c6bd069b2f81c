import { sql } from "kysely";
import { rowsTogether } from "../../../database/asked-together.server.ts";
import type { Work } from "../../../database/work.server.ts";
import { addDays } from "../../../day.ts";
import { formatNumber } from "../../../language.ts";
import type { WaitingItem } from "../../../registry/waiting.server.ts";
import { mayOf } from "../asker.server.ts";
import { reminderDays } from "./codes.ts";
import { interimText } from "./interim.text.ts";
import { interimPath } from "./path.ts";

type Row = {
	readonly id: string;
	readonly title: string;
	readonly recipientName: string;
	readonly isOwn: boolean;
	readonly dueOn: string;
	/** How many reports there are to read; one's own stand each by itself. */
	readonly count: number;
};

/** Reports underway to be sent, for who keeps awards; those sent and not read, for who gave them. */
export async function findWaitingInterims(work: Work): Promise<WaitingItem[]> {
	const { actor, today } = work;
	if (actor.kind !== "person" || actor.organisationId === null) return [];
	const may = await mayOf(work);
	if (!may.apply && !may.makeCalls) return [];
	const words = interimText[actor.language];
	const rows = await rowsTogether(
		work,
		sql<Row>`
		select id, title, "recipientName", "isOwn", "dueOn", count from (
			select a.id, a.title, i.name "recipientName", a.organisation_id = ${actor.organisationId} "isOwn", r.due_on "dueOn",
				count(*) over (partition by a.organisation_id = ${actor.organisationId})::int count,
				row_number() over (partition by a.organisation_id = ${actor.organisationId} order by r.due_on, a.id) at
			from funding.interim_report r
			join funding.award a on a.organisation_id = r.organisation_id and a.id = r.award_id
			join organisation.identity i on i.organisation_id = a.organisation_id and i.valid_from <= ${today}
				and (i.valid_to is null or i.valid_to >= ${today})
			where a.accepted_at is not null and (
				(${may.apply} and a.organisation_id = ${actor.organisationId} and r.sent_at is null
					and r.due_on <= ${addDays(today, reminderDays)})
				or (${may.makeCalls} and a.issuer_id = ${actor.organisationId} and r.sent_at is not null and r.answered_at is null))
		) due where "isOwn" or at = 1 order by "dueOn", id`,
	);
	return rows.map(({ id, title, recipientName, isOwn, dueOn, count }): WaitingItem => {
		const common = { key: `funding.interim ${id} ${dueOn}`, path: interimPath(id, dueOn) };
		if (isOwn)
			return {
				...{ ...common, title: words.waitingSend(title), note: words.waitingSendNote },
				...{ urgency: dueOn < today ? "now" : "soon", dueOn },
			};
		const read = { ...common, note: words.waitingReadNote, urgency: "soon" } as const;
		if (count === 1) return { ...read, title: words.waitingRead(title, recipientName) };
		return {
			...{ ...read, key: "funding.interims", path: "/funding/reports?state=sent" },
			title: words.waitingReadMany(formatNumber(actor.language, count)),
		};
	});
}
