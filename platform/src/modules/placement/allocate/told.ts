import type { MoveTold, Problem, StepValue } from "@laeringsarena/allocation";
import type { Frame } from "./facts.ts";
import { pairOf } from "./known.ts";

/** What a change costs in all, in numbers a page can say. Above 0 is worse. */
export type Cost = {
	/** Places lost, all priority classes together, and class by class. */
	readonly places: number;
	readonly byPriority: readonly { readonly priority: number; readonly places: number }[];
	/** Minutes one way and steps down the lists of wishes, summed over those who had a place and have another. */
	readonly minutes: number;
	readonly ranks: number;
	/** How many others than the one asked about get another place, or none, or their first. */
	readonly others: number;
	/** Every step of the objective that changes, as the engine names it. */
	readonly steps: readonly { readonly name: string; readonly change: number }[];
};

/** One move of a chain. Nothing is said of who another student is. */
export type ToldMove = {
	readonly who: "claim" | "another";
	/** Ids of sites; null: no place. */
	readonly from: string | null;
	readonly to: string | null;
	/** Change in minutes and rank; 0 where the student had no place, or gets none. */
	readonly minutes: number;
	readonly ranks: number;
};

/** Who moves where: claims and offers as the engine names them. */
export type Moved = Pick<MoveTold, "claim" | "from" | "to">;

/** A change and its moves, without identities beyond the claims that are asked about. */
export function told(
	frame: Frame,
	problem: Problem,
	change: readonly StepValue[],
	moved: readonly Moved[],
	about: ReadonlySet<string>,
): { readonly cost: Cost; readonly moves: readonly ToldMove[] } {
	const { snapshot, ground, indexOfClaim, indexOfSlot } = frame;
	const slots = new Map(ground.slots.map(({ id }, slot) => [id, slot] as const));
	const siteOf = (offer: string | null) =>
		offer === null ? null : (snapshot.sites[ground.slots[slots.get(offer) ?? -1]?.site ?? -1]?.id ?? null);
	const partOf = (name: string, claim: string, offer: string | null) => {
		if (offer === null) return undefined;
		const i = indexOfClaim[ground.claimIndex.get(claim) ?? -1] ?? -1;
		return problem.parts.get(name)?.[pairOf(problem, i, indexOfSlot[slots.get(offer) ?? -1] ?? -1)];
	};
	const difference = (name: string, { claim, from, to }: Moved) => {
		const [before, after] = [partOf(name, claim, from), partOf(name, claim, to)];
		return before === undefined || after === undefined ? 0 : after - before;
	};
	const moves = moved.map(
		(move): ToldMove => ({
			who: about.has(move.claim) ? "claim" : "another",
			from: siteOf(move.from),
			to: siteOf(move.to),
			minutes: difference("minutes", move),
			ranks: difference("rank", move),
		}),
	);
	const byPriority = change.flatMap(({ name, value }) => {
		const priority = /^priority (\d+) unplaced$/.exec(name)?.[1];
		return priority === undefined || value === 0 ? [] : [{ priority: Number(priority), places: value }];
	});
	return {
		cost: {
			places: byPriority.reduce((sum, { places }) => sum + places, 0),
			byPriority,
			minutes: moves.reduce((sum, { minutes }) => sum + minutes, 0),
			ranks: moves.reduce((sum, { ranks }) => sum + ranks, 0),
			others: moves.filter(({ who }) => who === "another").length,
			// How equal solutions are drawn is no cost to anybody.
			steps: change.flatMap(({ name, value }) => (value === 0 || name === "ties" ? [] : [{ name, change: value }])),
		},
		moves,
	};
}
