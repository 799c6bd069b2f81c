/** Mail that goes no further by itself; somebody decides what becomes of it. */
export const stuckStates = ["uncertain", "failed", "held"] as const;
export type StuckState = (typeof stuckStates)[number];
