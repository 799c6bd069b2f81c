import type { Refusal } from "../../../outcome.ts";
import type { ProjectRefusal } from "../project/contract.ts";
import type { Status, StatusFacts } from "./contract.ts";

/** The statuses that count, the latest first. */
export function standingStatuses<One extends Pick<Status, "onDay" | "undoneAt">>(list: readonly One[]): One[] {
	return list
		.filter(({ undoneAt }) => undoneAt === null)
		.toReversed()
		.sort((one, other) => other.onDay.localeCompare(one.onDay));
}

/** Why a status cannot be noted. `last` is the latest that counts. */
export function refuseStatus(
	facts: StatusFacts,
	about: { readonly today: string; readonly startedOn: string; readonly last: Status | null },
): Refusal<ProjectRefusal>[] {
	const refusals: Refusal<ProjectRefusal>[] = [];
	const { last } = about;
	if (facts.onDay > about.today) refusals.push({ code: "ahead-of-today", field: "onDay" });
	else if (facts.onDay < (last?.onDay ?? about.startedOn)) refusals.push({ code: "before-last", field: "onDay" });
	if (facts.done === "" && facts.next === "") refusals.push({ code: "status-empty", field: "done" });
	if (facts.standing !== "as-planned" && facts.hinder === "")
		refusals.push({ code: "hinder-missing", field: "hinder" });
	for (const field of ["hoursUsed", "kronerUsed"] as const)
		if (facts[field] !== null && last !== null && (last[field] ?? 0) > (facts[field] ?? 0))
			refusals.push({ code: "used-less", field });
	return refusals;
}
