/** How an answer is held against something. */
export const comparisons = ["at-most", "at-least", "equal", "less", "more"] as const;
export type Comparison = (typeof comparisons)[number];
