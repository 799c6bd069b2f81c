import { type RawBuilder, sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import { foldName } from "../../../geography/search.ts";
import {
	type Batch,
	type Expectation,
	type Lesson,
	type Measure,
	type Programme,
	type ProgrammeFacts,
	type ProgrammeGoal,
	type ProgrammeState,
	themesIn,
} from "./contract.ts";

export type Key = Pick<Programme, "organisationId" | "id">;

const columns = sql`organisation_id "organisationId", id, title, commissioner, partners, mandate, purpose, themes, admits, priorities,
	money_for "moneyFor", network_id "networkId", no_arena_because "noArenaBecause", first_day "firstDay", last_day "lastDay", state,
	opened_on "openedOn", closed_on "closedOn", closed_because "closedBecause", copied_from "copiedFrom", version`;

/** The programmes an organisation keeps, and those of others that have opened; newest first. */
export async function listProgrammes(work: Work): Promise<readonly Programme[]> {
	const { rows } =
		await sql<Programme>`select ${columns} from development.programme order by first_day desc, id`.execute(work.db);
	return rows;
}

export async function findProgramme(work: Work, id: string): Promise<Programme | undefined> {
	const { rows } = await sql<Programme>`select ${columns} from development.programme where id = ${id}`.execute(work.db);
	return rows[0];
}

function columnsOf(facts: ProgrammeFacts) {
	return {
		...{ title: facts.title, commissioner: facts.commissioner, partners: facts.partners, mandate: facts.mandate },
		...{ purpose: facts.purpose, themes: themesIn(facts.themes), admits: facts.admits, priorities: facts.priorities },
		...{ money_for: facts.moneyFor, network_id: facts.networkId, no_arena_because: facts.noArenaBecause },
		...{ first_day: facts.firstDay, last_day: facts.lastDay, search_name: foldName(facts.title) },
	};
}

export async function insertProgramme(
	work: Work,
	{ organisationId, id }: Key,
	facts: ProgrammeFacts,
	copiedFrom: string | null,
): Promise<void> {
	await work.db
		.insertInto("development.programme")
		.values({ organisation_id: organisationId, id, ...columnsOf(facts), copied_from: copiedFrom })
		.execute();
}

type Turn =
	| { readonly state: ProgrammeState; readonly openedOn: string }
	| { readonly state: "closed"; readonly closedOn: string; readonly closedBecause: string };

function turned(turn: Turn) {
	if ("openedOn" in turn) return { state: turn.state, opened_on: turn.openedOn };
	return { state: turn.state, closed_on: turn.closedOn, closed_because: turn.closedBecause };
}

/** Changes a programme in the version that was looked at, or only counts it up; false where somebody else was first. */
export async function updateProgramme(
	work: Work,
	{ organisationId, id, version }: Key & { readonly version: number },
	change: { readonly facts: ProgrammeFacts } | { readonly turn: Turn } | null = null,
): Promise<boolean> {
	const set = change === null ? {} : "facts" in change ? columnsOf(change.facts) : turned(change.turn);
	const changed = await work.db
		.updateTable("development.programme")
		.set({ ...set, version: version + 1 })
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.where("version", "=", version)
		.executeTakeFirst();
	return changed.numUpdatedRows === 1n;
}

export async function deleteProgramme(work: Work, { organisationId, id, version }: Key & { readonly version: number }) {
	const gone = await work.db
		.deleteFrom("development.programme")
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.where("version", "=", version)
		.executeTakeFirst();
	return gone.numDeletedRows === 1n;
}

async function parts<Row>(
	work: Work,
	{ organisationId, id }: Key,
	what: RawBuilder<unknown>,
	order: RawBuilder<unknown>,
) {
	const { rows } = await sql<Row>`select ${what}
		where organisation_id = ${organisationId} and programme_id = ${id} order by ${order}`.execute(work.db);
	return rows;
}

/** The goals of a programme, in the order they were stated. */
export function listProgrammeGoals(work: Work, key: Key): Promise<readonly ProgrammeGoal[]> {
	return parts(work, key, sql`id, wording, local_example "localExample" from development.programme_goal`, sql`id`);
}

/** Every definition its goals have been measured by. */
export function listMeasures(work: Work, key: Key): Promise<readonly Measure[]> {
	return parts(
		work,
		key,
		sql`goal_id "goalId", id, number, indicator, definition, measured_in "measuredIn", adds, from_day "fromDay"
			from development.programme_measure`,
		sql`goal_id, number`,
	);
}

export function listExpectations(work: Work, key: Key): Promise<readonly Expectation[]> {
	return parts(work, key, sql`id, expects from development.programme_expectation`, sql`id`);
}

/** Batches, the first to begin first. */
export function listBatches(work: Work, key: Key): Promise<readonly Batch[]> {
	return parts(
		work,
		key,
		sql`id, name, apply_by "applyBy", starts_on "startsOn", ends_on "endsOn", places, kept from development.programme_batch`,
		sql`starts_on, id`,
	);
}

/** What was learnt, the latest first. */
export function listLessons(work: Work, key: Key): Promise<readonly Lesson[]> {
	return parts(
		work,
		key,
		sql`id, lesson, source, on_day "onDay", recorded_by "recordedBy" from development.programme_lesson`,
		sql`on_day desc, id desc`,
	);
}

export async function upsertGoal(work: Work, { organisationId, id }: Key, one: ProgrammeGoal): Promise<void> {
	const said = { wording: one.wording, local_example: one.localExample };
	await work.db
		.insertInto("development.programme_goal")
		.values({ organisation_id: organisationId, programme_id: id, id: one.id, ...said })
		.onConflict((conflict) => conflict.columns(["organisation_id", "programme_id", "id"]).doUpdateSet(said))
		.execute();
}

export async function insertMeasure(work: Work, { organisationId, id }: Key, one: Measure): Promise<void> {
	await work.db
		.insertInto("development.programme_measure")
		.values({
			...{ organisation_id: organisationId, programme_id: id, goal_id: one.goalId, id: one.id, number: one.number },
			...{ indicator: one.indicator, definition: one.definition, measured_in: one.measuredIn, adds: one.adds },
			from_day: one.fromDay,
		})
		.execute();
}

/** In a draft nobody has measured by it, and a new definition takes its place. */
export async function deleteMeasures(work: Work, { organisationId, id }: Key, goalId: string): Promise<void> {
	await sql`delete from development.programme_measure
		where organisation_id = ${organisationId} and programme_id = ${id} and goal_id = ${goalId}`.execute(work.db);
}

export async function insertExpectation(work: Work, { organisationId, id }: Key, one: Expectation): Promise<void> {
	await work.db
		.insertInto("development.programme_expectation")
		.values({ organisation_id: organisationId, programme_id: id, id: one.id, expects: one.expects })
		.execute();
}

export async function insertBatch(work: Work, { organisationId, id }: Key, one: Batch): Promise<void> {
	await work.db
		.insertInto("development.programme_batch")
		.values({
			...{ organisation_id: organisationId, programme_id: id, id: one.id, name: one.name, apply_by: one.applyBy },
			...{ starts_on: one.startsOn, ends_on: one.endsOn, places: one.places, kept: one.kept },
		})
		.execute();
}

export async function insertLesson(work: Work, { organisationId, id }: Key, one: Lesson): Promise<void> {
	await work.db
		.insertInto("development.programme_lesson")
		.values({
			...{ organisation_id: organisationId, programme_id: id, id: one.id, lesson: one.lesson, source: one.source },
			...{ on_day: one.onDay, recorded_by: one.recordedBy },
		})
		.execute();
}

/** The parts a programme is made of that can be taken away. */
export type Part = "goal" | "expectation" | "batch" | "lesson";
const tables = {
	goal: "development.programme_goal",
	expectation: "development.programme_expectation",
	batch: "development.programme_batch",
	lesson: "development.programme_lesson",
} as const;

export async function deletePart(
	work: Work,
	{ organisationId, id }: Key,
	part: Part,
	partId: string,
): Promise<boolean> {
	const gone = await work.db
		.deleteFrom(tables[part])
		.where("organisation_id", "=", organisationId)
		.where("programme_id", "=", id)
		.where("id", "=", partId)
		.executeTakeFirst();
	return gone.numDeletedRows === 1n;
}
