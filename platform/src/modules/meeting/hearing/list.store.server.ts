import { type RawBuilder, sql } from "kysely";
import { rowsTogether } from "../../../database/asked-together.server.ts";
import type { Work } from "../../../database/work.server.ts";
import type { HearingSort } from "./codes.ts";
import type { HearingQuery, ListedHearing } from "./contract.ts";
import type { Key } from "./store.server.ts";

const orders: Readonly<Record<HearingSort, RawBuilder<unknown>>> = {
	urgent: sql`array_position(array['to-answer', 'open', 'draft', 'answered', 'withdrawn'], standing)`,
	title: sql`title collate house.norwegian`,
	"last-day": sql`"lastDay"`,
	silent: sql`silent`,
};

type ListedRow = Omit<ListedHearing, "holderName"> & { readonly organisationId: string; readonly total: number };

/** A page of hearings: those of an organisation (with drafts, for those who keep them), and those a person is invited to. */
export async function listHearings(
	work: Work,
	seen: { readonly organisationId: string; readonly keeps: boolean; readonly personId: string | null },
	query: HearingQuery & { readonly words: readonly string[] },
): Promise<readonly ListedRow[]> {
	const { sort = "urgent", descending = false, offset = 0, pageSize = null } = query;
	const conditions = [
		sql`((h.organisation_id = ${seen.organisationId} and (${seen.keeps} or h.state <> 'draft'))
			or h.people @> array[${seen.personId}::uuid])`,
		...query.words.map((word) => sql`h.search_name like ${`%${word}%`}`),
	];
	const { rows } = await sql<ListedRow>`
		select *, count(*) over () total from (
			select h.id, h.organisation_id "organisationId", h.title, h.last_day "lastDay",
				case when h.state = 'open' and h.last_day < ${work.today} then 'to-answer' else h.state end standing,
				i.invited, i.silent, i.roles,
				(select count(*)::int from meeting.hearing_input n where n.organisation_id = h.organisation_id
					and n.hearing_id = h.id and n.reply is null) unanswered
			from meeting.hearing h cross join lateral (
				select count(*)::int invited, coalesce(array_agg(distinct i.role order by i.role), '{}') roles,
					(count(*) filter (where i.no_remarks_at is null and not exists (select from meeting.hearing_input n
						where n.organisation_id = i.organisation_id and n.hearing_id = i.hearing_id and n.invitee_id = i.id)))::int silent
				from meeting.hearing_invitee i where i.organisation_id = h.organisation_id and i.hearing_id = h.id) i
			where ${sql.join(conditions, sql` and `)}
		) found
		where ${query.standing ?? null}::text is null or standing = ${query.standing ?? null}
		order by ${orders[sort]} ${descending ? sql`desc` : sql`asc`}, "lastDay", title collate house.norwegian, id
		limit ${pageSize} offset ${offset}`.execute(work.db);
	return rows;
}

export type WaitingRow = {
	readonly kind: "give" | "answer" | "close";
	readonly id: string;
	readonly title: string;
	readonly lastDay: string;
};

/** What waits in hearings: input to give, and, for those who keep them, input to answer and hearings to close. */
export async function listWaiting(
	work: Work,
	seen: { readonly organisationId: string | null; readonly personId: string },
): Promise<readonly WaitingRow[]> {
	const rows = await rowsTogether(
		work,
		sql<WaitingRow>`
		select 'give' kind, h.id, h.title, h.last_day "lastDay" from meeting.hearing_invitee i
		join meeting.hearing h on h.organisation_id = i.organisation_id and h.id = i.hearing_id
		where i.person_id = ${seen.personId} and i.invited_at is not null and i.no_remarks_at is null
			and h.state = 'open' and h.last_day >= ${work.today}
			and not exists (select from meeting.hearing_input n where n.organisation_id = i.organisation_id
				and n.hearing_id = i.hearing_id and n.invitee_id = i.id)
		union
		select case when exists (select from meeting.hearing_input n where n.organisation_id = h.organisation_id
				and n.hearing_id = h.id and n.reply is null) then 'answer' else 'close' end, h.id, h.title, h.last_day
		from meeting.hearing h
		where h.organisation_id = ${seen.organisationId} and h.state = 'open' and (h.last_day < ${work.today}
			or exists (select from meeting.hearing_input n where n.organisation_id = h.organisation_id
				and n.hearing_id = h.id and n.reply is null))
		order by 4, 2 limit 20`,
	);
	return rows;
}

/** Hearings whose last day is near, open, by holder. */
export async function listDue(work: Work, lastDay: string): Promise<readonly Key[]> {
	const { rows } = await sql<Key>`
		select organisation_id "organisationId", id from meeting.hearing
		where state = 'open' and last_day between ${work.today} and ${lastDay} order by organisation_id, id`.execute(
		work.db,
	);
	return rows;
}
