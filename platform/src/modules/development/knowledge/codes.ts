/** Plain lists of knowledge needs and of what is researched together: what pages show choices from. */

/** What a need may be answered by, and what research may be. */
export const researchKinds = ["research", "development", "thesis", "placement-assignment", "master", "phd"] as const;
export type ResearchKind = (typeof researchKinds)[number];

/** Why a need is closed. */
export const closings = ["answered", "known-elsewhere", "no-longer"] as const;

export const needStates = ["open", "closed"] as const;
export const needSorts = ["importance", "question", "organisation", "needed-by"] as const;
