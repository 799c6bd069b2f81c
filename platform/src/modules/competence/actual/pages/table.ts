import { freshnesses } from "../../codes.ts";

/** What the address of the list of units says. */
export const unitsTable = {
	sort: ["order", "name", "heads", "positions", "oldest"],
	filters: { freshness: freshnesses, sector: "text" },
} as const;

/** What the address of the list of those who stand alone says. */
export const aloneTable = {
	sort: ["leaving", "entry", "unit"],
	filters: { leaving: ["soon", "later", "untold"], sector: "text" },
} as const;
