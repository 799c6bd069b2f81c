import type { Refusal } from "../../../outcome.ts";
import type { GatheringRefusal } from "../gathering/contract.ts";
import type { Reflection, ReflectionFacts } from "./contract.ts";

/** Why a reflection cannot be noted so: what was held has been, and what was not has a reason. */
export function refuseReflection(facts: ReflectionFacts, today: string): Refusal<GatheringRefusal>[] {
	const refusals: Refusal<GatheringRefusal>[] = [];
	if (facts.onDay > today) refusals.push({ code: "ahead-of-today", field: "onDay" });
	if (facts.held === "no" && facts.notBecause === "") refusals.push({ code: "because-missing", field: "notBecause" });
	return refusals;
}

/** How many were planned, were held, and changed something: each a part of the one before. */
export function countReflections(list: readonly Reflection[]) {
	const held = list.filter((one) => one.held);
	return { planned: list.length, held: held.length, changed: held.filter(({ changed }) => changed !== "").length };
}
