/** What is said of somebody at an organisation that gives guidance: not at all, a guide, or a guide who supervises too. */
export const guideKinds = ["none", "guide", "both"] as const;
export type GuideKind = (typeof guideKinds)[number];

/** How guidance stands: it waits for advice, or has it. */
export const guidanceStates = ["waiting", "advised"] as const;
export type GuidanceState = (typeof guidanceStates)[number];
