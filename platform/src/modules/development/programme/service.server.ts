import { newId, type Work } from "../../../database/work.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import { mandateOf, nameOrganisations } from "../../organisation/service.server.ts";
import { listNetworks } from "../network/store.server.ts";
import { repeats } from "../project/rules.ts";
import { nameOf } from "../project/service.server.ts";
import { mayEnter } from "../rules.ts";
import { listAdmissions, listOwnAdmissions } from "./admission.store.server.ts";
import type {
	Admission,
	BatchFacts,
	LessonFacts,
	MeasureFacts,
	Programme,
	ProgrammeEnd,
	ProgrammeFacts,
	ProgrammeGoalFacts,
	ProgrammeRefusal,
} from "./contract.ts";
import { notedProgramme, type OpenedProgramme, toKeepProgramme } from "./open.server.ts";
import { mayKeepProgrammes, measureOf, refuseBatch, refuseClosing, refuseMeasure, refuseProgramme } from "./rules.ts";
import * as store from "./store.server.ts";

type Done<Value = undefined> = Promise<Outcome<Value, ProgrammeRefusal>>;

/** A programme in a list, with what the organisation acted for has to do with it. */
export type ListedProgramme = Programme & {
	readonly keeperName: string;
	readonly isOwn: boolean;
	/** The application of the organisation acted for, the latest; null: it has not applied. */
	readonly own: Pick<Admission, "id" | "state"> | null;
};

/** The programmes the organisation acted for keeps, and all that have opened, the newest first. */
export async function listProgrammes(work: Work): Promise<readonly ListedProgramme[]> {
	const asker = await mandateOf(work);
	const { organisationId } = asker;
	if (organisationId === null || !mayEnter(asker)) return [];
	const programmes = await store.listProgrammes(work);
	const names = await nameOrganisations(
		work,
		programmes.map((one) => one.organisationId),
	);
	const own = await listOwnAdmissions(work, organisationId);
	return programmes.map((programme) => ({
		...{ ...programme, keeperName: names.get(programme.organisationId)?.name ?? "" },
		isOwn: programme.organisationId === organisationId,
		own: own.findLast(({ programmeId }) => programmeId === programme.id) ?? null,
	}));
}

/** Networks a programme can meet in: those its keeper keeps, that have not ended. */
export async function ownNetworks(work: Work, organisationId: string) {
	const networks = await listNetworks(work, organisationId);
	return networks.filter((one) => one.organisationId === organisationId && one.endedOn === null);
}

async function judged(work: Work, facts: ProgrammeFacts, of: Pick<OpenedProgramme, "goals"> | null, keeper: string) {
	const networks = new Set((await ownNetworks(work, keeper)).map(({ id }) => id));
	return refuseProgramme(facts, { goals: of?.goals ?? [], networks });
}

/** Begins a programme, as a draft; as a copy of an earlier one it takes over its goals, measures and expectations too. */
export async function addProgramme(
	work: Work,
	{ copiedFrom, ...facts }: ProgrammeFacts & { readonly copiedFrom: string | null },
): Done<{ id: string }> {
	const asker = await mandateOf(work);
	const { organisationId } = asker;
	if (organisationId === null || !mayKeepProgrammes(asker)) return refused("not-allowed");
	const earlier = copiedFrom === null ? null : ((await store.findProgramme(work, copiedFrom)) ?? null);
	if (copiedFrom !== null && earlier === null) return refused("missing");
	const goals = earlier ? await store.listProgrammeGoals(work, earlier) : [];
	const refusals = await judged(work, facts, { goals }, organisationId);
	if (refusals.length > 0) return refusedAll(refusals);
	const key = { organisationId, id: newId() };
	await store.insertProgramme(work, key, facts, copiedFrom);
	if (earlier) {
		const measures = await store.listMeasures(work, earlier);
		for (const goal of goals) {
			const id = newId();
			await store.upsertGoal(work, key, { ...goal, id });
			const measure = measureOf(measures, goal.id);
			const again = { goalId: id, id: newId(), number: 1, fromDay: work.today };
			if (measure) await store.insertMeasure(work, key, { ...measure, ...again });
		}
		for (const { expects } of await store.listExpectations(work, earlier))
			await store.insertExpectation(work, key, { id: newId(), expects });
	}
	await notedProgramme(work, "create", key.id);
	return done({ id: key.id });
}

