import { z } from "zod";
import type { Refusal } from "../../../../outcome.ts";
import { day, id, name } from "../../contract.ts";
import type { IdentityPeriod } from "../../directory/contract.ts";
import { type Division, identityValues } from "../../register/contract.ts";
import { successorOf } from "./merge-form.ts";
import { partNumbers, unitField } from "./parts.ts";

const existing = id.nullable();
const made = name.nullable();
const { number, source } = identityValues.shape;
const percent = z.number().positive().max(100).nullable();

/** A division as its form sends it: up to five parts. Where each unit goes stands in fields of their own. */
export const divideForm = z.object({
	...{ happenedOn: day, source },
	...{ to1: existing, name1: made, number1: number, share1: percent },
	...{ to2: existing, name2: made, number2: number, share2: percent },
	...{ to3: existing, name3: made, number3: number, share3: percent },
	...{ to4: existing, name4: made, number4: number, share4: percent },
	...{ to5: existing, name5: made, number5: number, share5: percent },
});
type DivideForm = z.infer<typeof divideForm>;

/** The part each placed unit goes to, by the unit's id; units left to the largest part are not there. */
export function readPlaces(form: FormData, unitIds: readonly string[]): ReadonlyMap<string, number> {
	const places = new Map<string, number>();
	for (const unitId of unitIds) {
		const part = partNumbers.find((one) => String(one) === form.get(unitField(unitId)));
		if (part !== undefined) places.set(unitId, part);
	}
	return places;
}

/** The division a form asks for; parts without anything written are left out. */
export function divisionOf(
	values: DivideForm,
	before: { readonly id: string; readonly kind: string; readonly newest: IdentityPeriod },
	places: ReadonlyMap<string, number>,
): Division {
	const { happenedOn, source: from } = values;
	return {
		predecessorId: before.id,
		successors: partNumbers.flatMap((part) => {
			const given = {
				organisationId: values[`to${part}`],
				name: values[`name${part}`],
				number: values[`number${part}`],
			};
			const share = values[`share${part}`];
			if (given.organisationId === null && given.name === null && share === null) return [];
			return [
				{
					...successorOf(given, before, { happenedOn, source: from }),
					share: (share ?? 0) / 100,
					unitIds: [...places].filter(([, place]) => place === part).map(([unitId]) => unitId),
				},
			];
		}),
		happenedOn,
		source: from,
	};
}

/** What the form itself can see is missing: two parts at least, each with who and how much. */
export function refuseParts(values: DivideForm, places: ReadonlyMap<string, number>): Refusal[] {
	const placed = new Set(places.values());
	return partNumbers.flatMap((part): Refusal[] => {
		const hasWho = values[`to${part}`] !== null || values[`name${part}`] !== null;
		const hasShare = values[`share${part}`] !== null;
		const isNeeded = part <= 2 || hasWho || hasShare || placed.has(part);
		return [
			...(isNeeded && !hasWho ? [{ code: "successor-unknown", field: `to${part}` }] : []),
			...(isNeeded && !hasShare ? [{ code: "required", field: `share${part}` }] : []),
		];
	});
}

/** Where on the form a refusal of the division belongs. */
export function divideField(refusal: Refusal): Refusal {
	const fields: Readonly<Record<string, string>> = { successors: "share1", successor: "to1", number: "number1" };
	const field = refusal.field === undefined ? undefined : fields[refusal.field];
	return field === undefined ? refusal : { ...refusal, field };
}
