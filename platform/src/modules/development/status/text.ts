import { defineText } from "../../../language.ts";

/** How a project stands, in words. */
export const statusText = defineText({
	nb: { standings: { "as-planned": "Som planlagt", behind: "På etterskudd", stuck: "Står fast" } },
	nn: { standings: { "as-planned": "Som planlagt", behind: "På etterskot", stuck: "Står fast" } },
	en: { standings: { "as-planned": "As planned", behind: "Behind", stuck: "Stuck" } },
});
