/** Plain lists of awards and their ledger: what pages show choices from. */

/** Where an award was made: by who gives it, here; or elsewhere, and noted from the letter by who received it. */
export const awardWays = ["here", "letter"] as const;
export type AwardWay = (typeof awardWays)[number];

/** How an award stands. */
export const awardStates = ["given", "accepted", "declined"] as const;
export type AwardState = (typeof awardStates)[number];

/** What becomes of money that is left: it follows the study year by rule, or who gives it is asked. */
export const carryRules = ["free", "asked"] as const;
export type CarryRule = (typeof carryRules)[number];

/**
 * The accounts of an award. The use of the money: granted = spent + carried + returned +
 * lost + left, where lost is what fell away because nobody began. The cash: paid against who
 * gives it. What the recipient adds: own-spent against own.
 */
export const accounts = [
	"granted",
	"left",
	"spent",
	"carried",
	"returned",
	"lost",
	"paid",
	"issuer",
	"own",
	"own-spent",
] as const;
export type Account = (typeof accounts)[number];

/** What an entry of the ledger is. */
export const entryKinds = ["grant", "adjust", "pay", "cost", "carry", "purpose", "return", "repay", "reverse"] as const;
export type EntryKind = (typeof entryKinds)[number];

/** What who receives an award notes by hand. */
export const notedKinds = ["cost", "pay", "return", "repay"] as const;

/** What is asked of who gives an award: to use money in a later year, or for another line. */
export const askKinds = ["carry", "purpose"] as const;
export type AskKind = (typeof askKinds)[number];

/** What has become of a place that is conditional on admission. */
export const placeStates = ["open", "waiting", "begun", "completed", "dropped", "never"] as const;
export type PlaceState = (typeof placeStates)[number];

/** Most lines of an award that are written at once. */
export const mostLines = 10;
