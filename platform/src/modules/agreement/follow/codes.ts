/** Plain lists of the folder, apart from the contract so that pages bring no schema to the browser. */

/** How a promise stands in a span of days. */
export const followings = ["not-begun", "no-number", "unknown", "on-track", "slipping", "kept", "not-kept"] as const;
export type Following = (typeof followings)[number];

/** One to five, or that the party does not know. */
export const verdicts = ["1", "2", "3", "4", "5", "unknown"] as const;
export type Verdict = (typeof verdicts)[number];
