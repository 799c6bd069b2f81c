/** Plain lists of this part: what pages show choices from. */

export const requestSorts = ["course", "institution", "host", "from", "places", "answerBy", "state"] as const;
export type RequestSort = (typeof requestSorts)[number];

/** How an order stands, as a list is narrowed by: overdue is sent, and past its last day to answer. */
export const requestStandings = ["draft", "sent", "overdue", "answered", "unmet", "withdrawn"] as const;
export type RequestStanding = (typeof requestStandings)[number];

/** Whose turn: what the organisation acted for has ordered, and what it is asked for. */
export const requestSides = ["ordered", "asked"] as const;
export type RequestSide = (typeof requestSides)[number];

/** Days of the year things are usually due, MM-DD: needs are told, they are answered, and spring is adjusted. */
export const usualDeadlines = { needs: "04-01", answers: "05-01", adjusted: "10-01" } as const;

/** Lines a table of hosts grows by. */
export const linesAtOnce = 5;
