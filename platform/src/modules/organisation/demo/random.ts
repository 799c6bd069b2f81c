/** Chance that comes out the same every time: made-up data must not differ between two machines or two runs. */
export type Random = {
	/** At least 0, below 1. */
	next(): number;
	/** A whole number from `from` to `to`, both inclusive. */
	whole(from: number, to: number): number;
	/** One of several; a list without anything to choose is a fault. */
	pick<Item>(items: readonly Item[]): Item;
	chance(probability: number): boolean;
};

/** Mulberry32: small, quick, and good enough for names. */
export function random(seed: number): Random {
	let state = seed >>> 0;
	const next = (): number => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
	return {
		next,
		whole,
		pick(items) {
			const found = items[whole(0, items.length - 1)];
			if (found === undefined) throw new Error("nothing to choose from");
			return found;
		},
		chance: (probability) => next() < probability,
	};
}
