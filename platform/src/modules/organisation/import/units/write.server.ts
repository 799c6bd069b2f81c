import { newId, type Work } from "../../../../database/work.server.ts";
import { searchNameOf as personSearchName } from "../../people/rules.ts";
import { insertMemberships } from "../../people/store.server.ts";
import { laterDay } from "../../rules.ts";
import { searchNameOf } from "../../unit/rules.ts";
import { insertUnits, type UnitToInsert } from "../../unit/store.server.ts";
import type { PlannedUnit, UnitFacts, UnitPlan } from "./plan.ts";
import { updateUnits } from "./store.server.ts";

/** Writes what was planned: new units last among their siblings, parents first, then changes, then leaders. */
export async function writeUnits(work: Work, organisationId: string, plan: UnitPlan, facts: UnitFacts): Promise<void> {
	const made = new Map(plan.created.map((unit) => [unit.id, newId()]));
	const idOf = (id: string) => made.get(id) ?? id;
	const parentOf = ({ parentId }: PlannedUnit) => (parentId === null ? null : idOf(parentId));
	const place = lastPlaces(facts);
	const inserts = plan.created.map((unit): UnitToInsert => {
		const parentId = parentOf(unit);
		return {
			...{ organisationId, id: idOf(unit.id), parentId, sort: place(parentId) },
			...{ validFrom: unit.validFrom ?? work.today, validTo: null },
			...{ values: unit.values, searchName: searchNameOf(unit.values) },
		};
	});
	await insertUnits(work, inserts);
	await updateUnits(
		work,
		organisationId,
		plan.changed.map((unit) => ({
			...{ id: unit.id, parentId: parentOf(unit), validFrom: unit.validFrom ?? unit.before.validFrom },
			...{ values: unit.values, searchName: searchNameOf(unit.values) },
		})),
	);
	const led = [...plan.created, ...plan.changed].flatMap((unit) => {
		const { leader } = unit;
		if (leader === null) return [];
		const opens = unit.validFrom ?? work.today;
		const values = {
			...({
				name: leader.name,
				email: leader.email,
				phone: null,
				role: "unit-leader",
				title: null,
				share: null,
			} as const),
			...({ position: "line", unitId: idOf(unit.id), deputyId: null, validTo: null } as const),
			validFrom: laterDay(opens, work.today),
		};
		return [
			{
				...{ organisationId, id: newId(), personId: null, values },
				...{ verifiedAt: work.now, searchName: personSearchName(values) },
			},
		];
	});
	await insertMemberships(work, led);
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
