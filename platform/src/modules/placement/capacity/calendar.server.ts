import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import { searchWords } from "../../../geography/search.ts";
import { isId } from "../../organisation/contract.ts";
import { coordinatedBy } from "./asker.server.ts";
import { type CalendarCell, calendarOf } from "./calendar.ts";
import { listSites } from "./site.store.server.ts";
import { listPromised } from "./store.server.ts";
import { type Week, weeksBetween } from "./week.ts";

export type CalendarRow = {
	readonly siteId: string;
	readonly siteName: string;
	readonly cells: readonly CalendarCell[];
};
export type Calendar = {
	readonly weeks: readonly Week[];
	readonly rows: readonly CalendarRow[];
	readonly total: number;
};

type Days = { readonly firstDay: string; readonly lastDay: string };

/** Sites by weeks: published places, load, and what is held; for the sites the organisation acted for keeps. */
export async function readCalendar(
	work: Work,
	query: Days & {
		readonly search?: string;
		readonly siteId?: string;
		readonly offset?: number;
		readonly pageSize?: number | undefined;
	},
): Promise<Calendar> {
	const organisationId = await coordinatedBy(work);
	const weeks = weeksBetween(query.firstDay, query.lastDay);
	const [first, last] = [weeks[0], weeks.at(-1)];
	if (organisationId === undefined || !first || !last || (query.siteId !== undefined && !isId(query.siteId)))
		return { weeks, rows: [], total: 0 };
	const { offset = 0, pageSize } = query;
	const sites = await listSites(work, organisationId, { offset, pageSize, words: searchWords(query.search) });
	const days = { firstDay: first.firstDay, lastDay: last.lastDay };
	const ids = sites.rows.map(({ id }) => id);
	const [offers, caps, load, promised] = [
		await listIn<{ places: number; capacityId: string }>(work, organisationId, ids, days, offersSelect),
		await listIn<{ most: number | null; capacityId: string }>(work, organisationId, ids, days, capsSelect),
		await listIn<{ learners: number }>(work, organisationId, ids, days, loadSelect),
		await listPromised(work, ids),
	];
	const of = <Row extends { readonly siteId: string }>(rows: readonly Row[], siteId: string) =>
		rows.filter((row) => row.siteId === siteId);
	return {
		weeks,
		total: sites.total,
		rows: sites.rows.map(({ id: siteId, name: siteName }) => ({
			...{ siteId, siteName },
			cells: calendarOf(
				{
					...{ siteId, siteName, offers: of(offers, siteId), caps: of(caps, siteId), load: of(load, siteId) },
					promised: of(promised, siteId),
				},
				weeks,
			),
		})),
	};
}

const offersSelect = sql`select x.site_id "siteId", x.first_day "firstDay", x.last_day "lastDay", x.places, x.capacity_id "capacityId"
	from placement.offer x where x.published`;
const capsSelect = sql`select x.site_id "siteId", x.first_day "firstDay", x.last_day "lastDay", x.most_at_once most, x.id "capacityId"
	from placement.capacity x where x.published`;
const loadSelect = sql`select x.site_id "siteId", x.first_day "firstDay", x.last_day "lastDay", x.learners
	from placement.load x where true`;

async function listIn<Row>(
	work: Work,
	organisationId: string,
	siteIds: readonly string[],
	{ firstDay, lastDay }: Days,
	select: typeof offersSelect,
): Promise<(Row & Days & { readonly siteId: string })[]> {
	const { rows } = await sql<Row & Days & { siteId: string }>`${select}
		and x.organisation_id = ${organisationId} and x.site_id = any(${[...siteIds]}::uuid[])
		and x.first_day <= ${lastDay} and x.last_day >= ${firstDay}`.execute(work.db);
	return rows;
}
