import { newId, type Work } from "../../../database/work.server.ts";
import { foldName } from "../../../geography/search.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import { isId, type Page } from "../contract.ts";
import { findOther } from "../directory/store.server.ts";
import { mandateOf, unitPath } from "../mandate.server.ts";
import { type Mandate, may, type UnitPath } from "../rules.ts";
import { listSectors, listSettings } from "../store.server.ts";
import type {
	Closing,
	ListedUnit,
	NewUnit,
	TreeLine,
	Unit,
	UnitChange,
	UnitClosing,
	UnitMove,
	UnitPage,
	UnitQuery,
	UnitRefusal,
	UnitValues,
} from "./contract.ts";
import {
	arrangeTree,
	completeValues,
	mayManageUnit,
	mayMove,
	outlives,
	placeAmong,
	refuseMove,
	type Surroundings,
	searchNameOf,
} from "./rules.ts";
import * as store from "./store.server.ts";

/** The unit tree of an organisation as of a day (today unless said), parents before children. */
export async function readTree(
	work: Work,
	organisationId: string,
	{ asOf = work.today, withClosed = false }: { asOf?: string; withClosed?: boolean } = {},
): Promise<TreeLine[]> {
	if (!isId(organisationId)) return [];
	const rows = await store.listTreeRows(work, organisationId, asOf, withClosed);
	return arrangeTree(rows, await store.listLeaders(work, organisationId, asOf));
}

/** A page of units by name, setting, sector and municipality; of one organisation, or all published ones. */
export async function listUnits(work: Work, query: UnitQuery): Promise<Page<ListedUnit>> {
	if (query.organisationId !== undefined && !isId(query.organisationId)) return { rows: [], total: 0 };
	const words = foldName(query.search ?? "")
		.split(" ")
		.filter((word) => word !== "");
	return store.listUnits(work, { ...query, asOf: query.asOf ?? work.today, words });
}

/** A unit whole, with what surrounds it and what the asker may do; undefined where there is none to be seen. */
export async function readUnit(work: Work, organisationId: string, unitId: string): Promise<UnitPage | undefined> {
	const found = isId(organisationId) && isId(unitId) ? await store.findUnit(work, organisationId, unitId) : undefined;
	if (!found) return undefined;
	const path = (await unitPath(work, organisationId, unitId)) ?? [];
	const everything = await mandateOf(work);
	const mandate: Mandate | null = everything.organisationId === organisationId ? everything : null;
	const can = (judge: (mandate: Mandate) => boolean): boolean => mandate !== null && judge(mandate);
	return {
		...found,
		organisationName: (await findOther(work, organisationId, work.today))?.name ?? "",
		position: await store.findPosition(work, found, work.today),
		above: await store.listAbove(work, organisationId, path),
		below: await store.listChildren(work, organisationId, unitId, work.today),
		can: {
			change: can((mandate) => mayManageUnit(mandate, path)),
			move: can((mandate) => mayManageUnit(mandate, path.slice(1))),
			close: can((mandate) => mayManageUnit(mandate, path)),
			createBelow: can((mandate) => mayManageUnit(mandate, path)),
			managePeople: can((mandate) => may(mandate, "manage-people", path)),
			manageContacts: can((mandate) => may(mandate, "manage-contacts", path)),
			seePeople: can((mandate) => may(mandate, "see-people", path)),
		},
	};
}

