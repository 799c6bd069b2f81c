import { type RawBuilder, sql } from "kysely";
import { newId, type Work } from "../../../database/work.server.ts";
import type { ExchangeKind } from "../codes.ts";
import type { ExchangeSort } from "./codes.ts";
import type { Exchange, ExchangeFacts } from "./contract.ts";

export type ExchangeRow = Omit<Exchange, "homeName" | "guestName">;

const columns = sql`e.id, e.organisation_id "organisationId", e.kind, e.agreement_id "agreementId",
	(select a.title from agreement.agreement a where a.organisation_id = e.agreement_organisation_id and a.id = e.agreement_id)
		"agreementTitle",
	e.home_id "homeId", e.guest_id "guestId", e.person_name "personName", e.title, e.home_share "homeShare",
	e.guest_share "guestShare", e.financing, e.tasks, e.lectures, e.first_day "firstDay", e.last_day "lastDay", e.evaluation,
	e.evaluated_on "evaluatedOn", e.version`;

const orders: Readonly<Record<ExchangeSort, RawBuilder<unknown>>> = {
	title: sql`e.title collate house.norwegian`,
	kind: sql`e.kind`,
	person: sql`e.person_name collate house.norwegian`,
	from: sql`e.first_day`,
	until: sql`e.last_day`,
};

export type ExchangeQuery = {
	readonly search?: string | undefined;
	readonly kind?: string | undefined;
	readonly sort?: ExchangeSort;
	readonly descending?: boolean;
	readonly offset?: number;
	readonly pageSize?: number | undefined;
};

/** Exchanges between an organisation and others, by page. */
export async function listExchanges(
	work: Work,
	organisationId: string,
	{ search = "", kind, sort = "from", descending = true, offset = 0, pageSize }: ExchangeQuery,
): Promise<readonly (ExchangeRow & { readonly total: number })[]> {
	const like = `%${search.replaceAll(/[%_\\]/g, "\\$&")}%`;
	const { rows } = await sql<ExchangeRow & { total: number }>`
		select ${columns}, count(*) over ()::int total from agreement.exchange e
		where e.readers @> array[${organisationId}::uuid]
			and ${kind === undefined ? sql`true` : sql`e.kind = ${kind}`}
			and ${search === "" ? sql`true` : sql`(e.title ilike ${like} or e.person_name ilike ${like} or e.tasks ilike ${like})`}
		order by ${orders[sort]} ${descending ? sql`desc nulls last` : sql`asc nulls last`}, e.id
		limit ${pageSize ?? null} offset ${offset}`.execute(work.db);
	return rows;
}

export async function findExchange(work: Work, id: string): Promise<ExchangeRow | undefined> {
	const { rows } = await sql<ExchangeRow>`select ${columns} from agreement.exchange e where e.id = ${id}`.execute(
		work.db,
	);
	return rows[0];
}

/** Who keeps an agreement the asker may read. */
export async function findKeeper(work: Work, agreementId: string): Promise<string | undefined> {
	const { rows } = await sql<{ id: string }>`
		select organisation_id id from agreement.agreement where id = ${agreementId}`.execute(work.db);
	return rows[0]?.id;
}

export function exchangeColumns(facts: ExchangeFacts, keeperId: string | null) {
	return {
		...{ kind: facts.kind, agreement_id: facts.agreementId, agreement_organisation_id: keeperId },
		...{ home_id: facts.homeId, guest_id: facts.guestId, person_name: facts.personName, title: facts.title },
		...{ home_share: facts.homeShare, guest_share: facts.guestShare, financing: facts.financing, tasks: facts.tasks },
		lectures: facts.lectures,
		...{ first_day: facts.firstDay, last_day: facts.lastDay },
		readers: [facts.homeId, facts.guestId],
	};
}

export async function insertExchange(
	work: Work,
	organisationId: string,
	facts: ExchangeFacts,
	keeperId: string | null,
): Promise<string> {
	const id = newId();
	await work.db
		.insertInto("agreement.exchange")
		.values({ organisation_id: organisationId, id, ...exchangeColumns(facts, keeperId) })
		.execute();
	return id;
}

type Key = Pick<Exchange, "organisationId" | "id">;

/** Changes an exchange in the version that was looked at; false where somebody else was first. */
export async function updateExchange(
	work: Work,
	{ organisationId, id }: Key,
	change: Partial<ReturnType<typeof exchangeColumns>> & {
		readonly evaluation?: string;
		readonly evaluated_on?: string;
	},
	version: number,
): Promise<boolean> {
	const changed = await work.db
		.updateTable("agreement.exchange")
		.set({ ...change, version: version + 1 })
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.where("version", "=", version)
		.executeTakeFirst();
	return changed.numUpdatedRows === 1n;
}

export async function deleteExchange(work: Work, { organisationId, id }: Key, version: number): Promise<boolean> {
	const gone = await work.db
		.deleteFrom("agreement.exchange")
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.where("version", "=", version)
		.executeTakeFirst();
	return gone.numDeletedRows === 1n;
}

export type BetweenRow = Pick<
	Exchange,
	"id" | "title" | "personName" | "firstDay" | "lastDay" | "homeId" | "guestId" | "lectures"
> & {
	readonly kind: ExchangeKind;
};

/** Exchanges among organisations that touch these days, held by somebody. */
export async function listBetween(
	work: Work,
	{
		ids,
		kinds,
		from,
		to,
	}: { readonly ids: readonly string[]; readonly kinds: readonly string[]; readonly from: string; readonly to: string },
): Promise<BetweenRow[]> {
	const { rows } = await sql<BetweenRow>`
		select id, kind, title, person_name "personName", first_day "firstDay", last_day "lastDay", home_id "homeId",
			guest_id "guestId", lectures from agreement.exchange
		where home_id = any(${[...ids]}::uuid[]) and guest_id = any(${[...ids]}::uuid[]) and kind = any(${[...kinds]})
			and person_name is not null and first_day <= ${to} and (last_day is null or last_day >= ${from})
		order by first_day, id`.execute(work.db);
	return rows;
}
