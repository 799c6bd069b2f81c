import { newId, type Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, type Refusal, refused, refusedAll } from "../../../outcome.ts";
import { mandateOf, unitPath } from "../mandate.server.ts";
import type { Mandate } from "../rules.ts";
import { listSectors, listSettings } from "../store.server.ts";
import {
	type NewUnit,
	newUnit,
	type ReadableUnitValues,
	type Unit,
	type UnitChange,
	type UnitMove,
	type UnitRefusal,
	type UnitValues,
} from "./contract.ts";
import { earliestChange, keepFormerUnits } from "./former.store.server.ts";
import { findManaged } from "./managed.server.ts";
import {
	completeValues,
	mayManageUnit,
	mayMove,
	outlives,
	placeAmong,
	refuseMove,
	refuseSince,
	refuseValues,
	type Surroundings,
	searchNameOf,
} from "./rules.ts";
import * as store from "./store.server.ts";
import * as write from "./write.store.server.ts";

/** Makes a unit of the organisation acted for, last among its siblings. */
export async function createUnit(work: Work, input: NewUnit): Promise<Outcome<{ id: string }, UnitRefusal>> {
	const mandate = await mandateOf(work);
	const { organisationId } = mandate;
	const { parentId, validFrom, ...given } = input;
	const from = validFrom ?? work.today;
	if (organisationId === null) return refused("not-allowed");
	const parent = await refuseParent(work, mandate, organisationId, parentId);
	const complete = completeValues(given, await surroundings(work, organisationId, given, null));
	if (parent || complete.refusals) return refusedAll([...(parent ? [parent] : []), ...(complete.refusals ?? [])]);
	const siblings = await store.listSiblings(work, organisationId, parentId);
	const id = newId();
	await write.insertUnits(work, [
		{
			organisationId,
			id,
			parentId,
			validFrom: from,
			validTo: null,
			sort: Math.max(0, ...siblings.map((sibling) => sibling.sort)) + 10,
			values: complete.values,
			searchName: searchNameOf(complete.values),
		},
	]);
	await record(work, {
		verb: "unit.create",
		objectKind: "unit",
		objectId: id,
		detail: { name: given.name, parentId, from },
	});
	return done({ id });
}

/**
 * What the rules refuse in a form that could not be read whole, so that one answer tells everything that is wrong.
 * @param unitId the unit being changed, null for a new one
 * @param readable what `parseForm` could read
 */
export async function judgeUnit(
	work: Work,
	unitId: string | null,
	readable: Readonly<Record<string, unknown>>,
): Promise<readonly Refusal<UnitRefusal>[]> {
	const mandate = await mandateOf(work);
	const { organisationId } = mandate;
	const values = newUnit.partial().safeParse(readable);
	if (organisationId === null || !values.success) return [];
	const { parentId } = values.data;
	const isNew = unitId === null && parentId !== undefined;
	const parent = isNew ? await refuseParent(work, mandate, organisationId, parentId) : undefined;
	const around = await surroundings(work, organisationId, values.data, unitId);
	return [...(parent ? [parent] : []), ...refuseValues(values.data, around)];
}

/** Why a new unit cannot hang under another (null: at the top); undefined when it can. */
async function refuseParent(
	work: Work,
	mandate: Mandate,
	organisationId: string,
	parentId: string | null,
): Promise<Refusal<UnitRefusal> | undefined> {
	const path = await unitPath(work, organisationId, parentId);
	if (!path) return { code: "parent-unknown", field: "parentId" };
	if (!mayManageUnit(mandate, path)) return { code: "not-allowed", field: "parentId" };
	const parent = parentId === null ? undefined : await store.findUnit(work, organisationId, parentId);
	return parent && outlives(null, parent.validTo) ? { code: "parent-closed", field: "parentId" } : undefined;
}

/**
 * Changes what is said of a unit, from today or an earlier day (`since`). What it was is kept for days gone by, unless it
 * never was right (`correction`).
 */
