import { type RawBuilder, sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { CallWay } from "../codes.ts";
import {
	type CallContent,
	type CallDraft,
	type CallVersion,
	type Clarification,
	callContent,
	type StoredCall,
} from "./contract.ts";

type Key = { readonly organisationId: string; readonly id: string };

export async function findCall(work: Work, id: string): Promise<StoredCall | undefined> {
	const { rows } = await sql<StoredCall>`
		select c.organisation_id "organisationId", i.name "organisationName", c.id, c.way, c.published,
			c.withdrawn_at "withdrawnAt", c.withdrawn_reason "withdrawnReason"
		from funding.call c
		join organisation.identity i on i.organisation_id = c.organisation_id and i.valid_from <= ${work.today}
			and (i.valid_to is null or i.valid_to >= ${work.today})
		where c.id = ${id}`.execute(work.db);
	return rows[0];
}

export async function findDraft(work: Work, { organisationId, id }: Key): Promise<CallDraft | undefined> {
	const row = await work.db
		.selectFrom("funding.call_draft")
		.select(["content", "revision", "changed_at as changedAt", "changed_by as changedBy"])
		.select(["application_form_id as applicationFormId", "report_form_id as reportFormId"])
		.where("organisation_id", "=", organisationId)
		.where("call_id", "=", id)
		.executeTakeFirst();
	return row && { ...row, content: callContent.parse(row.content) };
}

/** What a call has said, the newest first. */
export async function listVersions(work: Work, { organisationId, id }: Key): Promise<readonly CallVersion[]> {
	const { rows } = await sql<Omit<CallVersion, "content"> & { readonly content: unknown }>`
		select v.number, v.content, s.name "schemeName", v.application_form_id "applicationFormId",
			v.application_number "applicationNumber", v.report_form_id "reportFormId", v.report_number "reportNumber", v.note,
			v.made_at "madeAt", v.made_by "madeBy"
		from funding.call_version v
		join funding.scheme s on s.organisation_id = v.scheme_organisation_id and s.id = v.scheme_id
		where v.organisation_id = ${organisationId} and v.call_id = ${id} order by v.number desc`.execute(work.db);
	return rows.map((row) => ({ ...row, content: callContent.parse(row.content) }));
}

export type ListedRow = Omit<StoredCall, "withdrawnReason"> & {
	readonly content: CallContent;
	readonly schemeId: string | null;
	readonly schemeName: string;
};

type RawRow = Omit<ListedRow, "content"> & { readonly content: unknown };
const named = (work: Work) => sql`
	join organisation.identity i on i.organisation_id = c.organisation_id and i.valid_from <= ${work.today}
		and (i.valid_to is null or i.valid_to >= ${work.today})`;
const callColumns = sql`c.organisation_id "organisationId", i.name "organisationName", c.id, c.way, c.published, c.withdrawn_at "withdrawnAt"`;

/** Calls that are published, as their newest version says. */
export async function listPublished(work: Work, condition: RawBuilder<unknown>): Promise<readonly ListedRow[]> {
	const { rows } = await sql<RawRow>`
		select ${callColumns}, v.content, v.scheme_id "schemeId", s.name "schemeName"
		from funding.call c ${named(work)}
		join funding.call_version v on v.organisation_id = c.organisation_id and v.call_id = c.id and v.number = c.published
		join funding.scheme s on s.organisation_id = v.scheme_organisation_id and s.id = v.scheme_id
		where ${condition} order by v.closes_on desc, c.id`.execute(work.db);
	return rows.map((row) => ({ ...row, content: callContent.parse(row.content) }));
}

/** The calls an organisation writes on, or has noted from outside, as they stand in its drafts; the last changed first. */
export async function listDrafts(work: Work, organisationId: string): Promise<readonly ListedRow[]> {
	const { rows } = await sql<RawRow>`
		select ${callColumns}, d.content, d.scheme_id "schemeId", coalesce(s.name, '') "schemeName"
		from funding.call c ${named(work)}
		join funding.call_draft d on d.organisation_id = c.organisation_id and d.call_id = c.id
		left join funding.scheme s on s.organisation_id = d.scheme_organisation_id and s.id = d.scheme_id
		where c.organisation_id = ${organisationId} order by d.changed_at desc, c.id`.execute(work.db);
	return rows.map((row) => ({ ...row, content: callContent.parse(row.content) }));
}

export async function insertCall(
	work: Work,
	{ organisationId, id }: Key,
	made: {
		readonly way: CallWay;
		readonly content: CallContent;
		readonly schemeKeeper: string | null;
		readonly applicationFormId: string | null;
		readonly reportFormId: string | null;
		readonly by: string;
	},
): Promise<void> {
	const { way, content, by } = made;
	await work.db
		.insertInto("funding.call")
		.values({ organisation_id: organisationId, id, way, created_at: work.now, created_by: by })
		.execute();
	await work.db
		.insertInto("funding.call_draft")
		.values({
			...{ organisation_id: organisationId, call_id: id, content: JSON.stringify(content) },
			...{ scheme_organisation_id: made.schemeKeeper, scheme_id: content.schemeId },
			...{ application_form_id: made.applicationFormId, report_form_id: made.reportFormId },
			...{ changed_at: work.now, changed_by: by },
		})
		.execute();
}

type DraftChange = {
	readonly content: CallContent;
	readonly schemeKeeper: string | null;
	readonly applicationFormId?: string;
	readonly reportFormId?: string;
	readonly by: string;
};

/** Writes a draft in the revision that was looked at; false where somebody else was first. */
export async function updateDraft(
	work: Work,
	{ organisationId, id }: Key,
	revision: number,
	change: DraftChange,
): Promise<boolean> {
	const updated = await work.db
		.updateTable("funding.call_draft")
		.set({
			...{ content: JSON.stringify(change.content), scheme_id: change.content.schemeId },
			...{ scheme_organisation_id: change.schemeKeeper, revision: revision + 1 },
			...(change.applicationFormId === undefined ? {} : { application_form_id: change.applicationFormId }),
			...(change.reportFormId === undefined ? {} : { report_form_id: change.reportFormId }),
			...{ changed_at: work.now, changed_by: change.by },
		})
		.where("organisation_id", "=", organisationId)
		.where("call_id", "=", id)
		.where("revision", "=", revision)
		.executeTakeFirst();
	return updated.numUpdatedRows === 1n;
}

export async function insertVersion(
	work: Work,
	{ organisationId, id }: Key,
	made: {
		readonly number: number;
		readonly content: CallContent;
		readonly schemeKeeper: string;
		readonly schemeId: string;
		readonly opensOn: string;
		readonly closesOn: string;
		readonly application: { readonly formId: string; readonly number: number };
		readonly report: { readonly formId: string; readonly number: number };
		readonly note: string;
		readonly by: string;
	},
): Promise<void> {
	await work.db
		.insertInto("funding.call_version")
		.values({
			...{ organisation_id: organisationId, call_id: id, number: made.number, title: made.content.title },
			...{ scheme_organisation_id: made.schemeKeeper, scheme_id: made.schemeId, content: JSON.stringify(made.content) },
			...{ opens_on: made.opensOn, closes_on: made.closesOn, note: made.note, made_at: work.now, made_by: made.by },
			...{ application_form_id: made.application.formId, application_number: made.application.number },
			...{ report_form_id: made.report.formId, report_number: made.report.number },
		})
		.execute();
	await work.db
		.updateTable("funding.call")
		.set({ published: made.number })
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.execute();
}

export async function markWithdrawn(work: Work, { organisationId, id }: Key, reason: string): Promise<void> {
	await work.db
		.updateTable("funding.call")
		.set({ withdrawn_at: work.now, withdrawn_reason: reason })
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.execute();
}

/** Takes away a call that was never published. */
export async function deleteCall(work: Work, { organisationId, id }: Key): Promise<void> {
	await work.db.deleteFrom("funding.call").where("organisation_id", "=", organisationId).where("id", "=", id).execute();
}

/** Questions to a call the asker may read, the oldest first. */
export async function listClarifications(work: Work, callId: string): Promise<readonly Clarification[]> {
	const { actor } = work;
	const own = actor.kind === "nobody" ? null : (actor.organisationId ?? null);
	const { rows } = await sql<Clarification>`
		select id, number, question, asked_at "askedAt", answer, answered_at "answeredAt", asker_id = ${own} "isOwn"
		from funding.clarification where call_id = ${callId} order by asked_at, id`.execute(work.db);
	return rows;
}

export async function insertClarification(
	work: Work,
	{ organisationId, id: callId }: Key,
	asked: { readonly id: string; readonly number: number; readonly askerId: string; readonly question: string },
): Promise<void> {
	await work.db
		.insertInto("funding.clarification")
		.values({
			...{ organisation_id: organisationId, call_id: callId, id: asked.id, number: asked.number },
			...{ asker_id: asked.askerId, question: asked.question, asked_at: work.now },
		})
		.execute();
}

/** Answers a question that has no answer; false where there is none such. */
export async function answerClarification(
	work: Work,
	{ organisationId, id: callId }: Key,
	{ id, answer, by }: { readonly id: string; readonly answer: string; readonly by: string },
): Promise<{ readonly askerId: string } | undefined> {
	return work.db
		.updateTable("funding.clarification")
		.set({ answer, answered_at: work.now, answered_by: by })
		.where("organisation_id", "=", organisationId)
		.where("call_id", "=", callId)
		.where("id", "=", id)
		.where("answer", "is", null)
		.returning("asker_id as askerId")
		.executeTakeFirst();
}
