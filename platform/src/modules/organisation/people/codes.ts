export const positions = ["line", "staff"] as const;

/** What the list draws attention to. */
export const peopleWarnings = ["unverified", "unit-closed", "deputy-left", "no-email"] as const;
export type PeopleWarning = (typeof peopleWarnings)[number];

export const peopleSorts = ["name", "role", "unit", "from", "to", "verified"] as const;
export type PeopleSort = (typeof peopleSorts)[number];
/** Current: holds today. Coming: not begun. Ended: over. */
export const peopleStatuses = ["current", "coming", "ended", "all"] as const;
export type PeopleStatus = (typeof peopleStatuses)[number];
