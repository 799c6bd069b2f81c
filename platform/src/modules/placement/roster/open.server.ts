import type { Work } from "../../../database/work.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { isId } from "../../organisation/contract.ts";
import { mandateOf } from "../../organisation/service.server.ts";
import { mayCoordinate, maySeeStudents } from "../rules.ts";
import { findClaim } from "./claim.store.server.ts";
import type { Claim, StudentRow } from "./contract.ts";
import { type Self, type Standing, standingTo } from "./rules.ts";
import { findStudent } from "./store.server.ts";

/** What links to state wishes are for. */
export const wishPurpose = "placement-wishes";

/** Who the actor of this unit of work is, where it is a student. */
export function selfOf(work: Work): Self {
	const { actor } = work;
	return {
		personId: actor.kind === "person" ? actor.personId : null,
		linkedStudentId: actor.kind === "link" && actor.purpose === wishPurpose ? actor.objectId : null,
	};
}

/** A student kept by the organisation acted for, where the asker may see students at all. */
export async function seeStudent(
	work: Work,
	studentId: string,
): Promise<Outcome<{ student: StudentRow; coordinates: boolean }, "missing">> {
	const mandate = await mandateOf(work);
	const { organisationId } = mandate;
	if (organisationId === null || !isId(studentId) || !maySeeStudents(mandate)) return refused("missing");
	const student = await findStudent(work, organisationId, studentId);
	return student ? done({ student, coordinates: mayCoordinate(mandate) }) : refused("missing");
}

/** A student the asker may change, at the version they looked at (null: whatever it is). */
export async function openStudent(
	work: Work,
	studentId: string,
	version: number | null,
): Promise<Outcome<StudentRow, "missing" | "not-allowed" | "changed-by-another">> {
	const found = await seeStudent(work, studentId);
	if (found.refused) return found;
	const { student, coordinates } = found.done;
	if (!coordinates) return refused("not-allowed");
	if (version !== null && student.version !== version) return refused("changed-by-another");
	return done(student);
}

/** A claim with how the asker stands to its student; missing where they stand nowhere. */
export async function openClaim(
	work: Work,
	claimId: string,
): Promise<Outcome<{ claim: Claim; standing: Exclude<Standing, null> }, "missing">> {
	const claim = isId(claimId) ? await findClaim(work, claimId) : undefined;
	if (!claim) return refused("missing");
	const standing = standingTo(claim, await mandateOf(work), selfOf(work));
	return standing === null ? refused("missing") : done({ claim, standing });
}
