import { decisionSorts, decisionStandings } from "../codes.ts";

/** What the address of the list of decisions says; the list as Excel reads it the same way. */
export const decisionTable = { sort: decisionSorts, filters: { standing: decisionStandings } } as const;
