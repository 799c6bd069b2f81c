import type { Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { findPersonOf } from "./claim.store.server.ts";
import type { Requirement, RequirementMet, RosterRefusal, StudentRow } from "./contract.ts";
import { openStudent } from "./open.server.ts";
import * as store from "./requirement.store.server.ts";

/** What a student must have before the start, by the courses that ask for it, and what has been seen. */
export async function listRequirements(
	work: Work,
	student: Pick<StudentRow, "organisationId" | "id">,
): Promise<Requirement[]> {
	const asked = await store.listAsked(work, student);
	const met = await store.listMet(work, student);
	const codes = [...new Set([...asked.map((one) => one.requirement), ...met.map((one) => one.requirement)])];
	return codes.map((requirement) => {
		const seen = met.find((one) => one.requirement === requirement);
		return {
			requirement,
			courses: asked.filter((one) => one.requirement === requirement).map((one) => one.courseName),
			confirmedOn: seen?.confirmedOn ?? null,
			confirmedBy: seen?.confirmedBy ?? null,
		};
	});
}

/** Says that a requirement has been seen to be met. The document itself is never stored. */
export async function confirmRequirement(
	work: Work,
	studentId: string,
	{ requirement, confirmedOn }: RequirementMet,
): Promise<Outcome<undefined, RosterRefusal>> {
	const found = await openStudent(work, studentId, null);
	if (found.refused) return found;
	if (confirmedOn > work.today) return refused("in-future", { field: "confirmedOn" });
	const { actor } = work;
	const confirmedBy = actor.kind === "person" ? actor.name : "Læringsarena";
	await store.upsertMet(work, found.done, { requirement, confirmedOn, confirmedBy });
	await recordOf(work, found.done, "requirement.confirm", requirement);
	return done(undefined);
}

/** Takes back that a requirement is met. */
export async function withdrawRequirement(
	work: Work,
	studentId: string,
	requirement: string,
): Promise<Outcome<undefined, RosterRefusal>> {
	const found = await openStudent(work, studentId, null);
	if (found.refused) return found;
	await store.deleteMet(work, found.done, requirement);
	await recordOf(work, found.done, "requirement.withdraw", requirement);
	return done(undefined);
}

async function recordOf(work: Work, student: StudentRow, verb: string, requirement: string): Promise<void> {
	await record(work, {
		...{ verb, objectKind: "student", objectId: student.id, detail: { requirement } },
		aboutPersonId: await findPersonOf(work, student.organisationId, student.id),
	});
}
