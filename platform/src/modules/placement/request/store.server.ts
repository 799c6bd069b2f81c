import { type RawBuilder, sql } from "kysely";
import { rowsTogether } from "../../../database/asked-together.server.ts";
import { newId, type Work } from "../../../database/work.server.ts";
import { foldedText } from "../../../geography/search.server.ts";
import type { Page } from "../../organisation/contract.ts";
import { lastNameOf } from "../capacity/site.store.server.ts";
import { paged } from "../capacity/store.server.ts";
import type { RequestSort, RequestStanding } from "./codes.ts";
import type { AnsweredLine, AnswerLine, Request, RequestFacts, RequestQuery, RequestTotals } from "./contract.ts";

const offeredOf = sql`coalesce((select sum(a.places) from placement.request_answer a
	where a.organisation_id = q.organisation_id and a.request_id = q.id), 0)::int`;
const columns = sql`q.id, q.organisation_id "organisationId", q.institution_id "institutionId", q.host_id "hostId",
	${lastNameOf(sql`q.institution_id`)} "institutionName", ${lastNameOf(sql`q.host_id`)} "hostName",
	q.period_id "periodId", q.programme, q.course_name "courseName", q.profession, q.year_of_study "yearOfStudy", q.settings,
	q.first_day "firstDay", q.last_day "lastDay", q.places, q.answer_by "answerBy", q.message, q.state, q.sent_at "sentAt",
	q.answered_at "answeredAt", q.answered_by "answeredBy", q.answer_message "answerMessage", q.unmet_reason "unmetReason",
	${offeredOf} offered, q.version`;

/** An order the asker may see. */
export async function findRequest(work: Work, id: string): Promise<Request | undefined> {
	const { rows } = await sql<Request>`select ${columns} from placement.request q where q.id = ${id}`.execute(work.db);
	return rows[0];
}

const orders: Readonly<Record<RequestSort, RawBuilder<unknown>>> = {
	course: sql`"courseName" collate house.norwegian`,
	institution: sql`"institutionName" collate house.norwegian`,
	host: sql`"hostName" collate house.norwegian`,
	from: sql`"firstDay"`,
	places: sql`places`,
	answerBy: sql`"answerBy"`,
	state: sql`array_position(array['draft', 'sent', 'answered', 'withdrawn'], state)`,
};

function conditions(
	work: Work,
	organisationId: string,
	query: RequestQuery & { readonly words: readonly string[] },
): RawBuilder<unknown> {
	const standings: Readonly<Record<RequestStanding, RawBuilder<unknown>>> = {
		draft: sql`q.state = 'draft'`,
		sent: sql`q.state = 'sent' and (q.answer_by is null or q.answer_by >= ${work.today})`,
		overdue: sql`q.state = 'sent' and q.answer_by < ${work.today}`,
		answered: sql`q.state = 'answered'`,
		unmet: sql`q.state = 'answered' and ${offeredOf} < q.places`,
		withdrawn: sql`q.state = 'withdrawn'`,
	};
	return sql.join(
		[
			sql`(q.organisation_id = ${organisationId} or q.host_id = ${organisationId} or q.institution_id = ${organisationId})`,
			...(query.standing === undefined ? [] : [standings[query.standing]]),
			...(query.side === "asked" ? [sql`q.host_id = ${organisationId}`] : []),
			...(query.side === "ordered" ? [sql`q.host_id <> ${organisationId}`] : []),
			...(query.profession === undefined ? [] : [sql`q.profession = ${query.profession}`]),
			...query.words.map(
				(word) =>
					sql`${foldedText(sql`concat_ws(' ', q.course_name, q.programme, ${lastNameOf(sql`q.institution_id`)}, ${lastNameOf(sql`q.host_id`)})`)} like ${`%${word}%`}`,
			),
		],
		sql` and `,
	);
}

/** A page of orders between the organisation and others. */
export async function listRequests(
	work: Work,
	organisationId: string,
	query: RequestQuery & { readonly words: readonly string[] },
): Promise<Page<Request>> {
	const { sort = "from", descending = false, offset = 0, pageSize = null } = query;
	const where = conditions(work, organisationId, query);
	const { rows } = await sql<Request & { total: number }>`
		select * from (select ${columns}, count(*) over () total from placement.request q where ${where}) found
		order by ${orders[sort]} ${descending ? sql`desc nulls last` : sql`asc nulls last`}, "courseName" collate house.norwegian,
			"hostName" collate house.norwegian, id
		limit ${pageSize} offset ${offset}`.execute(work.db);
	return paged(rows, offset, async () => {
		const counted = await sql<{ total: number }>`select count(*) total from placement.request q where ${where}`.execute(
			work.db,
		);
		return counted.rows[0]?.total ?? 0;
	});
}

