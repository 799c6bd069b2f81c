import type { Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import type { Closing, UnitClosing, UnitRefusal } from "./contract.ts";
import { findManaged } from "./managed.server.ts";
import { isClosed } from "./rules.ts";
import * as store from "./store.server.ts";
import { updateLastDay } from "./write.store.server.ts";

/** What closing a unit on a day would leave behind; undefined where the asker has no such unit to close. */
export async function previewClosing(work: Work, unitId: string, lastDay: string): Promise<Closing | undefined> {
	const found = await findManaged(work, unitId, null);
	if (found.refused) return undefined;
	const { unit } = found.done;
	const openBelow = await store.listOpenBelow(work, unit.organisationId, unitId, lastDay);
	const all = [unitId, ...openBelow.map((below) => below.id)];
	return { unit, openBelow, ...(await store.countHanging(work, unit.organisationId, all, lastDay)) };
}

/**
 * Closes a unit after its last day; until then it is open, and so the answer says whether it is closed already. Nothing is deleted: the unit, its roles and contacts keep their history. Refused
 * while units below it are open, unless they are to close with it.
 */
export async function closeUnit(
	work: Work,
	unitId: string,
	closing: UnitClosing,
): Promise<Outcome<{ closed: number; isClosed: boolean }, UnitRefusal>> {
	const found = await findManaged(work, unitId, closing.version);
	if (found.refused) return found;
	const { unit } = found.done;
	if (unit.validTo !== null) return refused("already-closed", { detail: { date: unit.validTo } });
	if (closing.lastDay < unit.validFrom) return refused("ends-before-start", { field: "lastDay" });
	const below = await store.listOpenBelow(work, unit.organisationId, unitId, closing.lastDay);
	if (below.length > 0 && !closing.andBelow)
		return refused("open-units-below", { field: "andBelow", detail: { count: below.length } });
	const early = below.find((one) => one.validFrom > closing.lastDay);
	if (early) return refused("ends-before-start", { field: "lastDay", detail: { name: early.name } });
	for (const one of [unit, ...below]) {
		if (!(await updateLastDay(work, one, closing.lastDay))) return refused("changed-by-another");
		await record(work, {
			verb: "unit.close",
			objectKind: "unit",
			objectId: one.id,
			detail: { lastDay: closing.lastDay, with: one.id === unitId ? null : unitId },
		});
	}
	return done({ closed: 1 + below.length, isClosed: isClosed({ validTo: closing.lastDay }, work.today) });
}

/** Opens a closed unit again, as if it had never been closed. Units closed with it are opened one by one. */
export async function reopenUnit(
	work: Work,
	unitId: string,
	version: number,
): Promise<Outcome<{ version: number }, UnitRefusal>> {
	const found = await findManaged(work, unitId, version);
	if (found.refused) return found;
	const { unit } = found.done;
	if (unit.validTo === null) return refused("not-closed");
	const parent = unit.parentId === null ? undefined : await store.findUnit(work, unit.organisationId, unit.parentId);
	if (parent && parent.validTo !== null) return refused("parent-closed", { detail: { name: parent.name } });
	if (!(await updateLastDay(work, unit, null))) return refused("changed-by-another");
	await record(work, {
		verb: "unit.reopen",
		objectKind: "unit",
		objectId: unitId,
		detail: { lastDay: unit.validTo },
	});
	return done({ version: version + 1 });
}
