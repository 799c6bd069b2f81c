import { sql } from "kysely";
import { z } from "zod";
import { cutPage, decodeCursor } from "../api/paging.server.ts";
import type { Json } from "../database/schema.gen.ts";
import type { Work } from "../database/work.server.ts";
import { mayReadLog } from "./rules.ts";

export type LogFilter = {
	/** Part of a name: who did it, or whom it is about. */
	readonly search?: string;
	readonly verb?: string;
	readonly objectKind?: string;
	readonly objectId?: string;
	/** Whatever a person did, or was done about them. */
	readonly personId?: string;
	/** First and last Norwegian calendar day, YYYY-MM-DD. */
	readonly from?: string;
	readonly to?: string;
};

export type LogEntry = {
	readonly id: string;
	readonly at: Date;
	readonly actorKind: string;
	readonly personName: string | null;
	readonly aboutPersonId: string | null;
	readonly organisationName: string | null;
	readonly verb: string;
	readonly objectKind: string;
	readonly objectId: string | null;
	readonly detail: Json;
};

export type LogPage = { readonly items: readonly LogEntry[]; readonly next: string | null };

const cursorShape = z.tuple([z.iso.datetime(), z.uuid()]);

/** The log of the organisation represented, newest first, for those who may read it; null for anyone else. */
export async function listOrganisationLog(
	work: Work,
	filter: LogFilter,
	page: { readonly cursor: string | null; readonly limit: number },
): Promise<LogPage | null> {
	if (!mayReadLog(work.actor)) return null;
	const { organisationId } = work.actor;
	return readPage(entries(work, filter).where("entry.organisation_id", "=", organisationId), page);
}

/** What a person has done and what has been done about them, at every organisation, newest first. */
export async function listOwnLog(
	work: Work,
	personId: string,
	page: { readonly cursor: string | null; readonly limit: number },
): Promise<LogPage> {
	const own = entries(work, {}).where((where) =>
		where.or([where("entry.about_person_id", "=", personId), where("entry.person_id", "=", personId)]),
	);
	return readPage(own, page);
}

/** The verbs and kinds of object that occur in the log of the organisation represented: what it can be narrowed to. */
export async function listLogWords(work: Work): Promise<{ verbs: string[]; objectKinds: string[] }> {
	if (!mayReadLog(work.actor)) return { verbs: [], objectKinds: [] };
	const rows = await work.db
		.selectFrom("audit.entry")
		.where("organisation_id", "=", work.actor.organisationId)
		.groupBy(["verb", "object_kind"])
		.orderBy("verb")
		.select(["verb", "object_kind as objectKind"])
		.execute();
	return {
		verbs: [...new Set(rows.map((row) => row.verb))],
		objectKinds: [...new Set(rows.map((row) => row.objectKind))].sort(),
	};
}

function entries(work: Work, filter: LogFilter) {
	let query = work.db
		.selectFrom("audit.entry as entry")
		.select((select) => [
			"entry.id",
			"entry.at",
			"entry.actor_kind as actorKind",
			"entry.person_name as personName",
			"entry.verb",
			"entry.object_kind as objectKind",
			"entry.object_id as objectId",
			"entry.about_person_id as aboutPersonId",
			"entry.detail",
			select
				.selectFrom("organisation.identity as identity")
				.whereRef("identity.organisation_id", "=", "entry.organisation_id")
				.orderBy("identity.valid_from", "desc")
				.limit(1)
				.select("identity.name")
				.as("organisationName"),
		]);
	if (filter.verb) query = query.where("entry.verb", "=", filter.verb);
	if (filter.objectKind) query = query.where("entry.object_kind", "=", filter.objectKind);
	if (filter.objectId) query = query.where("entry.object_id", "=", filter.objectId);
	const { personId } = filter;
	if (personId)
		query = query.where((where) =>
			where.or([where("entry.person_id", "=", personId), where("entry.about_person_id", "=", personId)]),
		);
	if (filter.from) query = query.where("entry.at", ">=", startOf(filter.from, 0));
	if (filter.to) query = query.where("entry.at", "<", startOf(filter.to, 1));
	if (filter.search) {
		const part = `%${filter.search.replace(/[\\%_]/g, "\\$&")}%`;
		query = query.where((where) =>
			where.or([
				where("entry.person_name", "ilike", part),
				where.exists(
					where
						.selectFrom("organisation.membership as named")
						.where((of) =>
							of.or([
								of("named.person_id", "=", of.ref("entry.about_person_id")),
								// Someone who has no account yet is known by the role alone.
								of.and([of("entry.object_kind", "=", "membership"), of("named.id", "=", of.ref("entry.object_id"))]),
							]),
						)
						.where("named.name", "ilike", part)
						.select("named.id"),
				),
			]),
		);
	}
	return query;
}

/** Midnight in Norway at the start of a day, some days on. */
function startOf(day: string, daysOn: number) {
	return sql<Date>`((${day}::date + ${daysOn}::integer)::timestamp at time zone 'Europe/Oslo')`;
}

async function readPage(
	query: ReturnType<typeof entries>,
	{ cursor, limit }: { readonly cursor: string | null; readonly limit: number },
): Promise<LogPage> {
	const after = cursor === null ? null : decodeCursor(cursor, cursorShape);
	const from = after
		? query.where(sql<boolean>`(entry.at, entry.id) < (${new Date(after[0])}, ${after[1]}::uuid)`)
		: query;
	const rows = await from
		.orderBy("entry.at", "desc")
		.orderBy("entry.id", "desc")
		.limit(limit + 1)
		.execute();
	return cutPage(rows, limit, (row) => [row.at.toISOString(), row.id]);
}
