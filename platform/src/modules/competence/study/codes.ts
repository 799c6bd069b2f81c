/** Plain lists of studies in progress: what pages show choices from. */

/** How far a study has come, in order; the last two are where it stopped or waits. */
export const studyStates = [
	"planned",
	"applied",
	"admitted",
	"started",
	"completed",
	"deferred",
	"dropped-out",
] as const;
export type StudyState = (typeof studyStates)[number];

/** Why a study waits or was given up. */
export const studyReasons = [
	"no-leave",
	"no-substitute",
	"not-admitted",
	"too-heavy",
	"travel",
	"not-held",
	"left-job",
	"own-reasons",
	"other",
] as const;
export type StudyReason = (typeof studyReasons)[number];

/** Whether leave, or a substitute, is needed and secured. */
export const securities = ["none", "wanted", "secured"] as const;
export type Security = (typeof securities)[number];

/** Who pays. */
export const payers = ["own-budget", "state-grant", "county", "employee", "other"] as const;
export type Payer = (typeof payers)[number];

/** What lists of studies are sorted by. */
export const studySorts = ["who", "title", "unit", "state", "last-day"] as const;

/** The states a study can go to from where it stands: forward, also past steps nobody noted, or out of the way. */
export const nextStates: Readonly<Record<StudyState, readonly StudyState[]>> = {
	planned: ["applied", "admitted", "started", "deferred", "dropped-out"],
	applied: ["admitted", "started", "deferred", "dropped-out"],
	admitted: ["started", "deferred", "dropped-out"],
	started: ["completed", "deferred", "dropped-out"],
	deferred: ["applied", "admitted", "started", "dropped-out"],
	completed: [],
	"dropped-out": [],
};

export function isPayer(word: string): word is Payer {
	return payers.some((one) => one === word);
}