/** Changes what a programme says, in the version looked at. */
export async function changeProgramme(
	work: Work,
	id: string,
	{ version, ...facts }: ProgrammeFacts & { readonly version: number },
): Done {
	const opened = await toKeepProgramme(work, id, version);
	if (opened.refused) return opened;
	const { programme } = opened.done;
	const refusals = await judged(work, facts, opened.done, programme.organisationId);
	if (refusals.length > 0) return refusedAll(refusals);
	if (!(await store.updateProgramme(work, programme, { facts }))) return refused("changed-by-another");
	await notedProgramme(work, "change", id);
	return done(undefined);
}

/** Takes away a programme that has not opened. */
export async function removeProgramme(work: Work, id: string, version: number): Done {
	const opened = await toKeepProgramme(work, id, version);
	if (opened.refused) return opened;
	const { programme } = opened.done;
	if (programme.state !== "draft") return refused("opened-already");
	if (!(await store.deleteProgramme(work, programme))) return refused("changed-by-another");
	await notedProgramme(work, "remove", id);
	return done(undefined);
}

/** Opens a programme that says all that those who apply must know. From now on everybody reads it. */
export async function openToAll(work: Work, id: string, version: number): Done {
	const opened = await toKeepProgramme(work, id, version);
	if (opened.refused) return opened;
	const { programme, lacking } = opened.done;
	if (programme.state !== "draft") return refused("not-draft");
	if (lacking.length > 0) return refused("incomplete");
	const turn = { state: "open", openedOn: work.today } as const;
	if (!(await store.updateProgramme(work, programme, { turn }))) return refused("changed-by-another");
	await notedProgramme(work, "open", id);
	return done(undefined);
}

/** Says that a programme is under way: somebody is admitted. Later batches are applied to all the same. */
export async function setUnderWay(work: Work, id: string, version: number): Done {
	const opened = await toKeepProgramme(work, id, version);
	if (opened.refused) return opened;
	const { programme } = opened.done;
	if (programme.state !== "open" || programme.openedOn === null) return refused("not-open");
	const admissions = await listAdmissions(work, programme);
	if (!admissions.some(({ state }) => state === "admitted")) return refused("nobody-admitted");
	const turn = { state: "under-way", openedOn: programme.openedOn } as const;
	if (!(await store.updateProgramme(work, programme, { turn }))) return refused("changed-by-another");
	await notedProgramme(work, "start", id);
	return done(undefined);
}

/**
 * Closes a programme, with what was learnt. Nothing else is touched: the projects go on or have ended as their owners
 * decided, and what is in use is asked in one and three years all the same.
 */
export async function closeProgramme(work: Work, id: string, { version, ...end }: ProgrammeEnd): Done {
	const opened = await toKeepProgramme(work, id, version);
	if (opened.refused) return opened;
	const { programme, lessons } = opened.done;
	const unanswered = (await listAdmissions(work, programme)).filter(({ state }) => state === "sent").length;
	const refusals = refuseClosing(programme, end, { lessons: lessons.length, unanswered, today: work.today });
	if (refusals.length > 0) return refusedAll(refusals);
	const { closedOn, closedBecause, lesson } = end;
	if (lesson !== "") await insertLesson(work, programme, { lesson, source: "" });
	const turn = { state: "closed", closedOn, closedBecause } as const;
	if (!(await store.updateProgramme(work, programme, { turn }))) return refused("changed-by-another");
	await notedProgramme(work, "close", id);
	return done(undefined);
}

