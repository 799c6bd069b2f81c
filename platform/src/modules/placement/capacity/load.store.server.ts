import { type RawBuilder, sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { Page } from "../../organisation/contract.ts";
import type { LoadSort } from "./codes.ts";
import type { Load, LoadQuery, LoadValues } from "./contract.ts";
import type { Key } from "./site.store.server.ts";
import { paged } from "./store.server.ts";

const columns = sql`l.id, l.site_id "siteId", s.name "siteName", l.kind, l.name, l.first_day "firstDay", l.last_day "lastDay",
	l.learners, l.published, l.version`;
const from = sql`placement.load l join placement.site s on s.organisation_id = l.organisation_id and s.id = l.site_id`;

const orders: Readonly<Record<LoadSort, RawBuilder<unknown>>> = {
	site: sql`"siteName" collate house.norwegian`,
	kind: sql`kind`,
	from: sql`"firstDay"`,
	learners: sql`learners`,
};

export async function listLoad(
	work: Work,
	organisationId: string,
	query: LoadQuery & { readonly words: readonly string[] },
): Promise<Page<Load>> {
	const { sort = "from", descending = false, offset = 0, pageSize = null } = query;
	const where = sql.join(
		[
			sql`l.organisation_id = ${organisationId}`,
			...query.words.map((word) => sql`s.search_name like ${`%${word}%`}`),
			...(query.kind === undefined ? [] : [sql`l.kind = ${query.kind}`]),
			...(query.siteId === undefined ? [] : [sql`l.site_id = ${query.siteId}`]),
		],
		sql` and `,
	);
	const { rows } = await sql<Load & { total: number }>`
		select * from (select ${columns}, count(*) over () total from ${from} where ${where}) found
		order by ${orders[sort]} ${descending ? sql`desc` : sql`asc`}, "siteName" collate house.norwegian, "firstDay", id
		limit ${pageSize} offset ${offset}`.execute(work.db);
	return paged(rows, offset, async () => {
		const counted = await sql<{ total: number }>`select count(*) total from ${from} where ${where}`.execute(work.db);
		return counted.rows[0]?.total ?? 0;
	});
}

/** Learners at some sites in some days, as far as the asker sees them. */
export async function listLoadAt(
	work: Work,
	sites: readonly { readonly siteId: string }[],
	{ firstDay, lastDay }: Pick<Load, "firstDay" | "lastDay">,
): Promise<Pick<Load, "siteId" | "firstDay" | "lastDay" | "learners">[]> {
	const { rows } = await sql<Pick<Load, "siteId" | "firstDay" | "lastDay" | "learners">>`
		select l.site_id "siteId", l.first_day "firstDay", l.last_day "lastDay", l.learners from placement.load l
		where l.site_id = any(${sites.map(({ siteId }) => siteId)}::uuid[]) and l.first_day <= ${lastDay} and l.last_day >= ${firstDay}`.execute(
		work.db,
	);
	return rows;
}

export async function findLoad(work: Work, organisationId: string, id: string): Promise<Load | undefined> {
	const { rows } = await sql<Load>`
		select ${columns} from ${from} where l.organisation_id = ${organisationId} and l.id = ${id}`.execute(work.db);
	return rows[0];
}

function columnsOf(values: LoadValues) {
	return {
		site_id: values.siteId,
		kind: values.kind,
		name: values.name,
		first_day: values.firstDay,
		last_day: values.lastDay,
		learners: values.learners,
		published: values.published,
	};
}

export async function insertLoad(work: Work, organisationId: string, id: string, values: LoadValues): Promise<void> {
	await work.db
		.insertInto("placement.load")
		.values({ organisation_id: organisationId, id, ...columnsOf(values) })
		.execute();
}

export async function updateLoad(work: Work, key: Key, values: LoadValues): Promise<boolean> {
	const result = await work.db
		.updateTable("placement.load")
		.set({ ...columnsOf(values), version: key.version + 1 })
		.where("organisation_id", "=", key.organisationId)
		.where("id", "=", key.id)
		.where("version", "=", key.version)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

export async function deleteLoad(work: Work, organisationId: string, id: string): Promise<void> {
	await work.db
		.deleteFrom("placement.load")
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.execute();
}
