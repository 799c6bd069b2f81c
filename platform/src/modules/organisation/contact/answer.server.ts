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
 * Who answers a question on its day, and which step of the ladder gave the answer. An organisation that has ended by then
 * is answered for by what it became, the largest share first. Administrators answer today only: they are whom to write to
 * now, and who they were is for their own organisation.
 */
export async function whoAnswers(work: Work, asked: Question): Promise<Answer> {
	const { asOf: day = work.today } = asked;
	const heir = isId(asked.organisationId) ? (await resolveOrganisation(work, asked.organisationId, day))[0] : undefined;
	const moved = heir !== undefined && heir.id !== asked.organisationId;
	const question = moved ? { ...asked, organisationId: heir.id, unitId: null } : asked;
	const { organisationId, responsibility, unitId = null } = question;
	const known = isId(organisationId) && (unitId === null || isId(unitId));
	const contacts = known ? await listAnswering(work, organisationId, responsibility, day) : [];
	const path = known ? ((await unitPath(work, organisationId, unitId)) ?? []) : [];
	const found = answer(question, path, contacts, [], day);
	if (found.step !== "nobody" || !known || day !== work.today) return found;
	return answer(question, path, contacts, await findAdministrators(work, organisationId), day);
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
	const { asOf: day = work.today } = query;
	const { organisations, total, answered } = await listAsked(work, question.responsibility, query);
	const ids = organisations.map((organisation) => organisation.id);
	const contacts = new Map<string, ContactRow[]>();
	for (const contact of await listAnsweringWhole(work, ids, question.responsibility, day)) {
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
			day,
		);
	const rows = organisations.map((organisation) => ({ organisation, answer: ask(organisation, []) }));
	const unanswered = rows.filter((row) => row.answer.step === "nobody").map((row) => row.organisation.id);
	const administrators = day === work.today ? await listAdministrators(work, unanswered) : noneKnown;
	return {
		total,
		answered,
		rows: rows.map((row) => {
			const last = administrators.get(row.organisation.id);
			return last ? { ...row, answer: ask(row.organisation, last) } : row;
		}),
	};
}

const noneKnown: ReadonlyMap<string, readonly Administrator[]> = new Map();

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
		listReached(work, responsibility, query.asOf ?? work.today),
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

/** The counties of a day, today's unless told, by number and the name people use, in the order of names. */
export function listCounties(
	work: Work,
	day = work.today,
): Promise<readonly { readonly number: string; readonly name: string }[]> {
	return countiesOn(work, { day });
}
