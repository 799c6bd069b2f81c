import type { Level } from "@laeringsarena/allocation";
import type { RoundRules, RunFinding, Snapshot } from "./contract.ts";

/** The rank that a place not wished for counts as. */
export function unwishedRank({ rules, wishesMost }: Pick<Snapshot, "rules" | "wishesMost">): number {
	return rules.unwishedRank ?? wishesMost + 1;
}

/** What one minute of travel and one step down the list of wishes weigh, in minutes. */
export function weightsOf({ minutesPerRank }: RoundRules): Readonly<Record<string, number>> {
	return { minutes: 1, rank: minutesPerRank };
}

/**
 * What is sought, in order, as the engine takes it. `tolerance` is how much the burden may rise, in its own unit; null: rules that cross
 * are in the way of it, and of a bottleneck too.
 */
export function levelsOf(
	snapshot: Snapshot,
	tolerance: number | null,
): { readonly levels: readonly Level[]; readonly findings: readonly RunFinding[] } {
	const { rules, previous, seed } = snapshot;
	const findings: RunFinding[] = [];
	const crosses = tolerance === null;
	const anew = previous.length === 0;
	if (crosses && rules.tolerance > 0 && !anew && !rules.keepPublished)
		findings.push({ code: "tolerance-not-with-crossing-rules", detail: {} });
	if (crosses && rules.aim === "bottleneck") findings.push({ code: "bottleneck-not-with-crossing-rules", detail: {} });
	const change: Level[] = anew ? [] : [{ kind: "change" }];
	const floors: Level[] = rules.floors.length > 0 && rules.floorPrice === null ? [{ kind: "floors" }] : [];
	const aim: Level[] =
		rules.aim === "generous"
			? [{ kind: "generous", part: "rank" }]
			: rules.aim === "bottleneck" && !crosses
				? [{ kind: "bottleneck", part: "minutes" }]
				: [];
	const given = tolerance ?? 0;
	const burden: Level = {
		kind: "burden",
		weights: weightsOf(rules),
		...(rules.floorPrice === null || rules.floors.length === 0 ? {} : { shortfall: rules.floorPrice }),
		...(given > 0 ? { tolerance: given } : {}),
	};
	const levels: Level[] = rules.keepPublished
		? [{ kind: "place" }, ...change, ...floors, ...aim, burden]
		: [{ kind: "place" }, ...floors, ...aim, burden, ...change];
	// After a sum that gives way nothing more is proved, and under rules that cross nobody looks: what is still equal is left as it falls.
	return { levels: given > 0 || crosses ? levels : [...levels, { kind: "ties", seed }], findings };
}

/** Whether the burden may rise for fewer moves, and so has to be known first. */
export function givesWay({ rules, previous }: Snapshot): boolean {
	return rules.tolerance > 0 && previous.length > 0 && !rules.keepPublished;
}
