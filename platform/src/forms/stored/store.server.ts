import { type RawBuilder, sql } from "kysely";
import type { Work } from "../../database/work.server.ts";
import { type Answers, type FormContent, formContent, storedAnswers, type Words } from "../definition.ts";
import type { AnswerValues } from "../walk.ts";
import type { FormVersion, ListedForm, StoredAnswer, StoredForm } from "./contract.ts";

type Key = { readonly organisationId: string; readonly id: string };
type Titled = { readonly nb: string; readonly nn: string; readonly en: string };

function titleOf({ nb, nn, en }: Titled): Words {
	return { nb, nn: nn || nb, en: en || nb };
}

export async function insertForm(
	work: Work,
	{ title, ...form }: Omit<StoredForm, "closed"> & { readonly by: string },
): Promise<void> {
	await work.db
		.insertInto("form.form")
		.values({
			...{ organisation_id: form.organisationId, id: form.id, key: form.key, purpose: form.purpose },
			...{ audience: form.audience, title_nb: title.nb, title_nn: title.nn, title_en: title.en },
			...{ created_at: work.now, created_by: form.by },
		})
		.execute();
}

export async function findForm(work: Work, id: string): Promise<StoredForm | undefined> {
	const { rows } = await sql<Omit<StoredForm, "title"> & Titled>`
		select organisation_id "organisationId", id, key, purpose, audience, closed_at is not null closed,
			title_nb nb, title_nn nn, title_en en
		from form.form where id = ${id}`.execute(work.db);
	const [row] = rows;
	if (!row) return undefined;
	const { nb, nn, en, ...form } = row;
	return { ...form, title: titleOf({ nb, nn, en }) };
}

export async function listVersions(work: Work, { organisationId, id }: Key): Promise<readonly FormVersion[]> {
	const rows = await work.db
		.selectFrom("form.version")
		.select(["number", "state", "content", "revision", "changed_at as changedAt", "changed_by as changedBy"])
		.select(["published_at as publishedAt", "published_by as publishedBy"])
		.where("organisation_id", "=", organisationId)
		.where("form_id", "=", id)
		.orderBy("number", "desc")
		.execute();
	return rows.map(({ content, state, ...row }) => ({
		...row,
		state: state === "published" ? "published" : "draft",
		content: formContent.parse(content),
	}));
}

type ListedRow = Omit<ListedForm, "title"> & Titled;

/** The forms an organisation keeps, the last changed first; of everybody's published ones where none is named. */
export async function listForms(work: Work, condition: RawBuilder<unknown>): Promise<readonly ListedForm[]> {
	const { rows } = await sql<ListedRow>`
		select f.id, f.purpose, f.title_nb nb, f.title_nn nn, f.title_en en, f.closed_at is not null closed,
			max(v.number) filter (where v.state = 'published') published, max(v.number) filter (where v.state = 'draft') draft,
			max(v.changed_at) "changedAt",
			(select count(*)::int from form.answer a where a.asker_id = f.organisation_id and a.form_id = f.id
				and a.state = 'submitted') answers
		from form.form f join form.version v on v.organisation_id = f.organisation_id and v.form_id = f.id
		where ${condition} group by f.organisation_id, f.id order by max(v.changed_at) desc, f.id`.execute(work.db);
	return rows.map(({ nb, nn, en, ...row }) => ({ ...row, title: titleOf({ nb, nn, en }) }));
}

export async function insertVersion(
	work: Work,
	{ organisationId, id }: Key,
	{ number, content, by }: { readonly number: number; readonly content: FormContent; readonly by: string },
): Promise<void> {
	await work.db
		.insertInto("form.version")
		.values({
			...{ organisation_id: organisationId, form_id: id, number, content: JSON.stringify(content) },
			...{ changed_at: work.now, changed_by: by },
		})
		.execute();
}

/** Writes a draft, and keeps what it was as a step that can be undone; the oldest steps are forgotten. */
export async function updateDraft(
	work: Work,
	{ organisationId, id }: Key,
	{ number, revision, content: before }: FormVersion,
	{ content, by, mostSteps }: { readonly content: FormContent; readonly by: string; readonly mostSteps: number },
): Promise<void> {
	await sql`
		insert into form.step (organisation_id, form_id, number, step, content)
		select ${organisationId}, ${id}, ${number}, coalesce(max(step), 0) + 1, ${JSON.stringify(before)}::jsonb
		from form.step where organisation_id = ${organisationId} and form_id = ${id} and number = ${number}`.execute(
		work.db,
	);
	await sql`
		delete from form.step s where organisation_id = ${organisationId} and form_id = ${id} and number = ${number}
			and step <= (select max(step) - ${mostSteps} from form.step t where t.organisation_id = s.organisation_id
				and t.form_id = s.form_id and t.number = s.number)`.execute(work.db);
	await writeDraft(work, { organisationId, id }, number, { content, by, revision: revision + 1 });
}

async function writeDraft(
	work: Work,
	{ organisationId, id }: Key,
	number: number,
	{ content, by, revision }: { readonly content: FormContent; readonly by: string; readonly revision: number },
): Promise<void> {
	await work.db
		.updateTable("form.version")
		.set({ content: JSON.stringify(content), revision, changed_at: work.now, changed_by: by })
		.where("organisation_id", "=", organisationId)
		.where("form_id", "=", id)
		.where("number", "=", number)
		.execute();
	const { nb, nn, en } = content.title;
	await work.db
		.updateTable("form.form")
		.set({ title_nb: nb, title_nn: nn, title_en: en })
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.execute();
}

