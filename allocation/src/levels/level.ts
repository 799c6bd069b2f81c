/**
 * What is optimised, as data and in order: each level is fixed before the next is looked at. The same list is what people are
 * shown. `usualLevels` is the order of a first plan, `replanningLevels` that of a change to a published one.
 */
export type Level =
	/** As many placed as possible, class by class, priority 0 first; of each class `tolerance` more than need be may stay unplaced. */
	| { readonly kind: "place"; readonly tolerance?: number }
	/**
	 * The least sum over placed claims of Σ weight × part; weights are whole numbers, 0 or more. With `shortfall`, each weight missing
	 * to a floor is priced at that. The sum may end `tolerance` above the least, if that serves later levels.
	 */
	| {
			readonly kind: "burden";
			readonly weights: Readonly<Record<string, number>>;
			readonly shortfall?: number;
			readonly tolerance?: number;
	  }
	/** The least sum over floors of weight × how many are missing. */
	| { readonly kind: "floors"; readonly tolerance?: number }
	/** The fewest at the largest value of a part, then at the next largest, and so on (at most 64 values); at each `tolerance` more serve as well. */
	| { readonly kind: "generous"; readonly part: string; readonly tolerance?: number }
	/** The smallest largest value of a part among the placed; as much as `tolerance` more serves as well. */
	| { readonly kind: "bottleneck"; readonly part: string; readonly tolerance?: number }
	/** The fewest claims that lose or change the place they had before. */
	| { readonly kind: "change"; readonly tolerance?: number }
	/** What is still equal is settled by a published seed, from ids alone: the order of the facts plays no part. */
	| { readonly kind: "ties"; readonly seed: string };

export function usualLevels(weights: Readonly<Record<string, number>>, seed: string): readonly Level[] {
	return [{ kind: "place" }, { kind: "burden", weights }, { kind: "change" }, { kind: "ties", seed }];
}

export function replanningLevels(weights: Readonly<Record<string, number>>, seed: string): readonly Level[] {
	return [{ kind: "place" }, { kind: "change" }, { kind: "burden", weights }, { kind: "ties", seed }];
}
