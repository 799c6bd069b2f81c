/** Plain lists of programmes: what pages show choices from. */

export const programmeStates = ["draft", "open", "under-way", "closed"] as const;
export type ProgrammeState = (typeof programmeStates)[number];

/** Who is admitted: all who apply; those who apply first, as long as there are places; or by what is written. */
export const admissionRules = ["all", "capacity", "priority"] as const;

/** How values of a measure become one number: added up, or their mean. */
export const addings = ["sum", "mean"] as const;

/** The most themes a programme has: more are none. */
export const mostThemes = 5;

/** What a programme must have before it opens, in the order it is told. */
export const lackings = [
	"mandate",
	"themes",
	"goals",
	"local-examples",
	"expectations",
	"batches",
	"batch-past",
	"places",
	"priorities",
	"money",
	"arena",
] as const;
export type Lacking = (typeof lackings)[number];

export const admissionStates = ["draft", "sent", "waiting", "admitted", "declined", "withdrawn"] as const;
export type AdmissionState = (typeof admissionStates)[number];

/** What the keeper of a programme answers. */
export const decisions = ["admitted", "waiting", "declined"] as const;

/** Why a project is not in a total: the first is furthest from it, the last nearest. */
export const outsides = [
	"no-goal",
	"own-measure",
	"other-version",
	"other-unit",
	"other-definition",
	"no-baseline",
	"not-measured",
] as const;
export type Outside = (typeof outsides)[number];

export const programmeSorts = ["title", "state", "first-day", "keeper"] as const;

/** How often a municipality has been in a programme: never, once, more often. */
export const experiences = ["never", "rarely", "more"] as const;
export type Experience = (typeof experiences)[number];

/** How far a municipality has come in a programme. */
export const heres = ["none", "invited", "applied", "admitted"] as const;
export type Here = (typeof heres)[number];

export const appliedSorts = ["turn", "name", "sent", "state"] as const;

export const reachSorts = ["before", "name", "county", "population"] as const;
