import { newId, type Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import { listPeriodChoices } from "../course/service.server.ts";
import * as store from "./claim.store.server.ts";
import type { Claim, ClaimChange, ClaimValues, RosterRefusal } from "./contract.ts";
import { openClaim, openStudent } from "./open.server.ts";
import { refuseClaim, refusePriority } from "./rules.ts";

/** A student's need of a placement in a period; in the round the period has been brought to, where there is one. */
export async function addClaim(
	work: Work,
	studentId: string,
	values: ClaimValues,
): Promise<Outcome<{ id: string }, RosterRefusal>> {
	const found = await openStudent(work, studentId, null);
	if (found.refused) return found;
	const student = found.done;
	const period = (await listPeriodChoices(work)).find((one) => one.id === values.periodId);
	const held = await store.listClaimsOf(work, [student.id]);
	const refusals = refuseClaim(student, period, held, values, work.today);
	if (refusals.length > 0) return refusedAll(refusals);
	const before = held.find((claim) => claim.periodId === values.periodId);
	const id = before?.id ?? newId();
	const personId = await store.findPersonOf(work, student.organisationId, student.id);
	await store.insertClaims(work, [
		{
			...{ organisationId: student.organisationId, id, studentId: student.id, personId },
			...{ ...values, institutionId: student.institutionId },
		},
	]);
	await record(work, {
		...{ verb: "claim.add", objectKind: "claim", objectId: id, aboutPersonId: personId },
		detail: { studentId: student.id, periodId: values.periodId },
	});
	return done({ id });
}

/** A claim as those who work with placement at its keeper see it; undefined for all others. */
export async function readClaim(work: Work, claimId: string): Promise<Claim | undefined> {
	const found = await openClaim(work, claimId);
	return found.refused || found.done.standing === "student" ? undefined : found.done.claim;
}

/** Other students with a need in the same period, to go together with. */
export async function listCompanions(work: Work, claim: Claim): Promise<readonly Claim[]> {
	const others = await store.listClaimsIn(work, claim.organisationId, claim.periodId);
	return others.filter((other) => other.id !== claim.id);
}

/** Who is served first and why, and who goes to the same site. */
export async function changeClaim(
	work: Work,
	claimId: string,
	{ version, togetherWith, ...values }: ClaimChange,
): Promise<Outcome<{ version: number }, RosterRefusal>> {
	const found = await openKept(work, claimId, version);
	if (found.refused) return found;
	const claim = found.done;
	const refusals = refusePriority(values);
	if (refusals.length > 0) return refusedAll(refusals);
	const companions = await listCompanions(work, claim);
	const other = companions.find((one) => one.id === togetherWith);
	if (togetherWith !== null && !other) return refused("together-unknown", { field: "togetherWith" });
	const together = other ? (other.together ?? claim.together ?? newId()) : null;
	if (!(await store.updateClaim(work, { ...claim, version }, { ...values, together })))
		return refused("changed-by-another");
	if (other && other.together !== together)
		await store.updateTogether(work, claim.organisationId, [other.id], together);
	// Whoever is left with nobody to go with goes alone.
	const left = companions.filter((one) => claim.together !== null && one.together === claim.together);
	if (together !== claim.together && left.length === 1)
		await store.updateTogether(
			work,
			claim.organisationId,
			left.filter((one) => one !== other).map(({ id }) => id),
			null,
		);
	await record(work, {
		...{ verb: "claim.change", objectKind: "claim", objectId: claim.id, aboutPersonId: claim.personId },
		detail: { priority: claim.priority, together: claim.together !== null },
	});
	return done({ version: version + 1 });
}

/** The student no longer needs a placement in the period; what was wished is kept. Refused while there is a place. */
export async function withdrawClaim(
	work: Work,
	claimId: string,
	version: number,
): Promise<Outcome<undefined, RosterRefusal>> {
	const found = await openKept(work, claimId, version);
	if (found.refused) return found;
	const claim = found.done;
	if (await store.isPlaced(work, claim.organisationId, [claim.id])) return refused("placed");
	await store.withdrawClaims(work, claim.organisationId, [claim.id]);
	await record(work, {
		...{ verb: "claim.withdraw", objectKind: "claim", objectId: claim.id, aboutPersonId: claim.personId },
		detail: { studentId: claim.studentId, periodId: claim.periodId },
	});
	return done(undefined);
}

async function openKept(work: Work, claimId: string, version: number): Promise<Outcome<Claim, RosterRefusal>> {
	const found = await openClaim(work, claimId);
	if (found.refused) return found;
	const { claim, standing } = found.done;
	if (standing === "student") return refused("missing");
	if (standing !== "coordinator") return refused("not-allowed");
	if (claim.version !== version || claim.withdrawnAt !== null) return refused("changed-by-another");
	return done(claim);
}
