import { institutionKinds } from "./codes.ts";

/**
 * Who asks, as the mandate of the room organisation tells it: the organisation acted for, and the roles held there today.
 */
export type Asker = {
	readonly organisationId: string | null;
	readonly system: boolean;
	readonly holdings: readonly { readonly role: string; readonly unitId: string | null }[];
};

const coordinating = ["placement-coordinator", "administrator"];
const followingStudents = [...coordinating, "teacher", "manager"];

/** Runs rounds, keeps courses, capacity, requests and students for the organisation acted for. */
export function mayCoordinate(asker: Asker): boolean {
	return asker.system || asker.holdings.some(({ role, unitId }) => unitId === null && coordinating.includes(role));
}

/** Sees students by name, and where they are: coordinators, teachers and managers of the organisation. */
export function maySeeStudents(asker: Asker): boolean {
	return asker.system || asker.holdings.some(({ role }) => followingStudents.includes(role));
}

/** Reads and states why a student needs adaptation: placement coordinators alone; the database holds the same wall. */
export function maySeeAdaptation(asker: Asker): boolean {
	return asker.holdings.some(({ role, unitId }) => unitId === null && role === "placement-coordinator");
}

/** Says what a site can take and answers for its placements: its unit leader, or one above, or a coordinator. */
export function mayAnswerForSite(asker: Asker, unitPath: readonly string[]): boolean {
	return (
		mayCoordinate(asker) ||
		asker.holdings.some(({ role, unitId }) => role === "unit-leader" && (unitId === null || unitPath.includes(unitId)))
	);
}

/** Has placements to look after: everybody's as one who follows students, or those of own units or own supervision. */
export function mayReceiveStudents(asker: Asker): boolean {
	return maySeeStudents(asker) || asker.holdings.some(({ role }) => role === "unit-leader" || role === "supervisor");
}

/** Which side of a round an organisation of this kind is on, where nobody has said otherwise. */
export function sideOf(organisationKind: string): "institution" | "host" {
	return institutionKinds.some((kind) => kind === organisationKind) ? "institution" : "host";
}
