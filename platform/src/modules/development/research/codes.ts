/** Plain lists of research: what pages show choices from. */

/** With whom its questions were worked out. */
export const workedOut = ["together", "heard", "alone"] as const;

export const fundings = ["none", "own", "sought", "granted"] as const;

export const answers = ["yes", "changed", "no"] as const;
export const noBecause = ["relevance", "capacity", "finance"] as const;

/** What the asked say of what came back, the best first. */
export const returnsSaid = ["in-use", "understood", "unclear", "not-received"] as const;

/** Where research is: going, given back to those who took part, or ended. */
export const researchStates = ["going", "returned", "ended"] as const;
export type ResearchState = (typeof researchStates)[number];
export const researchSorts = ["title", "organisation", "last-day"] as const;

/** What the list of those who are asked is sorted by. */
export const askedSorts = ["asks", "hours", "name", "population"] as const;
/** Times an organisation is asked in a year before it is often. */
export const often = 3;
export const askedHows = ["often", "never"] as const;
