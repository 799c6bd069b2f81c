/** Who asks, as the mandate of the room organisation tells it. */
export type Asker = {
	readonly organisationId: string | null;
	readonly system: boolean;
	readonly holdings: readonly { readonly role: string; readonly unitId: string | null }[];
};

/** Answers for every project of the organisation. */
const answering = ["administrator", "manager", "network-leader"];
const leading = [...answering, "project-leader", "unit-leader", "competence-planner", "grants-coordinator"];

/** Reads the projects: all who have a role at the organisation. */
export function mayEnter(asker: Asker): boolean {
	return asker.organisationId !== null && (asker.system || asker.holdings.length > 0);
}

/** Begins a project of the organisation. */
export function mayBegin(asker: Asker): boolean {
	return asker.system || asker.holdings.some(({ role }) => leading.includes(role));
}

/** Answers for all projects, whoever leads them. */
export function mayAnswerForAll(asker: Asker): boolean {
	return asker.system || asker.holdings.some(({ role, unitId }) => unitId === null && answering.includes(role));
}

/**
 * Changes a project: who answers for all; who leads it, stands in or owns it, by address; and project and unit leaders of
 * the unit it is in or of one above. The path begins with the unit; it is empty where the project is in no unit.
 */
export function mayChange(
	asker: Asker,
	project: { readonly emails: readonly string[]; readonly unitPath: readonly string[] },
	email: string | null,
): boolean {
	if (mayAnswerForAll(asker)) return true;
	if (email !== null && project.emails.includes(email.toLowerCase())) return true;
	return asker.holdings.some(
		({ role, unitId }) =>
			(role === "project-leader" || role === "unit-leader") && (unitId === null || project.unitPath.includes(unitId)),
	);
}
