import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import type { Work } from "../../../database/work.server.ts";
import { type LineFacts, lineFacts, sendingContent } from "../apply/contract.ts";
import {
	type Appeal,
	type Assessment,
	type AssessmentFacts,
	type Decision,
	type ReceivedDetail,
	type ReceivedHead,
	type ReceivedWhole,
	storedScores,
	type YearGrant,
	yearGrant,
} from "./contract.ts";
import type { Reached } from "./rules.ts";

const grants = z.array(yearGrant);

type Key = { readonly organisationId: string; readonly applicationId: string };

const named = (work: Work, column: RawBuilder<unknown>) => sql`
	join organisation.identity i on i.organisation_id = ${column} and i.valid_from <= ${work.today}
		and (i.valid_to is null or i.valid_to >= ${work.today})`;
const factOf = (name: string) => sql`(select f.value from geography.municipality_fact f
	where f.municipality_number = i.number and f.name = ${name} order by f.year desc limit 1)`;

/** What was sent to a call, as it holds now, by name. */
export async function listReceived(work: Work, giverId: string, callId: string): Promise<readonly ReceivedHead[]> {
	// What hangs on them is read at once: the database guesses too few, and would look each of them up.
	const { rows } = await sql<ReceivedHead>`
		with sent as materialized (
			select organisation_id, application_id, number, applied from funding.sending
			where call_organisation_id = ${giverId} and call_id = ${callId}
		), decided as materialized (
			select application_id, eligible, outcome, decided_at from funding.decision
			where organisation_id = ${giverId} and call_id = ${callId}
		)
		select a.organisation_id "applicantId", a.id, i.name, a.joint, a.reference, a.state = 'withdrawn' withdrawn,
			s.applied::float8 applied, d.eligible, d.outcome, d.decided_at is not null decided,
			case when p.sent_at is null then null else coalesce(p.outcome, 'waiting') end appealed
		from funding.application a
		join sent s on s.organisation_id = a.organisation_id and s.application_id = a.id and s.number = a.sent
		${named(work, sql`a.organisation_id`)}
		left join decided d on d.application_id = a.id
		left join funding.appeal p on p.organisation_id = a.organisation_id and p.application_id = a.id
		where a.call_organisation_id = ${giverId} and a.call_id = ${callId}
		order by i.name collate house.norwegian, a.id`.execute(work.db);
	return rows;
}

/** What a list shows of some of them besides, by application. */
export async function listDetails(
	work: Work,
	giverId: string,
	ids: readonly string[],
): Promise<ReadonlyMap<string, ReceivedDetail>> {
	const { rows } = await sql<ReceivedDetail & { readonly id: string }>`
		select a.id, case when a.joint then jsonb_array_length(s.content -> 'parties') else 1 end parties, s.own::float8 own,
			s.people, case when o.kind = 'municipality' then ${factOf("population")} end population,
			case when o.kind = 'municipality' then ${factOf("centrality")} end centrality,
			not exists (select from funding.sending e where e.organisation_id = a.organisation_id
				and e.call_organisation_id = a.call_organisation_id and e.call_id <> a.call_id and e.sent_at < s.sent_at) "isFirst",
			(select sum((g ->> 'kroner')::bigint)::float8 from jsonb_array_elements(d.granted) g) granted
		from funding.application a
		join funding.sending s on s.organisation_id = a.organisation_id and s.application_id = a.id and s.number = a.sent
		join organisation.organisation o on o.id = a.organisation_id
		${named(work, sql`a.organisation_id`)}
		left join funding.decision d on d.organisation_id = a.call_organisation_id and d.application_id = a.id
		where a.call_organisation_id = ${giverId} and a.id = any(${[...ids]}::uuid[])`.execute(work.db);
	return new Map(rows.map(({ id, ...detail }) => [id, detail]));
}

