/** Plain lists of this part: what pages show choices from. */

/** What a student of a plan got: the first wish, one of the wishes, another place, or none. */
export const got = ["first", "wished", "unwished", "none"] as const;
export type Got = (typeof got)[number];
