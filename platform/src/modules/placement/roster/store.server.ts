import { type RawBuilder, sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import { foldName, searchWords } from "../../../geography/search.ts";
import type { Page } from "../../organisation/contract.ts";
import type {
	StudentChange,
	StudentQuery,
	StudentRow,
	StudentSort,
	StudentValues,
	StudentWarning,
} from "./contract.ts";

/** Where a postcode is; blank where none are imported, because then none can be said to be unknown. */
const placeOf = sql`coalesce(g.place, case when exists (select from geography.postcode) then null else '' end)`;
const columns = sql`s.organisation_id "organisationId", s.id, s.institution_id "institutionId",
	coalesce(i.name, '') "institutionName", s.person_id is not null "hasAccount", s.name, s.named, s.number, s.email,
	s.phone, s.programme, s.profession, s.year_of_study "yearOfStudy", s.postcode, ${placeOf} place, s.travel,
	s.language, coalesce(s.language, w.language, 'nb') "writtenIn",
	s.left_on "leftOn", k.claims::int claims, k.without_wishes::int "withoutWishes", s.version`;

/** Claims that count: not withdrawn, in periods not over. */
function from(work: Work): RawBuilder<unknown> {
	return sql`placement.student s
		left join organisation.identity i on i.organisation_id = s.institution_id
			and i.valid_from <= ${work.today} and (i.valid_to is null or i.valid_to >= ${work.today})
		left join geography.postcode g on g.postcode = s.postcode
		left join organisation.organisation w on w.id = s.institution_id
		cross join lateral (
			select count(*) claims, count(*) filter (where not exists (select from placement.wish w
				where w.organisation_id = c.organisation_id and w.claim_id = c.id)) without_wishes
			from placement.claim c
			join placement.period p on p.organisation_id = c.organisation_id and p.id = c.period_id and p.last_day >= ${work.today}
			where c.organisation_id = s.organisation_id and c.student_id = s.id and c.withdrawn_at is null) k`;
}

/** A student kept by an organisation. */
export async function findStudent(work: Work, organisationId: string, id: string): Promise<StudentRow | undefined> {
	const { rows } = await sql<StudentRow>`
		select ${columns} from ${from(work)} where s.organisation_id = ${organisationId} and s.id = ${id}`.execute(work.db);
	return rows[0];
}

/** The students a person is, or a link was made for, whoever keeps them; those who have left among them. */
export async function listSelf(
	work: Work,
	self: { readonly personId: string | null; readonly linkedStudentId: string | null },
): Promise<(StudentRow & { readonly personId: string | null })[]> {
	const which =
		self.personId !== null ? sql`s.person_id = ${self.personId}` : sql`s.id = ${self.linkedStudentId}::uuid`;
	const { rows } = await sql<StudentRow & { personId: string | null }>`
		select ${columns}, s.person_id "personId" from ${from(work)} where ${which}
		order by s.left_on nulls first, s.id`.execute(work.db);
	return rows;
}

const orders: Readonly<Record<StudentSort, RawBuilder<unknown>>> = {
	name: sql`s.name collate house.norwegian`,
	institution: sql`i.name collate house.norwegian`,
	year: sql`s.year_of_study`,
	postcode: sql`s.postcode`,
	claims: sql`k.claims`,
};

const warned: Readonly<Record<StudentWarning, RawBuilder<unknown>>> = {
	"no-postcode": sql`s.postcode is null`,
	"unknown-postcode": sql`s.postcode is not null and ${placeOf} is null`,
	"without-claim": sql`k.claims = 0`,
	"without-wishes": sql`k.without_wishes > 0`,
	// The wall of the database: others than coordinators find none.
	"need-waiting": sql`exists (select from placement.adaptation a
		where a.organisation_id = s.organisation_id and a.student_id = s.id and a.decided_on is null)`,
	"no-email": sql`s.email is null and s.named`,
	"not-named": sql`not s.named`,
};

/** What a warning asks of the claim in the round the list is narrowed to, where it is about one. */
const inRound = (warning: StudentWarning | undefined) =>
	warning === "without-wishes"
		? sql`and not exists (select from placement.wish w where w.organisation_id = c.organisation_id and w.claim_id = c.id)`
		: sql``;

/** Rounds, not over, that students an organisation keeps are in. */
export async function listRoundsOf(work: Work, organisationId: string): Promise<{ id: string; name: string }[]> {
	const { rows } = await sql<{ id: string; name: string }>`
		select r.id, r.name from placement.round r where r.last_day >= ${work.today} and exists (
			select from placement.claim c where c.organisation_id = ${organisationId} and c.round_id = r.id and c.withdrawn_at is null)
		order by r.name collate house.norwegian, r.id`.execute(work.db);
	return rows;
}

/** A page of students an organisation keeps, equal ones by name and id. */
export async function listStudents(work: Work, organisationId: string, query: StudentQuery): Promise<Page<StudentRow>> {
	const { sort = "name", descending = false, offset = 0, pageSize = null, status = "current" } = query;
	const words = searchWords(query.search);
	const conditions = [
		sql`s.organisation_id = ${organisationId}`,
		status === "left" ? sql`s.left_on < ${work.today}` : sql`(s.left_on is null or s.left_on >= ${work.today})`,
		...words.map((word) => sql`s.search_name like ${`%${word}%`}`),
		...(query.institutionId === undefined ? [] : [sql`s.institution_id = ${query.institutionId}`]),
		...(query.year === undefined ? [] : [sql`s.year_of_study = ${query.year}`]),
		...(query.periodId === undefined
			? []
			: [
					sql`exists (select from placement.claim c where c.organisation_id = s.organisation_id and c.student_id = s.id
						and c.period_id = ${query.periodId} and c.withdrawn_at is null)`,
				]),
		...(query.roundId === undefined
			? []
			: [
					sql`exists (select from placement.claim c where c.organisation_id = s.organisation_id and c.student_id = s.id
						and c.round_id = ${query.roundId} and c.withdrawn_at is null ${inRound(query.warning)})`,
				]),
		...(query.warning === undefined ? [] : [warned[query.warning]]),
	];
	const where = sql.join(conditions, sql` and `);
	const towards = descending ? sql`desc nulls last` : sql`asc nulls last`;
	const { rows } = await sql<StudentRow & { total: number }>`
		select ${columns}, count(*) over () total from ${from(work)} where ${where}
		order by ${orders[sort]} ${towards}, s.name collate house.norwegian, s.id
		limit ${pageSize} offset ${offset}`.execute(work.db);
	if (rows.length === 0 && offset > 0) {
		const counted = await sql<{ total: number }>`
			select count(*) total from ${from(work)} where ${where}`.execute(work.db);
		return { rows: [], total: counted.rows[0]?.total ?? 0 };
	}
	return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** Students of an institution kept here who have a number or an address already, but for one. */
export async function listAlike(
	work: Work,
	organisationId: string,
	like: Pick<StudentValues, "institutionId" | "number" | "email">,
	except: string | null,
): Promise<{ number: string | null; email: string | null }[]> {
	const { rows } = await sql<{ number: string | null; email: string | null }>`
		select number, email from placement.student
		where organisation_id = ${organisationId} and institution_id = ${like.institutionId}
			and id is distinct from ${except}::uuid
			and (number = ${like.number} or (lower(email) = lower(${like.email}) and left_on is null))`.execute(work.db);
	return rows;
}

export type StudentToInsert = {
	readonly organisationId: string;
	readonly id: string;
	readonly personId?: string | null;
	readonly named: boolean;
	readonly values: StudentValues;
};

/** Writes students, with coordinates of their postcodes where those are known. */
export async function insertStudents(work: Work, students: readonly StudentToInsert[]): Promise<void> {
	const at = await findPostcodes(
		work,
		students.map(({ values }) => values.postcode),
	);
	for (let start = 0; start < students.length; start += 1000)
		await work.db
			.insertInto("placement.student")
			.values(
				students.slice(start, start + 1000).map(({ organisationId, id, personId, named, values }) => ({
					...{ organisation_id: organisationId, id, institution_id: values.institutionId, named },
					...{ person_id: personId ?? null, ...asStored(values, at) },
				})),
			)
			.execute();
}

export async function updateStudent(
	work: Work,
	{ organisationId, id, version }: { organisationId: string; id: string; version: number },
	values: Omit<StudentChange, "version">,
): Promise<boolean> {
	const at = await findPostcodes(work, [values.postcode]);
	const { numUpdatedRows } = await work.db
		.updateTable("placement.student")
		.set({ ...asStored(values, at), left_on: values.leftOn, named: true, version: version + 1 })
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.where("version", "=", version)
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}

export type StudentToUpdate = Omit<StudentValues, "institutionId"> & { readonly id: string };

/** Writes many students at once, as an import gives them: none of them has left. */
export async function updateStudents(
	work: Work,
	organisationId: string,
	students: readonly StudentToUpdate[],
): Promise<void> {
	const at = await findPostcodes(
		work,
		students.map(({ postcode }) => postcode),
	);
	const list = students.map(({ id, ...values }) => ({ id, ...asStored(values, at) }));
	await sql`update placement.student s set
			name = list.name, number = list.number, email = list.email, phone = list.phone, programme = list.programme,
			profession = list.profession, year_of_study = list.year_of_study, postcode = list.postcode,
			latitude = list.latitude, longitude = list.longitude, travel = list.travel, language = list.language, search_name = list.search_name,
			left_on = null, named = true, version = s.version + 1
		from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as list (
			id uuid, name text, number text, email text, phone text, programme text, profession text, year_of_study integer,
			postcode text, latitude double precision, longitude double precision, travel text, language text, search_name text)
		where s.organisation_id = ${organisationId} and s.id = list.id`.execute(work.db);
}

function asStored(values: Omit<StudentValues, "institutionId">, known: Awaited<ReturnType<typeof findPostcodes>>) {
	const at = values.postcode === null ? undefined : known.get(values.postcode);
	return {
		...{ name: values.name, number: values.number, email: values.email, phone: values.phone },
		...{ programme: values.programme, profession: values.profession, year_of_study: values.yearOfStudy },
		...{ postcode: values.postcode, latitude: at?.latitude ?? null, longitude: at?.longitude ?? null },
		...{
			travel: values.travel,
			language: values.language,
			search_name: foldName([values.name, values.number, values.email].join(" ")),
		},
	};
}

type Postcode = { readonly place: string; readonly latitude: number | null; readonly longitude: number | null };

/** What is known of postcodes, by postcode; those that are not imported are left out. */
export async function findPostcodes(
	work: Work,
	postcodes: readonly (string | null)[],
): Promise<ReadonlyMap<string, Postcode>> {
	const wanted = [...new Set(postcodes)].filter((one) => one !== null);
	if (wanted.length === 0) return new Map();
	const { rows } = await sql<Postcode & { postcode: string }>`
		select postcode, place, latitude, longitude from geography.postcode where postcode = any(${wanted})`.execute(
		work.db,
	);
	return new Map(rows.map(({ postcode, ...row }) => [postcode, row]));
}

/** Whether any postcodes are imported: without them none can be said to be wrong. */
export async function hasPostcodes(work: Work): Promise<boolean> {
	const { rows } = await sql<{ has: boolean }>`select exists (select from geography.postcode) has`.execute(work.db);
	return rows[0]?.has ?? false;
}

/** The students a keeper has of an institution, for an import to recognise; those who have left too. */
export async function listAllStudents(work: Work, organisationId: string): Promise<StudentRow[]> {
	const { rows } = await sql<StudentRow>`
		select ${columns} from ${from(work)} where s.organisation_id = ${organisationId} order by s.id`.execute(work.db);
	return rows;
}

/** Removes students and all that hangs on them but placements: for those entered by mistake. */
export async function deleteStudents(work: Work, organisationId: string, ids: readonly string[]): Promise<void> {
	const which = sql`organisation_id = ${organisationId} and student_id = any(${[...ids]}::uuid[])`;
	await sql`delete from placement.wish w using placement.claim c where c.organisation_id = ${organisationId}
		and c.student_id = any(${[...ids]}::uuid[]) and w.organisation_id = c.organisation_id and w.claim_id = c.id`.execute(
		work.db,
	);
	for (const table of ["claim", "student_rule", "requirement_met", "adaptation"])
		await sql`delete from ${sql.table(`placement.${table}`)} where ${which}`.execute(work.db);
	await sql`delete from placement.student where organisation_id = ${organisationId}
		and id = any(${[...ids]}::uuid[])`.execute(work.db);
}

export async function hasPlacement(work: Work, organisationId: string, studentId: string): Promise<boolean> {
	const { rows } = await sql<{ has: boolean }>`select exists (select from placement.placement
		where organisation_id = ${organisationId} and student_id = ${studentId}) has`.execute(work.db);
	return rows[0]?.has ?? false;
}

/** The institutions an organisation keeps students of, by name. */
export async function listInstitutionsOf(
	work: Work,
	organisationId: string,
): Promise<{ value: string; label: string }[]> {
	const { rows } = await sql<{ value: string; label: string }>`
		select s.institution_id value, coalesce(i.name, '') label
		from (select distinct institution_id from placement.student where organisation_id = ${organisationId}) s
		left join organisation.identity i on i.organisation_id = s.institution_id
			and i.valid_from <= ${work.today} and (i.valid_to is null or i.valid_to >= ${work.today})
		order by i.name collate house.norwegian`.execute(work.db);
	return rows;
}
