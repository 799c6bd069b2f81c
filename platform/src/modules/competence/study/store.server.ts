import { type RawBuilder, sql } from "kysely";
import { rowsTogether } from "../../../database/asked-together.server.ts";
import type { Work } from "../../../database/work.server.ts";
import { standardChoice } from "../codes.ts";
import type { FinanceFacts, StepFacts, Study, StudyFacts, StudyFinance, StudyStep } from "./contract.ts";

const columns = sql`s.organisation_id "organisationId", s.id, s.number, s.name, s.email, s.person_id "personId", s.unit_id "unitId",
	s.entry_id "entryId", s.title, s.provider, s.measure_id "measureId", s.first_day "firstDay", s.last_day "lastDay",
	s.leave, s.leave_share "leaveShare", s.leave_from "leaveFrom", s.leave_until "leaveUntil",
	s.substitute, s.substitute_share "substituteShare", s.substitute_cost "substituteCost", s.version,
	coalesce(e.kind, 'course') kind, coalesce(e.name, s.title) "entryName", e.name_nn "entryNameNn", e.name_en "entryNameEn",
	coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'state', t.state, 'onDay', t.on_day, 'reason', t.reason, 'note', t.note,
		'recordedAt', t.recorded_at, 'recordedBy', t.recorded_by, 'undoneAt', t.undone_at, 'undoneBy', t.undone_by)
		order by t.recorded_at, t.id) from competence.study_step t where t.organisation_id = s.organisation_id and t.study_id = s.id), '[]') steps,
	coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'payer', f.payer, 'kroner', f.kroner, 'note', f.note, 'fundingRef', f.funding_ref)
		order by f.id) from competence.study_finance f where f.organisation_id = s.organisation_id and f.study_id = s.id), '[]') finance`;

// Own entries of an employer stay unread by employees who act for another: then the title stands for the entry.
const from = sql`competence.study s
	left join competence.entry e on e.organisation_id = s.entry_organisation_id and e.id = s.entry_id`;

/** The studies of an organisation, by number. */
export async function listStudies(work: Work, organisationId: string): Promise<readonly Study[]> {
	const { rows } = await sql<Study>`
		select ${columns} from ${from} where s.organisation_id = ${organisationId} order by s.number`.execute(work.db);
	return rows;
}

/** The studies a person takes themselves, wherever they are employed; the newest first. */
export async function listStudiesOf(work: Work, personId: string): Promise<readonly Study[]> {
	const { rows } = await sql<Study>`
		select ${columns} from ${from} where s.person_id = ${personId} order by s.first_day desc nulls first, s.id desc`.execute(
		work.db,
	);
	return rows;
}

/** Whether a person takes any study: a quick question, asked with every front page. */
export async function hasStudies(work: Work, personId: string): Promise<boolean> {
	const rows = await rowsTogether(work, sql`select from competence.study where person_id = ${personId} limit 1`);
	return rows.length > 0;
}

export type StudyToWrite = StudyFacts & { readonly entryOrganisationId: string; readonly personId: string | null };

function columnsOf(study: StudyToWrite) {
	return {
		...{ name: study.name, email: study.email, person_id: study.personId, unit_id: study.unitId },
		...{ entry_organisation_id: study.entryOrganisationId, entry_id: study.entryId, measure_id: study.measureId },
		...{ title: study.title, provider: study.provider, first_day: study.firstDay, last_day: study.lastDay },
		...{ leave: study.leave, leave_share: study.leaveShare, leave_from: study.leaveFrom },
		...{ leave_until: study.leaveUntil, substitute: study.substitute, substitute_share: study.substituteShare },
		substitute_cost: study.substituteCost,
	};
}

/** The number the next study gets. */
export async function nextNumber(work: Work, organisationId: string): Promise<number> {
	const { rows } = await sql<{ number: number }>`
		select coalesce(max(number), 0) + 1 number from competence.study where organisation_id = ${organisationId}`.execute(
		work.db,
	);
	return rows[0]?.number ?? 1;
}

export async function insertStudy(
	work: Work,
	key: { readonly organisationId: string; readonly id: string; readonly number: number },
	study: StudyToWrite,
): Promise<void> {
	await work.db
		.insertInto("competence.study")
		.values({ organisation_id: key.organisationId, id: key.id, number: key.number, ...columnsOf(study) })
		.execute();
}

type Key = Pick<Study, "organisationId" | "id">;
const of = ({ organisationId, id }: Key) => sql`organisation_id = ${organisationId} and study_id = ${id}`;

/** Changes a study in the version that was looked at; false where somebody else was first. */
export async function updateStudy(
	work: Work,
	{ organisationId, id, version }: Key & { readonly version: number },
	study: StudyToWrite,
): Promise<boolean> {
	const changed = await work.db
		.updateTable("competence.study")
		.set({ ...columnsOf(study), version: version + 1 })
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.where("version", "=", version)
		.executeTakeFirst();
	if (changed.numUpdatedRows !== 1n) return false;
	for (const table of ["study_step", "study_finance"] as const)
		await sql`update ${sql.table(`competence.${table}`)} set person_id = ${study.personId}
			where ${of({ organisationId, id })} and person_id is distinct from ${study.personId}`.execute(work.db);
	return true;
}

/** Takes a study away with its steps; false where somebody else changed it first. */
export async function deleteStudy(work: Work, key: Key & { readonly version: number }): Promise<boolean> {
	const gone = await work.db
		.deleteFrom("competence.study")
		.where("organisation_id", "=", key.organisationId)
		.where("id", "=", key.id)
		.where("version", "=", key.version)
		.executeTakeFirst();
	return gone.numDeletedRows === 1n;
}

