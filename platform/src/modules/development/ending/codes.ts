/** Plain lists of how projects end, and what is asked afterwards. */

/** What is decided at the end. Stopped is a result too, with its lesson. */
export const outcomes = ["operations", "continued", "changed", "stopped"] as const;

/** Whether the purpose was reached, in the words of whoever decides. */
export const reaches = ["yes", "partly", "no", "unknown"] as const;

/** Months after the end when it is asked what is in use: always, and by choice. */
export const followUpMonths = [12, 36] as const;
export const furtherMonths = ["60", "120"] as const;

export const uses = ["all", "some", "none"] as const;

/** Why what came of a project is used less, or not. */
export const useReasons = ["savings", "person-left", "other-priority", "replaced", "did-not-work", "other"] as const;