export async function changeUnit(
	work: Work,
	unitId: string,
	input: UnitChange,
): Promise<Outcome<{ version: number }, UnitRefusal>> {
	const found = await findManaged(work, unitId, input.version);
	if (found.refused) return found;
	const { unit } = found.done;
	const { version, correction, since = work.today, ...given } = input;
	const complete = completeValues(given, await surroundings(work, unit.organisationId, given, unitId));
	const isBack = !correction && since !== work.today;
	const refusal = isBack
		? refuseSince(since, await earliestChange(work, unit.organisationId, unitId), work.today)
		: undefined;
	if (complete.refusals || refusal) return refusedAll([...(complete.refusals ?? []), ...(refusal ? [refusal] : [])]);
	const becoming = { ...complete.values, id: unitId, parentId: unit.parentId };
	if (!correction) await keepFormerUnits(work, unit.organisationId, [becoming], since);
	if (!(await write.updateUnit(work, { ...unit, version }, complete.values, searchNameOf(complete.values))))
		return refused("changed-by-another");
	await record(work, {
		verb: "unit.change",
		objectKind: "unit",
		objectId: unitId,
		detail: changed(unit, complete.values),
	});
	return done({ version: version + 1 });
}

/** Hangs a unit under another parent, or gives it another place among its siblings. */
export async function moveUnit(
	work: Work,
	unitId: string,
	move: UnitMove,
): Promise<Outcome<{ version: number }, UnitRefusal>> {
	const found = await findManaged(work, unitId, move.version);
	if (found.refused) return found;
	const { unit, mandate, path } = found.done;
	const newPath = await unitPath(work, unit.organisationId, move.parentId);
	if (!newPath) return refused("parent-unknown", { field: "parentId" });
	if (!mayMove(mandate, path, newPath)) return refused("not-allowed");
	const parent = move.parentId === null ? undefined : await store.findUnit(work, unit.organisationId, move.parentId);
	const refusal = refuseMove(unitId, parent ? { path: newPath, validTo: parent.validTo } : null, unit.validTo);
	if (refusal) return refusedAll([refusal]);
	const siblings = await store.listSiblings(work, unit.organisationId, move.parentId);
	const order = placeAmong(
		siblings.map((sibling) => sibling.id),
		unitId,
		move.beforeId,
	);
	if (!order) return refused("neighbour-unknown", { field: "beforeId" });
	await keepFormerUnits(work, unit.organisationId, [{ ...unit, parentId: move.parentId }]);
	if (!(await write.updatePlace(work, unit, move.parentId))) return refused("changed-by-another");
	await write.updateOrder(work, unit.organisationId, order);
	await record(work, {
		verb: "unit.move",
		objectKind: "unit",
		objectId: unitId,
		detail: { from: unit.parentId, to: move.parentId },
	});
	return done({ version: unit.version + 1 });
}

async function surroundings(
	work: Work,
	organisationId: string,
	values: ReadableUnitValues,
	except: string | null,
): Promise<Surroundings> {
	const { postcode, municipalityNumber, code } = values;
	return {
		sectors: new Set((await listSectors(work)).map((sector) => sector.code)),
		settings: new Map((await listSettings(work)).map((setting) => [setting.code, setting.sector])),
		postcode: typeof postcode === "string" ? await store.findPostcode(work, postcode) : undefined,
		municipalityKnown:
			typeof municipalityNumber === "string" ? await store.isMunicipality(work, municipalityNumber) : undefined,
		codeTaken: typeof code === "string" && (await store.isCodeTaken(work, organisationId, code, except)),
	};
}

/** The values that differ, as they were. */
function changed(before: Unit, after: UnitValues): { [key: string]: string | number | boolean | null } {
	const { name, code, setting, sector, address, postcode, place } = before;
	const { municipalityNumber, latitude, longitude, email, phone, published } = before;
	const all = {
		...{ name, code, setting, sector, address, postcode, place },
		...{ municipalityNumber, latitude, longitude, email, phone, published },
	};
	const values: { readonly [key: string]: string | number | boolean | null } = after;
	return Object.fromEntries(Object.entries(all).filter(([key, value]) => values[key] !== value));
}
