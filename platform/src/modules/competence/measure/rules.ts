import type { Refusal } from "../../../outcome.ts";
import { learningKinds, type Order } from "./codes.ts";
import type { Measure, MeasureFacts, MeasureRefusal } from "./contract.ts";

/** What is wrong with a measure as it is stated. */
export function refuseMeasure(
	facts: MeasureFacts,
	around: {
		readonly plans: ReadonlySet<string>;
		readonly units: ReadonlySet<string>;
		readonly entries: ReadonlySet<string>;
	},
): Refusal<MeasureRefusal>[] {
	const refusals: Refusal<MeasureRefusal>[] = [];
	if (!around.plans.has(facts.planId)) refusals.push({ code: "plan-unknown", field: "planId" });
	if (facts.unitId !== null && !around.units.has(facts.unitId))
		refusals.push({ code: "unit-unknown", field: "unitId" });
	if (facts.entryId !== null && !around.entries.has(facts.entryId))
		refusals.push({ code: "entry-unknown", field: "entryId" });
	if (facts.closes !== null && facts.entryId === null) refusals.push({ code: "closes-what", field: "entryId" });
	const same = (one: string | null, other: string | null) =>
		one !== null && one !== "" && one.toLowerCase() === other?.toLowerCase();
	if (same(facts.ownerEmail, facts.deputyEmail) || same(facts.ownerName, facts.deputyName))
		refusals.push({ code: "owner-twice", field: "deputyName" });
	if (facts.status === "dropped" && facts.note === "") refusals.push({ code: "dropped-why", field: "note" });
	return refusals;
}

/** Whether a measure is still to be carried out. */
export function isOpen({ status }: Pick<Measure, "status">): boolean {
	return status !== "done" && status !== "dropped";
}

export function isLate(measure: Pick<Measure, "status" | "dueOn">, today: string): boolean {
	return isOpen(measure) && measure.dueOn !== null && measure.dueOn < today;
}

type Ordered = Pick<Measure, "kind" | "status" | "financing">;

/** The open measures that ask one kind of thing of others. */
export function orderedOf<One extends Ordered>(order: Order, measures: readonly One[]): One[] {
	return { education: ordersOf, supervisors: supervisorNeedsOf, grants: grantNeedsOf }[order](measures);
}

/** Measures in which employees learn something: what the plan orders from those who teach. */
export function ordersOf<One extends Ordered>(measures: readonly One[]): One[] {
	return measures.filter((one) => isOpen(one) && learningKinds.includes(one.kind));
}

/** Measures that make supervisors: what placement needs to know. */
export function supervisorNeedsOf<One extends Ordered>(measures: readonly One[]): One[] {
	return measures.filter((one) => isOpen(one) && one.kind === "supervisor-training");
}

/** Measures a state grant is to pay for: what funding applies for. */
export function grantNeedsOf<One extends Ordered>(measures: readonly One[]): One[] {
	return measures.filter((one) => isOpen(one) && one.financing === "state-grant");
}
