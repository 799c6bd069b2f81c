import type { Work } from "../../../database/work.server.ts";
import { isId, type Responsibility } from "../contract.ts";
import { whileDirectoryIsSame } from "../directory/edition.server.ts";
import { listOrganisations } from "../directory/list.server.ts";
import { resolveOrganisation } from "../directory/service.server.ts";
import { unitPath } from "../mandate.server.ts";
import {
	findAdministrators,
	listAdministrators,
	listAnswering,
	listAnsweringWhole,
	listCountiesOn,
	listReached,
} from "./answer.store.server.ts";
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
	const contacts = known ? await listAnswering(work, organisationId, responsibility) : [];
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
	for (const contact of await listAnsweringWhole(work, ids, question.responsibility)) {
		const known = contacts.get(contact.organisationId);
		if (known) known.push(contact);
		else contacts.set(contact.organisationId, [contact]);
	}
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

/** A page of organisations to answer for. */
type Asked = {
	readonly organisations: readonly AskedOrganisation[];
	readonly total: number;
	readonly answered: number;
};

/**
 * Organisations by whether somebody there answers for a responsibility: first those where somebody does, then those with
 * a general contact, then the rest; within each in the order asked for. The question is the whole organisation's.
 */
async function listAsked(work: Work, responsibility: string, query: CountryQuery): Promise<Asked> {
	const { answered, offset = 0, pageSize, ...narrowing } = query;
	const [{ rows }, reached] = await Promise.all([
		listOrganisations(work, { sort: "name", ...narrowing }),
		listReached(work, responsibility),
	]);
	const [itself, general] = [new Set(reached.itself), new Set(reached.general)];
	const answering = rows.filter(({ id }) => itself.has(id));
	const others = rows.filter(({ id }) => !itself.has(id));
	const shown = [
		...(answered === "no" ? [] : answering),
		...(answered === "yes"
			? []
			: [...others.filter(({ id }) => general.has(id)), ...others.filter(({ id }) => !general.has(id))]),
	];
	const page = shown.slice(offset, pageSize === undefined ? undefined : offset + pageSize);
	return {
		organisations: page.map(({ id, name, countyName }) => ({ id, name, countyName })),
		total: shown.length,
		answered: answering.length,
	};
}

const countiesOn = whileDirectoryIsSame(listCountiesOn);

/** The counties of today, by number and the name people use, in the order of names. */
export function listCounties(work: Work): Promise<readonly { readonly number: string; readonly name: string }[]> {
	return countiesOn(work, { day: work.today });
}
