/** Plain lists of the folder, apart from the contract so that pages bring no schema to the browser. */

/** The cuts coverage is shown by; the bounds of each stand in the kernel's folder of statistics. */
export const coverageCuts = ["size", "centrality", "distance", "sector"] as const;
export type CoverageCut = (typeof coverageCuts)[number];

/** Whether a municipality has an agreement in force that can be seen, and whether one follows it up in an arena. */
export const coverages = ["none", "no-arena", "covered"] as const;
export type Coverage = (typeof coverages)[number];

export const coverageSorts = ["name", "population", "centrality", "distance", "agreements"] as const;
export type CoverageSort = (typeof coverageSorts)[number];

/** Kinds of organisation that may bring others together, owning nothing themselves. */
export const brokerKinds = ["ks", "regional-council", "development-centre", "state-administrator"] as const;
