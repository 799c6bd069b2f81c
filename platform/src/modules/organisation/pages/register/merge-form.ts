import { z } from "zod";
import type { Refusal } from "../../../../outcome.ts";
import { day, id, name } from "../../contract.ts";
import type { IdentityPeriod } from "../../directory/contract.ts";
import { identityValues, type Merger, type Successor } from "../../register/contract.ts";
import { heirOf } from "../../register/rules.ts";
import { partnerFields } from "./partners.ts";

const partner = id.nullable();

/** A merger as its form sends it: up to nine others, and what they all become. */
export const mergeForm = z.object({
	happenedOn: day,
	partner1: partner,
	partner2: partner,
	partner3: partner,
	partner4: partner,
	partner5: partner,
	partner6: partner,
	partner7: partner,
	partner8: partner,
	partner9: partner,
	successorId: id.nullable(),
	name: name.nullable(),
	number: identityValues.shape.number,
	source: identityValues.shape.source,
});
type MergeForm = z.infer<typeof mergeForm>;

/** The merger a form asks for, seen from one of those that merge. */
export function mergerOf(
	values: MergeForm,
	predecessor: { readonly id: string; readonly kind: string; readonly newest: IdentityPeriod },
): Merger {
	const { happenedOn, source } = values;
	return {
		predecessorIds: [predecessor.id, ...partnerFields.flatMap((field) => values[field] ?? [])],
		successor: successorOf({ ...values, organisationId: values.successorId }, predecessor, { happenedOn, source }),
		happenedOn,
		source,
	};
}

/** One that exists, a new one in the seat of the one before, or one that exists and takes a new name. */
export function successorOf(
	given: { readonly organisationId: string | null; readonly name: string | null; readonly number: string | null },
	before: { readonly kind: string; readonly newest: IdentityPeriod },
	{ happenedOn, source }: { readonly happenedOn: string; readonly source: string },
): Successor {
	const { organisationId, name, number } = given;
	const made =
		name === null ? null : heirOf(before.kind, before.newest, { name, number, source, sourceDate: happenedOn });
	return { organisationId, made };
}

/** Where on the form a refusal of the merger belongs. */
export function mergeField(refusal: Refusal): Refusal {
	if (refusal.field === "successor") return { ...refusal, field: "successorId" };
	return refusal.field === "predecessorIds" ? { ...refusal, field: "partner1" } : refusal;
}
