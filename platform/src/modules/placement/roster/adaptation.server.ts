import { newId, type Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { isId } from "../../organisation/contract.ts";
import { mandateOf } from "../../organisation/service.server.ts";
import { maySeeAdaptation } from "../rules.ts";
import * as store from "./adaptation.store.server.ts";
import { findPersonOf } from "./claim.store.server.ts";
import type { Adaptation, AdaptationValues, RosterRefusal, StudentRow } from "./contract.ts";
import { seeStudent, selfOf } from "./open.server.ts";
import { mayReadAdaptation } from "./rules.ts";
import { listSelf } from "./store.server.ts";

/**
 * Why a student needs adaptation, for a placement coordinator at the keeper. Every reading is recorded, about the
 * student: so this is a command, also when nothing is changed.
 */
export async function openAdaptation(
	work: Work,
	studentId: string,
): Promise<Outcome<{ student: StudentRow; adaptations: readonly Adaptation[] }, RosterRefusal>> {
	const student = await openForAdaptation(work, studentId);
	if (student.refused) return student;
	const adaptations = await store.listAdaptations(work, student.done.organisationId, student.done.id);
	await recordOf(work, student.done, "adaptation.read");
	return done({ student: student.done, adaptations });
}

/** Needs nobody has dealt with yet: of how many students, and where that is done. */
export type NeedsWaiting = { readonly students: number; readonly path: string };

/**
 * The students of the organisation acted for, or those of them in a round, who have written a need nobody has dealt with.
 * That there are any is for those alone who may read why; what was written is not read here.
 */
export async function findNeedsWaiting(work: Work, roundId: string | null = null): Promise<NeedsWaiting> {
	const mandate = await mandateOf(work);
	const { organisationId } = mandate;
	const found =
		organisationId !== null && maySeeAdaptation(mandate)
			? await store.listStudentsInNeed(work, organisationId, roundId)
			: [];
	const [first] = found;
	const path =
		found.length === 1
			? `/placement/students/${first}`
			: `/placement/students?${new URLSearchParams({ warning: "need-waiting", ...(roundId === null ? {} : { round: roundId }) })}`;
	return { students: found.length, path };
}

/** A coordinator writes down what has been decided, and why. What the engine and the sites see is a rule beside it. */
export async function stateAdaptation(
	work: Work,
	studentId: string,
	values: AdaptationValues,
): Promise<Outcome<{ id: string }, RosterRefusal>> {
	const student = await openForAdaptation(work, studentId);
	if (student.refused) return student;
	const { organisationId } = student.done;
	const id = newId();
	const personId = await findPersonOf(work, organisationId, student.done.id);
	await store.insertAdaptation(work, {
		...{ organisationId, id, studentId: student.done.id, personId, ...values },
		...{ statedBy: "coordinator", decidedOn: work.today, decidedBy: nameOf(work) },
	});
	await recordOf(work, student.done, "adaptation.state");
	return done({ id });
}

/** A coordinator has dealt with what the student wrote. */
export async function decideAdaptation(
	work: Work,
	studentId: string,
	adaptationId: string,
): Promise<Outcome<undefined, RosterRefusal>> {
	const student = await openForAdaptation(work, studentId);
	if (student.refused) return student;
	if (!isId(adaptationId)) return refused("missing");
	const decided = await store.updateDecided(work, student.done, adaptationId, nameOf(work));
	if (!decided) return refused("missing");
	await recordOf(work, student.done, "adaptation.decide");
	return done(undefined);
}

export async function removeAdaptation(
	work: Work,
	studentId: string,
	adaptationId: string,
): Promise<Outcome<undefined, RosterRefusal>> {
	const student = await openForAdaptation(work, studentId);
	if (student.refused) return student;
	if (!isId(adaptationId)) return refused("missing");
	await store.deleteAdaptation(work, student.done, adaptationId);
	await recordOf(work, student.done, "adaptation.remove");
	return done(undefined);
}

/** What a student has written themselves, and, signed in, all that is held; the newest first. */
export async function readOwnAdaptations(
	work: Work,
	student: Pick<StudentRow, "organisationId" | "id">,
): Promise<readonly Adaptation[]> {
	return store.listAdaptations(work, student.organisationId, student.id);
}

/** A student writes what they need; nothing takes it back. It replaces what they wrote before and nobody has decided on. */
export async function askAdaptation(
	work: Work,
	studentId: string,
	need: string | null,
): Promise<Outcome<undefined, RosterRefusal>> {
	const student = (await listSelf(work, selfOf(work))).find((one) => one.id === studentId);
	if (!student) return refused("missing");
	await store.deleteAsked(work, student);
	if (need !== null)
		await store.insertAdaptation(work, {
			...{ organisationId: student.organisationId, id: newId(), studentId: student.id, personId: student.personId },
			...{ need, lastDay: null, statedBy: "student", decidedOn: null, decidedBy: null },
		});
	await record(work, {
		...{ verb: need === null ? "adaptation.take-back" : "adaptation.ask", objectKind: "student", objectId: student.id },
		...{ aboutPersonId: student.personId, organisationId: student.organisationId },
	});
	return done(undefined);
}

async function openForAdaptation(work: Work, studentId: string): Promise<Outcome<StudentRow, RosterRefusal>> {
	const found = await seeStudent(work, studentId);
	if (found.refused) return found;
	const { student } = found.done;
	return mayReadAdaptation(student, await mandateOf(work)) ? done(student) : refused("missing");
}

function nameOf(work: Work): string {
	return work.actor.kind === "person" ? work.actor.name : "Læringsarena";
}

async function recordOf(work: Work, student: StudentRow, verb: string): Promise<void> {
	await record(work, {
		...{ verb, objectKind: "student", objectId: student.id },
		aboutPersonId: await findPersonOf(work, student.organisationId, student.id),
	});
}
