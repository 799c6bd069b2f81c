import { type RawBuilder, sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { Page } from "../../organisation/contract.ts";
import type {
	CourseChange,
	CourseQuery,
	CourseRow,
	CourseSort,
	CourseValues,
	PeriodChoice,
	PeriodRow,
	PeriodValues,
} from "./contract.ts";

const columns = sql`c.organisation_id "organisationId", c.id, c.institution_id "institutionId",
	coalesce(i.name, '') "institutionName", c.programme, c.campus, c.code, c.name, c.profession,
	c.year_of_study "yearOfStudy", c.credits::float8 credits, c.weeks, c.hours, c.settings,
	c.learning_outcomes "learningOutcomes", c.supervisor_requirement "supervisorRequirement",
	c.compensation_class "compensationClass", c.requirements, c.published, c.archived_on "archivedOn",
	coalesce(p.periods, 0)::int periods, p.next_day "nextDay", c.version`;

function from(work: Work): RawBuilder<unknown> {
	return sql`placement.course c
		left join organisation.identity i on i.organisation_id = c.institution_id
			and i.valid_from <= ${work.today} and (i.valid_to is null or i.valid_to >= ${work.today})
		left join lateral (select count(*) periods, min(first_day) filter (where first_day >= ${work.today}) next_day
			from placement.period p where p.organisation_id = c.organisation_id and p.course_id = c.id
				and p.last_day >= ${work.today}) p on true`;
}

/** A course by its id alone: whoever asks may not know who keeps it. */
export async function findCourse(work: Work, id: string): Promise<CourseRow | undefined> {
	const { rows } = await sql<CourseRow>`select ${columns} from ${from(work)} where c.id = ${id}`.execute(work.db);
	return rows[0];
}

/** Courses of an institution here that are in use, but for one. */
export async function listCodes(
	work: Work,
	organisationId: string,
	institutionId: string,
	except: string | null,
): Promise<string[]> {
	const { rows } = await sql<{ code: string }>`
		select code from placement.course where organisation_id = ${organisationId} and institution_id = ${institutionId}
			and archived_on is null and code is not null and id is distinct from ${except}::uuid`.execute(work.db);
	return rows.map((row) => row.code);
}

const orders: Readonly<Record<CourseSort, RawBuilder<unknown>>> = {
	name: sql`c.name collate house.norwegian`,
	institution: sql`i.name collate house.norwegian`,
	profession: sql`c.profession`,
	year: sql`c.year_of_study`,
	next: sql`p.next_day`,
};

/** A page of courses, equal ones by name, code and id. */
export async function listCourses(
	work: Work,
	query: CourseQuery,
	narrowing: { readonly organisationId: string; readonly seesOwn: boolean; readonly words: readonly string[] },
): Promise<Page<CourseRow>> {
	const { sort = "name", descending = false, offset = 0, pageSize = null, status = "current" } = query;
	const { organisationId, seesOwn, words } = narrowing;
	const own = sql`c.organisation_id = ${organisationId}`;
	const searched = sql`lower(concat_ws(' ', c.name, c.code, c.programme, c.campus, i.name))`;
	const conditions = [
		status === "archived" ? sql`c.archived_on is not null` : sql`c.archived_on is null`,
		seesOwn ? sql`(c.published or ${own})` : sql`c.published`,
		...(query.keeper === "own" ? [own] : []),
		...(query.keeper === "others" ? [sql`not ${own}`] : []),
		...(query.institutionId === undefined ? [] : [sql`c.institution_id = ${query.institutionId}`]),
		...(query.profession === undefined ? [] : [sql`c.profession = ${query.profession}`]),
		...words.map((word) => sql`position(${word} in ${searched}) > 0`),
	];
	const towards = descending ? sql`desc nulls last` : sql`asc nulls last`;
	const where = sql.join(conditions, sql` and `);
	const { rows } = await sql<CourseRow & { total: number }>`
		select ${columns}, count(*) over () total from ${from(work)} where ${where}
		order by ${orders[sort]} ${towards}, c.name collate house.norwegian, c.code, c.id
		limit ${pageSize} offset ${offset}`.execute(work.db);
	if (rows.length === 0 && offset > 0) {
		const counted = await sql<{ total: number }>`
			select count(*) total from ${from(work)} where ${where}`.execute(work.db);
		return { rows: [], total: counted.rows[0]?.total ?? 0 };
	}
	return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}

export type CourseToInsert = { readonly organisationId: string; readonly id: string; readonly values: CourseValues };

export async function insertCourses(work: Work, courses: readonly CourseToInsert[]): Promise<void> {
	if (courses.length === 0) return;
	await work.db
		.insertInto("placement.course")
		.values(
			courses.map(({ organisationId, id, values }) => ({
				...{ organisation_id: organisationId, id, institution_id: values.institutionId },
				...asStored(values),
			})),
		)
		.execute();
}

/** Returns whether the version was still the one given. */
export async function updateCourse(
	work: Work,
	{ organisationId, id, version }: { organisationId: string; id: string; version: number },
	values: Omit<CourseChange, "version">,
): Promise<boolean> {
	const { numUpdatedRows } = await work.db
		.updateTable("placement.course")
		.set({ ...asStored(values), version: version + 1 })
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.where("version", "=", version)
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}

function asStored(values: Omit<CourseChange, "version">) {
	return {
		...{ programme: values.programme, campus: values.campus, code: values.code, name: values.name },
		...{ profession: values.profession, year_of_study: values.yearOfStudy, credits: values.credits },
		...{ weeks: values.weeks, hours: values.hours, settings: values.settings },
		...{ learning_outcomes: values.learningOutcomes, supervisor_requirement: values.supervisorRequirement },
		...{ compensation_class: values.compensationClass, requirements: values.requirements },
		published: values.published,
	};
}

export async function updateArchived(
	work: Work,
	{ organisationId, id, version }: { organisationId: string; id: string; version: number },
	archivedOn: string | null,
): Promise<boolean> {
	const { numUpdatedRows } = await work.db
		.updateTable("placement.course")
		.set({ archived_on: archivedOn, version: version + 1 })
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.where("version", "=", version)
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}

/** The periods of a course, the earliest first, with what stands on each as far as the asker may count it. */
export async function listPeriods(work: Work, organisationId: string, courseId: string): Promise<PeriodRow[]> {
	return selectPeriods(work, sql`p.organisation_id = ${organisationId} and p.course_id = ${courseId}`);
}

/** The periods of every course an organisation keeps. */
export async function listAllPeriods(work: Work, organisationId: string): Promise<PeriodRow[]> {
	return selectPeriods(work, sql`p.organisation_id = ${organisationId}`);
}

async function selectPeriods(work: Work, where: RawBuilder<unknown>): Promise<PeriodRow[]> {
	const { rows } = await sql<PeriodRow>`
		select p.organisation_id "organisationId", p.id, p.course_id "courseId", p.name, p.first_day "firstDay",
			p.last_day "lastDay", p.students_expected "studentsExpected", p.published, p.version,
			(select count(*)::int from placement.claim k where k.organisation_id = p.organisation_id
				and k.period_id = p.id and k.withdrawn_at is null) claims,
			(select count(*)::int from placement.request r where r.organisation_id = p.organisation_id
				and r.period_id = p.id) requests
		from placement.period p where ${where}
		order by p.first_day, p.name collate house.norwegian, p.id`.execute(work.db);
	return rows;
}

/** Anything at all that hangs on a period, withdrawn claims and rounds too: what the database would not let go of. */
export async function countHanging(work: Work, organisationId: string, periodId: string): Promise<number> {
	const { rows } = await sql<{ total: number }>`
		select (select count(*) from placement.claim where organisation_id = ${organisationId} and period_id = ${periodId})
			+ (select count(*) from placement.round_period where period_organisation_id = ${organisationId}
				and period_id = ${periodId}) total`.execute(work.db);
	return rows[0]?.total ?? 0;
}

export type PeriodToInsert = {
	readonly organisationId: string;
	readonly id: string;
	readonly courseId: string;
	readonly values: PeriodValues;
};

export async function insertPeriods(work: Work, periods: readonly PeriodToInsert[]): Promise<void> {
	if (periods.length === 0) return;
	await work.db
		.insertInto("placement.period")
		.values(
			periods.map(({ organisationId, id, courseId, values }) => ({
				...{ organisation_id: organisationId, id, course_id: courseId, ...periodStored(values) },
			})),
		)
		.execute();
}

export async function updatePeriod(
	work: Work,
	{ organisationId, id, version }: { organisationId: string; id: string; version: number },
	values: PeriodValues,
): Promise<boolean> {
	const { numUpdatedRows } = await work.db
		.updateTable("placement.period")
		.set({ ...periodStored(values), version: version + 1 })
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.where("version", "=", version)
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}

function periodStored(values: PeriodValues) {
	return {
		...{ name: values.name, first_day: values.firstDay, last_day: values.lastDay },
		...{ students_expected: values.studentsExpected, published: values.published },
	};
}

export async function deletePeriod(work: Work, organisationId: string, id: string): Promise<void> {
	await work.db
		.deleteFrom("placement.period")
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.execute();
}

/** Periods the keeper can give students a need in: of courses in use, not over; the earliest first. */
export async function listPeriodChoices(work: Work, organisationId: string, from: string): Promise<PeriodChoice[]> {
	const { rows } = await sql<PeriodChoice>`
		select p.id, c.id "courseId", c.institution_id "institutionId", c.name "courseName", c.code "courseCode",
			c.profession, c.year_of_study "yearOfStudy", p.name, p.first_day "firstDay", p.last_day "lastDay"
		from placement.period p
		join placement.course c on c.organisation_id = p.organisation_id and c.id = p.course_id
		where p.organisation_id = ${organisationId} and c.archived_on is null and p.last_day >= ${from}
		order by p.first_day, c.name collate house.norwegian, p.name collate house.norwegian, p.id`.execute(work.db);
	return rows;
}
