import { sql } from "kysely";
import { rowsTogether } from "../../../database/asked-together.server.ts";
import type { Work } from "../../../database/work.server.ts";
import type { Agreement } from "../contract.ts";
import type { Proposal } from "./contract.ts";

type Key = Pick<Agreement, "organisationId" | "id">;

/** What is proposed to be shown of an agreement; undefined where nothing is. */
export async function findProposal(work: Work, { organisationId, id }: Key): Promise<Proposal | undefined> {
	const row = await work.db
		.selectFrom("agreement.publication_proposal")
		.select(["audience", "whole_text as wholeText", "proposed_for as proposedFor", "proposed_by as proposedBy"])
		.select(["proposed_on as proposedOn", "answer_by as answerBy", "agreed_ids as agreedIds", "asked_ids as askedIds"])
		.where("organisation_id", "=", organisationId)
		.where("agreement_id", "=", id)
		.executeTakeFirst();
	return row && { ...row, audience: row.audience === "everybody" ? "everybody" : "signed-in" };
}

/** Writes a proposal, instead of the one that was there. */
export async function writeProposal(work: Work, { organisationId, id }: Key, one: Proposal): Promise<void> {
	await deleteProposal(work, { organisationId, id });
	await work.db
		.insertInto("agreement.publication_proposal")
		.values({
			...{ organisation_id: organisationId, agreement_id: id, audience: one.audience, whole_text: one.wholeText },
			...{ proposed_for: one.proposedFor, proposed_by: one.proposedBy, proposed_on: one.proposedOn },
			...{ answer_by: one.answerBy, agreed_ids: [...one.agreedIds], asked_ids: [...one.askedIds] },
		})
		.execute();
}

export async function deleteProposal(work: Work, { organisationId, id }: Key): Promise<void> {
	await work.db
		.deleteFrom("agreement.publication_proposal")
		.where("organisation_id", "=", organisationId)
		.where("agreement_id", "=", id)
		.execute();
}

/** Agreements with a proposal whose day to object by has gone. */
export async function listDue(work: Work): Promise<readonly Key[]> {
	return work.db
		.selectFrom("agreement.publication_proposal")
		.select(["organisation_id as organisationId", "agreement_id as id"])
		.where("answer_by", "<", work.today)
		.orderBy("agreement_id")
		.execute();
}

/** Agreements somebody proposes to show and an organisation, a party that signs, has not answered about. */
export async function listToAnswer(work: Work, partyId: string): Promise<readonly { id: string; title: string }[]> {
	return rowsTogether(
		work,
		sql<{ id: string; title: string }>`
		select a.id, a.title from agreement.publication_proposal p
		join agreement.agreement a on a.organisation_id = p.organisation_id and a.id = p.agreement_id
		join agreement.party y on y.organisation_id = p.organisation_id and y.agreement_id = p.agreement_id
		where y.party_id = ${partyId} and y.signs and not ${partyId} = any(p.agreed_ids)
		order by p.proposed_on, a.id`,
	);
}
