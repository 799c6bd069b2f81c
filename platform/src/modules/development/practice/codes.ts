/** Plain lists of practice cards: what pages show choices from. */

/** Who reads a card, the fewest first. */
export const visibilities = ["unit", "organisation", "network", "public"] as const;

/** What an organisation says it has done with a card. */
export const useStages = ["aware", "tried", "in-use", "given-up"] as const;
export type UseStage = (typeof useStages)[number];

/** What became of something that was measured, as the numbers tell it. */
export const changes = ["better", "same", "worse", "no-direction", "undocumented"] as const;
export type Change = (typeof changes)[number];

/** What lists of cards are sorted by. */
export const cardSorts = ["title", "organisation", "validated"] as const;

/** Months until a card is looked at anew, unless its owner says otherwise. */
export const revalidateMonths = 24;