/** What those who are impartial give some of them, by application. */
export async function listScores(
	work: Work,
	giverId: string,
	ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Assessment["scores"][]>> {
	// The scores were parsed when they were written; to parse those of every application again takes longer than all else.
	const { rows } = await sql<{ readonly id: string; readonly scores: Assessment["scores"] }>`
		select application_id id, scores from funding.assessment
		where organisation_id = ${giverId} and impartial and application_id = any(${[...ids]}::uuid[])`.execute(work.db);
	const found = new Map<string, Assessment["scores"][]>();
	for (const { id, scores } of rows) {
		const known = found.get(id);
		if (known) known.push(scores);
		else found.set(id, [scores]);
	}
	return found;
}

/** One of them whole, as it was sent. */
export async function findReceived(
	work: Work,
	giverId: string,
	id: string,
): Promise<(ReceivedWhole & { readonly applicantId: string; readonly callId: string }) | undefined> {
	const { rows } = await sql<
		Omit<ReceivedWhole, "content"> & {
			readonly content: unknown;
			readonly applicantId: string;
			readonly callId: string;
		}
	>`
		select a.organisation_id "applicantId", a.call_id "callId", a.reference, a.joint, a.state = 'withdrawn' withdrawn,
			a.withdrawn_reason "withdrawnReason", s.number, s.sent_at "sentAt", s.sent_by "sentBy", s.answer_id "answerId", s.content
		from funding.application a
		join funding.sending s on s.organisation_id = a.organisation_id and s.application_id = a.id and s.number = a.sent
		where a.call_organisation_id = ${giverId} and a.id = ${id}`.execute(work.db);
	const [row] = rows;
	return row && { ...row, content: sendingContent.parse(row.content) };
}

export async function listAssessments(
	work: Work,
	{ organisationId, applicationId }: Key,
): Promise<readonly Assessment[]> {
	const rows = await work.db
		.selectFrom("funding.assessment")
		.select(["person_id as personId", "person_name as personName", "impartial", "scores", "comment"])
		.where("organisation_id", "=", organisationId)
		.where("application_id", "=", applicationId)
		.orderBy("person_name")
		.execute();
	return rows.map((row) => ({ ...row, scores: storedScores.parse(row.scores) }));
}

/** One's own private note. */
export async function findNote(work: Work, { organisationId, applicationId }: Key, personId: string): Promise<string> {
	const row = await work.db
		.selectFrom("funding.assessment_note")
		.select("note")
		.where("organisation_id", "=", organisationId)
		.where("application_id", "=", applicationId)
		.where("person_id", "=", personId)
		.executeTakeFirst();
	return row?.note ?? "";
}

export async function writeAssessment(
	work: Work,
	{ organisationId, applicationId }: Key,
	who: { readonly applicantId: string; readonly personId: string; readonly name: string },
	{ impartial, scores, comment, note }: AssessmentFacts,
): Promise<void> {
	const written = { impartial, scores: JSON.stringify(impartial ? scores : {}), comment, changed_at: work.now };
	const key = { organisation_id: organisationId, application_id: applicationId, person_id: who.personId };
	await work.db
		.insertInto("funding.assessment")
		.values({ ...key, ...written, applicant_id: who.applicantId, person_name: who.name })
		.onConflict((conflict) => conflict.columns(["organisation_id", "application_id", "person_id"]).doUpdateSet(written))
		.execute();
	await work.db
		.deleteFrom("funding.assessment_note")
		.where("organisation_id", "=", organisationId)
		.where("application_id", "=", applicationId)
		.where("person_id", "=", who.personId)
		.execute();
	if (note !== "")
		await work.db
			.insertInto("funding.assessment_note")
			.values({ ...key, note })
			.execute();
}

/** What is decided of an application, or so far; to the applicant only what is decided. */
export async function findDecision(work: Work, applicationId: string): Promise<Decision | undefined> {
	const row = await work.db
		.selectFrom("funding.decision")
		.select([
			"eligible",
			"eligible_because as eligibleBecause",
			"outcome",
			"granted",
			"because",
			"conditional",
			"version",
		])
		.select(["decided_at as decidedAt", "decided_by as decidedBy", "appeal_by as appealBy", "award_id as awardId"])
		.where("application_id", "=", applicationId)
		.executeTakeFirst();
	return (
		row && {
			...row,
			granted: grants.parse(row.granted),
			outcome: row.outcome === "granted" || row.outcome === "refused" ? row.outcome : null,
		}
	);
}

type DecisionChange = Partial<
	Pick<Decision, "eligible" | "eligibleBecause" | "outcome" | "granted" | "because" | "conditional" | "awardId">
> & { readonly decided?: { readonly by: string; readonly appealBy: string } };

/** Writes what is decided so far, in the version that was looked at; false where another was first. */
export async function writeDecision(
	work: Work,
	{ organisationId, applicationId }: Key,
	around: { readonly callId: string; readonly applicantId: string; readonly version: number },
	change: DecisionChange,
): Promise<boolean> {
	const set = {
		...(change.eligible === undefined ? {} : { eligible: change.eligible }),
		...(change.eligibleBecause === undefined ? {} : { eligible_because: change.eligibleBecause }),
		...(change.outcome === undefined ? {} : { outcome: change.outcome }),
		...(change.granted === undefined ? {} : { granted: JSON.stringify(change.granted) }),
		...(change.because === undefined ? {} : { because: change.because }),
		...(change.conditional === undefined ? {} : { conditional: change.conditional }),
		...(change.awardId === undefined ? {} : { award_id: change.awardId }),
		...(change.decided === undefined
			? {}
			: { decided_at: work.now, decided_by: change.decided.by, appeal_by: change.decided.appealBy }),
	};
	if (around.version === 0) {
		const added = await work.db
			.insertInto("funding.decision")
			.values({
				...{ organisation_id: organisationId, application_id: applicationId, call_id: around.callId },
				...{ applicant_id: around.applicantId, ...set },
			})
			.onConflict((conflict) => conflict.doNothing())
			.executeTakeFirst();
		return added.numInsertedOrUpdatedRows === 1n;
	}
	const updated = await work.db
		.updateTable("funding.decision")
		.set({ ...set, version: around.version + 1 })
		.where("organisation_id", "=", organisationId)
		.where("application_id", "=", applicationId)
		.where("version", "=", around.version)
		.executeTakeFirst();
	return updated.numUpdatedRows === 1n;
}

export async function findAppeal(work: Work, applicationId: string): Promise<Appeal | undefined> {
	const row = await work.db
		.selectFrom("funding.appeal")
		.select(["written", "sent_at as sentAt", "sent_by as sentBy", "outcome", "because", "answered_at as answeredAt"])
		.where("application_id", "=", applicationId)
		.executeTakeFirst();
	return row && { ...row, outcome: row.outcome === "upheld" || row.outcome === "granted" ? row.outcome : null };
}

export async function insertAppeal(
	work: Work,
	{ organisationId, applicationId }: Key,
	appeal: { readonly giverId: string; readonly written: string; readonly by: string },
): Promise<void> {
	await work.db
		.insertInto("funding.appeal")
		.values({
			...{ organisation_id: organisationId, application_id: applicationId, giver_id: appeal.giverId },
			...{ written: appeal.written, sent_at: work.now, sent_by: appeal.by },
		})
		.execute();
}

/** Answers an appeal, once. */
export async function answerAppeal(
	work: Work,
	{ organisationId, applicationId }: Key,
	answer: { readonly outcome: string; readonly because: string; readonly by: string },
): Promise<boolean> {
	const updated = await work.db
		.updateTable("funding.appeal")
		.set({ outcome: answer.outcome, because: answer.because, answered_at: work.now, answered_by: answer.by })
		.where("organisation_id", "=", organisationId)
		.where("application_id", "=", applicationId)
		.where("outcome", "is", null)
		.executeTakeFirst();
	return updated.numUpdatedRows === 1n;
}

export type InReach = Reached & {
	readonly id: string;
	readonly name: string;
	/** When it was encouraged to apply; null where it was not. */
	readonly encouragedAt: Date | null;
};

/** Every municipality a call is for: those the giver covers, one county or several; the whole country for those that are national. */
export async function listReach(work: Work, giverId: string, callId: string): Promise<readonly InReach[]> {
	const { rows } = await sql<InReach>`
		with giver as (
			select o.kind, g.county_number from organisation.organisation o
			join organisation.identity g on g.organisation_id = o.id and (g.valid_to is null or g.valid_to >= ${work.today})
			where o.id = ${giverId}
		), covered as (
			select f.organisation_id id from organisation.affiliation f where f.parent_id = ${giverId}
				and f.kind in ('state-administrator', 'county', 'ks-region') and (f.valid_to is null or f.valid_to >= ${work.today})
		), decided as materialized (
			select application_id, granted from funding.decision where organisation_id = ${giverId}
		), sent as (
			select a.call_id, p.party, a.organisation_id = p.party leads, s.applied,
				(select sum((g ->> 'kroner')::bigint) from jsonb_array_elements(d.granted) g) granted
			from funding.application a
			join funding.sending s on s.organisation_id = a.organisation_id and s.application_id = a.id and s.number = a.sent
			cross join lateral (select a.organisation_id party where not a.joint
				union all select (p ->> 'id')::uuid from jsonb_array_elements(s.content -> 'parties') p where a.joint) p
			left join decided d on d.application_id = a.id
			where a.call_organisation_id = ${giverId}
		), own as (
			select party, bool_or(call_id = ${callId}) applied,
				sum(applied) filter (where leads and call_id = ${callId}) kroner, sum(granted) filter (where leads and call_id = ${callId}) granted
			from sent group by party
		)
		select o.id, i.name, ${factOf("population")} population, ${factOf("centrality")} centrality, r.sent_at "encouragedAt",
			n.party is null never, coalesce(n.applied, false) applied, coalesce(n.kroner, 0)::float8 kroner,
			coalesce(n.granted, 0)::float8 granted
		from organisation.organisation o
		${named(work, sql`o.id`)}
		left join own n on n.party = o.id
		left join funding.recommendation r on r.organisation_id = ${giverId} and r.call_id = ${callId} and r.recipient_id = o.id
		where o.kind = 'municipality' and case
			when exists (select from covered) then o.id in (select id from covered)
			else exists (select from giver where giver.kind in ('directorate', 'ministry', 'ks', 'operator'))
				or i.county_number in (select county_number from giver)
		end
		order by i.name collate house.norwegian`.execute(work.db);
	return rows;
}

export type SentLines = {
	readonly id: string;
	readonly applicantId: string;
	/** The version of the call it is written to. */
	readonly number: number | null;
	readonly lines: readonly LineFacts[];
};

const linesOfSent = z.array(lineFacts);

/** What applications to a call that stand and are not decided ask for, line by line. */
export async function listSentLines(work: Work, giverId: string, callId: string): Promise<readonly SentLines[]> {
	const { rows } = await sql<Omit<SentLines, "lines"> & { readonly lines: unknown }>`
		select a.id, a.organisation_id "applicantId", a.number, s.content -> 'lines' lines
		from funding.application a
		join funding.sending s on s.organisation_id = a.organisation_id and s.application_id = a.id and s.number = a.sent
		left join funding.decision d on d.organisation_id = a.call_organisation_id and d.application_id = a.id
		where a.call_organisation_id = ${giverId} and a.call_id = ${callId} and a.state = 'sent' and d.decided_at is null
			and d.eligible is distinct from false`.execute(work.db);
	return rows.map((row) => ({ ...row, lines: linesOfSent.parse(row.lines) }));
}

export type ProposalToWrite = {
	readonly id: string;
	readonly applicantId: string;
	readonly outcome: "granted" | "refused";
	readonly granted: readonly YearGrant[];
};

/** Writes proposals for many applications at once; one that was decided meanwhile keeps what was decided. */
export async function writeProposals(
	work: Work,
	{ organisationId, callId }: { readonly organisationId: string; readonly callId: string },
	proposals: readonly ProposalToWrite[],
): Promise<void> {
	await sql`
		insert into funding.decision as d (organisation_id, call_id, applicant_id, application_id, outcome, granted)
		select ${organisationId}::uuid, ${callId}::uuid, p."applicantId", p.id, p.outcome, p.granted
		from jsonb_to_recordset(${JSON.stringify(proposals)}::jsonb) p(id uuid, "applicantId" uuid, outcome text, granted jsonb)
		on conflict (organisation_id, application_id) do update
			set outcome = excluded.outcome, granted = excluded.granted, version = d.version + 1
			where d.decided_at is null`.execute(work.db);
}

export async function insertRecommendation(
	work: Work,
	{ organisationId, callId }: { readonly organisationId: string; readonly callId: string },
	told: { readonly recipientId: string; readonly message: string; readonly by: string },
): Promise<boolean> {
	const added = await work.db
		.insertInto("funding.recommendation")
		.values({
			...{ organisation_id: organisationId, call_id: callId, recipient_id: told.recipientId },
			...{ message: told.message, sent_at: work.now, sent_by: told.by },
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return added.numInsertedOrUpdatedRows === 1n;
}
