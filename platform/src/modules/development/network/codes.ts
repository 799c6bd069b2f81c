/** Owned: its members have decided it. Offered: somebody offers a place to meet. Self-governing: those who take part decide. */
export const networkKinds = ["owned", "offered", "self-governing"] as const;
export type NetworkKind = (typeof networkKinds)[number];

export const moneyKinds = ["fee", "rotating", "budgets", "external", "unclear"] as const;

/** Beside: takes part without being a member, as a college or a state administrator may. */
export const memberStandings = ["member", "beside"] as const;

/** Whether those who answer for the services answer for the membership, or a staff. */
export const anchorings = ["line", "staff"] as const;

export const orderStates = ["ordered", "planned", "done", "declined"] as const;
export type OrderState = (typeof orderStates)[number];

/** What makes a network weak, in the order it is told. */
export const weaknesses = [
	"no-lead",
	"not-decided",
	"not-adopted",
	"staff-only",
	"pledge-unwritten",
	"pledge-undelivered",
	"no-gathering",
	"plan-past",
] as const;
export type Weakness = (typeof weaknesses)[number];

export const networkSorts = ["name", "members", "founded", "lead"] as const;
export const networkStates = ["going", "ended"] as const;
