import { entryKinds, entryLevels } from "../../codes.ts";

/** What the address of the framework says; the list as Excel reads it the same way. */
export const frameworkTable = {
	sort: ["name", "kind", "level", "occupation"],
	filters: { kind: entryKinds, level: entryLevels, keeper: ["own", "shared"] },
} as const;
