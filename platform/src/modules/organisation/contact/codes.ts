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
