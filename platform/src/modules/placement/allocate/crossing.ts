/** Rules that cross others, by what they are about. */
export const crossingRules = ["together", "least-together", "professions", "quota", "limit"] as const;
export type CrossingRule = (typeof crossingRules)[number];

/** What a rule of the engine is about, by the id that `limitsOf` and `factsOf` give it. */
export function crossingRuleOf(id: string): CrossingRule {
	if (id.startsWith("with ")) return "together";
	if (id.startsWith("together ")) return "least-together";
	if (id.startsWith("professions ")) return "professions";
	return id.startsWith("quota ") ? "quota" : "limit";
}
