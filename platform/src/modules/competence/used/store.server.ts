import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { rowsTogether } from "../../../database/asked-together.server.ts";
import type { Work } from "../../../database/work.server.ts";
import { type AskedMonths, askedMonths, forgetDays, lateDays, remindAfterDays } from "./codes.ts";
import type { AskedCount, UsedAnswer, UsedAsk, UsedCount, UsedToGive } from "./contract.ts";

/** The day each study was completed, where that is what became of it last. */
const completed = sql`select s.*, last.on_day from competence.study s
	cross join lateral (select t.state, t.on_day from competence.study_step t
		where t.organisation_id = s.organisation_id and t.study_id = s.id and t.undone_at is null
		order by t.on_day desc, t.recorded_at desc, t.id desc limit 1) last
	where last.state = 'completed'`;

const toBeAsked = (work: Work) => sql`from (${completed}) d cross join unnest(${[...askedMonths]}::int[]) m(months)
	where (d.on_day + make_interval(months => m.months))::date between ${work.today}::date - ${lateDays}::int and ${work.today}
		and not exists (select from competence.used_ask a
			where a.organisation_id = d.organisation_id and a.study_id = d.id and a.months = m.months)`;

/** Organisations with anybody to ask, to remind, or whose study is to be forgotten. */
export async function listAskers(work: Work): Promise<readonly string[]> {
	const { rows } = await sql<{ id: string }>`
		select distinct d.organisation_id id ${toBeAsked(work)}
		union select organisation_id from competence.used_ask where study_id is not null
			and ((not answered and reminded_on is null and asked_on <= ${work.today}::date - ${remindAfterDays}::int)
				or asked_on <= ${work.today}::date - ${forgetDays}::int)
		order by 1`.execute(work.db);
	return rows.map(({ id }) => id);
}

/** Somebody to write to: whoever studied, where there is an address; else the unit's leader. */
export type ToAsk = {
	readonly id: string;
	readonly title: string;
	readonly number: number;
	readonly name: string | null;
	readonly email: string | null;
	readonly unitId: string;
};

const toAsk = sql`d.title, d.number, d.name, d.email, d.unit_id "unitId"`;

type Due = Omit<ToAsk, "id"> & {
	readonly studyId: string;
	readonly months: AskedMonths;
	readonly entryOrganisationId: string;
	readonly entryId: string;
};

/** Studies of an organisation that can be asked of today, and have not been. */
async function listDue(work: Work, organisationId: string): Promise<readonly Due[]> {
	const { rows } = await sql<Due>`
		select d.id "studyId", m.months, d.entry_organisation_id "entryOrganisationId", d.entry_id "entryId", ${toAsk}
		${toBeAsked(work)} and d.organisation_id = ${organisationId} order by d.number, m.months`.execute(work.db);
	return rows;
}

/** Writes down that studies of an organisation that can be asked of today are asked of, and gives them. */
export async function askDue(
	work: Work,
	organisationId: string,
	mayAsk: (one: Due) => boolean,
): Promise<readonly ToAsk[]> {
	const asked = (await listDue(work, organisationId)).filter(mayAsk).map((one) => ({ ...one, id: randomUUID() }));
	if (asked.length === 0) return [];
	await work.db
		.insertInto("competence.used_ask")
		.values(
			asked.map(({ id, studyId, months, entryOrganisationId, entryId }) => ({
				...{ organisation_id: organisationId, id, study_id: studyId, months, asked_on: work.today },
				...{ entry_organisation_id: entryOrganisationId, entry_id: entryId },
			})),
		)
		.execute();
	return asked;
}

/** What can be asked of by a link given by hand: due and not asked, or asked and not answered; `id` is null before it is asked. */
export async function listToGive(work: Work, organisationId: string): Promise<readonly UsedToGive[]> {
	const asked = await sql<UsedToGive>`
		select a.id, d.id "studyId", a.months, a.asked_on "askedOn", ${toAsk}
		from competence.used_ask a
		join competence.study d on d.organisation_id = a.organisation_id and d.id = a.study_id
		where a.organisation_id = ${organisationId} and not a.answered order by d.number, a.months`.execute(work.db);
	const due = (await listDue(work, organisationId)).map(
		({ studyId, months, title, number, name, email, unitId }): UsedToGive => ({
			...{ id: null, studyId, months, askedOn: null, title, number, name, email, unitId },
		}),
	);
	return [...due, ...asked.rows];
}

