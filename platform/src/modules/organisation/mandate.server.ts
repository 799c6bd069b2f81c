import type { Work } from "../../database/work.server.ts";
import { operatorOrganisationId } from "../../identity/actor.ts";
import { type Mandate, noMandate, type UnitPath } from "./rules.ts";
import { findHoldings, findUnitPath } from "./store.server.ts";

/**
 * What the actor of this unit of work may act as: the roles held today at the organisation represented, read now and
 * not when the session began, so that a role taken away is gone at once. Nobody, and an answer by link, have none.
 */
export async function mandateOf(work: Work): Promise<Mandate> {
	const { actor } = work;
	if (actor.kind === "system")
		return { organisationId: actor.organisationId ?? null, system: true, operator: false, holdings: [] };
	if (actor.kind !== "person" || actor.organisationId === null) return noMandate;
	return {
		organisationId: actor.organisationId,
		system: false,
		operator: actor.organisationId === operatorOrganisationId,
		holdings: await findHoldings(work, actor.organisationId, actor.personId),
	};
}

/** A unit of the organisation acted for with the units above it, nearest first; undefined where there is none such. */
export async function unitPath(
	work: Work,
	organisationId: string,
	unitId: string | null,
): Promise<UnitPath | undefined> {
	if (unitId === null) return [];
	const path = await findUnitPath(work, organisationId, unitId);
	return path.length === 0 ? undefined : path;
}
