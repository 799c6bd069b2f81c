/** What the register draws attention to, the worst first. */
export const contactWarnings = [
	"vacant",
	"holder-left",
	"deputy-left",
	"no-deputy",
	"unit-closed",
	"unverified",
] as const;
export type ContactWarning = (typeof contactWarnings)[number];

export const registerSorts = ["responsibility", "unit", "who", "verified"] as const;
export type RegisterSort = (typeof registerSorts)[number];

/** Whether somebody answers, as a filter. */
export const answeredOrNot = ["yes", "no"] as const;