/** What a list of orders comes to: places ordered and offered, and what was not met, by reason. */
export async function countRequests(
	work: Work,
	organisationId: string,
	query: RequestQuery & { readonly words: readonly string[] },
): Promise<RequestTotals> {
	const { rows } = await sql<{
		reason: string | null;
		requests: number;
		places: number;
		settled: number;
		offered: number;
		rest: number;
	}>`
		select reason, count(*)::int requests, sum(places)::int places, sum(case when settled then places else 0 end)::int settled,
			sum(case when settled then least(offered, places) else 0 end)::int offered,
			sum(case when settled then greatest(places - offered, 0) else 0 end)::int rest
		from (
			select q.places, ${offeredOf} offered, q.state = 'answered' or (q.state = 'sent' and q.answer_by < ${work.today}) settled,
				case when q.state = 'sent' and q.answer_by < ${work.today} then 'no-answer' else q.unmet_reason end reason
			from placement.request q where q.state in ('sent', 'answered') and ${conditions(work, organisationId, query)}
		) counted group by reason`.execute(work.db);
	const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
	return {
		requests: sum((row) => row.requests),
		places: sum((row) => row.places),
		settledPlaces: sum((row) => row.settled),
		offered: sum((row) => row.offered),
		unmet: rows
			.filter((row) => row.rest > 0)
			.map((row) => ({ reason: row.reason ?? "other", places: row.rest }))
			.sort((one, other) => other.places - one.places),
	};
}

export type Unanswered = {
	readonly sent: number;
	/** Of those, the ones that should have been answered by now. */
	readonly overdue: number;
	/** The first day one of them is to be answered by, YYYY-MM-DD. */
	readonly first: string | null;
};

export async function countUnanswered(
	work: Work,
	organisationId: string,
	side: "asked" | "ordered",
): Promise<Unanswered> {
	const rows = await rowsTogether(
		work,
		sql<Unanswered>`
		select count(*) sent, count(*) filter (where q.answer_by < ${work.today}) overdue, min(q.answer_by) first
		from placement.request q where q.state = 'sent' and ${conditions(work, organisationId, { side, words: [] })}`,
	);
	return rows[0] ?? { sent: 0, overdue: 0, first: null };
}

export type RequestToInsert = RequestFacts & { readonly id: string; readonly hostId: string; readonly places: number };

export async function insertRequests(
	work: Work,
	organisationId: string,
	requests: readonly RequestToInsert[],
): Promise<void> {
	await work.db
		.insertInto("placement.request")
		.values(
			requests.map((one) => ({
				...{ organisation_id: organisationId, id: one.id, institution_id: one.institutionId, host_id: one.hostId },
				...{ period_id: one.periodId, ...columnsOf(one) },
			})),
		)
		.execute();
}

function columnsOf(values: Omit<RequestToInsert, "id" | "hostId" | "institutionId" | "periodId">) {
	return {
		programme: values.programme,
		course_name: values.courseName,
		profession: values.profession,
		year_of_study: values.yearOfStudy,
		settings: [...values.settings],
		first_day: values.firstDay,
		last_day: values.lastDay,
		places: values.places,
		answer_by: values.answerBy,
		message: values.message,
	};
}

export type RequestColumns = Partial<ReturnType<typeof columnsOf>> & {
	readonly state?: Request["state"];
	readonly host_id?: string;
	readonly sent_at?: Date;
	readonly answered_at?: Date | null;
	readonly answered_by?: string | null;
	readonly answer_message?: string | null;
	readonly unmet_reason?: Request["unmetReason"];
};

export function changedColumns(
	values: Omit<RequestToInsert, "id" | "hostId" | "institutionId" | "periodId">,
): RequestColumns {
	return columnsOf(values);
}

