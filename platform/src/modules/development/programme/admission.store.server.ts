import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { Admission, AdmissionFacts, Answer, Programme } from "./contract.ts";

type Key = Pick<Admission, "organisationId" | "id">;

const columns = sql`organisation_id "organisationId", id, programme_organisation_id "programmeOrganisationId", programme_id "programmeId",
	batch_id "batchId", need, gain, builds_on "buildsOn", is_first "isFirst", leader_name "leaderName", leader_email "leaderEmail",
	leader_share "leaderShare", state, sent_at "sentAt", sent_by "sentBy", decided_on "decidedOn", decided_by "decidedBy", because,
	admitted_on "admittedOn", withdrawn_on "withdrawnOn", withdrawn_because "withdrawnBecause", version`;

/** Applications to a programme, as far as the actor reads them, in the order they were sent; drafts of the actor's own last. */
export async function listAdmissions(
	work: Work,
	{ organisationId, id }: Pick<Programme, "organisationId" | "id">,
): Promise<readonly Admission[]> {
	const { rows } = await sql<Admission>`
		select ${columns} from development.admission
		where programme_organisation_id = ${organisationId} and programme_id = ${id} order by sent_at, id`.execute(work.db);
	return rows;
}

/** What an organisation has applied to, whatever came of it. */
export async function listOwnAdmissions(
	work: Work,
	organisationId: string,
): Promise<readonly (Admission & { readonly title: string })[]> {
	const { rows } = await sql<Admission & { title: string }>`
		select ${columns}, title from development.admission where organisation_id = ${organisationId} order by id`.execute(
		work.db,
	);
	return rows;
}

export async function findAdmission(work: Work, id: string): Promise<Admission | undefined> {
	const { rows } = await sql<Admission>`select ${columns} from development.admission where id = ${id}`.execute(work.db);
	return rows[0];
}

function columnsOf(facts: AdmissionFacts) {
	return {
		...{ batch_id: facts.batchId, need: facts.need, gain: facts.gain, builds_on: facts.buildsOn },
		...{ is_first: facts.isFirst, leader_name: facts.leaderName, leader_email: facts.leaderEmail },
		leader_share: facts.leaderShare,
	};
}

export async function insertAdmission(
	work: Work,
	{ organisationId, id }: Key,
	programme: Pick<Programme, "organisationId" | "id" | "title">,
	facts: AdmissionFacts,
): Promise<void> {
	await work.db
		.insertInto("development.admission")
		.values({
			...{ organisation_id: organisationId, id, programme_organisation_id: programme.organisationId },
			...{ programme_id: programme.id, title: programme.title, ...columnsOf(facts) },
		})
		.execute();
}

/** What may change of an application beside what it says. */
export type Step = Partial<
	Pick<
		Admission,
		| "state"
		| "sentAt"
		| "sentBy"
		| "decidedOn"
		| "decidedBy"
		| "because"
		| "admittedOn"
		| "withdrawnOn"
		| "withdrawnBecause"
	>
>;

function stepped(step: Step) {
	const { state, sentAt, sentBy, decidedOn, decidedBy, because, admittedOn, withdrawnOn, withdrawnBecause } = step;
	return {
		...(state === undefined ? {} : { state }),
		...(sentAt === undefined ? {} : { sent_at: sentAt, sent_by: sentBy ?? "" }),
		...(decidedOn === undefined ? {} : { decided_on: decidedOn, decided_by: decidedBy ?? "", because: because ?? "" }),
		...(admittedOn === undefined ? {} : { admitted_on: admittedOn }),
		...(withdrawnOn === undefined ? {} : { withdrawn_on: withdrawnOn, withdrawn_because: withdrawnBecause ?? "" }),
	};
}

