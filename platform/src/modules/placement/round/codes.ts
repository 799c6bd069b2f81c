/** Plain lists of this part: what pages show choices from. */

/** What a student of a plan got: the first wish, one of the wishes, another place, or none. */
export const got = ["first", "wished", "unwished", "none"] as const;
export type Got = (typeof got)[number];

/** A run may suppose other places at so many offers. */
export const mostSupposed = 50;

/** The field of a form that has how many more or fewer at an offer. */
export const supposedField = (offerId: string) => `places.${offerId}`;
