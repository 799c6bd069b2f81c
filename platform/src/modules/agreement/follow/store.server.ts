import { sql } from "kysely";
import { rowsTogether } from "../../../database/asked-together.server.ts";
import { newId, type Work } from "../../../database/work.server.ts";
import type { Agreement, Commitment } from "../contract.ts";
import type { Result, ResultAnswer, WrittenDelivery } from "./contract.ts";

type Key = Pick<Agreement, "organisationId" | "id">;

export type DeliveryRow = WrittenDelivery & {
	readonly id: string;
	readonly commitmentId: string;
	readonly writtenFor: string;
	readonly writtenBy: string | null;
};

/** What is written down by hand on these commitments, oldest first. */
export async function listDeliveries(work: Work, commitmentIds: readonly string[]): Promise<DeliveryRow[]> {
	if (commitmentIds.length === 0) return [];
	const { rows } =
		await sql<DeliveryRow>`select id, commitment_id "commitmentId", delivered_on "deliveredOn", amount, note,
		written_for "writtenFor", written_by "writtenBy" from agreement.delivery
		where commitment_id = any(${[...commitmentIds]}::uuid[]) order by delivered_on, id`.execute(work.db);
	return rows;
}

export async function insertDelivery(
	work: Work,
	{ organisationId, id }: Key,
	one: WrittenDelivery & {
		readonly commitmentId: string;
		readonly writtenFor: string;
		readonly writtenBy: string | null;
	},
	readers: readonly string[],
): Promise<string> {
	const deliveryId = newId();
	await work.db
		.insertInto("agreement.delivery")
		.values({
			...{ organisation_id: organisationId, agreement_id: id, id: deliveryId, commitment_id: one.commitmentId },
			...{ delivered_on: one.deliveredOn, amount: one.amount, note: one.note, written_for: one.writtenFor },
			...{ written_by: one.writtenBy, written_at: work.now, readers: [...readers] },
		})
		.execute();
	return deliveryId;
}

/** Removes what an organisation itself wrote down; what was removed, or nothing. */
export async function deleteDelivery(
	work: Work,
	{ organisationId, id }: Key,
	deliveryId: string,
	writtenFor: string,
): Promise<{ readonly amount: number; readonly deliveredOn: string } | undefined> {
	return work.db
		.deleteFrom("agreement.delivery")
		.where("organisation_id", "=", organisationId)
		.where("agreement_id", "=", id)
		.where("id", "=", deliveryId)
		.where("written_for", "=", writtenFor)
		.returning(["amount", "delivered_on as deliveredOn"])
		.executeTakeFirst();
}

export type CommitmentRow = Pick<
	Commitment,
	| "id"
	| "partyId"
	| "what"
	| "measure"
	| "amount"
	| "per"
	| "profession"
	| "yearOfStudy"
	| "unitName"
	| "unitId"
	| "firstDay"
	| "lastDay"
> & {
	readonly agreementId: string;
	readonly agreementTitle: string;
	readonly agreementFirstDay: string | null;
	readonly agreementLastDay: string | null;
	readonly agreementEndedOn: string | null;
	readonly theme: string;
	readonly themeName: string | null;
	readonly partyIds: readonly string[];
};

/** The commitments of all agreements an organisation is in that hold today, or have ended within the last year. */
export async function listCommitments(work: Work, organisationId: string): Promise<CommitmentRow[]> {
	const rows = await rowsTogether(
		work,
		sql<CommitmentRow>`
		select c.id, c.party_id "partyId", c.what, c.measure, c.amount, c.per, c.profession, c.year_of_study "yearOfStudy",
			c.unit_name "unitName", c.unit_id "unitId", c.first_day "firstDay", c.last_day "lastDay", a.id "agreementId", a.title "agreementTitle",
			a.first_day "agreementFirstDay", a.last_day "agreementLastDay", a.ended_on "agreementEndedOn",
			t.theme, t.name "themeName",
			array(select p.party_id from agreement.party p
				where p.organisation_id = a.organisation_id and p.agreement_id = a.id order by p.party_id) "partyIds"
		from agreement.agreement a
		join agreement.commitment c on c.organisation_id = a.organisation_id and c.agreement_id = a.id
		join agreement.theme t on t.organisation_id = c.organisation_id and t.agreement_id = c.agreement_id and t.id = c.theme_id
		where a.readers @> array[${organisationId}::uuid] and a.state = 'signed' and a.first_day <= ${work.today}
			and coalesce(least(a.last_day, a.ended_on), 'infinity') >= ${work.today}::date - 365
		order by a.title collate house.norwegian, a.id, t.sort, c.sort, c.id`,
	);
	return rows;
}

export async function listResults(work: Work, { organisationId, id }: Key): Promise<Result[]> {
	const { rows } = await sql<Result>`select year, party_id "partyId", answers, comment, answered_at "answeredAt",
		answered_by "answeredBy", version from agreement.result
		where organisation_id = ${organisationId} and agreement_id = ${id} order by year, party_id`.execute(work.db);
	return rows;
}

/** Writes what a party says of a year, over what it said before. */
export async function writeResult(
	work: Work,
	{ organisationId, id }: Key,
	one: {
		readonly year: number;
		readonly partyId: string;
		readonly answeredBy: string | null;
		readonly answer: ResultAnswer;
	},
	readers: readonly string[],
): Promise<void> {
	const { comment, ...answers } = one.answer;
	const values = {
		...{ answers: JSON.stringify(answers), comment, answered_at: work.now, answered_by: one.answeredBy },
	};
	await work.db
		.insertInto("agreement.result")
		.values({
			...{ organisation_id: organisationId, agreement_id: id, year: one.year, party_id: one.partyId },
			...{ ...values, readers: [...readers] },
		})
		.onConflict((conflict) =>
			conflict
				.columns(["organisation_id", "agreement_id", "year", "party_id"])
				.doUpdateSet({ ...values, version: sql<number>`result.version + 1` }),
		)
		.execute();
}
