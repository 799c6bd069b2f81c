/** Plain lists of goals: what pages show choices from. */

/** What a goal is about: what is done, how it is done, what comes of it, and what it is good for. */
export const goalKinds = ["activity", "process", "result", "effect"] as const;

/** What a goal does not say. */
export const vagueness = ["no-indicator", "no-unit", "no-target", "no-due", "no-baseline"] as const;
export type Vagueness = (typeof vagueness)[number];

/** How a goal stands. */
export const goalStandings = ["no-baseline", "unmeasured", "no-target", "worse", "on-way", "reached"] as const;
export type GoalStanding = (typeof goalStandings)[number];
