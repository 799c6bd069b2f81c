import { type RawBuilder, sql } from "kysely";
import { newId, type Work } from "../../../database/work.server.ts";
import type { GuidanceStep, Guide, ListedGuidance } from "./contract.ts";

export type GuidanceKey = { readonly organisationId: string; readonly id: string };

/** Guidance the actor may read, the last written in first. */
export async function findGuidance(work: Work, condition: RawBuilder<unknown>): Promise<readonly ListedGuidance[]> {
	const { rows } = await sql<ListedGuidance>`
		select g.organisation_id "organisationId", g.id, asker.name "askerName", g.giver_id "giverId", giver.name "giverName", g.subject,
			g.open, case when last.kind = 'advised' then 'advised' else 'waiting' end state, last.at "lastAt"
		from funding.guidance g
		join organisation.identity asker on asker.organisation_id = g.organisation_id and asker.valid_from <= ${work.today}
			and (asker.valid_to is null or asker.valid_to >= ${work.today})
		join organisation.identity giver on giver.organisation_id = g.giver_id and giver.valid_from <= ${work.today}
			and (giver.valid_to is null or giver.valid_to >= ${work.today})
		join lateral (select s.kind, s.at from funding.guidance_step s where s.organisation_id = g.organisation_id
			and s.guidance_id = g.id and s.kind in ('asked', 'advised') order by s.at desc, s.id desc limit 1) last on true
		where ${condition} order by last.at desc, g.id desc`.execute(work.db);
	return rows;
}

/** What was asked and advised, and when it was opened, the first first. */
export async function listSteps(work: Work, { organisationId, id }: GuidanceKey): Promise<readonly GuidanceStep[]> {
	const { rows } = await sql<GuidanceStep>`
		select id, kind, body, rests_on "restsOn", at, by from funding.guidance_step
		where organisation_id = ${organisationId} and guidance_id = ${id} order by at, id`.execute(work.db);
	return rows;
}

export async function insertGuidance(
	work: Work,
	{ organisationId, id }: GuidanceKey,
	{ giverId, subject }: { readonly giverId: string; readonly subject: string },
): Promise<void> {
	await work.db
		.insertInto("funding.guidance")
		.values({ organisation_id: organisationId, id, giver_id: giverId, subject, asked_at: work.now })
		.execute();
}

export async function insertStep(
	work: Work,
	{ organisationId, id }: GuidanceKey,
	step: Omit<GuidanceStep, "id" | "at">,
): Promise<void> {
	await work.db
		.insertInto("funding.guidance_step")
		.values({
			...{ organisation_id: organisationId, guidance_id: id, id: newId(), kind: step.kind, body: step.body },
			...{ rests_on: step.restsOn, at: work.now, by: step.by },
		})
		.execute();
}

/** Opens guidance to those who supervise, or walls it again; false where it stood so already. */
export async function setOpen(work: Work, { organisationId, id }: GuidanceKey, open: boolean): Promise<boolean> {
	const { numAffectedRows } = await sql`update funding.guidance set open = ${open}
		where organisation_id = ${organisationId} and id = ${id} and open <> ${open}`.execute(work.db);
	return numAffectedRows === 1n;
}

/** Who gives guidance on behalf of an organisation, by name. */
export async function listGuides(work: Work, organisationId: string): Promise<readonly Guide[]> {
	const { rows } = await sql<Guide>`
		select person_id "personId", person_name "name", supervises from funding.guide
		where organisation_id = ${organisationId} order by person_name, person_id`.execute(work.db);
	return rows;
}

export async function writeGuide(work: Work, organisationId: string, guide: Guide, by: string): Promise<void> {
	await sql`insert into funding.guide (organisation_id, person_id, person_name, supervises, named_at, named_by)
		values (${organisationId}, ${guide.personId}, ${guide.name}, ${guide.supervises}, ${work.now}, ${by})
		on conflict (organisation_id, person_id) do update set person_name = excluded.person_name, supervises = excluded.supervises,
			named_at = excluded.named_at, named_by = excluded.named_by`.execute(work.db);
}

export async function deleteGuide(work: Work, organisationId: string, personId: string): Promise<void> {
	await sql`delete from funding.guide where organisation_id = ${organisationId} and person_id = ${personId}`.execute(
		work.db,
	);
}

/** People with a role for the whole organisation that can make them guides, by name. */
export async function listCandidates(
	work: Work,
	organisationId: string,
	roles: readonly string[],
): Promise<readonly { readonly personId: string; readonly name: string }[]> {
	const { rows } = await sql<{ personId: string; name: string }>`
		select person_id "personId", min(name) "name" from organisation.membership
		where organisation_id = ${organisationId} and person_id is not null and unit_id is null and role = any(${[...roles]}::text[])
			and valid_from <= ${work.today} and (valid_to is null or valid_to >= ${work.today})
		group by person_id order by 2, 1`.execute(work.db);
	return rows;
}

/** How many wait where the organisation acted for has no guide who could read them. */
export async function countUnguided(work: Work): Promise<number> {
	const { rows } = await sql<{ count: number }>`select funding.unguided() count`.execute(work.db);
	return rows[0]?.count ?? 0;
}

/** The organisations that can be asked for guidance: those that give grants, by name. */
export async function listGivers(
	work: Work,
	kinds: readonly string[],
): Promise<readonly { readonly id: string; readonly name: string; readonly guides: number }[]> {
	const { rows } = await sql<{ id: string; name: string; guides: number }>`
		select o.id, i.name, (select count(*)::int from funding.guide g where g.organisation_id = o.id and not g.supervises) guides
		from organisation.organisation o join organisation.identity i on i.organisation_id = o.id and i.valid_from <= ${work.today}
			and (i.valid_to is null or i.valid_to >= ${work.today})
		where o.kind = any(${[...kinds]}::text[]) order by i.name collate house.norwegian, o.id`.execute(work.db);
	return rows;
}
