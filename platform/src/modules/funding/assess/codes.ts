/** Days a decision can be appealed. */
export const appealDays = 21;

/** The most one who assesses can give by a criterion. */
export const mostPoints = 10;

/** How far an application has come with who decides. */
export const receivedStates = [
	"received",
	"eligible",
	"ineligible",
	"granted",
	"refused",
	"withdrawn",
	"appealed",
] as const;
export type ReceivedState = (typeof receivedStates)[number];

/** What the list of applications is sorted by. */
export const receivedSorts = ["name", "population", "centrality", "applied", "score", "granted"] as const;

/** Sizes of municipalities by inhabitants, as official statistics put them: small under 5,000, large from 20,000. */
export const sizes = ["small", "middle", "large", "unknown"] as const;
export type Size = (typeof sizes)[number];
