import { whileEditionIsSame } from "../../../database/kept.server.ts";
import type { Work } from "../../../database/work.server.ts";
import { isId, type Responsibility } from "../contract.ts";
import { readDirectoryEdition, whileDirectoryIsSame } from "../directory/edition.server.ts";
import { listOrganisations } from "../directory/list.server.ts";
import { resolveOrganisation } from "../directory/service.server.ts";
import { unitPath } from "../mandate.server.ts";
import {
	findAdministrators,
	hasUnpublished,
	listAdministrators,
	listAnswering,
	listAnsweringWhole,
	listCountiesOn,
	listReached,
	readContactEdition,
} from "./answer.store.server.ts";
import type { Answer, AskedOrganisation, ContactRow, CountryQuery, Question } from "./contract.ts";
import { answer } from "./ladder.ts";

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

type CountryQuestion = { readonly responsibility: Responsibility; readonly profession?: string | null };

/**
 * Who answers for a responsibility in each of many organisations, those where somebody does first. Only the
 * organisations on the page are asked.
 */
export async function whoAnswersWhere(
	work: Work,
	question: CountryQuestion,
	query: CountryQuery,
): Promise<AnsweredCountry> {
	const { asOf: day = work.today } = query;
	const asked = { question, query, day };
	const found = (await isAskedOfAll(work, asked)) ? await pages(work, asked) : await answerByContacts(work, asked);
	const unanswered = found.rows.filter((row) => row.answer.step === "nobody").map((row) => row.organisation.id);
	if (unanswered.length === 0 || day !== work.today) return found;
	const administrators = await listAdministrators(work, unanswered);
	return {
		...found,
		rows: found.rows.map(({ organisation, answer: none }) => {
			const last = administrators.get(organisation.id);
			const asking = { ...question, organisationId: organisation.id };
			return { organisation, answer: last ? answer(asking, [], [], last, day) : none };
		}),
	};
}

type CountryAsked = { readonly question: CountryQuestion; readonly query: CountryQuery; readonly day: string };

/**
 * Whether a page of today has the same answers whoever asks: not where the asker's own organisation has contacts it keeps
 * to itself, nor for one who sees more or less than a person does.
 */
async function isAskedOfAll(work: Work, { question, query, day }: CountryAsked): Promise<boolean> {
	const { actor } = work;
	if (actor.kind !== "person" || query.pageSize === undefined || day !== work.today) return false;
	if (actor.organisationId === null) return true;
	// What is kept is looked up by its edition next: the two questions leave in one packet.
	const [hasOwn] = await Promise.all([
		hasUnpublished(work, actor.organisationId, question.responsibility),
		readEdition(work),
	]);
	return !hasOwn;
}

/** Pages of answers, by published contacts alone, for as long as these and the directory are the same. */
const pages = whileEditionIsSame(readEdition, answerByContacts);

async function readEdition(work: Work): Promise<string> {
	return (await Promise.all([readDirectoryEdition(work), readContactEdition(work)])).join(" ");
}

/** Who answers by the contacts the asker sees; administrators are not asked. */
async function answerByContacts(work: Work, { question, query, day }: CountryAsked): Promise<AnsweredCountry> {
	const { organisations, total, answered } = await listAsked(work, question.responsibility, query);
	const ids = organisations.map((organisation) => organisation.id);
	const contacts = new Map<string, ContactRow[]>();
	for (const contact of await listAnsweringWhole(work, ids, question.responsibility, day)) {
		const known = contacts.get(contact.organisationId);
		if (known) known.push(contact);
		else contacts.set(contact.organisationId, [contact]);
	}
	const rows = organisations.map((organisation) => {
		const asking = { ...question, organisationId: organisation.id };
		return { organisation, answer: answer(asking, [], contacts.get(organisation.id) ?? [], [], day) };
	});
	return { rows, total, answered };
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