/** Adds a goal, or changes the words of one; once the programme has opened its goals stand. */
export async function saveProgrammeGoal(
	work: Work,
	programmeId: string,
	goalId: string | null,
	facts: ProgrammeGoalFacts,
): Done<{ id: string }> {
	const opened = await toKeepProgramme(work, programmeId);
	if (opened.refused) return opened;
	const { programme, goals } = opened.done;
	if (goalId !== null && !goals.some(({ id }) => id === goalId)) return refused("missing");
	const before = goals.find(({ id }) => id === goalId);
	if (programme.state !== "draft" && before?.wording !== facts.wording)
		return refused("opened-already", { field: "wording" });
	if (repeats(programme.purpose, facts.wording))
		return refused("purpose-repeats-goal", { field: "wording", detail: { goal: programme.purpose } });
	const id = goalId ?? newId();
	await store.upsertGoal(work, programme, { ...facts, id });
	await notedProgramme(work, "goal", programmeId);
	return done({ id });
}

/**
 * Says how a goal is measured from now on. In a draft that takes the place of what was said; once it has opened it is a new
 * definition, and what was measured by the old is never added to it.
 */
export async function setMeasure(work: Work, programmeId: string, goalId: string, facts: MeasureFacts): Done {
	const opened = await toKeepProgramme(work, programmeId);
	if (opened.refused) return opened;
	const { programme, goals, measures } = opened.done;
	if (!goals.some(({ id }) => id === goalId)) return refused("missing");
	const before = measureOf(measures, goalId);
	const refusals = refuseMeasure(facts, before);
	if (refusals.length > 0) return refusedAll(refusals);
	const isDraft = programme.state === "draft";
	if (isDraft) await store.deleteMeasures(work, programme, goalId);
	const number = isDraft ? 1 : (before?.number ?? 0) + 1;
	await store.insertMeasure(work, programme, { ...facts, goalId, id: newId(), number, fromDay: work.today });
	await notedProgramme(work, "goal", programmeId);
	return done(undefined);
}

/** Adds something that is expected of each municipality; whoever has applied has answered what was expected then. */
export async function addExpectation(work: Work, programmeId: string, facts: { readonly expects: string }): Done {
	const opened = await toKeepProgramme(work, programmeId);
	if (opened.refused) return opened;
	if (opened.done.programme.state !== "draft") return refused("opened-already", { field: "expects" });
	await store.insertExpectation(work, opened.done.programme, { ...facts, id: newId() });
	await notedProgramme(work, "expectation", programmeId);
	return done(undefined);
}

export async function addBatch(work: Work, programmeId: string, facts: BatchFacts): Done {
	const opened = await toKeepProgramme(work, programmeId);
	if (opened.refused) return opened;
	const { programme } = opened.done;
	const refusals = refuseBatch(facts, programme.admits);
	if (refusals.length > 0) return refusedAll(refusals);
	await store.insertBatch(work, programme, { ...facts, id: newId(), kept: facts.kept ?? 0 });
	await notedProgramme(work, "batch", programmeId);
	return done(undefined);
}

function insertLesson(work: Work, programme: store.Key, facts: LessonFacts): Promise<void> {
	const said = { ...facts, id: newId(), onDay: work.today, recordedBy: nameOf(work) };
	return store.insertLesson(work, programme, said);
}

/** Writes down something the next programme should know, at any time before it closes. */
export async function addLesson(work: Work, programmeId: string, facts: LessonFacts): Done {
	const opened = await toKeepProgramme(work, programmeId);
	if (opened.refused) return opened;
	await insertLesson(work, opened.done.programme, facts);
	await notedProgramme(work, "lesson", programmeId);
	return done(undefined);
}

/** Takes away a part of a programme: lessons any time, the rest before it opens, for others may already lean on it. */
export async function removePart(work: Work, programmeId: string, part: store.Part, partId: string): Done {
	const opened = await toKeepProgramme(work, programmeId);
	if (opened.refused) return opened;
	const { programme } = opened.done;
	if (part !== "lesson" && programme.state !== "draft") return refused("opened-already");
	if (!(await store.deletePart(work, programme, part, partId))) return refused("missing");
	await notedProgramme(work, part, programmeId);
	return done(undefined);
}
