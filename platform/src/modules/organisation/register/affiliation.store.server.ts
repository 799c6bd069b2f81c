import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import { piecesOf } from "../../../pieces.ts";
import type { AffiliationKind } from "../contract.ts";
import { rowsAtOnce } from "./rows-at-once.ts";

export type NewAffiliation = {
	readonly organisationId: string;
	readonly parentId: string;
	readonly kind: AffiliationKind;
	readonly validFrom: string;
};

/** Enters affiliations that are not there yet; returns how many were not. */
export async function insertAffiliations(work: Work, affiliations: readonly NewAffiliation[]): Promise<number> {
	let made = 0;
	for (const some of piecesOf(affiliations, rowsAtOnce)) {
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
