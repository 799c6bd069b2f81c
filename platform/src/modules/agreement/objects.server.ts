import { sql } from "kysely";
import { foldName } from "../../geography/search.ts";
import type { Concerning } from "../../registry/concerning.server.ts";
import type { FindObjects, ObjectCard, SearchObjects } from "../../registry/objects.server.ts";

type CommitmentRow = {
	readonly id: string;
	readonly what: string;
	readonly title: string;
	readonly agreementId: string;
};

const commitments = sql`select c.id, c.what, a.title, a.id "agreementId" from agreement.commitment c
	join agreement.agreement a on a.organisation_id = c.organisation_id and a.id = c.agreement_id`;

function cardOf({ id, what, title, agreementId }: CommitmentRow): ObjectCard {
	return { kind: "commitment", id, title: `${what} (${title})`, path: `/agreements/${agreementId}` };
}

/** What the log and notices can point at in agreements; each table's own policy says who sees it. */
export const agreementObjects: Readonly<Record<string, FindObjects>> = {
	async agreement(work, ids): Promise<ObjectCard[]> {
		if (ids.length === 0) return [];
		const { rows } = await sql<{ id: string; title: string }>`
			select a.id, a.title from agreement.agreement a where a.id = any(${[...ids]}::uuid[])`.execute(work.db);
		return rows.map(({ id, title }) => ({ kind: "agreement", id, title, path: `/agreements/${id}` }));
	},
	async commitment(work, ids): Promise<ObjectCard[]> {
		if (ids.length === 0) return [];
		const { rows } = await sql<CommitmentRow>`${commitments} where c.id = any(${[...ids]}::uuid[])`.execute(work.db);
		return rows.map(cardOf);
	},
	async "agreement-party"(work, ids): Promise<ObjectCard[]> {
		if (ids.length === 0) return [];
		const { rows } = await sql<{ id: string; title: string; agreementId: string }>`
			select p.id, a.title, a.id "agreementId" from agreement.party p
			join agreement.agreement a on a.organisation_id = p.organisation_id and a.id = p.agreement_id
			where p.id = any(${[...ids]}::uuid[])`.execute(work.db);
		return rows.map(({ id, title, agreementId }) => ({
			...{ kind: "agreement-party", id, title, path: `/agreements/${agreementId}` },
		}));
	},
};

/** What people may point at in agreements: those that are not withdrawn, and what they promise. */
export const agreementSearches: Readonly<Record<string, SearchObjects>> = {
	async agreement(work, words, most) {
		const conditions = words.map((word) => sql`a.search_name like ${`%${word}%`}`);
		const { rows } = await sql<{ id: string; title: string }>`
			select a.id, a.title from agreement.agreement a
			where a.state <> 'withdrawn' and ${sql.join(conditions, sql` and `)}
			order by a.title collate house.norwegian, a.id limit ${most}`.execute(work.db);
		return rows.map(({ id, title }) => ({ kind: "agreement", id, title, path: `/agreements/${id}` }));
	},
	async commitment(work, words, most) {
		// Promises keep no folded name: those the asker can see are few, and are compared here as names are.
		const { rows } = await sql<CommitmentRow>`${commitments} where a.state <> 'withdrawn'
			order by a.title collate house.norwegian, c.sort, c.id limit 5000`.execute(work.db);
		const fits = ({ what }: CommitmentRow) => words.every((word) => foldName(what).includes(word));
		return rows.filter(fits).slice(0, most).map(cardOf);
	},
};

/** What is promised at a unit, in agreements the asker may read that are signed or being made. */
export const commitmentsConcerning: Concerning = {
	title: { nb: "Lovet her i avtaler", nn: "Lova her i avtalar", en: "Promised here in agreements" },
	async find(work, { kind, id }) {
		if (kind !== "unit") return [];
		const { rows } = await sql<{ id: string; what: string; agreementId: string; title: string }>`
			select c.id, c.what, a.id "agreementId", a.title from agreement.commitment c
			join agreement.agreement a on a.organisation_id = c.organisation_id and a.id = c.agreement_id
			where c.unit_id = ${id} and a.state <> 'withdrawn' and coalesce(least(a.last_day, a.ended_on), 'infinity') >= ${work.today}
			order by a.title, c.sort, c.id limit 50`.execute(work.db);
		return rows.map((row) => ({
			...{ id: row.id, title: row.what, path: `/agreements/${row.agreementId}`, note: row.title },
		}));
	},
};
