/** How a project stands. */
export const standings = ["as-planned", "behind", "stuck"] as const;
export type Standing = (typeof standings)[number];
