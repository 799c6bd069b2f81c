import type { InvolvedRole } from "../../../involvement/rules.ts";

/** Plain lists of plans: what pages show choices from. */

/** How a plan stands. */
export const planStates = ["draft", "heard", "adopted", "review", "ended"] as const;
export type PlanState = (typeof planStates)[number];

/** What is done with a plan. `reviewed`: looked at again, and left as it is. */
export const planSteps = ["draft", "heard", "adopted", "review", "reviewed", "ended"] as const;
export type PlanStep = (typeof planSteps)[number];

/** The steps a plan can take from where it stands. A plan may be adopted without having been heard: that shows. */
export const nextPlanSteps: Readonly<Record<PlanState, readonly PlanStep[]>> = {
	draft: ["heard", "adopted"],
	heard: ["adopted"],
	adopted: ["review", "ended"],
	review: ["adopted", "reviewed", "ended"],
	ended: [],
};

/** Who should take part in a competence plan: users and unions above all, early. */
export const expectedRoles: readonly InvolvedRole[] = ["user-council", "union", "employee", "leader"];

/** So many days before a plan is to be looked at again, its planners are reminded. */
export const reviewReminderDays = 30;

/** Years ahead what is lacking is reckoned for in a plan, besides now. */
export const planHorizon = 4;
