import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { AffiliationKind } from "../contract.ts";
import type { Affiliation, OtherOrganisation, Succession } from "./contract.ts";
import type { Link } from "./rules.ts";
import { nameOn } from "./store.server.ts";

type FlatSuccession = OtherOrganisation & {
	way: "before" | "after";
	happenedOn: string;
	share: number;
	source: string;
};

/** Who became this organisation, each under its last name, and what it became, each under its first name. */
export async function listSuccessions(
	work: Work,
	id: string,
): Promise<{ predecessors: Succession[]; successors: Succession[] }> {
	const { rows } = await sql<FlatSuccession>`
		select s.way, o.id, o.kind, n.name, n.number, s.happened_on "happenedOn", s.share, s.source
		from (
			select 'before' way, predecessor_id other_id, happened_on, happened_on - 1 named_on, share, source
			from organisation.succession where successor_id = ${id}
			union all
			select 'after', successor_id, happened_on, happened_on, share, source
			from organisation.succession where predecessor_id = ${id}
		) s
		join organisation.organisation o on o.id = s.other_id
		join ${nameOn(sql`o.id`, sql`s.named_on`)} n on true
		order by s.happened_on desc, s.share desc, n.name collate house.norwegian, o.id`.execute(work.db);
	const way = (wanted: FlatSuccession["way"]) =>
		rows
			.filter((row) => row.way === wanted)
			.map(({ way: _way, happenedOn, share, source, ...organisation }) => ({
				organisation,
				happenedOn,
				share,
				source,
			}));
	return { predecessors: way("before"), successors: way("after") };
}

/** Every succession that can be reached from an organisation. */
export async function listLinksFrom(work: Work, id: string): Promise<Link[]> {
	const { rows } = await sql<Link>`
		with recursive chain as (
			select predecessor_id, successor_id, happened_on, share from organisation.succession where predecessor_id = ${id}
			union
			select s.predecessor_id, s.successor_id, s.happened_on, s.share
			from chain join organisation.succession s on s.predecessor_id = chain.successor_id
		)
		select predecessor_id "predecessorId", successor_id "successorId", happened_on "happenedOn", share from chain`.execute(
		work.db,
	);
	return rows;
}

type FlatAffiliation = OtherOrganisation & {
	way: "up" | "down";
	affiliationKind: AffiliationKind;
	validFrom: string;
	validTo: string | null;
};

/** Affiliations that held on a day: what it belongs to, and what belongs to it. */
export async function listAffiliations(
	work: Work,
	id: string,
	asOf: string,
): Promise<{ belongsTo: Affiliation[]; has: Affiliation[] }> {
	const { rows } = await sql<FlatAffiliation>`
		select a.way, o.id, o.kind, n.name, n.number, a.kind "affiliationKind", a.valid_from "validFrom", a.valid_to "validTo"
		from (
			select 'up' way, parent_id other_id, kind, valid_from, valid_to from organisation.affiliation where organisation_id = ${id}
			union all
			select 'down', organisation_id, kind, valid_from, valid_to from organisation.affiliation where parent_id = ${id}
		) a
		join organisation.organisation o on o.id = a.other_id
		join ${nameOn(sql`o.id`, sql`${asOf}::date`)} n on true
		where a.valid_from <= ${asOf} and (a.valid_to is null or a.valid_to >= ${asOf})
		order by a.kind, n.name collate house.norwegian, o.id`.execute(work.db);
	const way = (wanted: FlatAffiliation["way"]) =>
		rows
			.filter((row) => row.way === wanted)
			.map(({ way: _way, affiliationKind, validFrom, validTo, ...organisation }) => ({
				kind: affiliationKind,
				organisation,
				validFrom,
				validTo,
			}));
	return { belongsTo: way("up"), has: way("down") };
}
