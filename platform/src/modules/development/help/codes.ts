/** Plain lists of help: what pages show choices from. */

/** How help is given: told of it, a visit where they are, or developed together from the start. */
export const helpWays = ["information", "visit", "together"] as const;
export type HelpWay = (typeof helpWays)[number];
/** Who is developed with together at least: what is made with one fits one. */
export const togetherLeast = 2;

/** Where it is given. */
export const helpPlaces = ["theirs", "ours", "screen"] as const;

export const offerAnswers = ["yes", "later", "no"] as const;

/** Where help to one organisation stands. */
export const offerStates = ["offered", "later", "waiting", "going", "ended", "declined", "withdrawn"] as const;
export type OfferState = (typeof offerStates)[number];

export const contactHows = ["visit", "meeting", "screen", "phone", "mail"] as const;

/** What the list of help is sorted by. */
export const helpSorts = ["title", "organisation", "distance"] as const;

/** What the list of those who are reached is sorted by, and how it is narrowed. */
export const reachedSorts = ["offers", "name", "population", "distance", "contact"] as const;
export const reachedHows = ["never", "never-by-us", "no-answer", "no-contact"] as const;
export type ReachedHow = (typeof reachedHows)[number];

/** What the list of projects advisers follow is sorted by. */
export const guidedSorts = ["status", "organisation", "title", "last-day"] as const;
export const guidedHows = ["late", "stuck", "card"] as const;
export type GuidedHow = (typeof guidedHows)[number];
