import { sql } from "kysely";
import type { Json } from "../../../database/schema.gen.ts";
import type { Work } from "../../../database/work.server.ts";
import type { Kept } from "./contract.ts";

/** A move by hand in a run's plan that has not been undone. */
export type Move = {
	readonly number: number;
	readonly claim: string;
	readonly from: string | null;
	readonly to: string | null;
	readonly byName: string | null;
	readonly at: Date;
	/** The move it was made along with, to make room; null where it was the one somebody wanted. */
	readonly along: number | null;
	/** Why, in the words of whoever moved; the student may read it. */
	readonly reason: string | null;
};

/** Moves in the order made; of one claim the last one holds. */
export async function listMoves(work: Work, run: Kept): Promise<Move[]> {
	const { rows } = await sql<Move>`
		select number, claim_id claim, from_offer_id "from", to_offer_id "to", moved_by_name "byName", moved_at "at",
			(detail->>'along')::int along, detail->>'reason' reason
		from placement.move where organisation_id = ${run.organisationId} and run_id = ${run.id} and undone_at is null
		order by number`.execute(work.db);
	return rows;
}

/** How a published placement came to be where it is, as far as hands had to do with it. */
type PlacedByHand = {
	/** The offer the student has. */
	readonly offer: string;
	/** The last move to it, if any. */
	readonly reason: string | null;
	readonly along: boolean;
	/** How many moves by hand the plan had when it was published. */
	readonly moves: number;
};

export async function findPlacedByHand(work: Work, placementId: string): Promise<PlacedByHand | undefined> {
	const { rows } = await sql<PlacedByHand>`
		select p.offer_id offer, m.reason, coalesce(m.along, false) along, (
			select count(*)::int from placement.move v
			join placement.publication b on b.organisation_id = v.organisation_id and b.round_id = p.round_id and b.number = p.publication
			where v.organisation_id = p.round_owner_id and v.run_id = p.run_id and v.detail->>'along' is null
				and v.moved_at <= b.published_at and (v.undone_at is null or v.undone_at > b.published_at)) moves
		from placement.placement p
		left join lateral (
			select v.detail->>'reason' reason, v.detail->>'along' is not null along from placement.move v
			where v.organisation_id = p.round_owner_id and v.run_id = p.run_id and v.claim_id = p.claim_id
				and v.to_offer_id = p.offer_id
			order by v.undone_at is null desc, v.number desc limit 1) m on true
		where p.id = ${placementId}`.execute(work.db);
	return rows[0];
}

/** How many moves a run has ever had: what a form looked at, so that two coordinators never overwrite each other. */
export async function countMoves(work: Work, run: Kept): Promise<number> {
	const { rows } = await sql<{ count: number }>`select coalesce(max(number), 0)::int + count(undone_at)::int count
		from placement.move where organisation_id = ${run.organisationId} and run_id = ${run.id}`.execute(work.db);
	return rows[0]?.count ?? 0;
}

export async function insertMove(
	work: Work,
	run: Kept,
	move: Pick<Move, "claim" | "from" | "to" | "byName"> & {
		readonly claimOrganisationId: string;
		readonly personId: string | null;
		readonly detail: { readonly [key: string]: Json };
	},
): Promise<number> {
	const { rows } = await sql<{
		number: number;
	}>`insert into placement.move (organisation_id, run_id, number, claim_organisation_id, claim_id, from_offer_id, to_offer_id,
			detail, moved_by, moved_by_name, moved_at)
		select ${run.organisationId}, ${run.id}, coalesce(max(number), 0) + 1, ${move.claimOrganisationId}, ${move.claim}, ${move.from},
			${move.to}, ${JSON.stringify(move.detail)}::jsonb, ${move.personId}, ${move.byName}, ${work.now}
		from placement.move where organisation_id = ${run.organisationId} and run_id = ${run.id}
		returning number`.execute(work.db);
	return rows[0]?.number ?? 0;
}

/** Undoes a move and all that were made along with it, whichever of them is named. */
export async function undoMove(work: Work, run: Kept, number: number): Promise<boolean> {
	const { numAffectedRows } = await sql`
		update placement.move m set undone_at = ${work.now}
		from placement.move named
		where named.organisation_id = ${run.organisationId} and named.run_id = ${run.id} and named.number = ${number}
			and named.undone_at is null and m.organisation_id = named.organisation_id and m.run_id = named.run_id
			and m.undone_at is null
			and coalesce((m.detail->>'along')::int, m.number) = coalesce((named.detail->>'along')::int, named.number)
	`.execute(work.db);
	return (numAffectedRows ?? 0n) > 0n;
}

/** Whose claim it is, and whose offer: a lock and a move name both. */
export async function findKeepers(
	work: Work,
	claimId: string,
	offerId: string | null,
): Promise<{ claimOrganisationId: string; offerOrganisationId: string | null } | undefined> {
	const { rows } = await sql<{ claimOrganisationId: string; offerOrganisationId: string | null }>`
		select c.organisation_id "claimOrganisationId",
			(select o.organisation_id from placement.offer o where o.id = ${offerId}::uuid) "offerOrganisationId"
		from placement.claim c where c.id = ${claimId}`.execute(work.db);
	return rows[0];
}

export async function insertLock(
	work: Work,
	round: Kept,
	lock: {
		readonly claim: string;
		readonly claimOrganisationId: string;
		readonly offer: string;
		readonly offerOrganisationId: string;
		readonly personId: string | null;
	},
): Promise<void> {
	await work.db
		.insertInto("placement.lock")
		.values({
			organisation_id: round.organisationId,
			round_id: round.id,
			claim_organisation_id: lock.claimOrganisationId,
			claim_id: lock.claim,
			offer_organisation_id: lock.offerOrganisationId,
			offer_id: lock.offer,
			locked_by: lock.personId,
			locked_at: work.now,
		})
		.onConflict((conflict) =>
			conflict.columns(["organisation_id", "round_id", "claim_organisation_id", "claim_id"]).doUpdateSet({
				offer_organisation_id: lock.offerOrganisationId,
				offer_id: lock.offer,
				locked_by: lock.personId,
				locked_at: work.now,
			}),
		)
		.execute();
}

export async function deleteLock(work: Work, round: Kept, claimId: string): Promise<boolean> {
	const result = await work.db
		.deleteFrom("placement.lock")
		.where("organisation_id", "=", round.organisationId)
		.where("round_id", "=", round.id)
		.where("claim_id", "=", claimId)
		.executeTakeFirst();
	return result.numDeletedRows > 0n;
}

/** Claims of a round that are held somewhere. */
export async function listLocked(work: Work, round: Kept): Promise<string[]> {
	const rows = await work.db
		.selectFrom("placement.lock")
		.select("claim_id as claim")
		.where("organisation_id", "=", round.organisationId)
		.where("round_id", "=", round.id)
		.execute();
	return rows.map(({ claim }) => claim);
}
