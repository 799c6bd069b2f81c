/** Plain lists of hearings: what pages show choices from. */

export const hearingStates = ["draft", "open", "answered", "withdrawn"] as const;
export type HearingState = (typeof hearingStates)[number];

/** How a hearing stands on a day: `to-answer` is past its last day, with inputs to be answered before it is closed. */
export const hearingStandings = ["to-answer", "open", "draft", "answered", "withdrawn"] as const;
export type HearingStanding = (typeof hearingStandings)[number];

/** What became of an input. */
export const replies = ["taken-in", "partly", "not"] as const;
export type Reply = (typeof replies)[number];

/** What lists of hearings are sorted by; `urgent`, unless asked otherwise: what is to be done first. */
export const hearingSorts = ["urgent", "title", "last-day", "silent"] as const;
export type HearingSort = (typeof hearingSorts)[number];