/** Puts back what a draft was before its last change; false where there is no such step. */
export async function undoStep(work: Work, key: Key, { number, revision }: FormVersion, by: string): Promise<boolean> {
	const { rows } = await sql<{ readonly content: unknown }>`
		delete from form.step s where organisation_id = ${key.organisationId} and form_id = ${key.id} and number = ${number}
			and step = (select max(step) from form.step t where t.organisation_id = s.organisation_id
				and t.form_id = s.form_id and t.number = s.number)
		returning content`.execute(work.db);
	const [step] = rows;
	if (!step) return false;
	await writeDraft(work, key, number, { content: formContent.parse(step.content), by, revision: revision + 1 });
	return true;
}

/** How many changes of the draft can be undone. */
export async function countSteps(work: Work, { organisationId, id }: Key): Promise<number> {
	const { rows } = await sql<{ readonly steps: number }>`
		select count(*)::int steps from form.step where organisation_id = ${organisationId} and form_id = ${id}`.execute(
		work.db,
	);
	return rows[0]?.steps ?? 0;
}

export async function markPublished(
	work: Work,
	{ organisationId, id }: Key,
	number: number,
	by: string,
): Promise<void> {
	await work.db
		.deleteFrom("form.step")
		.where("organisation_id", "=", organisationId)
		.where("form_id", "=", id)
		.execute();
	await work.db
		.updateTable("form.version")
		.set({ state: "published", published_at: work.now, published_by: by })
		.where("organisation_id", "=", organisationId)
		.where("form_id", "=", id)
		.where("number", "=", number)
		.execute();
}

export async function setClosed(work: Work, { organisationId, id }: Key, closed: boolean): Promise<void> {
	await work.db
		.updateTable("form.form")
		.set({ closed_at: closed ? work.now : null })
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.execute();
}

/** Takes away a draft; the whole form where nothing of it has been published. */
export async function deleteDraft(work: Work, { organisationId, id }: Key, number: number): Promise<void> {
	await work.db
		.deleteFrom("form.version")
		.where("organisation_id", "=", organisationId)
		.where("form_id", "=", id)
		.where("number", "=", number)
		.execute();
	await sql`
		delete from form.form f where organisation_id = ${organisationId} and id = ${id} and not exists (
			select from form.version v where v.organisation_id = f.organisation_id and v.form_id = f.id)`.execute(work.db);
}

const answerColumns = sql`
	organisation_id "organisationId", id, asker_id "askerId", form_id "formId", number, person_id "personId", by_link "byLink",
	shared, answered_for "answeredFor", state, given, revision, changed_at "changedAt", changed_by "changedBy",
	submitted_at "submittedAt", submitted_by "submittedBy"`;

type WithGiven = { readonly answer: StoredAnswer; readonly answers: Answers };

export async function findAnswers(work: Work, condition: RawBuilder<unknown>): Promise<readonly WithGiven[]> {
	const { rows } = await sql<StoredAnswer & { readonly given: unknown }>`
		select ${answerColumns} from form.answer where ${condition}
		order by coalesce(submitted_at, changed_at) desc, id`.execute(work.db);
	return rows.map(({ given, ...answer }) => ({
		answer,
		answers: storedAnswers.parse({ definition: answer.formId, version: answer.number, values: given }),
	}));
}

export async function insertAnswer(
	work: Work,
	answer: Pick<
		StoredAnswer,
		"organisationId" | "id" | "askerId" | "formId" | "number" | "personId" | "byLink" | "shared" | "answeredFor"
	> & {
		readonly values: AnswerValues;
		readonly by: string;
	},
): Promise<void> {
	await work.db
		.insertInto("form.answer")
		.values({
			...{ organisation_id: answer.organisationId, id: answer.id, asker_id: answer.askerId, form_id: answer.formId },
			...{ number: answer.number, person_id: answer.personId, by_link: answer.byLink, shared: answer.shared },
			...{ answered_for: answer.answeredFor, given: JSON.stringify(answer.values), changed_by: answer.by },
			...{ begun_at: work.now, changed_at: work.now },
		})
		.execute();
}

type AnswerChange = {
	readonly values?: AnswerValues;
	readonly shared?: boolean;
	readonly answeredFor?: string;
	readonly submittedBy?: string;
	readonly by: string;
};

/** Writes a draft in the revision it was read in; false where another was first. */
export async function updateAnswer(
	work: Work,
	{ organisationId, id, revision }: StoredAnswer,
	change: AnswerChange,
): Promise<boolean> {
	const { values, shared, answeredFor, submittedBy } = change;
	const updated = await work.db
		.updateTable("form.answer")
		.set({
			...(values ? { given: JSON.stringify(values) } : {}),
			...(shared === undefined ? {} : { shared }),
			...(answeredFor === undefined ? {} : { answered_for: answeredFor }),
			...(submittedBy === undefined ? {} : { state: "submitted", submitted_at: work.now, submitted_by: submittedBy }),
			...{ changed_at: work.now, changed_by: change.by, revision: revision + 1 },
		})
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.where("revision", "=", revision)
		.returning("id")
		.executeTakeFirst();
	return updated !== undefined;
}

export async function deleteAnswer(work: Work, { organisationId, id }: StoredAnswer): Promise<void> {
	await work.db.deleteFrom("form.answer").where("organisation_id", "=", organisationId).where("id", "=", id).execute();
}
