import { type RawBuilder, sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import { foldedText } from "../../../geography/search.server.ts";
import type { Page } from "../../organisation/contract.ts";
import type { CapacitySort, OfferSort } from "./codes.ts";
import type {
	Capacity,
	CapacityQuery,
	CapacityView,
	ListedOffer,
	Offer,
	OfferQuery,
	OfferValues,
	Promised,
} from "./contract.ts";
import { type Key, lastNameOf } from "./site.store.server.ts";

const columns = sql`c.id, c.organisation_id "organisationId", c.site_id "siteId", s.name "siteName", c.host_id "hostId",
	${lastNameOf(sql`c.host_id`)} "hostName", c.collection_id "collectionId", i.name "collectionName", i.due_on "dueOn",
	c.first_day "firstDay", c.last_day "lastDay", c.most_at_once "mostAtOnce", c.supervisors, c.note, c.state,
	c.asked_at "askedAt", c.reminded_at "remindedAt", c.answered_at "answeredAt", c.answered_by "answeredBy",
	c.approved_at "approvedAt", c.published_at "publishedAt",
	coalesce((select sum(o.places) from placement.offer o where o.organisation_id = c.organisation_id and o.capacity_id = c.id), 0)::int places,
	c.version`;
const from = sql`placement.capacity c
	join placement.site s on s.organisation_id = c.organisation_id and s.id = c.site_id
	left join placement.collection i on i.organisation_id = c.organisation_id and i.id = c.collection_id`;

/** Capacity of one keeper, whole. */
export async function findCapacity(work: Work, organisationId: string, id: string): Promise<CapacityView | undefined> {
	const { rows } = await sql<Omit<CapacityView, "offers">>`
		select ${columns}, s.unit_id "unitId", s.setting, s.contact_name "contactName", s.contact_email "contactEmail",
			i.state "collectionState", i.message
		from ${from} where c.organisation_id = ${organisationId} and c.id = ${id}`.execute(work.db);
	const [found] = rows;
	return found && { ...found, offers: await listOffersOf(work, organisationId, [id]) };
}

const offerColumns = sql`o.id, o.profession, o.years, o.first_day "firstDay", o.last_day "lastDay", o.places,
	o.least_together "leastTogether", o.reserved_for "reservedFor",
	case when o.reserved_for is null then null else ${lastNameOf(sql`o.reserved_for`)} end "reservedForName"`;

export type OfferOf = Offer & { readonly capacityId: string };

/** Offers of some capacity of one keeper, in the order they were made. */
export async function listOffersOf(
	work: Work,
	organisationId: string,
	capacityIds: readonly string[],
): Promise<OfferOf[]> {
	const { rows } = await sql<OfferOf>`
		select ${offerColumns}, o.capacity_id "capacityId" from placement.offer o
		where o.organisation_id = ${organisationId} and o.capacity_id = any(${[...capacityIds]}::uuid[])
		order by o.first_day, o.id`.execute(work.db);
	return rows;
}

/** Offers at a site that belong to other capacity than one. */
export async function listOffersElsewhere(
	work: Work,
	organisationId: string,
	siteId: string,
	exceptCapacityId: string | null,
): Promise<OfferOf[]> {
	const { rows } = await sql<OfferOf>`
		select ${offerColumns}, o.capacity_id "capacityId" from placement.offer o
		where o.organisation_id = ${organisationId} and o.site_id = ${siteId}
			and o.capacity_id is distinct from ${exceptCapacityId}::uuid`.execute(work.db);
	return rows;
}

/** Other capacity of a site that touches the days of one, with what is offered in it. */
export async function listBeside(
	work: Work,
	organisationId: string,
	of: { readonly id: string; readonly siteId: string; readonly firstDay: string; readonly lastDay: string },
): Promise<
	{
		readonly id: string;
		readonly version: number;
		readonly collectionId: string | null;
		readonly published: boolean;
		readonly mostAtOnce: number | null;
		readonly supervisors: number | null;
		readonly offers: readonly OfferOf[];
	}[]
> {
	const rows = await work.db
		.selectFrom("placement.capacity")
		.select([
			"id",
			"version",
			"collection_id as collectionId",
			"published",
			"most_at_once as mostAtOnce",
			"supervisors",
		])
		.where("organisation_id", "=", organisationId)
		.where("site_id", "=", of.siteId)
		.where("id", "!=", of.id)
		.where("state", "in", ["answered", "approved", "published"])
		.where("first_day", "<=", of.lastDay)
		.where("last_day", ">=", of.firstDay)
		.orderBy("first_day")
		.orderBy("id")
		.execute();
	if (rows.length === 0) return [];
	const offers = await listOffersOf(
		work,
		organisationId,
		rows.map(({ id }) => id),
	);
	return rows.map((row) => ({ ...row, offers: offers.filter(({ capacityId }) => capacityId === row.id) }));
}

const orders: Readonly<Record<CapacitySort, RawBuilder<unknown>>> = {
	site: sql`"siteName" collate house.norwegian`,
	host: sql`"hostName" collate house.norwegian`,
	state: sql`array_position(array['asked', 'answered', 'draft', 'approved', 'published', 'none'], state)`,
	from: sql`"firstDay"`,
	places: sql`places`,
	answered: sql`"answeredAt"`,
};

/** A page of one keeper's capacity; with units given, only at sites that are one of them. */
export async function listCapacity(
	work: Work,
	organisationId: string,
	query: CapacityQuery & { readonly words: readonly string[]; readonly unitIds: readonly string[] | null },
): Promise<Page<Capacity>> {
	const { sort = "site", descending = false, offset = 0, pageSize = null, period } = query;
	const where = sql.join(
		[
			sql`c.organisation_id = ${organisationId}`,
			...(period === "past" ? [sql`c.last_day < ${work.today}`] : []),
			...(period === "current" ? [sql`c.last_day >= ${work.today}`] : []),
			...(query.unitIds === null ? [] : [sql`s.unit_id = any(${[...query.unitIds]}::uuid[])`]),
			...query.words.map((word) => sql`s.search_name like ${`%${word}%`}`),
			...(query.state === undefined ? [] : [sql`c.state = ${query.state}`]),
			...(query.collectionId === undefined ? [] : [sql`c.collection_id = ${query.collectionId}`]),
			...(query.siteId === undefined ? [] : [sql`c.site_id = ${query.siteId}`]),
		],
		sql` and `,
	);
	const { rows } = await sql<Capacity & { total: number }>`
		select * from (select ${columns}, count(*) over () total from ${from} where ${where}) found
		order by ${orders[sort]} ${descending ? sql`desc nulls last` : sql`asc nulls last`}, "siteName" collate house.norwegian, "firstDay", id
		limit ${pageSize} offset ${offset}`.execute(work.db);
	return paged(rows, offset, async () => {
		const counted = await sql<{ total: number }>`select count(*) total from ${from} where ${where}`.execute(work.db);
		return counted.rows[0]?.total ?? 0;
	});
}

/** Rows, with the total beside them that each has come with; counted apart where the page asked for is behind the last. */
export async function paged<Counted extends { readonly total: number }>(
	rows: readonly Counted[],
	offset: number,
	count: () => Promise<number>,
): Promise<Page<Omit<Counted, "total">>> {
	if (rows.length === 0 && offset > 0) return { rows: [], total: await count() };
	return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}

const offerOrders: Readonly<Record<OfferSort, RawBuilder<unknown>>> = {
	host: sql`"hostName" collate house.norwegian`,
	site: sql`"siteName" collate house.norwegian`,
	profession: sql`profession`,
	from: sql`"firstDay"`,
	places: sql`places`,
};

/** A page of offers: a keeper's own (an id), or every published one the asker may see (null). */
export async function listOffers(
	work: Work,
	organisationId: string | null,
	query: OfferQuery & { readonly words: readonly string[] },
): Promise<Page<ListedOffer>> {
	const { sort = "host", descending = false, offset = 0, pageSize = null } = query;
	const where = sql.join(
		[
			// Places reserved for another are not for the asker to fill, though whoever runs their round sees them there.
			organisationId === null
				? sql`o.published and (o.reserved_for is null or o.reserved_for = (select house.organisation())
					or o.organisation_id = (select house.organisation()))`
				: sql`o.organisation_id = ${organisationId}`,
			...query.words.map(
				(word) =>
					sql`(s.search_name like ${`%${word}%`} or ${foldedText(lastNameOf(sql`o.host_id`))} like ${`%${word}%`})`,
			),
			...(query.profession === undefined ? [] : [sql`(o.profession is null or o.profession = ${query.profession})`]),
			...(query.year === undefined ? [] : [sql`(o.years = '{}' or ${query.year} = any(o.years))`]),
			...(query.hostId === undefined ? [] : [sql`o.host_id = ${query.hostId}`]),
			...(query.capacityIds === undefined ? [] : [sql`o.capacity_id = any(${[...query.capacityIds]}::uuid[])`]),
			sql`o.last_day >= ${query.from ?? (organisationId === null ? work.today : "1900-01-01")}`,
			...(query.to === undefined ? [] : [sql`o.first_day <= ${query.to}`]),
		],
		sql` and `,
	);
	const source = sql`placement.offer o
		join placement.capacity c on c.organisation_id = o.organisation_id and c.id = o.capacity_id
		join placement.site s on s.organisation_id = o.organisation_id and s.id = o.site_id`;
	const { rows } = await sql<ListedOffer & { total: number }>`
		select * from (
			select ${offerColumns}, o.organisation_id "organisationId", o.site_id "siteId", s.name "siteName", s.setting, s.postcode,
				s.municipality_number "municipalityNumber", m.name "municipalityName", o.host_id "hostId", ${lastNameOf(sql`o.host_id`)} "hostName",
				c.most_at_once "mostAtOnce", c.state, count(*) over () total
			from ${source}
			left join lateral (
				select i.name from organisation.identity i join organisation.organisation k on k.id = i.organisation_id and k.kind = 'municipality'
				where i.number = s.municipality_number order by i.valid_from desc limit 1) m on true
			where ${where}) found
		order by ${offerOrders[sort]} ${descending ? sql`desc nulls last` : sql`asc nulls last`}, "hostName" collate house.norwegian,
			"siteName" collate house.norwegian, "firstDay", id
		limit ${pageSize} offset ${offset}`.execute(work.db);
	return paged(rows, offset, async () => {
		const counted = await sql<{ total: number }>`select count(*) total from ${source} where ${where}`.execute(work.db);
		return counted.rows[0]?.total ?? 0;
	});
}

/** The capacity an offer of a keeper is of. */
export async function findCapacityOf(work: Work, organisationId: string, offerId: string): Promise<string | undefined> {
	const found = await work.db
		.selectFrom("placement.offer")
		.select("capacity_id as id")
		.where("organisation_id", "=", organisationId)
		.where("id", "=", offerId)
		.executeTakeFirst();
	return found?.id;
}

/** What is promised at sites of the keeper acted for. */
export async function listPromised(work: Work, siteIds: readonly string[]): Promise<Promised[]> {
	if (siteIds.length === 0) return [];
	const { rows } = await sql<Promised>`
		select kind, site_id "siteId", offer_id "offerId", institution_id "institutionId", holder,
			first_day "firstDay", last_day "lastDay", places
		from placement.promised_at(${[...siteIds]}::uuid[])`.execute(work.db);
	return rows;
}

export type CapacityToInsert = {
	readonly id: string;
	readonly siteId: string;
	readonly hostId: string;
	readonly collectionId: string | null;
	readonly firstDay: string;
	readonly lastDay: string;
	readonly state: "asked" | "draft" | "answered" | "none";
};

/** PostgreSQL takes at most 65,535 parameters in a statement. */
const insertAtOnce = 2000;

export async function insertCapacity(
	work: Work,
	organisationId: string,
	capacities: readonly CapacityToInsert[],
): Promise<void> {
	for (let start = 0; start < capacities.length; start += insertAtOnce)
		await work.db
			.insertInto("placement.capacity")
			.values(
				capacities.slice(start, start + insertAtOnce).map((one) => ({
					...{ organisation_id: organisationId, id: one.id, site_id: one.siteId, host_id: one.hostId },
					...{ collection_id: one.collectionId, first_day: one.firstDay, last_day: one.lastDay, state: one.state },
					asked_at: one.state === "asked" ? work.now : null,
				})),
			)
			.execute();
}

export type CapacityColumns = {
	readonly most_at_once?: number | null;
	readonly supervisors?: number | null;
	readonly note?: string | null;
	readonly state?: Capacity["state"];
	readonly reminded_at?: Date;
	readonly answered_at?: Date;
	readonly answered_by?: string | null;
	readonly approved_at?: Date | null;
	readonly published_at?: Date | null;
};

/** Writes columns of capacity and counts its version up; false where it is another version now. */
export async function updateCapacity(work: Work, key: Key, set: CapacityColumns): Promise<boolean> {
	const result = await work.db
		.updateTable("placement.capacity")
		.set({
			...set,
			...(set.state === undefined ? {} : { published: set.state === "published" }),
			version: key.version + 1,
		})
		.where("organisation_id", "=", key.organisationId)
		.where("id", "=", key.id)
		.where("version", "=", key.version)
		.executeTakeFirst();
	if (set.state !== undefined)
		await work.db
			.updateTable("placement.offer")
			.set({ published: set.state === "published" })
			.where("organisation_id", "=", key.organisationId)
			.where("capacity_id", "=", key.id)
			.execute();
	return result.numUpdatedRows === 1n;
}

export type OfferToWrite = OfferValues & { readonly id: string };

/** Writes the offers of capacity as given: those there are by their id, new ones added, the others taken away. */
export async function writeOffers(
	work: Work,
	of: {
		readonly organisationId: string;
		readonly capacityId: string;
		readonly siteId: string;
		readonly hostId: string;
		readonly published: boolean;
	},
	offers: readonly OfferToWrite[],
): Promise<void> {
	await work.db
		.deleteFrom("placement.offer")
		.where("organisation_id", "=", of.organisationId)
		.where("capacity_id", "=", of.capacityId)
		.where((where) =>
			offers.length === 0
				? where.lit(true)
				: where(
						"id",
						"not in",
						offers.map(({ id }) => id),
					),
		)
		.execute();
	if (offers.length === 0) return;
	await work.db
		.insertInto("placement.offer")
		.values(
			offers.map((offer) => ({
				...{ organisation_id: of.organisationId, id: offer.id, capacity_id: of.capacityId },
				...{ site_id: of.siteId, host_id: of.hostId, published: of.published },
				...{
					profession: offer.profession,
					years: [...offer.years],
					first_day: offer.firstDay,
					last_day: offer.lastDay,
				},
				...{ places: offer.places, least_together: offer.leastTogether, reserved_for: offer.reservedFor },
			})),
		)
		.onConflict((conflict) =>
			conflict.columns(["organisation_id", "id"]).doUpdateSet((set) => ({
				profession: set.ref("excluded.profession"),
				years: set.ref("excluded.years"),
				first_day: set.ref("excluded.first_day"),
				last_day: set.ref("excluded.last_day"),
				places: set.ref("excluded.places"),
				least_together: set.ref("excluded.least_together"),
				reserved_for: set.ref("excluded.reserved_for"),
				published: set.ref("excluded.published"),
			})),
		)
		.execute();
}

/** The newest capacity of each site that was answered for days before these: what is suggested again. */
export async function listEarlier(
	work: Work,
	organisationId: string,
	siteIds: readonly string[],
	before: string,
): Promise<
	{
		readonly id: string;
		readonly siteId: string;
		readonly firstDay: string;
		readonly lastDay: string;
		readonly mostAtOnce: number | null;
		readonly supervisors: number | null;
		readonly month: string;
	}[]
> {
	const { rows } = await sql<{
		id: string;
		siteId: string;
		firstDay: string;
		lastDay: string;
		mostAtOnce: number | null;
		supervisors: number | null;
		month: string;
	}>`
		select c.id, c.site_id "siteId", c.first_day "firstDay", c.last_day "lastDay", c.most_at_once "mostAtOnce", c.supervisors,
			to_char(c.first_day, 'MM') "month"
		from placement.capacity c
		where c.organisation_id = ${organisationId} and c.site_id = any(${[...siteIds]}::uuid[]) and c.first_day < ${before}
			and exists (select from placement.offer o where o.organisation_id = c.organisation_id and o.capacity_id = c.id)
		order by c.site_id, c.first_day desc, c.id desc`.execute(work.db);
	return rows;
}
