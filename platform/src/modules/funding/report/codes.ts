/** How a report stands: nothing is due before it is written, and what is accepted is behind. */
export const reportStates = ["draft", "sent", "returned", "accepted"] as const;
export type ReportState = (typeof reportStates)[number];

/** Days before a report is due that its writers are reminded. */
export const reminderDays = 30;