/** Moves the version on, so that two who act on the same study do not both do so unseen; false where one was first. */
export async function touchStudy(work: Work, key: Key & { readonly version: number }): Promise<boolean> {
	const changed = await work.db
		.updateTable("competence.study")
		.set({ version: key.version + 1 })
		.where("organisation_id", "=", key.organisationId)
		.where("id", "=", key.id)
		.where("version", "=", key.version)
		.executeTakeFirst();
	return changed.numUpdatedRows === 1n;
}

export async function insertStep(
	work: Work,
	study: Key & Pick<Study, "personId">,
	step: StepFacts & Pick<StudyStep, "id" | "recordedBy">,
): Promise<void> {
	await work.db
		.insertInto("competence.study_step")
		.values({
			...{ organisation_id: study.organisationId, study_id: study.id, person_id: study.personId, id: step.id },
			...{ state: step.state, on_day: step.onDay, reason: step.reason, note: step.note },
			...{ recorded_at: work.now, recorded_by: step.recordedBy },
		})
		.execute();
}

export async function undoStep(work: Work, study: Key, stepId: string, by: string): Promise<void> {
	await sql`update competence.study_step set undone_at = ${work.now}, undone_by = ${by}
		where ${of(study)} and id = ${stepId}`.execute(work.db);
}

export async function insertFinance(
	work: Work,
	study: Key & Pick<Study, "personId">,
	finance: FinanceFacts & Pick<StudyFinance, "id" | "fundingRef">,
): Promise<void> {
	await work.db
		.insertInto("competence.study_finance")
		.values({
			...{ organisation_id: study.organisationId, study_id: study.id, person_id: study.personId, id: finance.id },
			...{ payer: finance.payer, kroner: finance.kroner, note: finance.note, funding_ref: finance.fundingRef },
		})
		.execute();
}

export async function deleteFinance(work: Work, study: Key, financeId: string): Promise<void> {
	await sql`delete from competence.study_finance where ${of(study)} and id = ${financeId}`.execute(work.db);
}

/** Ties what is paid to an award, or unties it; false where there is no such payment. */
export async function setAward(work: Work, study: Key, financeId: string, award: string | null): Promise<boolean> {
	const { numAffectedRows } = await sql`update competence.study_finance set funding_ref = ${award}
		where ${of(study)} and id = ${financeId}`.execute(work.db);
	return numAffectedRows === 1n;
}

/** The account of somebody employed, by e-mail address; null where they have none. */
export async function findPerson(work: Work, organisationId: string, email: string): Promise<string | null> {
	const { rows } = await sql<{ id: string }>`select m.person_id id from organisation.membership m
		where m.organisation_id = ${organisationId} and m.person_id is not null and lower(m.email) = lower(${email})
			and (m.valid_to is null or m.valid_to >= ${work.today}) limit 1`.execute(work.db);
	return rows[0]?.id ?? null;
}

/** Ties the studies of an address to the person who has proved it. */
export async function tieStudies(work: Work, personId: string, email: string): Promise<readonly Key[]> {
	const { rows } = await sql<Key>`
		update competence.study set person_id = ${personId} where person_id is null and lower(email) = lower(${email})
		returning organisation_id "organisationId", id`.execute(work.db);
	for (const key of rows)
		for (const table of ["study_step", "study_finance"] as const)
			await sql`update ${sql.table(`competence.${table}`)} set person_id = ${personId} where ${of(key)}`.execute(
				work.db,
			);
	return rows;
}

/** Takes the names of those who study away; the studies stay as numbered places. Returns how many had one. */
export function forgetNames(work: Work, organisationId: string): Promise<number> {
	return forgetWhere(work, sql`s.organisation_id = ${organisationId}`);
}

/** What became of a study last, and on what day; undone steps do not count. */
const last = sql`select t.state, t.on_day from competence.study_step t
	where t.organisation_id = s.organisation_id and t.study_id = s.id and t.undone_at is null
	order by t.on_day desc, t.recorded_at desc, t.id desc limit 1`;
const ended = (work: Work) => sql`exists (select from (${last}) l
	left join competence.choice c on c.organisation_id = s.organisation_id
	where l.state in ('completed', 'dropped-out')
		and (l.on_day + make_interval(years => coalesce(c.name_years, ${standardChoice.nameYears})))::date <= ${work.today})`;

/** Takes away the names of studies that ended so long ago as the organisation has chosen. Returns how many. */
export function forgetEnded(work: Work, organisationId: string): Promise<number> {
	return forgetWhere(work, sql`s.organisation_id = ${organisationId} and ${ended(work)}`);
}

/** Organisations with names that have been kept long enough. */
export async function listForgetters(work: Work): Promise<readonly string[]> {
	const { rows } = await sql<{ id: string }>`select distinct s.organisation_id id from competence.study s
		where s.name is not null and ${ended(work)} order by 1`.execute(work.db);
	return rows.map(({ id }) => id);
}

async function forgetWhere(work: Work, condition: RawBuilder<unknown>): Promise<number> {
	const { rows } = await sql<Key>`
		update competence.study s set name = null, email = null, person_id = null, version = version + 1
		where name is not null and ${condition} returning s.organisation_id "organisationId", s.id`.execute(work.db);
	for (const table of ["study_step", "study_finance"] as const)
		for (const key of rows)
			await sql`update ${sql.table(`competence.${table}`)} set person_id = null
				where ${of(key)} and person_id is not null`.execute(work.db);
	return rows.length;
}
