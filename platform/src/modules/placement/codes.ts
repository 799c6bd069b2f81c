/**
 * Plain lists of the room: what pages show choices from. They stand apart from the contracts, because a page that names
 * one would otherwise bring every schema to the browser.
 */

/**
 * Kinds of organisation that have learners of their own and order places for them. A county has upper secondary schools: it
 * orders for their pupils and apprentices, and receives students too.
 */
export const institutionKinds = ["institution", "vocational-college", "county"] as const;

/** How far a round has come. */
export const roundStates = ["preparing", "wishes", "allocating", "published", "closed"] as const;
export type RoundState = (typeof roundStates)[number];

/** What a site has said it can take, and how far that has come. `none`: it can take nobody. */
export const capacityStates = ["asked", "draft", "answered", "approved", "published", "none"] as const;
export type CapacityState = (typeof capacityStates)[number];

export const requestStates = ["draft", "sent", "answered", "withdrawn"] as const;

/** Why a request was not met, wholly or in part; kept and counted. */
export const unmetReasons = ["no-capacity", "no-supervisor", "no-agreement", "too-far", "no-answer", "other"] as const;

/** Learners outside the rounds who hold places at a site. */
export const loadKinds = ["pupil", "apprentice", "vocational-student", "further-education", "other"] as const;
export type LoadKind = (typeof loadKinds)[number];

export const travelMeans = ["car", "public", "foot"] as const;
export type TravelMeans = (typeof travelMeans)[number];

/** What a student can wish for: one site, any in a municipality, any in a county. */
export const wishKinds = ["site", "municipality", "county"] as const;
export type WishKind = (typeof wishKinds)[number];

/** What must hold for a student, without the reason. */
export const studentRuleKinds = [
	"most-minutes",
	"only-municipality",
	"not-site",
	"not-host",
	"setting-done",
	"near-public-transport",
] as const;
export type StudentRuleKind = (typeof studentRuleKinds)[number];

/** What a student must have before the start. Only that it was seen, when and by whom, is stored. */
export const requirements = [
	"police-certificate",
	"confidentiality",
	"health-documents",
	"vaccination",
	"medication-course",
	"driving-licence",
] as const;
export type Requirement = (typeof requirements)[number];

export const placementStates = ["published", "confirmed", "declined", "cancelled", "under-way", "completed"] as const;
export type PlacementState = (typeof placementStates)[number];

/** Why an offer was not open to a claim: each removes the pair, and is told by name when somebody asks. */
export const pairRules = [
	"other-profession",
	"other-year",
	"other-weeks",
	"other-setting",
	"reserved",
	"travel-cap",
	"own-travel-cap",
	"only-municipality",
	"excluded-site",
	"excluded-host",
	"setting-done",
	"no-public-transport",
	"no-agreement",
	"forbidden",
	"site-declined",
	"asked-elsewhere",
] as const;
export type PairRule = (typeof pairRules)[number];

/** Rules that close one offer to one claim after what somebody has answered. */
export const closedBy = ["site-declined", "asked-elsewhere"] as const satisfies readonly PairRule[];

/** What a round can aim at once as many as possible have a place. */
export const aims = ["burden", "generous", "bottleneck"] as const;

/** What a run has to say of its snapshot besides the plan: the plan stands, but somebody should know. */
export const runFindings = [
	"lock-unknown",
	"lock-against-rule",
	"locks-over-limit",
	// Said by runs from before overlapping floors counted.
	"floor-crosses-floor",
	"mixture-crosses",
	"floors-make-limits-cross",
	// Said by runs from before levels held under rules that cross.
	"tolerance-not-with-crossing-rules",
	"bottleneck-not-with-crossing-rules",
	"no-ties",
	"travel-unknown",
	"public-transport-unknown",
	"comparisons-without-crossing-rules",
] as const;
export type RunFindingCode = (typeof runFindings)[number];

/** What a run is doing. */
export const runPhases = ["facts", "solving", "widening", "checking", "comparing"] as const;
export type RunPhase = (typeof runPhases)[number];

/** What the board of a plan can be narrowed to by how full sites are. */
export const boardFullness = ["free", "full", "over"] as const;
export type BoardFullness = (typeof boardFullness)[number];

/** The facts of a run with more open pairs than this are too large for one text of JSON. */
export const mostPairsInFile = 2_000_000;
