/** Plain lists of the room: what pages show choices from. They stand apart from the contract, which brings schemas. */

/** What can stand in the competence framework. */
export const entryKinds = ["education", "specialisation", "course", "certificate"] as const;
export type EntryKind = (typeof entryKinds)[number];

/** Levels of education, lowest first. Courses and certificates have none. */
export const entryLevels = [
	"no-formal",
	"upper-secondary",
	"vocational-college",
	"bachelor",
	"further",
	"master",
	"doctorate",
] as const;
export type EntryLevel = (typeof entryLevels)[number];

/** How fresh what is known of a unit is: no number at all, one that is too old, or all fresh. */
export const freshnesses = ["missing", "stale", "fresh"] as const;
export type Freshness = (typeof freshnesses)[number];

/** What holds until an organisation has chosen otherwise: nobody who studies stands with a name. */
export const standardChoice = { staleMonths: 12, leavingAge: 65, namedStudies: false, nameYears: 3 } as const;

/** Most rows the form of a unit may have. */
export const mostRows = 60;

/** What a need follows from. */
export const bases = ["task", "users", "norm", "plan"] as const;
export type Basis = (typeof bases)[number];

/** Years ahead a gap is reckoned for; 0 is now. */
export const horizons = [0, 2, 4, 8] as const;
export type Horizon = (typeof horizons)[number];
