import { newId, type Work } from "../../../../database/work.server.ts";
import { rowsInTurn } from "../../../../import/turns.ts";
import { piecesOf } from "../../../../pieces.ts";
import { searchNameOf as personSearchName } from "../../people/rules.ts";
import { insertMemberships, type MembershipToInsert } from "../../people/store.server.ts";
import { laterDay } from "../../rules.ts";
import { keepFormerUnits } from "../../unit/former.store.server.ts";
import { searchNameOf } from "../../unit/rules.ts";
import { insertUnits } from "../../unit/write.store.server.ts";
import type { PlannedUnit, UnitFacts, UnitPlan } from "./plan.ts";
import { updateUnits } from "./store.server.ts";

/**
 * Writes what was planned: new units last among their siblings, parents first, then changes, then leaders. Piece by
 * piece, so that everybody else gets their turn.
 */
export async function writeUnits(work: Work, organisationId: string, plan: UnitPlan, facts: UnitFacts): Promise<void> {
	const made = new Map(plan.created.map((unit) => [unit.id, newId()]));
	const idOf = (id: string) => made.get(id) ?? id;
	const shared = (unit: PlannedUnit) => ({
		...{ id: idOf(unit.id), parentId: unit.parentId === null ? null : idOf(unit.parentId) },
		...{ values: unit.values, searchName: searchNameOf(unit.values) },
	});
	const place = lastPlaces(facts);
	for (const piece of piecesOf(plan.created, rowsInTurn))
		await insertUnits(
			work,
			piece.map((unit) => {
				const about = shared(unit);
				const dates = { validFrom: unit.validFrom ?? work.today, validTo: null };
				return { ...about, ...dates, organisationId, sort: place(about.parentId) };
			}),
		);
	for (const piece of piecesOf(plan.changed, rowsInTurn)) {
		const changed = piece.map((unit) => ({ ...shared(unit), validFrom: unit.validFrom ?? unit.before.validFrom }));
		await keepFormerUnits(
			work,
			organisationId,
			changed.map(({ id, parentId, values: { name, setting, sector } }) => ({ id, parentId, name, setting, sector })),
		);
		await updateUnits(work, organisationId, changed);
	}
	const led = [...plan.created, ...plan.changed].filter((unit) => unit.leader !== null);
	for (const piece of piecesOf(led, rowsInTurn))
		await insertMemberships(
			work,
			piece.flatMap((unit) => leaderOf(work, organisationId, unit, idOf(unit.id))),
		);
}

/** The role of whoever is to lead a unit, from the day it opens or today. */
function leaderOf(
	work: Work,
	organisationId: string,
	{ leader, validFrom }: PlannedUnit,
	unitId: string,
): MembershipToInsert[] {
	if (leader === null) return [];
	const values = {
		...({ role: "unit-leader", position: "line" } as const),
		...{ name: leader.name, email: leader.email, phone: null, title: null, share: null },
		...{ unitId, deputyId: null, validFrom: laterDay(validFrom ?? work.today, work.today), validTo: null },
	};
	const searchName = personSearchName(values);
	return [{ organisationId, id: newId(), personId: null, values, verifiedAt: work.now, searchName }];
}

/** A function that gives the next place among the children of a unit (null: at the top). */
function lastPlaces({ units }: UnitFacts): (parentId: string | null) => number {
	const last = new Map<string | null, number>();
	for (const { parentId, sort } of units) last.set(parentId, Math.max(last.get(parentId) ?? 0, sort));
	return (parentId) => {
		const next = (last.get(parentId) ?? 0) + 10;
		last.set(parentId, next);
		return next;
	};
}
