/** Months after a completed education when it is asked whether it is used. */
export const askedMonths = [6, 18] as const;
export type AskedMonths = (typeof askedMonths)[number];

/** How much what was learnt is used, most first. */
export const usesOf = ["often", "some", "hardly"] as const;
export type Uses = (typeof usesOf)[number];

/** What stands in the way. */
export const hinders = ["tasks", "time", "leading", "moved", "left", "other"] as const;
export type Hinder = (typeof hinders)[number];

/** Studies completed so many days longer ago than they are asked after are not asked. */
export const lateDays = 60;
/** After so many days without an answer there is a reminder, once. */
export const remindAfterDays = 14;
/** So many days a link is good for. */
export const answerDays = 60;
/** So many days after it was asked which study it was is forgotten. */
export const forgetDays = 365;
