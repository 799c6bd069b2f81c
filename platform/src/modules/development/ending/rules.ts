import type { Refusal } from "../../../outcome.ts";
import type { Project, ProjectRefusal } from "../project/contract.ts";
import type { EndingFacts, FollowUp, FollowUpAnswer } from "./contract.ts";

/** Why a project cannot end so. */
export function refuseEnding(
	project: Pick<Project, "state" | "startedOn">,
	facts: EndingFacts,
	today: string,
): Refusal<ProjectRefusal>[] {
	if (project.state !== "running") return [{ code: "not-running" }];
	const refusals: Refusal<ProjectRefusal>[] = [];
	if (facts.decidedOn > today) refusals.push({ code: "ahead-of-today", field: "decidedOn" });
	if (project.startedOn !== null && facts.decidedOn < project.startedOn)
		refusals.push({ code: "before-last", field: "decidedOn" });
	if ((facts.outcome === "stopped" || facts.outcome === "changed") && facts.cause === "")
		refusals.push({ code: "cause-missing", field: "cause" });
	if (facts.outcome === "operations")
		for (const field of ["operationsOwner", "operationsBudget", "operationsRoutine"] as const)
			if (facts[field] === "") refusals.push({ code: "operations-missing", field });
	return refusals;
}

/** Why what is in use cannot be answered so. */
export function refuseFollowUp(
	followUp: Pick<FollowUp, "answeredOn" | "dueOn">,
	answer: FollowUpAnswer,
	today: string,
): Refusal<ProjectRefusal>[] {
	if (followUp.answeredOn !== null) return [{ code: "already-answered" }];
	if (followUp.dueOn > today) return [{ code: "not-due" }];
	return answer.inUse === "none" && answer.reason === null ? [{ code: "reason-missing", field: "reason" }] : [];
}