/** Makes a unit of the organisation acted for, last among its siblings. */
export async function createUnit(work: Work, input: NewUnit): Promise<Outcome<{ id: string }, UnitRefusal>> {
	const mandate = await mandateOf(work);
	const { organisationId } = mandate;
	const { parentId, validFrom, ...given } = input;
	const from = validFrom ?? work.today;
	if (organisationId === null) return refused("not-allowed");
	const path = await unitPath(work, organisationId, parentId);
	if (!path) return refused("parent-unknown", { field: "parentId" });
	if (!mayManageUnit(mandate, path)) return refused("not-allowed");
	const parent = parentId === null ? undefined : await store.findUnit(work, organisationId, parentId);
	if (parent && outlives(null, parent.validTo)) return refused("parent-closed", { field: "parentId" });
	const complete = completeValues(given, await surroundings(work, organisationId, given, null));
	if (complete.refusals) return refusedAll(complete.refusals);
	const siblings = await store.listSiblings(work, organisationId, parentId);
	const id = newId();
	await store.insertUnits(work, [
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

/** Changes what is said of a unit. */
export async function changeUnit(
	work: Work,
	unitId: string,
	input: UnitChange,
): Promise<Outcome<{ version: number }, UnitRefusal>> {
	const found = await open(work, unitId, input.version);
	if (found.refused) return found;
	const { unit } = found.done;
	const { version, ...given } = input;
	const complete = completeValues(given, await surroundings(work, unit.organisationId, given, unitId));
	if (complete.refusals) return refusedAll(complete.refusals);
	if (!(await store.updateUnit(work, { ...unit, version }, complete.values, searchNameOf(complete.values))))
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
	const found = await open(work, unitId, move.version);
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
	if (!(await store.updatePlace(work, unit, move.parentId))) return refused("changed-by-another");
	await store.updateOrder(work, unit.organisationId, order);
	await record(work, {
		verb: "unit.move",
		objectKind: "unit",
		objectId: unitId,
		detail: { from: unit.parentId, to: move.parentId },
	});
	return done({ version: unit.version + 1 });
}

/** What closing a unit on a day would leave behind; undefined where the asker has no such unit to close. */
export async function previewClosing(work: Work, unitId: string, lastDay: string): Promise<Closing | undefined> {
	const found = await open(work, unitId, null);
	if (found.refused) return undefined;
	const { unit } = found.done;
	const openBelow = await store.listOpenBelow(work, unit.organisationId, unitId, lastDay);
	const all = [unitId, ...openBelow.map((below) => below.id)];
	return { unit, openBelow, ...(await store.countHanging(work, unit.organisationId, all, lastDay)) };
}

/**
 * Closes a unit after its last day. Nothing is deleted: the unit, its roles and contacts keep their history. Refused
 * while units below it are open, unless they are to close with it.
 */
export async function closeUnit(
	work: Work,
	unitId: string,
	closing: UnitClosing,
): Promise<Outcome<{ closed: number }, UnitRefusal>> {
	const found = await open(work, unitId, closing.version);
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
		if (!(await store.updateLastDay(work, one, closing.lastDay))) return refused("changed-by-another");
		await record(work, {
			verb: "unit.close",
			objectKind: "unit",
			objectId: one.id,
			detail: { lastDay: closing.lastDay, with: one.id === unitId ? null : unitId },
		});
	}
	return done({ closed: 1 + below.length });
}

/** Opens a closed unit again, as if it had never been closed. Units closed with it are opened one by one. */
export async function reopenUnit(
	work: Work,
	unitId: string,
	version: number,
): Promise<Outcome<{ version: number }, UnitRefusal>> {
	const found = await open(work, unitId, version);
	if (found.refused) return found;
	const { unit } = found.done;
	if (unit.validTo === null) return refused("not-closed");
	const parent = unit.parentId === null ? undefined : await store.findUnit(work, unit.organisationId, unit.parentId);
	if (parent && parent.validTo !== null) return refused("parent-closed", { detail: { name: parent.name } });
	if (!(await store.updateLastDay(work, unit, null))) return refused("changed-by-another");
	await record(work, {
		verb: "unit.reopen",
		objectKind: "unit",
		objectId: unitId,
		detail: { lastDay: unit.validTo },
	});
	return done({ version: version + 1 });
}

/** A unit of the organisation acted for that the asker manages, in the version looked at (null: whichever). */
async function open(
	work: Work,
	unitId: string,
	version: number | null,
): Promise<Outcome<{ unit: Unit; mandate: Mandate; path: UnitPath }, UnitRefusal>> {
	const mandate = await mandateOf(work);
	const { organisationId } = mandate;
	const unit = organisationId !== null && isId(unitId) ? await store.findUnit(work, organisationId, unitId) : undefined;
	if (!unit) return refused("missing");
	const path = (await unitPath(work, unit.organisationId, unitId)) ?? [];
	if (!mayManageUnit(mandate, path)) return refused("not-allowed");
	if (version !== null && version !== unit.version) return refused("changed-by-another");
	return done({ unit, mandate, path });
}

async function surroundings(
	work: Work,
	organisationId: string,
	values: UnitValues,
	except: string | null,
): Promise<Surroundings> {
	const { postcode, municipalityNumber, code } = values;
	return {
		sectors: new Set((await listSectors(work)).map((sector) => sector.code)),
		settings: new Map((await listSettings(work)).map((setting) => [setting.code, setting.sector])),
		postcode: postcode === null ? undefined : await store.findPostcode(work, postcode),
		municipalityKnown: municipalityNumber === null ? undefined : await store.isMunicipality(work, municipalityNumber),
		codeTaken: code !== null && (await store.isCodeTaken(work, organisationId, code, except)),
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
