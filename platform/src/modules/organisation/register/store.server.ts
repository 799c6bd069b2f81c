import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { AffiliationKind } from "../contract.ts";

export type NewIdentity = {
	readonly organisationId: string;
	readonly id: string;
	readonly validFrom: string;
	readonly validTo: string | null;
	readonly name: string;
	readonly shortName: string | null;
	readonly otherNames: readonly string[];
	readonly number: string | null;
	readonly countyNumber: string | null;
	readonly municipalityNumber: string | null;
	readonly latitude: number | null;
	readonly longitude: number | null;
	readonly place: string | null;
	readonly website: string | null;
	readonly source: string;
	readonly sourceDate: string;
	readonly searchName: string;
};

/** PostgreSQL takes at most 65,535 parameters in a statement. */
const atOnce = 1000;

function* chunks<Item>(items: readonly Item[]): Generator<readonly Item[]> {
	for (let start = 0; start < items.length; start += atOnce) yield items.slice(start, start + atOnce);
}

/** Enters organisations that are not there yet; returns the ids of those that were not. */
export async function insertOrganisations(
	work: Work,
	organisations: readonly { readonly id: string; readonly kind: string; readonly keeperId?: string | null }[],
): Promise<ReadonlySet<string>> {
	const made = new Set<string>();
	for (const some of chunks(organisations)) {
		const rows = await work.db
			.insertInto("organisation.organisation")
			.values(some.map(({ id, kind, keeperId }) => ({ id, kind, keeper_id: keeperId ?? null })))
			.onConflict((conflict) => conflict.doNothing())
			.returning("id")
			.execute();
		for (const row of rows) made.add(row.id);
	}
	return made;
}

export async function insertIdentities(work: Work, identities: readonly NewIdentity[]): Promise<void> {
	for (const some of chunks(identities))
		await work.db
			.insertInto("organisation.identity")
			.values(
				some.map((identity) => ({
					organisation_id: identity.organisationId,
					id: identity.id,
					valid_from: identity.validFrom,
					valid_to: identity.validTo,
					name: identity.name,
					short_name: identity.shortName,
					other_names: [...identity.otherNames],
					number: identity.number,
					county_number: identity.countyNumber,
					municipality_number: identity.municipalityNumber,
					latitude: identity.latitude,
					longitude: identity.longitude,
					place: identity.place,
					website: identity.website,
					source: identity.source,
					source_date: identity.sourceDate,
					search_name: identity.searchName,
				})),
			)
			.execute();
}

export type NewAffiliation = {
	readonly organisationId: string;
	readonly parentId: string;
	readonly kind: AffiliationKind;
	readonly validFrom: string;
};

/** Enters affiliations that are not there yet; returns how many were not. */
export async function insertAffiliations(work: Work, affiliations: readonly NewAffiliation[]): Promise<number> {
	let made = 0;
	for (const some of chunks(affiliations)) {
		const result = await work.db
			.insertInto("organisation.affiliation")
			.values(
				some.map(({ organisationId, parentId, kind, validFrom }) => ({
					organisation_id: organisationId,
					parent_id: parentId,
					kind,
					valid_from: validFrom,
				})),
			)
			.onConflict((conflict) => conflict.doNothing())
			.executeTakeFirst();
		made += Number(result.numInsertedOrUpdatedRows ?? 0);
	}
	return made;
}

/** The hash of what a source held when it was last taken in; undefined before the first time. */
export async function findSeedHash(work: Work, sourceId: string): Promise<string | undefined> {
	const found = await work.db
		.selectFrom("geography.source")
		.select("content_hash")
		.where("id", "=", sourceId)
		.executeTakeFirst();
	return found?.content_hash;
}

export type TakenSource = {
	readonly id: string;
	readonly title: string;
	readonly licence: string;
	readonly link: string | null;
	readonly date: string;
	readonly rowCount: number;
	readonly hash: string;
};

/** Remembers where facts came from, under which licence, and what was in it. */
export async function saveSource(work: Work, source: TakenSource): Promise<void> {
	const importedBy = work.actor.kind === "person" ? work.actor.personId : null;
	await sql`insert into geography.source (id, title, licence, link, facts_date, imported_at, imported_by, row_count, content_hash)
		values (${source.id}, ${source.title}, ${source.licence}, ${source.link}, ${source.date}, ${work.now}, ${importedBy},
			${source.rowCount}, ${source.hash})
		on conflict (id) do update set title = excluded.title, licence = excluded.licence, link = excluded.link,
			facts_date = excluded.facts_date, imported_at = excluded.imported_at, imported_by = excluded.imported_by,
			row_count = excluded.row_count, content_hash = excluded.content_hash`.execute(work.db);
}

/** Whether another organisation of the kind bears a number on a day or later. */
export async function isNumberTaken(
	work: Work,
	kind: string,
	number: string,
	from: string,
	except: readonly string[],
): Promise<boolean> {
	const { rows } = await sql`
		select 1 from organisation.identity i join organisation.organisation o on o.id = i.organisation_id
		where o.kind = ${kind} and i.number = ${number} and (i.valid_to is null or i.valid_to >= ${from})
			and not o.id = any(${[...except]}::uuid[]) limit 1`.execute(work.db);
	return rows.length > 0;
}

export async function hasSuccessors(work: Work, organisationId: string): Promise<boolean> {
	const found = await work.db
		.selectFrom("organisation.succession")
		.select("successor_id")
		.where("predecessor_id", "=", organisationId)
		.limit(1)
		.executeTakeFirst();
	return found !== undefined;
}

