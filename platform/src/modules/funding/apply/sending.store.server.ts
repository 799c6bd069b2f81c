import { type RawBuilder, sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import { type ListedApplication, type Sending, type SendingContent, sendingContent } from "./contract.ts";
import { sumOfLines } from "./rules.ts";

/** What was sent, the newest first. */
export async function listSendings(work: Work, condition: RawBuilder<unknown>): Promise<readonly Sending[]> {
	const { rows } = await sql<Omit<Sending, "content"> & { readonly content: unknown }>`
		select s.organisation_id "organisationId", s.application_id "applicationId", s.number,
			s.call_organisation_id "callOrganisationId", s.call_id "callId", s.answer_id "answerId", s.content, s.sent_at "sentAt",
			s.sent_by "sentBy"
		from funding.sending s where ${condition} order by s.number desc, s.application_id`.execute(work.db);
	return rows.map((row) => ({ ...row, content: sendingContent.parse(row.content) }));
}

export async function insertSending(
	work: Work,
	sending: Omit<Sending, "sentAt" | "content"> & { readonly content: SendingContent },
): Promise<void> {
	await work.db
		.insertInto("funding.sending")
		.values({
			...{ organisation_id: sending.organisationId, application_id: sending.applicationId, number: sending.number },
			...{ call_organisation_id: sending.callOrganisationId, call_id: sending.callId, answer_id: sending.answerId },
			...sumOfLines(sending.content.lines),
			...{ content: JSON.stringify(sending.content), sent_at: work.now, sent_by: sending.sentBy },
		})
		.execute();
}

/** The applications an organisation takes part in, those under way first, then by deadline. */
export async function listApplicationsOf(work: Work, organisationId: string): Promise<readonly ListedApplication[]> {
	const { rows } = await sql<ListedApplication>`
		select a.id, a.organisation_id "organisationId", a.call_id "callId", a.joint, a.state, a.changing, a.sent, a.reference,
			coalesce(v.title, d.content ->> 'title', '') title, i.name "leadName",
			coalesce(v.closes_on, (d.content ->> 'closesOn')::date) "closesOn", p.state standing,
			coalesce(l.applied, 0)::float8 applied, coalesce(l.own, 0)::float8 own, coalesce(l.people, 0)::int people
		from funding.application_party p
		join funding.application a on a.organisation_id = p.organisation_id and a.id = p.application_id
		join organisation.identity i on i.organisation_id = a.organisation_id and i.valid_from <= ${work.today}
			and (i.valid_to is null or i.valid_to >= ${work.today})
		left join funding.call_version v on v.organisation_id = a.call_organisation_id and v.call_id = a.call_id and v.number = a.number
		left join funding.call_draft d on d.organisation_id = a.call_organisation_id and d.call_id = a.call_id and a.number is null
		left join lateral (
			select sum((y ->> 'applied')::bigint) applied, sum((y ->> 'own')::bigint) own,
				(select sum(w.people) from funding.application_line w where w.organisation_id = a.organisation_id and w.application_id = a.id) people
			from funding.application_line n cross join lateral jsonb_array_elements(n.amounts) y
			where n.organisation_id = a.organisation_id and n.application_id = a.id
		) l on true
		where p.party_id = ${organisationId} and p.state <> 'left'
		order by a.state = 'withdrawn', coalesce(v.closes_on, (d.content ->> 'closesOn')::date) nulls last, a.id`.execute(
		work.db,
	);
	return rows;
}
