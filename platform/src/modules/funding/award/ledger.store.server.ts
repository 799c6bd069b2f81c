import { sql } from "kysely";
import { newId, type Work } from "../../../database/work.server.ts";
import type { Ask, DecisionFacts, Entry } from "./contract.ts";
import type { Balance, Posting } from "./ledger.ts";
import type { AwardKey } from "./store.server.ts";

const of = ({ organisationId, id }: AwardKey) => sql`organisation_id = ${organisationId} and award_id = ${id}`;

/** What the accounts of an award stand at: also for who gives it, who does not read every entry. */
export async function readBalances(work: Work, { organisationId, id }: AwardKey): Promise<readonly Balance[]> {
	const { rows } = await sql<Balance>`
		select account, line_id "lineId", budget_year "budgetYear", debit, credit from funding.balances(${organisationId}, ${id})
		order by 1, 2, 3`.execute(work.db);
	return rows;
}

/** The same for several awards, by award, in one statement. */
export async function readBalancesOf(
	work: Work,
	keys: readonly AwardKey[],
): Promise<ReadonlyMap<string, readonly Balance[]>> {
	const found = new Map<string, Balance[]>();
	if (keys.length === 0) return found;
	const { rows } = await sql<Balance & { readonly awardId: string }>`
		select a.id "awardId", b.account, b.line_id "lineId", b.budget_year "budgetYear", b.debit, b.credit
		from funding.award a cross join lateral funding.balances(a.organisation_id, a.id) b
		where a.id = any(${keys.map(({ id }) => id)}::uuid[]) order by 1, 2, 3, 4`.execute(work.db);
	for (const { awardId, ...balance } of rows) {
		const some = found.get(awardId) ?? [];
		some.push(balance);
		found.set(awardId, some);
	}
	return found;
}

/** The entries of an award the actor reads, as they were written. */
export async function listEntries(work: Work, key: AwardKey): Promise<readonly Entry[]> {
	const { rows } = await sql<Entry>`
		select e.id, e.kind, e.on_day "onDay", e.text, e.reference, e.document_id "documentId", e.ask_id "askId",
			e.study_id "studyId", e.reverses, r.id "reversedBy", e.detail, e.seen, e.recorded_at "recordedAt",
			e.recorded_by "recordedBy",
			(select jsonb_agg(jsonb_build_object('account', p.account, 'lineId', p.line_id, 'budgetYear', p.budget_year,
				'debit', p.debit, 'credit', p.credit) order by p.sort) from funding.posting p
				where p.organisation_id = e.organisation_id and p.award_id = e.award_id and p.entry_id = e.id) postings
		from funding.entry e
		left join funding.entry r on r.organisation_id = e.organisation_id and r.award_id = e.award_id and r.reverses = e.id
		where e.organisation_id = ${key.organisationId} and e.award_id = ${key.id} order by e.recorded_at, e.id`.execute(
		work.db,
	);
	return rows;
}

export type EntryToWrite = Pick<Entry, "kind" | "onDay" | "text" | "reference" | "seen"> &
	Partial<Pick<Entry, "documentId" | "askId" | "studyId" | "reverses" | "detail">> & { readonly by: string };

export async function insertEntry(
	work: Work,
	key: AwardKey,
	entry: EntryToWrite,
	postings: readonly Posting[],
): Promise<string> {
	const id = newId();
	await work.db
		.insertInto("funding.entry")
		.values({
			...{ organisation_id: key.organisationId, award_id: key.id, id, kind: entry.kind, on_day: entry.onDay },
			...{ text: entry.text, reference: entry.reference, document_id: entry.documentId ?? null },
			...{ ask_id: entry.askId ?? null, study_id: entry.studyId ?? null, reverses: entry.reverses ?? null },
			...{ detail: JSON.stringify(entry.detail ?? {}), seen: entry.seen, recorded_at: work.now, recorded_by: entry.by },
		})
		.execute();
	await work.db
		.insertInto("funding.posting")
		.values(
			postings.map((one, sort) => ({
				...{ organisation_id: key.organisationId, award_id: key.id, entry_id: id, sort, account: one.account },
				...{ line_id: one.lineId, budget_year: one.budgetYear, debit: one.debit, credit: one.credit },
			})),
		)
		.execute();
	return id;
}

/** What has been asked of who gives an award, the oldest first. */
export async function listAsks(work: Work, key: AwardKey): Promise<readonly Ask[]> {
	const { rows } = await sql<Ask>`
		select id, kind, line_id "lineId", to_line_id "toLineId", from_year "fromYear", to_year "toYear", kroner, reason,
			asked_at "askedAt", asked_by "askedBy", decision, answer, reference, decided_on "decidedOn", decided_by "decidedBy"
		from funding.award_ask where ${of(key)} order by asked_at, id`.execute(work.db);
	return rows;
}

type AskToWrite = Pick<Ask, "kind" | "lineId" | "toLineId" | "fromYear" | "toYear" | "kroner" | "reason">;

export async function insertAsk(work: Work, key: AwardKey, ask: AskToWrite, by: string): Promise<string> {
	const id = newId();
	await work.db
		.insertInto("funding.award_ask")
		.values({
			...{ organisation_id: key.organisationId, award_id: key.id, id, kind: ask.kind, line_id: ask.lineId },
			...{ to_line_id: ask.toLineId, from_year: ask.fromYear, to_year: ask.toYear, kroner: ask.kroner },
			...{ reason: ask.reason, asked_at: work.now, asked_by: by },
		})
		.execute();
	return id;
}

/** Writes what was decided of something asked; false where it was decided already. */
export async function decideAsk(
	work: Work,
	key: AwardKey,
	askId: string,
	{ decision, answer, reference, decidedOn }: DecisionFacts,
	by: string,
): Promise<boolean> {
	const { numAffectedRows } = await sql`
		update funding.award_ask set decision = ${decision}, answer = ${answer}, reference = ${reference},
			decided_on = ${decidedOn}, decided_by = ${by}
		where ${of(key)} and id = ${askId} and decision is null`.execute(work.db);
	return numAffectedRows === 1n;
}
