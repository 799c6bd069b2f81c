import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { Language } from "../../../language.ts";
import { piecesOf } from "../../../pieces.ts";
import { rowsAtOnce } from "./rows-at-once.ts";

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

/** Enters organisations that are not there yet; returns the ids of those that were not. */
export async function insertOrganisations(
	work: Work,
	organisations: readonly { readonly id: string; readonly kind: string; readonly keeperId?: string | null }[],
): Promise<ReadonlySet<string>> {
	const made = new Set<string>();
	for (const some of piecesOf(organisations, rowsAtOnce)) {
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
	for (const some of piecesOf(identities, rowsAtOnce))
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

/** Sets what letters to an organisation are written in. */
export async function setLanguage(work: Work, organisationId: string, language: Language): Promise<void> {
	await work.db.updateTable("organisation.organisation").set({ language }).where("id", "=", organisationId).execute();
}
