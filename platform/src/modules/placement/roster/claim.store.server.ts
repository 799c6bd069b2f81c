import { type RawBuilder, sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { Claim } from "./contract.ts";

type FlatClaim = Omit<Claim, "round"> & {
	readonly roundId: string | null;
	readonly roundOrganisationId: string;
	readonly roundName: string;
	readonly roundState: "preparing" | "wishes" | "allocating" | "published" | "closed";
	readonly wishesFrom: string | null;
	readonly wishesUntil: string | null;
	readonly wishesMost: number;
};

/** Claims with what they are of and the round they are in, earliest first. */
async function selectClaims(work: Work, where: RawBuilder<unknown>): Promise<Claim[]> {
	const { rows } = await sql<FlatClaim>`
		select k.organisation_id "organisationId", k.id, k.student_id "studentId", s.name "studentName",
			k.person_id "personId", k.period_id "periodId", k.institution_id "institutionId",
			coalesce(i.name, '') "institutionName", p.course_id "courseId", c.name "courseName", c.profession,
			c.year_of_study "yearOfStudy", p.name "periodName", p.first_day "firstDay", p.last_day "lastDay", k.priority,
			k.priority_reason "priorityReason", k.together, k.withdrawn_at "withdrawnAt", k.version,
			r.id "roundId", r.organisation_id "roundOrganisationId", r.name "roundName", r.state "roundState",
			r.wishes_from "wishesFrom", r.wishes_until "wishesUntil", r.wishes_most "wishesMost"
		from placement.claim k
		join placement.student s on s.organisation_id = k.organisation_id and s.id = k.student_id
		join placement.period p on p.organisation_id = k.organisation_id and p.id = k.period_id
		join placement.course c on c.organisation_id = p.organisation_id and c.id = p.course_id
		left join placement.round r on r.organisation_id = k.round_owner_id and r.id = k.round_id
		left join organisation.identity i on i.organisation_id = k.institution_id
			and i.valid_from <= ${work.today} and (i.valid_to is null or i.valid_to >= ${work.today})
		where ${where} order by p.first_day, c.name collate house.norwegian, k.id`.execute(work.db);
	return rows.map(
		({ roundId, roundOrganisationId, roundName, roundState, wishesFrom, wishesUntil, wishesMost, ...claim }) => ({
			...claim,
			round:
				roundId === null
					? null
					: {
							...{ id: roundId, organisationId: roundOrganisationId, name: roundName, state: roundState },
							...{ wishesFrom, wishesUntil, wishesMost },
						},
		}),
	);
}

/** A claim by its id alone: a student does not know who keeps it. */
export async function findClaim(work: Work, id: string): Promise<Claim | undefined> {
	return (await selectClaims(work, sql`k.id = ${id}`))[0];
}

export async function listClaimsOf(work: Work, studentIds: readonly string[]): Promise<Claim[]> {
	return selectClaims(work, sql`k.student_id = any(${[...studentIds]}::uuid[])`);
}

/** Claims of a period that are not withdrawn, by the name of the student. */
export async function listClaimsIn(work: Work, organisationId: string, periodId: string): Promise<Claim[]> {
	const where = sql`k.organisation_id = ${organisationId} and k.period_id = ${periodId} and k.withdrawn_at is null`;
	return selectClaims(work, where);
}

/** Claims of an organisation that stand in the way of students in an import: each by student and period. */
export async function listClaimKeys(
	work: Work,
	organisationId: string,
): Promise<{ studentId: string; periodId: string; withdrawn: boolean }[]> {
	const { rows } = await sql<{ studentId: string; periodId: string; withdrawn: boolean }>`
		select student_id "studentId", period_id "periodId", withdrawn_at is not null withdrawn
		from placement.claim where organisation_id = ${organisationId}`.execute(work.db);
	return rows;
}

export type ClaimToInsert = {
	readonly organisationId: string;
	readonly id: string;
	readonly studentId: string;
	readonly personId?: string | null;
	readonly periodId: string;
	readonly institutionId: string;
	readonly priority: number;
	readonly priorityReason: string | null;
};

/**
 * Writes claims, into the round their period has been brought to, where there is one. One that was withdrawn before
 * comes back, last in the queue.
 */
export async function insertClaims(work: Work, claims: readonly ClaimToInsert[]): Promise<void> {
	const rounds = await listRoundsOf(
		work,
		claims.map((claim) => claim.periodId),
	);
	for (let start = 0; start < claims.length; start += 1000)
		await work.db
			.insertInto("placement.claim")
			.values(
				claims.slice(start, start + 1000).map((claim) => ({
					...{ organisation_id: claim.organisationId, id: claim.id, student_id: claim.studentId },
					...{ person_id: claim.personId ?? null, period_id: claim.periodId, institution_id: claim.institutionId },
					round_owner_id: rounds.get(claim.periodId)?.organisationId ?? null,
					round_id: rounds.get(claim.periodId)?.roundId ?? null,
					...{ priority: claim.priority, priority_reason: claim.priorityReason, arrived_at: work.now },
				})),
			)
			.onConflict((conflict) =>
				conflict.columns(["organisation_id", "student_id", "period_id"]).doUpdateSet((row) => ({
					withdrawn_at: null,
					priority: row.ref("excluded.priority"),
					priority_reason: row.ref("excluded.priority_reason"),
					round_owner_id: row.ref("excluded.round_owner_id"),
					round_id: row.ref("excluded.round_id"),
					arrived_at: row.ref("excluded.arrived_at"),
					version: sql<number>`placement.claim.version + 1`,
				})),
			)
			.execute();
}

/** The round each of these periods is in, the latest of those not closed. */
async function listRoundsOf(
	work: Work,
	periodIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly organisationId: string; readonly roundId: string }>> {
	const { rows } = await sql<{ periodId: string; organisationId: string; roundId: string }>`
		select rp.period_id "periodId", rp.organisation_id "organisationId", rp.round_id "roundId"
		from placement.round_period rp
		join placement.round r on r.organisation_id = rp.organisation_id and r.id = rp.round_id and r.state <> 'closed'
		where rp.period_id = any(${[...new Set(periodIds)]}::uuid[]) order by r.created_at`.execute(work.db);
	return new Map(rows.map(({ periodId, ...row }) => [periodId, row]));
}

export async function updateClaim(
	work: Work,
	{ organisationId, id, version }: { organisationId: string; id: string; version: number },
	set: { readonly priority: number; readonly priorityReason: string | null; readonly together: string | null },
): Promise<boolean> {
	const { numUpdatedRows } = await work.db
		.updateTable("placement.claim")
		.set({
			...{ priority: set.priority, priority_reason: set.priorityReason, together: set.together },
			version: version + 1,
		})
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.where("version", "=", version)
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}

/** Ties another claim to the same word. */
export async function updateTogether(
	work: Work,
	organisationId: string,
	ids: readonly string[],
	together: string | null,
): Promise<void> {
	if (ids.length === 0) return;
	await work.db
		.updateTable("placement.claim")
		.set({ together, version: sql<number>`version + 1` })
		.where("organisation_id", "=", organisationId)
		.where("id", "in", [...ids])
		.execute();
}

/** Withdraws claims; those who were to go together with one left alone go alone. */
export async function withdrawClaims(work: Work, organisationId: string, ids: readonly string[]): Promise<void> {
	if (ids.length === 0) return;
	await work.db
		.updateTable("placement.claim")
		.set({ withdrawn_at: work.now, together: null, version: sql<number>`version + 1` })
		.where("organisation_id", "=", organisationId)
		.where("id", "in", [...ids])
		.execute();
	await sql`update placement.claim k set together = null, version = version + 1
		where organisation_id = ${organisationId} and together is not null and withdrawn_at is null
			and not exists (select from placement.claim o where o.organisation_id = k.organisation_id and o.id <> k.id
				and o.period_id = k.period_id and o.together = k.together and o.withdrawn_at is null)`.execute(work.db);
}

/** Whether a claim has a place somebody counts on. */
export async function isPlaced(work: Work, organisationId: string, claimIds: readonly string[]): Promise<boolean> {
	const { rows } = await sql<{ placed: boolean }>`select exists (select from placement.placement
		where organisation_id = ${organisationId} and claim_id = any(${[...claimIds]}::uuid[])
			and state not in ('cancelled', 'declined')) placed`.execute(work.db);
	return rows[0]?.placed ?? false;
}

/** The account of a student, where there is one. */
export async function findPersonOf(work: Work, organisationId: string, studentId: string): Promise<string | null> {
	const found = await work.db
		.selectFrom("placement.student")
		.select("person_id as personId")
		.where("organisation_id", "=", organisationId)
		.where("id", "=", studentId)
		.executeTakeFirst();
	return found?.personId ?? null;
}

/** The accounts of students, by student; those without one are left out. */
export async function listPersonsOf(
	work: Work,
	organisationId: string,
	studentIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
	const { rows } = await sql<{ id: string; personId: string }>`
		select id, person_id "personId" from placement.student
		where organisation_id = ${organisationId} and id = any(${[...studentIds]}::uuid[]) and person_id is not null`.execute(
		work.db,
	);
	return new Map(rows.map(({ id, personId }) => [id, personId]));
}
