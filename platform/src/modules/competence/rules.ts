/** Who asks, as the mandate of the room organisation tells it. */
export type Asker = {
	readonly organisationId: string | null;
	readonly system: boolean;
	readonly holdings: readonly { readonly role: string; readonly unitId: string | null }[];
};

const planning = ["competence-planner", "administrator", "manager"];
const reading = [...planning, "grants-coordinator"];

/** Keeps framework, numbers and plan of the whole organisation acted for. */
export function mayPlan(asker: Asker): boolean {
	return asker.system || asker.holdings.some(({ role, unitId }) => unitId === null && planning.includes(role));
}

/** Reads the numbers of every unit: those who plan, and those who apply for grants. */
export function mayReadAll(asker: Asker): boolean {
	return asker.system || asker.holdings.some(({ role, unitId }) => unitId === null && reading.includes(role));
}

/** Says what a unit has of competence: its leader, one above, or who plans for all. The path begins with the unit. */
export function mayAnswerFor(asker: Asker, unitPath: readonly string[]): boolean {
	return (
		mayPlan(asker) ||
		asker.holdings.some(({ role, unitId }) => role === "unit-leader" && (unitId === null || unitPath.includes(unitId)))
	);
}

/** Reads what a unit has: those who answer for it, and those who read all. */
export function mayRead(asker: Asker, unitPath: readonly string[]): boolean {
	return mayReadAll(asker) || mayAnswerFor(asker, unitPath);
}

/** Sees how many supervisors the plans are to give: those in the room, and those who coordinate placement. */
export function maySeeSupervisorNeeds(asker: Asker): boolean {
	return (
		mayEnter(asker) || asker.holdings.some(({ role, unitId }) => unitId === null && role === "placement-coordinator")
	);
}

/** Whether the asker has anything to do in the room at all. */
export function mayEnter(asker: Asker): boolean {
	return mayReadAll(asker) || asker.holdings.some(({ role }) => role === "unit-leader");
}
