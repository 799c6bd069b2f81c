/** Plain lists of the folder, apart from the contract so that pages bring no schema to the browser. */

/** How an exchange stands on a day. */
export const exchangeStandings = ["vacant", "ahead", "under-way", "to-evaluate", "over"] as const;
export type ExchangeStanding = (typeof exchangeStandings)[number];

export const exchangeSorts = ["title", "kind", "person", "from", "until"] as const;
export type ExchangeSort = (typeof exchangeSorts)[number];
