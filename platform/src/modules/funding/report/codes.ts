/** How a report stands: nothing is due before it is written, and what is accepted is behind. */
export const reportStates = ["draft", "sent", "returned", "accepted"] as const;
export type ReportState = (typeof reportStates)[number];

/** How a report underway stands: it is read, and not judged. */
export const interimStates = ["draft", "sent", "read"] as const;
export type InterimState = (typeof interimStates)[number];

/** How what is due stands, of either kind. */
export const dueStates = [...reportStates, "read"] as const;
export type DueState = (typeof dueStates)[number];

/** Days before a report is due that its writers are reminded. */
export const reminderDays = 30;
