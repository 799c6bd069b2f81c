/** Plain lists of projects: what pages show choices from. */

export const projectStates = ["draft", "running", "ended"] as const;
export type ProjectState = (typeof projectStates)[number];

/** How new it is; development on what exists is as welcome. */
export const novelties = ["here", "region", "nation", "builds-on"] as const;

/** How much a project touches. */
export const breadths = ["unit", "units", "organisation"] as const;
export type Breadth = (typeof breadths)[number];

/** Who decided that it shall be done, the nearest first. */
export const deciders = ["unit-leader", "sector-head", "chief-executive", "council"] as const;
export type Decider = (typeof deciders)[number];

/** The least that must have decided a project of each breadth. */
export const neededDecider: Readonly<Record<Breadth, Decider>> = {
	unit: "unit-leader",
	units: "sector-head",
	organisation: "chief-executive",
};

/** What a project may lack, or where it has stopped; the most pressing first. */
export const stalls = [
	"stuck",
	"over-end",
	"no-status",
	"no-baseline",
	"spent-unmeasured",
	"no-leader",
	"longer-than-others",
] as const;
export type Stall = (typeof stalls)[number];

/** What lists of projects are sorted by. */
export const projectSorts = ["state", "title", "leader", "last-day", "status"] as const;

/** Who should be involved in a project. */
export const expectedInvolved = ["user", "employee", "union", "leader", "politician"] as const;

/** Days a running project may be without a baseline for each of its goals. */
export const baselineDays = 60;

/** Days a running project may go without any leader having been involved. */
export const leaderDays = 120;

/** How many ended projects it takes to say how long one like them usually takes. */
export const comparableLeast = 5;
