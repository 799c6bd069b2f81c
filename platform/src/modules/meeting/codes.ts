/**
 * Plain lists of the room: what pages show choices from. They stand apart from the contract, because a page that names
 * one would otherwise bring every schema to the browser.
 */

export const arenaKinds = ["cooperation", "working-life-council", "inter-municipal", "professional", "other"] as const;
export type ArenaKind = (typeof arenaKinds)[number];

export const levels = ["top", "sector", "operational"] as const;
export type Level = (typeof levels)[number];

/** Whom a seat speaks for: those who decide, those who advise, unions, users … Presence is measured by it. */
export const represents = [
	"leader",
	"line",
	"staff",
	"academic",
	"union",
	"user",
	"student",
	"politician",
	"other",
] as const;
export type Represents = (typeof represents)[number];

/** Seats whose presence shows that those who decide take part. */
export const deciding: readonly Represents[] = ["leader", "line", "politician"];

export const duties = ["chair", "secretary", "member"] as const;
export type Duty = (typeof duties)[number];

export const meetingStates = ["planned", "invited", "held", "cancelled"] as const;
export type MeetingState = (typeof meetingStates)[number];

export const itemKinds = ["decision", "discussion", "information", "follow-up"] as const;
export type ItemKind = (typeof itemKinds)[number];

/** What came of an item. A decision has an owner; the others have none. */
export const itemOutcomes = ["none", "noted", "decided", "postponed"] as const;
export type ItemOutcome = (typeof itemOutcomes)[number];

export const decisionStates = ["open", "done", "dropped"] as const;
export type DecisionState = (typeof decisionStates)[number];

/** How a decision stands on a day: open and late is what the next agenda begins with. */
export const decisionStandings = ["late", "open", "done", "dropped"] as const;
export type DecisionStanding = (typeof decisionStandings)[number];

/** What a member answers to an invitation. */
export const answers = ["comes", "deputy", "declines"] as const;
export type Answer = (typeof answers)[number];

/** Who came for a seat. */
export const ways = ["holder", "deputy", "excused", "absent"] as const;
export type Way = (typeof ways)[number];

/** What becomes of an arena that ends. */
export const endings = ["stops", "operations", "network", "programme"] as const;

/** Which arenas a list shows, where it does not show all. */
export const arenaStates = ["going", "ended"] as const;
export type ArenaState = (typeof arenaStates)[number];

/** How many of the items asked for a member may mark. */
export const mostVotes = 3;

/** What lists of arenas are sorted by; the first unless asked otherwise. */
export const arenaSorts = ["next", "name", "level", "open"] as const;
export type ArenaSort = (typeof arenaSorts)[number];

/** What lists of decisions are sorted by; `urgent`, unless asked otherwise: late ones first. */
export const decisionSorts = ["urgent", "decided", "due", "owner", "arena"] as const;
export type DecisionSort = (typeof decisionSorts)[number];
