import type { Work } from "../../../database/work.server.ts";
import { isId, type Responsibility } from "../contract.ts";
import { resolveOrganisation } from "../directory/service.server.ts";
import { unitPath } from "../mandate.server.ts";
import { findAdministrators, listAdministrators, listAnswering, listAsked } from "./answer.store.server.ts";
import type { Answer, AskedOrganisation, ContactRow, CountryQuery, Question } from "./contract.ts";
import { type Administrator, answer } from "./ladder.ts";

/**
 * Who answers a question today, and which step of the ladder gave the answer. An organisation that has ended is answered
 * for by what it became, the largest share first.
 */
export async function whoAnswers(work: Work, asked: Question): Promise<Answer> {
	const heir = isId(asked.organisationId) ? (await resolveOrganisation(work, asked.organisationId))[0] : undefined;
	const moved = heir !== undefined && heir.id !== asked.organisationId;
	const question = moved ? { ...asked, organisationId: heir.id, unitId: null } : asked;
	const { organisationId, responsibility, unitId = null } = question;
	const known = isId(organisationId) && (unitId === null || isId(unitId));
	const contacts = known ? await listAnswering(work, [organisationId], responsibility) : [];
	const path = known ? ((await unitPath(work, organisationId, unitId)) ?? []) : [];
	const found = answer(question, path, contacts, [], work.today);
	if (found.step !== "nobody" || !known) return found;
	return answer(question, path, contacts, await findAdministrators(work, organisationId), work.today);
}

export type AnsweredOrganisation = { readonly organisation: AskedOrganisation; readonly answer: Answer };

export type AnsweredCountry = {
	readonly rows: readonly AnsweredOrganisation[];
	readonly total: number;
	/** Organisations where somebody answers for the responsibility itself, on every page. */
	readonly answered: number;
};

/**
 * Who answers for a responsibility in each of many organisations, those where somebody does first. Only the
 * organisations on the page are asked.
 */
export async function whoAnswersWhere(
	work: Work,
	question: { readonly responsibility: Responsibility; readonly profession?: string | null },
	query: CountryQuery,
): Promise<AnsweredCountry> {
	const { organisations, total, answered } = await listAsked(work, question.responsibility, query);
	const ids = organisations.map((organisation) => organisation.id);
	const contacts = new Map<string, ContactRow[]>();
	for (const contact of await listAnswering(work, ids, question.responsibility))
		contacts.set(contact.organisationId, [...(contacts.get(contact.organisationId) ?? []), contact]);
	const ask = (organisation: AskedOrganisation, administrators: readonly Administrator[]) =>
		answer(
			{ ...question, organisationId: organisation.id },
			[],
			contacts.get(organisation.id) ?? [],
			administrators,
			work.today,
		);
	const rows = organisations.map((organisation) => ({ organisation, answer: ask(organisation, []) }));
	const unanswered = rows.filter((row) => row.answer.step === "nobody").map((row) => row.organisation.id);
	const administrators = await listAdministrators(work, unanswered);
	return {
		total,
		answered,
		rows: rows.map((row) => {
			const last = administrators.get(row.organisation.id);
			return last ? { ...row, answer: ask(row.organisation, last) } : row;
		}),
	};
}
