import { sql } from "kysely";
import { rowsTogether } from "../../../database/asked-together.server.ts";
import type { Work } from "../../../database/work.server.ts";
import { foldName } from "../../../geography/search.ts";
import type { Ask, AskAnswer, AskFacts, AskReturn, Research, ResearchFacts, ResearchReturn } from "./contract.ts";

export type Key = Pick<Research, "organisationId" | "id">;

const columns = sql`organisation_id "organisationId", id, title, question, use_for "useFor", kind, worked_out "workedOut", partners,
	funding, funding_source "fundingSource", leader_name "leaderName", leader_email "leaderEmail", first_day "firstDay",
	last_day "lastDay", result, result_where "resultWhere", returned_on "returnedOn", ended_on "endedOn",
	ended_because "endedBecause", version`;

const askColumns = sql`organisation_id "organisationId", research_id "researchId", id, party_id "partyId", need_id "needId",
	why_you "whyYou", hours, data, access, answer_by "answerBy", asked_on "askedOn", asked_by "askedBy", answer,
	no_because "noBecause", answer_words "answerWords", hours_given "hoursGiven", answered_on "answeredOn",
	answered_by "answeredBy", return_said "returnSaid", return_words "returnWords", return_on "returnOn",
	withdrawn_on "withdrawnOn", version`;

/** What the organisation acted for proposes or is asked to take part in, by title. */
export async function listResearch(work: Work): Promise<readonly Research[]> {
	const { rows } = await sql<Research>`
		select ${columns} from development.research order by title collate house.norwegian, id`.execute(work.db);
	return rows;
}

export async function findResearch(work: Work, id: string): Promise<Research | undefined> {
	const { rows } = await sql<Research>`select ${columns} from development.research where id = ${id}`.execute(work.db);
	return rows[0];
}

/** What the asker may read of what was asked, the latest first: of one piece of research, or of all (null). */
export async function listAsks(work: Work, researchId: string | null): Promise<readonly Ask[]> {
	const narrowed = researchId === null ? sql`` : sql`where research_id = ${researchId}`;
	const { rows } = await sql<Ask>`
		select ${askColumns} from development.research_ask ${narrowed} order by asked_on desc, id desc`.execute(work.db);
	return rows;
}

/** What the organisation is asked and has not answered, and what it took part in that has come back without a word from it. */
export function listUnanswered(work: Work, organisationId: string) {
	return rowsTogether<{
		readonly researchId: string;
		readonly id: string;
		readonly title: string;
		readonly answerBy: string | null;
	}>(
		work,
		sql`select a.research_id "researchId", a.id, r.title, case when a.answer is null then a.answer_by end "answerBy"
			from development.research_ask a join development.research r on r.organisation_id = a.organisation_id and r.id = a.research_id
			where a.party_id = ${organisationId} and a.withdrawn_on is null and r.ended_on is null
				and (a.answer is null or (a.answer <> 'no' and a.return_said is null and r.returned_on is not null))
			order by a.answer_by, a.id`,
	);
}

function columnsOf(facts: ResearchFacts) {
	return {
		...{ title: facts.title, question: facts.question, use_for: facts.useFor, kind: facts.kind },
		...{ worked_out: facts.workedOut, partners: facts.partners, funding: facts.funding },
		...{ funding_source: facts.fundingSource, leader_name: facts.leaderName, leader_email: facts.leaderEmail },
		...{ first_day: facts.firstDay, last_day: facts.lastDay, search_name: foldName(facts.title) },
	};
}

export async function insertResearch(work: Work, { organisationId, id }: Key, facts: ResearchFacts): Promise<void> {
	await work.db
		.insertInto("development.research")
		.values({ organisation_id: organisationId, id, readers: [organisationId], ...columnsOf(facts) })
		.execute();
}

type Change =
	| { readonly facts: ResearchFacts }
	| { readonly returned: Omit<ResearchReturn, "version"> & { readonly returnedOn: string } }
	| { readonly ended: { readonly on: string | null; readonly because: string } }
	| { readonly readers: readonly string[] };

function changed(change: Change) {
	if ("facts" in change) return columnsOf(change.facts);
	if ("readers" in change) return { readers: [...change.readers] };
	if ("ended" in change) return { ended_on: change.ended.on, ended_because: change.ended.because };
	const { result, resultWhere, returnedOn } = change.returned;
	return { result, result_where: resultWhere, returned_on: returnedOn };
}

/** Changes research in the version that was looked at; false where somebody else was first. */
export async function updateResearch(
	work: Work,
	{ organisationId, id, version }: Key & { readonly version: number },
	change: Change,
): Promise<boolean> {
	const done = await work.db
		.updateTable("development.research")
		.set({ ...changed(change), version: version + 1 })
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.where("version", "=", version)
		.executeTakeFirst();
	return done.numUpdatedRows === 1n;
}

export async function deleteResearch(work: Work, key: Key & { readonly version: number }): Promise<boolean> {
	const done = await work.db
		.deleteFrom("development.research")
		.where("organisation_id", "=", key.organisationId)
		.where("id", "=", key.id)
		.where("version", "=", key.version)
		.executeTakeFirst();
	return done.numDeletedRows === 1n;
}

export async function insertAsk(work: Work, key: Key, ask: AskFacts & Pick<Ask, "id" | "askedBy">): Promise<void> {
	await work.db
		.insertInto("development.research_ask")
		.values({
			...{ organisation_id: key.organisationId, research_id: key.id, id: ask.id, party_id: ask.partyId },
			...{ need_id: ask.needId, why_you: ask.whyYou, hours: ask.hours, data: ask.data, access: ask.access },
			...{ answer_by: ask.answerBy, asked_on: work.today, asked_by: ask.askedBy },
			readers: [key.organisationId, ask.partyId],
		})
		.execute();
}

type AskChange =
	| { readonly answer: AskAnswer; readonly by: string }
	| { readonly returned: AskReturn }
	| "withdrawn"
	| "answer-undone";

function askChanged(work: Work, change: AskChange) {
	if (change === "withdrawn") return { withdrawn_on: work.today };
	if (change === "answer-undone")
		return { answer: null, no_because: null, answer_words: "", hours_given: null, answered_on: null, answered_by: "" };
	if ("returned" in change) {
		const { returnSaid, returnWords } = change.returned;
		return { return_said: returnSaid, return_words: returnWords, return_on: work.today };
	}
	const { answer, noBecause, answerWords, hoursGiven } = change.answer;
	return {
		...{ answer, no_because: noBecause, answer_words: answerWords, hours_given: hoursGiven },
		...{ answered_on: work.today, answered_by: change.by },
	};
}

/** Changes what one is asked in the version that was looked at; false where somebody else was first. */
export async function updateAsk(
	work: Work,
	{ organisationId, researchId, id, version }: Pick<Ask, "organisationId" | "researchId" | "id" | "version">,
	change: AskChange,
): Promise<boolean> {
	const done = await work.db
		.updateTable("development.research_ask")
		.set({ ...askChanged(work, change), version: version + 1 })
		.where("organisation_id", "=", organisationId)
		.where("research_id", "=", researchId)
		.where("id", "=", id)
		.where("version", "=", version)
		.executeTakeFirst();
	return done.numUpdatedRows === 1n;
}

/** How often each organisation has been asked since a day, by anybody, and for how many hours in all. */
export async function readAskedLoad(work: Work, since: string) {
	const { rows } = await sql<{ readonly partyId: string; readonly asks: number; readonly hours: number }>`
		select party_id "partyId", asks, hours from development.asked_load(${since})`.execute(work.db);
	return new Map(rows.map((row) => [row.partyId, row]));
}
