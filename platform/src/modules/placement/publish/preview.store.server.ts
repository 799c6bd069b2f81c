import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { Round } from "../round/contract.ts";
import type { RunHead } from "../round/run.store.server.ts";
import type { Slice } from "./slices.ts";

/**
 * How a plan stands that was published as it is, counted without opening it; undefined where another run was published
 * last, somebody has moved since, or a student who has withdrawn still has the place: then it has to be judged.
 */
export async function readUnchanged(work: Work, round: Round, run: Pick<RunHead, "id" | "createdAt">) {
	const of = (alias: string) => sql`${sql.ref(`${alias}.round_owner_id`)} = ${round.organisationId}
		and ${sql.ref(`${alias}.round_id`)} = ${round.id}`;
	const { rows } = await sql<{ claims: number; kept: number; removed: number; withdrawn: number; ended: number }>`
		select
			(select count(*)::int from placement.claim c where ${of("c")} and c.withdrawn_at is null) claims,
			(select count(*)::int from placement.placement p where ${of("p")} and p.state not in ('cancelled', 'declined')) kept,
			(select count(*)::int from placement.placement p
				join placement.claim c on c.organisation_id = p.organisation_id and c.id = p.claim_id and c.withdrawn_at is not null
				where ${of("p")} and p.state not in ('cancelled', 'declined')) removed,
			(select count(*)::int from placement.claim c where ${of("c")} and c.withdrawn_at >= ${run.createdAt}
				and exists (select from placement.placement p where p.organisation_id = c.organisation_id and p.claim_id = c.id)) withdrawn,
			(select count(distinct p.claim_id)::int from placement.placement p
				join placement.claim c on c.organisation_id = p.organisation_id and c.id = p.claim_id and c.withdrawn_at is null
				where ${of("p")} and p.state in ('cancelled', 'declined')
					and exists (select from placement.event e where e.organisation_id = p.organisation_id and e.placement_id = p.id
						and e.verb in ('decline', 'cancel') and e.at >= ${run.createdAt})
					and not exists (select from placement.placement s where s.organisation_id = p.organisation_id
						and s.claim_id = p.claim_id and s.state not in ('cancelled', 'declined'))) ended
		from placement.publication u
		where u.organisation_id = ${round.organisationId} and u.round_id = ${round.id} and u.number = ${round.publication}
			and u.run_id = ${run.id} and not exists (select from placement.move m where m.organisation_id = u.organisation_id
				and m.run_id = u.run_id and (m.moved_at > u.published_at or m.undone_at > u.published_at))`.execute(work.db);
	const [found] = rows;
	if (!found || found.removed > 0) return undefined;
	const { claims, kept, withdrawn, ended } = found;
	return {
		changes: { added: 0, changed: 0, removed: 0, kept },
		...{ withdrawn, ended, overbooked: [], unplaced: claims - kept },
	};
}

/** How many hear of something in their inbox, by mail, or from nobody here. */
export type Ways = { readonly account: number; readonly mail: number; readonly nobody: number };
export type ToTell = { readonly students: Ways; readonly sites: Ways };

/** How the students and sites of what is about to be written are reached. */
export async function countToTell(
	work: Work,
	writing: { readonly slices: readonly Slice[]; readonly removed: readonly string[] },
	{ mails }: { readonly mails: boolean },
): Promise<ToTell> {
	const [students, sites] = [
		{ account: 0, mail: 0, nobody: 0 },
		{ account: 0, mail: 0, nobody: 0 },
	];
	const seen = new Set<string>();
	for (const { json } of [...writing.slices, { json: JSON.stringify(writing.removed.map((claim) => ({ claim }))) }]) {
		const { rows } = await sql<Ways>`
			select count(*) filter (where t.person_id is not null)::int account,
				count(*) filter (where t.person_id is null and t.email is not null and ${mails})::int mail,
				count(*) filter (where t.person_id is null and (t.email is null or not ${mails}))::int nobody
			from jsonb_to_recordset(${json}::jsonb) as x(claim uuid)
			join placement.claim c on c.id = x.claim
			join placement.student t on t.organisation_id = c.organisation_id and t.id = c.student_id`.execute(work.db);
		for (const way of ["account", "mail", "nobody"] as const) students[way] += rows[0]?.[way] ?? 0;
		const found = await sql<{ id: string; reached: boolean }>`
			select distinct s.id, s.contact_email is not null reached
			from jsonb_to_recordset(${json}::jsonb) as x(offer uuid)
			join placement.offer o on o.id = x.offer
			join placement.site s on s.organisation_id = o.organisation_id and s.id = o.site_id`.execute(work.db);
		for (const { id, reached } of found.rows) {
			if (seen.has(id)) continue;
			seen.add(id);
			sites[reached && mails ? "mail" : "nobody"]++;
		}
	}
	return { students, sites };
}