/** Writes columns of an order and counts its version up; false where it is another version now. */
export async function updateRequest(
	work: Work,
	{ organisationId, id, version }: Pick<Request, "organisationId" | "id" | "version">,
	set: RequestColumns,
): Promise<boolean> {
	const result = await work.db
		.updateTable("placement.request")
		.set({ ...set, version: version + 1 })
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.where("version", "=", version)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

/** Takes a draft away. */
export async function deleteRequest(work: Work, organisationId: string, id: string): Promise<void> {
	await work.db
		.deleteFrom("placement.request")
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.execute();
}

/** The places an order was answered with, in the order they were written. */
export async function listAnswer(
	work: Work,
	{ organisationId, id }: Pick<Request, "organisationId" | "id">,
): Promise<AnsweredLine[]> {
	const { rows } = await sql<AnsweredLine>`
		select id, site_name "siteName", offer_id "offerId", places from placement.request_answer
		where organisation_id = ${organisationId} and request_id = ${id} order by id`.execute(work.db);
	return rows;
}

/** Writes the answer to an order anew. */
export async function writeAnswer(
	work: Work,
	to: Pick<Request, "organisationId" | "id" | "institutionId" | "hostId">,
	lines: readonly (AnswerLine & { readonly offerOrganisationId: string | null })[],
): Promise<void> {
	await work.db
		.deleteFrom("placement.request_answer")
		.where("organisation_id", "=", to.organisationId)
		.where("request_id", "=", to.id)
		.execute();
	if (lines.length === 0) return;
	await work.db
		.insertInto("placement.request_answer")
		.values(
			lines.map((line) => ({
				...{ organisation_id: to.organisationId, request_id: to.id, id: newId() },
				...{ institution_id: to.institutionId, host_id: to.hostId, site_name: line.siteName, places: line.places },
				...{ offer_organisation_id: line.offerOrganisationId, offer_id: line.offerId },
			})),
		)
		.execute();
}

/** Says which offer a line of an answer is of. */
export async function linkAnswer(
	work: Work,
	{ organisationId, id }: Pick<Request, "organisationId" | "id">,
	lineId: string,
	offer: { readonly organisationId: string; readonly id: string },
): Promise<void> {
	await work.db
		.updateTable("placement.request_answer")
		.set({ offer_organisation_id: offer.organisationId, offer_id: offer.id })
		.where("organisation_id", "=", organisationId)
		.where("request_id", "=", id)
		.where("id", "=", lineId)
		.execute();
}

/** Accounts of those who coordinate placement at an organisation. */
export async function listCoordinators(work: Work, organisationId: string): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`select placement.coordinators_of(${organisationId}) id`.execute(work.db);
	return rows.map(({ id }) => id);
}

export type PeriodToOrder = {
	readonly id: string;
	readonly name: string;
	readonly courseName: string;
	readonly programme: string;
	readonly profession: string;
	readonly yearOfStudy: number;
	readonly settings: readonly string[];
	readonly institutionId: string;
	readonly firstDay: string;
	readonly lastDay: string;
	readonly studentsExpected: number | null;
};

/** Placement periods the organisation keeps that have not begun: what places can be ordered for. */
export async function listPeriods(work: Work, organisationId: string): Promise<PeriodToOrder[]> {
	const { rows } = await sql<PeriodToOrder>`
		select p.id, p.name, c.name "courseName", c.programme, c.profession, c.year_of_study "yearOfStudy", c.settings,
			c.institution_id "institutionId", p.first_day "firstDay", p.last_day "lastDay", p.students_expected "studentsExpected"
		from placement.period p
		join placement.course c on c.organisation_id = p.organisation_id and c.id = p.course_id
		where p.organisation_id = ${organisationId} and p.last_day >= ${work.today} and c.archived_on is null
		order by p.first_day, c.name collate house.norwegian, p.id`.execute(work.db);
	return rows;
}

/** Published places that suit what is to be ordered, by host: those with most first. */
export async function listFreeByHost(
	work: Work,
	asked: Pick<PeriodToOrder, "profession" | "yearOfStudy" | "settings" | "institutionId" | "firstDay" | "lastDay">,
): Promise<{ readonly hostId: string; readonly hostName: string; readonly places: number }[]> {
	const { rows } = await sql<{ hostId: string; hostName: string; places: number }>`
		select o.host_id "hostId", ${lastNameOf(sql`o.host_id`)} "hostName", sum(o.places)::int places from placement.offer o
		join placement.site s on s.organisation_id = o.organisation_id and s.id = o.site_id
		where o.published and (o.reserved_for is null or o.reserved_for = ${asked.institutionId})
			and (${asked.settings.length === 0} or s.setting is null or s.setting = any(${[...asked.settings]})) and (o.profession is null or o.profession = ${asked.profession})
			and (o.years = '{}' or ${asked.yearOfStudy} = any(o.years))
			and o.first_day <= ${asked.firstDay} and o.last_day >= ${asked.lastDay}
		group by o.host_id order by 3 desc, 2`.execute(work.db);
	return rows;
}