/** Changes an application in the version that was looked at; false where somebody else was first. */
export async function updateAdmission(
	work: Work,
	{ organisationId, id, version }: Key & { readonly version: number },
	change: { readonly facts?: AdmissionFacts; readonly step?: Step },
): Promise<boolean> {
	const changed = await work.db
		.updateTable("development.admission")
		.set({
			...(change.facts ? columnsOf(change.facts) : {}),
			...(change.step ? stepped(change.step) : {}),
			version: version + 1,
		})
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.where("version", "=", version)
		.executeTakeFirst();
	return changed.numUpdatedRows === 1n;
}

export async function deleteAdmission(work: Work, { organisationId, id }: Key): Promise<boolean> {
	const gone = await work.db
		.deleteFrom("development.admission")
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.executeTakeFirst();
	return gone.numDeletedRows === 1n;
}

export type KeptAnswer = Answer & { readonly expects: string };

/** What an application says to each thing that was expected, as it was worded then. */
export async function listAnswers(work: Work, { organisationId, id }: Key): Promise<readonly KeptAnswer[]> {
	const { rows } = await sql<KeptAnswer>`
		select expectation_id "expectationId", expects, accepted, because from development.admission_answer
		where organisation_id = ${organisationId} and admission_id = ${id} order by expectation_id`.execute(work.db);
	return rows;
}

/** The answers of an application that is not sent, instead of those before. */
export async function replaceAnswers(work: Work, { organisationId, id }: Key, answers: readonly KeptAnswer[]) {
	await sql`delete from development.admission_answer
		where organisation_id = ${organisationId} and admission_id = ${id}`.execute(work.db);
	if (answers.length === 0) return;
	await work.db
		.insertInto("development.admission_answer")
		.values(
			answers.map((one) => ({
				...{ organisation_id: organisationId, admission_id: id, expectation_id: one.expectationId },
				...{ expects: one.expects, accepted: one.accepted, because: one.because },
			})),
		)
		.execute();
}

/** Who was asked to apply, as far as the actor reads it. */
export async function listInvitations(
	work: Work,
	{ organisationId, id }: Pick<Programme, "organisationId" | "id">,
): Promise<readonly { readonly partyId: string; readonly invitedOn: string }[]> {
	const { rows } = await sql<{ partyId: string; invitedOn: string }>`
		select party_id "partyId", invited_on "invitedOn" from development.programme_invitation
		where organisation_id = ${organisationId} and programme_id = ${id} order by invited_on, party_id`.execute(work.db);
	return rows;
}

/** False where it was asked before. */
export async function insertInvitation(
	work: Work,
	{ organisationId, id }: Pick<Programme, "organisationId" | "id">,
	partyId: string,
	by: string,
): Promise<boolean> {
	const { rows } = await sql`
		insert into development.programme_invitation (organisation_id, programme_id, party_id, invited_on, invited_by)
		values (${organisationId}, ${id}, ${partyId}, ${work.today}, ${by}) on conflict do nothing returning party_id`.execute(
		work.db,
	);
	return rows.length > 0;
}

/** A goal of a project in a programme, or a project without one; whose it is, is null for others who take part. */
export type ResultRow = {
	readonly organisationId: string | null;
	readonly admissionId: string | null;
	readonly projectId: string;
	readonly takesPart: boolean;
	readonly title: string | null;
	readonly state: string;
	readonly outcome: string | null;
	readonly goalId: string | null;
	readonly servesId: string | null;
	readonly measuredAsId: string | null;
	readonly wording: string | null;
	readonly definition: string | null;
	readonly measuredIn: string | null;
	readonly baseline: number | null;
	readonly value: number | null;
};

export async function listResults(
	work: Work,
	{ organisationId, id }: Pick<Programme, "organisationId" | "id">,
): Promise<readonly ResultRow[]> {
	const { rows } = await sql<ResultRow>`
		select organisation_id "organisationId", admission_id "admissionId", project_id "projectId", takes_part "takesPart", title, state,
			outcome, goal_id "goalId", serves_id "servesId", measured_as_id "measuredAsId", wording, definition,
			measured_in "measuredIn", baseline, value
		from development.programme_results(${organisationId}, ${id})`.execute(work.db);
	return rows;
}
