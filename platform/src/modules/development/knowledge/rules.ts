import type { Refusal } from "../../../outcome.ts";
import type { Asker } from "../rules.ts";
import type { NeedClosing, NeedFacts, NeedRefusal } from "./contract.ts";

const noting = [
	...["administrator", "manager", "network-leader", "project-leader", "unit-leader", "competence-planner"],
	...["grants-coordinator", "agreement-coordinator", "researcher"],
];

/** Notes what the organisation acted for needs to know: those who lead its services or plan for them. */
export function mayNoteNeeds(asker: Asker): boolean {
	return asker.organisationId !== null && (asker.system || asker.holdings.some(({ role }) => noting.includes(role)));
}

/** What is wrong with a need as it is stated. */
export function refuseNeed(
	{ unitId, neededBy }: NeedFacts,
	around: { readonly units: ReadonlySet<string>; readonly today: string; readonly neededBefore: string | null },
): Refusal<NeedRefusal>[] {
	const refusals: Refusal<NeedRefusal>[] = [];
	if (unitId !== null && !around.units.has(unitId)) refusals.push({ code: "unit-unknown", field: "unitId" });
	if (neededBy !== null && neededBy < around.today && neededBy !== around.neededBefore)
		refusals.push({ code: "needed-in-the-past", field: "neededBy" });
	return refusals;
}

/** One that is answered says what was learnt: else the next who asks begins anew. */
export function refuseClosing({ closedBecause, learnt }: NeedClosing): Refusal<NeedRefusal>[] {
	return closedBecause !== "no-longer" && learnt === "" ? [{ code: "learnt-missing", field: "learnt" }] : [];
}
