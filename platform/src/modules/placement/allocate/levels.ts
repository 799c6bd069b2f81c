import type { Level } from "@laeringsarena/allocation";
import type { RoundRules, Snapshot } from "./contract.ts";

/** The rank that a place not wished for counts as. */
export function unwishedRank({ rules, wishesMost }: Pick<Snapshot, "rules" | "wishesMost">): number {
	return rules.unwishedRank ?? wishesMost + 1;
}

/** What one minute of travel and one step down the list of wishes weigh, in minutes. */
export function weightsOf({ minutesPerRank }: RoundRules): Readonly<Record<string, number>> {
	return { minutes: 1, rank: minutesPerRank };
}

/** What is sought, in order, as the engine takes it. `tolerance` is how much the burden may rise, in its own unit. */
export function levelsOf(snapshot: Snapshot, tolerance: number): readonly Level[] {
	const { rules, previous, seed } = snapshot;
	const anew = previous.length === 0;
	const change: Level[] = anew ? [] : [{ kind: "change" }];
	const floors: Level[] = rules.floors.length > 0 && rules.floorPrice === null ? [{ kind: "floors" }] : [];
	const aim: Level[] =
		rules.aim === "generous"
			? [{ kind: "generous", part: "rank" }]
			: rules.aim === "bottleneck"
				? [{ kind: "bottleneck", part: "minutes" }]
				: [];
	const burden: Level = {
		kind: "burden",
		weights: weightsOf(rules),
		...(rules.floorPrice === null || rules.floors.length === 0 ? {} : { shortfall: rules.floorPrice }),
		...(tolerance > 0 ? { tolerance } : {}),
	};
	const levels: Level[] = rules.keepPublished
		? [{ kind: "place" }, ...change, ...floors, ...aim, burden]
		: [{ kind: "place" }, ...floors, ...aim, burden, ...change];
	// After a sum that gives way ties are left as they fall.
	return tolerance > 0 ? levels : [...levels, { kind: "ties", seed }];
}

/** Whether the burden may rise for fewer moves, and so has to be known first. */
export function givesWay({ rules, previous }: Snapshot): boolean {
	return rules.tolerance > 0 && previous.length > 0 && !rules.keepPublished;
}
