/** What a site that says no to a student means: this student alone, or that it has one place fewer. */
export const hostCloses = ["student", "place"] as const;

/** What becomes of a student whose placement is cancelled: planned again, or out of the round. */
export const afterCancelling = ["again", "out"] as const;