/** How many in an organisation can be asked today and have not been. */
export async function countDue(work: Work, organisationId: string): Promise<number> {
	const rows = await rowsTogether(work, sql`select ${toBeAsked(work)} and d.organisation_id = ${organisationId}`);
	return rows.length;
}

/** Writes down that those who have not answered are reminded, and gives them. */
export async function remindDue(work: Work, organisationId: string): Promise<readonly ToAsk[]> {
	const { rows } = await sql<ToAsk>`
		with reminded as (
			update competence.used_ask set reminded_on = ${work.today}
			where organisation_id = ${organisationId} and study_id is not null and not answered and reminded_on is null
				and asked_on <= ${work.today}::date - ${remindAfterDays}::int
			returning id, study_id
		)
		select r.id, ${toAsk} from reminded r
		join competence.study d on d.organisation_id = ${organisationId} and d.id = r.study_id order by d.number`.execute(
		work.db,
	);
	return rows;
}

/** Forgets which studies were asked of long ago; that they were asked stays. Returns how many. */
export async function forgetAsked(work: Work, organisationId: string): Promise<number> {
	const { numAffectedRows } = await sql`update competence.used_ask set study_id = null
		where organisation_id = ${organisationId} and study_id is not null
			and asked_on <= ${work.today}::date - ${forgetDays}::int`.execute(work.db);
	return Number(numAffectedRows ?? 0n);
}

export async function findAsk(work: Work, id: string): Promise<UsedAsk | undefined> {
	const { rows } = await sql<UsedAsk>`
		select a.organisation_id "organisationId", a.id, a.months, a.entry_organisation_id "entryOrganisationId",
			a.entry_id "entryId", a.answered, s.title, s.number, s.email is not null named, s.unit_id "unitId"
		from competence.used_ask a
		left join competence.study s on s.organisation_id = a.organisation_id and s.id = a.study_id
		where a.id = ${id}`.execute(work.db);
	return rows[0];
}

/** Counts an answer, apart from who gave it: its key is chance, and tells no time. False where it was answered before. */
export async function countAnswer(work: Work, ask: UsedAsk, { uses, hinder }: UsedAnswer): Promise<boolean> {
	const changed = await work.db
		.updateTable("competence.used_ask")
		.set({ answered: true })
		.where("organisation_id", "=", ask.organisationId)
		.where("id", "=", ask.id)
		.where("answered", "=", false)
		.executeTakeFirst();
	if (changed.numUpdatedRows !== 1n) return false;
	await work.db
		.insertInto("competence.used_answer")
		.values({
			...{ organisation_id: ask.organisationId, id: randomUUID(), months: ask.months },
			...{ entry_organisation_id: ask.entryOrganisationId, entry_id: ask.entryId },
			...{ uses, hinder: uses === "often" ? null : hinder },
		})
		.execute();
	return true;
}

export async function countAsked(work: Work, organisationId: string): Promise<readonly AskedCount[]> {
	const { rows } = await sql<AskedCount>`
		select months, count(*)::int asked, count(*) filter (where answered)::int answered from competence.used_ask
		where organisation_id = ${organisationId} group by months order by months`.execute(work.db);
	return rows;
}

export async function countAnswers(work: Work, organisationId: string): Promise<readonly UsedCount[]> {
	const { rows } = await sql<UsedCount>`
		select a.months, a.entry_id "entryId", e.name, e.name_nn "nameNn", e.name_en "nameEn", a.uses, a.hinder,
			count(*)::int answers
		from competence.used_answer a
		join competence.entry e on e.organisation_id = a.entry_organisation_id and e.id = a.entry_id
		where a.organisation_id = ${organisationId}
		group by a.months, a.entry_id, e.name, e.name_nn, e.name_en, a.uses, a.hinder
		order by e.name collate house.norwegian, a.entry_id, a.months, a.uses`.execute(work.db);
	return rows;
}
