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

export const programmeSorts = ["title", "state", "first-day", "keeper"] as const;
