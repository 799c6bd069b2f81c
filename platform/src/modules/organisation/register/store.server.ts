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
