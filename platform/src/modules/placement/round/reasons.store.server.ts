import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { Kept } from "./contract.ts";
import type { Answer } from "./opened/answers.ts";

/** What a run answers when it is asked why a claim has an offer. */
export type Reasons = Answer<"why">;

/** A claim of a run and the offer it was published with. */
export type Placed = { readonly claim: string; readonly offer: string };

/** What was worked out beforehand of a claim, as long as it has the offer it had then. */
export async function findReasons(work: Work, run: Kept, { claim, offer }: Placed): Promise<Reasons | undefined> {
	const { rows } = await sql<{ told: Reasons }>`select told from placement.reasons
		where organisation_id = ${run.organisationId} and run_id = ${run.id} and claim_id = ${claim} and offer_id = ${offer}`.execute(
		work.db,
	);
	return rows[0]?.told;
}

/** Those published from a run that nothing is worked out of: first those who did not get their first wish, since they ask. */
export async function listUntold(work: Work, run: Kept & { readonly roundId: string }): Promise<Placed[]> {
	const { rows } = await sql<Placed>`select p.claim_id claim, p.offer_id offer from placement.placement p
		where p.round_owner_id = ${run.organisationId} and p.round_id = ${run.roundId} and p.run_id = ${run.id}
			and p.state not in ('cancelled', 'declined') and not exists (select from placement.reasons r
				where r.organisation_id = p.round_owner_id and r.run_id = p.run_id and r.claim_id = p.claim_id and r.offer_id = p.offer_id)
		order by p.rank is not distinct from 1, p.claim_id`.execute(work.db);
	return rows;
}

export async function keepReasons(
	work: Work,
	run: Kept,
	rows: readonly (Placed & { readonly told: Reasons })[],
): Promise<void> {
	await work.db
		.insertInto("placement.reasons")
		.values(
			rows.map(({ claim, offer, told }) => ({
				...{ organisation_id: run.organisationId, run_id: run.id, claim_id: claim, offer_id: offer },
				...{ told: JSON.stringify(told), made_at: work.now },
			})),
		)
		.onConflict((conflict) =>
			conflict.columns(["organisation_id", "run_id", "claim_id"]).doUpdateSet((row) => ({
				...{ offer_id: row.ref("excluded.offer_id"), told: row.ref("excluded.told") },
				made_at: row.ref("excluded.made_at"),
			})),
		)
		.execute();
}
