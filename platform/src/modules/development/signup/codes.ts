/** Plain lists of sign-ups: what pages show choices from. */

/** In what role somebody comes to a gathering. */
export const comingRoles = ["project-leader", "line-leader", "union", "top-management", "politician", "other"] as const;
export type ComingRole = (typeof comingRoles)[number];

/** The roles a member should come with: without them nothing is decided or carried home. */
export const expectedRoles = [
	"project-leader",
	"line-leader",
	"union",
	"top-management",
	"politician",
] as const satisfies readonly ComingRole[];

/** What the time of a gathering is for. */
export const timeUses = ["input", "sharing", "reflection", "work"] as const;
export type TimeUse = (typeof timeUses)[number];
