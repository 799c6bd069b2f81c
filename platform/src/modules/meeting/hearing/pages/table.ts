import { hearingSorts, hearingStandings } from "../codes.ts";

/** What the address of the list of hearings says; the list as Excel reads it the same way. */
export const hearingTable = { sort: hearingSorts, filters: { standing: hearingStandings } } as const;