/** Gives a period its last day. */
export async function endIdentity(work: Work, organisationId: string, id: string, lastDay: string): Promise<void> {
	await sql`update organisation.identity set valid_to = ${lastDay}, version = version + 1
		where organisation_id = ${organisationId} and id = ${id}`.execute(work.db);
}

/** Overwrites what a period says, from its first day; its last day stays. */
export async function correctIdentity(work: Work, identity: NewIdentity): Promise<void> {
	await work.db
		.updateTable("organisation.identity")
		.set({
			name: identity.name,
			short_name: identity.shortName,
			other_names: [...identity.otherNames],
			number: identity.number,
			county_number: identity.countyNumber,
			municipality_number: identity.municipalityNumber,
			latitude: identity.latitude,
			longitude: identity.longitude,
			place: identity.place,
			website: identity.website,
			source: identity.source,
			source_date: identity.sourceDate,
			search_name: identity.searchName,
			version: sql<number>`version + 1`,
		})
		.where("organisation_id", "=", identity.organisationId)
		.where("id", "=", identity.id)
		.execute();
}

/** What an organisation changes of itself; false where it is no longer the version looked at. */
export async function updateOwnDetails(
	work: Work,
	key: { organisationId: string; id: string; version: number },
	details: { shortName: string | null; website: string | null; searchName: string },
): Promise<boolean> {
	const result = await work.db
		.updateTable("organisation.identity")
		.set({
			short_name: details.shortName,
			website: details.website,
			search_name: details.searchName,
			version: key.version + 1,
		})
		.where("organisation_id", "=", key.organisationId)
		.where("id", "=", key.id)
		.where("version", "=", key.version)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

export type NewSuccession = {
	readonly predecessorId: string;
	readonly successorId: string;
	readonly happenedOn: string;
	readonly share: number;
	readonly source: string;
};

/** Enters successions that are not there yet; returns how many were not. */
export async function insertSuccessions(work: Work, successions: readonly NewSuccession[]): Promise<number> {
	let made = 0;
	for (const some of chunks(successions)) {
		const result = await work.db
			.insertInto("organisation.succession")
			.values(
				some.map(({ predecessorId, successorId, happenedOn, share, source }) => ({
					predecessor_id: predecessorId,
					successor_id: successorId,
					happened_on: happenedOn,
					share,
					source,
				})),
			)
			.onConflict((conflict) => conflict.doNothing())
			.executeTakeFirst();
		made += Number(result.numInsertedOrUpdatedRows ?? 0);
	}
	return made;
}

/** Gives affiliations of an organisation, upwards and downwards, to its successors from a day on, and ends its own. */
export async function passOnAffiliations(
	work: Work,
	organisationId: string,
	successorIds: readonly string[],
	happenedOn: string,
): Promise<void> {
	const ids = [...successorIds];
	await sql`insert into organisation.affiliation (organisation_id, parent_id, kind, valid_from, valid_to)
		select s.id, a.parent_id, a.kind, ${happenedOn}::date, a.valid_to
		from organisation.affiliation a cross join unnest(${ids}::uuid[]) s (id)
		where a.organisation_id = ${organisationId} and a.parent_id <> s.id
			and a.valid_from < ${happenedOn} and (a.valid_to is null or a.valid_to >= ${happenedOn})
			and not exists (select from organisation.affiliation b where b.organisation_id = s.id and b.parent_id = a.parent_id
				and b.kind = a.kind and (b.valid_to is null or b.valid_to >= ${happenedOn}))
		union
		select a.organisation_id, s.id, a.kind, ${happenedOn}::date, a.valid_to
		from organisation.affiliation a cross join unnest(${ids}::uuid[]) s (id)
		where a.parent_id = ${organisationId} and a.organisation_id <> s.id
			and a.valid_from < ${happenedOn} and (a.valid_to is null or a.valid_to >= ${happenedOn})
			and not exists (select from organisation.affiliation b where b.organisation_id = a.organisation_id and b.parent_id = s.id
				and b.kind = a.kind and (b.valid_to is null or b.valid_to >= ${happenedOn}))
		on conflict do nothing`.execute(work.db);
	await sql`update organisation.affiliation set valid_to = ${happenedOn}::date - 1
		where (organisation_id = ${organisationId} or parent_id = ${organisationId})
			and valid_from < ${happenedOn} and (valid_to is null or valid_to >= ${happenedOn})`.execute(work.db);
}

/** Whether one organisation is affiliated to another in a way on a day or later. */
export async function isAffiliated(
	work: Work,
	affiliation: { organisationId: string; parentId: string; kind: string },
	from: string,
): Promise<boolean> {
	const found = await work.db
		.selectFrom("organisation.affiliation")
		.select("valid_from")
		.where("organisation_id", "=", affiliation.organisationId)
		.where("parent_id", "=", affiliation.parentId)
		.where("kind", "=", affiliation.kind)
		.where((where) => where.or([where("valid_to", "is", null), where("valid_to", ">=", from)]))
		.limit(1)
		.executeTakeFirst();
	return found !== undefined;
}

/** Ends an affiliation that holds on a day; returns whether there was one. */
export async function endAffiliation(
	work: Work,
	affiliation: { organisationId: string; parentId: string; kind: string },
	lastDay: string,
): Promise<boolean> {
	const result = await work.db
		.updateTable("organisation.affiliation")
		.set({ valid_to: lastDay })
		.where("organisation_id", "=", affiliation.organisationId)
		.where("parent_id", "=", affiliation.parentId)
		.where("kind", "=", affiliation.kind)
		.where("valid_from", "<=", lastDay)
		.where((where) => where.or([where("valid_to", "is", null), where("valid_to", ">", lastDay)]))
		.executeTakeFirst();
	return result.numUpdatedRows > 0n;
}
