/** Plain lists of advice: what pages show choices from. */

/** How a purpose reads to whoever keeps the programme. None: what stands there is no purpose. */
export const purposeReadings = ["clear", "unclear", "none"] as const;
export type PurposeReading = (typeof purposeReadings)[number];

/** How the goals read: clear and measurable; clear, not measurable; unclear. */
export const goalReadings = ["measurable", "clear", "unclear"] as const;
export type GoalReading = (typeof goalReadings)[number];

export const adviceHows = ["without", "purpose-unclear", "goals-unclear"] as const;
export type AdviceHow = (typeof adviceHows)[number];

export const adviceSorts = ["municipality", "title", "on"] as const;
