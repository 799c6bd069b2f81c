import type { Work } from "../../../database/work.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { isId } from "../contract.ts";
import { mandateOf, unitPath } from "../mandate.server.ts";
import type { Mandate, UnitPath } from "../rules.ts";
import type { Unit, UnitRefusal } from "./contract.ts";
import { mayManageUnit } from "./rules.ts";
import { findUnit } from "./store.server.ts";

/** A unit of the organisation acted for that the asker manages, in the version looked at (null: whichever). */
export async function findManaged(
	work: Work,
	unitId: string,
	version: number | null,
): Promise<Outcome<{ unit: Unit; mandate: Mandate; path: UnitPath }, UnitRefusal>> {
	const mandate = await mandateOf(work);
	const { organisationId } = mandate;
	const unit = organisationId !== null && isId(unitId) ? await findUnit(work, organisationId, unitId) : undefined;
	if (!unit) return refused("missing");
	const path = (await unitPath(work, unit.organisationId, unitId)) ?? [];
	if (!mayManageUnit(mandate, path)) return refused("not-allowed");
	if (version !== null && version !== unit.version) return refused("changed-by-another");
	return done({ unit, mandate, path });
}
