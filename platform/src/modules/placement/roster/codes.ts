export const studentSorts = ["name", "institution", "year", "postcode", "claims"] as const;
export type StudentSort = (typeof studentSorts)[number];

export const studentStatuses = ["current", "left"] as const;
export type StudentStatus = (typeof studentStatuses)[number];

/** What the list draws attention to. */
export const studentWarnings = [
	"no-postcode",
	"unknown-postcode",
	"without-claim",
	"without-wishes",
	"need-waiting",
	"no-email",
	"not-named",
] as const;
export type StudentWarning = (typeof studentWarnings)[number];

/** The most students entered by number at a time. */
export const mostCounted = 500;
/** How many wishes a student may have before a round has said. */
export const usualWishes = 5;
/** Days a link to state wishes works: through the deadline and long enough to see what one asked for. */
export const wishLinkDays = 180;

/** Which field a kind of rule needs besides: an amount of minutes, or what it points at. */
export const ruleNeeds = {
	"most-minutes": "amount",
	"only-municipality": "municipality",
	"not-site": "site",
	"not-host": "host",
	"setting-done": "setting",
	"near-public-transport": null,
} as const;
