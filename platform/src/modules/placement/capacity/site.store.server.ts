import { type RawBuilder, sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { Page } from "../../organisation/contract.ts";
import type { SiteSort } from "./codes.ts";
import type { Site, SiteQuery, SiteValues, UnitToTake } from "./contract.ts";

/** What an organisation is called, or was called last where it has ended. */
export function lastNameOf(organisationId: RawBuilder<unknown>): RawBuilder<string> {
	return sql<string>`coalesce((select i.name from organisation.identity i where i.organisation_id = ${organisationId} order by i.valid_from desc limit 1), '')`;
}

const columns = sql`s.id, s.organisation_id "organisationId", s.host_id "hostId", ${lastNameOf(sql`s.host_id`)} "hostName",
	s.unit_id "unitId", s.name, s.setting, s.municipality_number "municipalityNumber", s.postcode, s.latitude, s.longitude,
	s.housing_note "housingNote", s.contact_name "contactName", s.contact_email "contactEmail", s.published,
	s.closed_on "closedOn", s.version`;

/** A site of one keeper. */
export async function findSite(work: Work, organisationId: string, id: string): Promise<Site | undefined> {
	const { rows } = await sql<Site>`
		select ${columns} from placement.site s where s.organisation_id = ${organisationId} and s.id = ${id}`.execute(
		work.db,
	);
	return rows[0];
}

/** A site whoever keeps it, as far as the asker may see it. */
export async function findSeenSite(work: Work, id: string): Promise<Site | undefined> {
	const { rows } = await sql<Site>`select ${columns} from placement.site s where s.id = ${id}`.execute(work.db);
	return rows[0];
}

/** Whether a keeper has a site of that name, folded, at a host, which is not closed. */
export async function isSiteNamed(
	work: Work,
	organisationId: string,
	hostId: string,
	searchName: string,
): Promise<boolean> {
	const { rows } = await sql`
		select from placement.site s where s.organisation_id = ${organisationId} and s.host_id = ${hostId}
			and s.search_name = ${searchName} and (s.closed_on is null or s.closed_on >= ${work.today}) limit 1`.execute(
		work.db,
	);
	return rows.length > 0;
}

const orders: Readonly<Record<SiteSort, RawBuilder<unknown>>> = {
	name: sql`name collate house.norwegian`,
	host: sql`"hostName" collate house.norwegian`,
	municipality: sql`"municipalityNumber"`,
	setting: sql`setting`,
	contact: sql`"contactName" collate house.norwegian`,
};

/** A page of one keeper's sites; `words` are folded, and each must be somewhere in the name. */
export async function listSites(
	work: Work,
	organisationId: string,
	query: SiteQuery & { readonly words: readonly string[] },
): Promise<Page<Site>> {
	const { sort = "name", descending = false, offset = 0, pageSize = null, status = "open" } = query;
	const where = sql.join(
		[
			sql`s.organisation_id = ${organisationId}`,
			status === "open" ? sql`(s.closed_on is null or s.closed_on >= ${work.today})` : sql`s.closed_on < ${work.today}`,
			...query.words.map((word) => sql`s.search_name like ${`%${word}%`}`),
			...(query.setting === undefined ? [] : [sql`s.setting = ${query.setting}`]),
			...(query.hostId === undefined ? [] : [sql`s.host_id = ${query.hostId}`]),
		],
		sql` and `,
	);
	const { rows } = await sql<Site & { total: number }>`
		select * from (select ${columns}, count(*) over () total from placement.site s where ${where}) found
		order by ${orders[sort]} ${descending ? sql`desc nulls last` : sql`asc nulls last`}, name collate house.norwegian, id
		limit ${pageSize} offset ${offset}`.execute(work.db);
	if (rows.length === 0 && offset > 0) return { rows: [], total: await countSites(work, where) };
	return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}

async function countSites(work: Work, where: RawBuilder<unknown>): Promise<number> {
	const { rows } = await sql<{ total: number }>`select count(*) total from placement.site s where ${where}`.execute(
		work.db,
	);
	return rows[0]?.total ?? 0;
}

export type SiteToInsert = SiteValues & {
	readonly id: string;
	readonly hostId: string;
	readonly unitId: string | null;
	readonly latitude: number | null;
	readonly longitude: number | null;
	readonly searchName: string;
};

/** PostgreSQL takes at most 65,535 parameters in a statement. */
const insertAtOnce = 2000;

export async function insertSites(work: Work, organisationId: string, sites: readonly SiteToInsert[]): Promise<void> {
	for (let start = 0; start < sites.length; start += insertAtOnce)
		await work.db
			.insertInto("placement.site")
			.values(
				sites.slice(start, start + insertAtOnce).map((one) => ({
					...{ organisation_id: organisationId, id: one.id, host_id: one.hostId },
					...{ unit_id: one.unitId, unit_organisation_id: one.unitId === null ? null : organisationId },
					...columnsOf(one),
				})),
			)
			.execute();
}

function columnsOf(values: Omit<SiteToInsert, "id" | "hostId" | "unitId">) {
	return {
		name: values.name,
		setting: values.setting,
		municipality_number: values.municipalityNumber,
		postcode: values.postcode,
		latitude: values.latitude,
		longitude: values.longitude,
		housing_note: values.housingNote,
		contact_name: values.contactName,
		contact_email: values.contactEmail,
		published: values.published,
		search_name: values.searchName,
	};
}

export type Key = { readonly organisationId: string; readonly id: string; readonly version: number };

/** Writes a site anew and counts its version up; false where it is another version now. */
export async function updateSite(
	work: Work,
	key: Key,
	values: Omit<SiteToInsert, "id" | "hostId" | "unitId">,
): Promise<boolean> {
	return update(work, key, columnsOf(values));
}

export async function updateClosed(work: Work, key: Key, closedOn: string | null): Promise<boolean> {
	return update(work, key, { closed_on: closedOn });
}

async function update(
	work: Work,
	key: Key,
	set: Partial<ReturnType<typeof columnsOf>> & { closed_on?: string | null },
): Promise<boolean> {
	const result = await work.db
		.updateTable("placement.site")
		.set({ ...set, version: key.version + 1 })
		.where("organisation_id", "=", key.organisationId)
		.where("id", "=", key.id)
		.where("version", "=", key.version)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

/** The open units of an organisation, with the site each one is already, and who leads it. */
export async function listUnitsToTake(work: Work, organisationId: string): Promise<UnitToTake[]> {
	const { rows } = await sql<UnitToTake>`
		select u.id, u.name, p.name above, u.setting, u.municipality_number "municipalityNumber", s.id "siteId",
			l.name "contactName", coalesce(l.email, u.email) "contactEmail"
		from organisation.unit u
		left join organisation.unit p on p.organisation_id = u.organisation_id and p.id = u.parent_id
		left join placement.site s on s.organisation_id = u.organisation_id and s.unit_id = u.id
		left join lateral (
			select m.name, m.email from organisation.membership m
			where m.organisation_id = u.organisation_id and m.unit_id = u.id and m.role = 'unit-leader'
				and m.valid_from <= ${work.today} and (m.valid_to is null or m.valid_to >= ${work.today})
			order by m.email is null, m.valid_from, m.id limit 1) l on true
		where u.organisation_id = ${organisationId} and u.setting is not null
			and u.valid_from <= ${work.today} and (u.valid_to is null or u.valid_to >= ${work.today})
		order by p.name collate house.norwegian nulls first, u.name collate house.norwegian, u.id`.execute(work.db);
	return rows;
}

/** Where units of an organisation are: their own point, else their postcode's, else their municipality's. */
export async function listUnitPoints(
	work: Work,
	organisationId: string,
	ids: readonly string[],
): Promise<ReadonlyMap<string, { postcode: string | null; latitude: number | null; longitude: number | null }>> {
	const { rows } = await sql<{
		id: string;
		postcode: string | null;
		latitude: number | null;
		longitude: number | null;
	}>`
		select u.id, u.postcode, coalesce(u.latitude, c.latitude, m.latitude) latitude, coalesce(u.longitude, c.longitude, m.longitude) longitude
		from organisation.unit u
		left join geography.postcode c on c.postcode = u.postcode
		left join lateral (${municipalityPoint(sql`u.municipality_number`, work.today)}) m on true
		where u.organisation_id = ${organisationId} and u.id = any(${[...ids]}::uuid[])`.execute(work.db);
	return new Map(rows.map(({ id, ...point }) => [id, point]));
}

function municipalityPoint(number: RawBuilder<unknown>, today: string) {
	return sql`select i.latitude, i.longitude from organisation.identity i
		join organisation.organisation o on o.id = i.organisation_id and o.kind = 'municipality'
		where i.number = ${number} and i.valid_from <= ${today} and (i.valid_to is null or i.valid_to >= ${today}) limit 1`;
}

/** What is known of a place by its postcode and municipality number; `known` says whether each exists. */
export async function findPlace(
	work: Work,
	postcode: string | null,
	municipalityNumber: string | null,
): Promise<{
	readonly postcodeKnown: boolean;
	readonly municipalityKnown: boolean;
	readonly municipalityNumber: string | null;
	readonly latitude: number | null;
	readonly longitude: number | null;
}> {
	const { rows } = await sql<{
		postcodeKnown: boolean;
		municipalityKnown: boolean;
		municipalityNumber: string | null;
		latitude: number | null;
		longitude: number | null;
	}>`
		select c.postcode is not null or not exists (select from geography.postcode) "postcodeKnown",
			m.number is not null "municipalityKnown",
			coalesce(given.number, c.municipality_number) "municipalityNumber",
			coalesce(c.latitude, m.latitude) latitude, coalesce(c.longitude, m.longitude) longitude
		from (select ${postcode}::text postcode, ${municipalityNumber}::text number) given
		left join geography.postcode c on c.postcode = given.postcode
		left join lateral (
			select i.number, i.latitude, i.longitude from organisation.identity i
			join organisation.organisation o on o.id = i.organisation_id and o.kind = 'municipality'
			where i.number = coalesce(given.number, c.municipality_number)
				and i.valid_from <= ${work.today} and (i.valid_to is null or i.valid_to >= ${work.today}) limit 1) m on true`.execute(
		work.db,
	);
	const [found] = rows;
	if (!found) throw new Error("one row was asked for");
	return found;
}
