import { type Core, type Priced, spreadOf } from "../core.ts";
import { auction, usualManner } from "./auction.ts";
import { beginningOfChains, chains } from "./chains.ts";
import { settling } from "./settle.ts";

/** From this many pairs on, which solver is the faster can be felt: a chain of 500 claims takes the simplex twelve times as long. */
const enoughPairs = 900;
const manyClaims = 4_000;

/**
 * Whether `fromNothing` is faster than the simplex. Measured, processor time of auction ÷ simplex: one cost of staying unplaced and no
 * shared limits 0.8 to 0.9 at 500 to 2,000 claims and 0.4 at 10,000; shared limits 1.5, 1.2 and 0.7; whole rounds with priority
 * classes 1.6, 1.4 and 1.0, at 6,000 claims 0.8.
 */
export function fromNothingSuits(network: {
	readonly claims: number;
	readonly parent: Int32Array;
	readonly offer: Int32Array;
	readonly unplaced: Float64Array;
}): boolean {
	const { claims, parent, offer, unplaced } = network;
	if (offer.length < enoughPairs) return false;
	return claims > manyClaims || (parent.every((outer) => outer < 0) && unplaced.every((cost) => cost === unplaced[0]));
}

/** Solves from a plan within the limits and prices near the right ones. */
export function* fromNear(
	core: Core,
	near: Priced,
): Generator<{ readonly bids: number; readonly settled?: Pick<Priced, "taken"> }, Priced> {
	const run = settling(core, near);
	let next = run.next();
	for (; !next.done; next = run.next()) yield { bids: 0 };
	return next.value;
}

/** Solves from nothing: by chains alone where those are short, by the auction otherwise, from their prices where they were tried. Yields bids so far, and a plan where there is one. */
export function* fromNothing(
	core: Core,
): Generator<{ readonly bids: number; readonly settled?: Pick<Priced, "taken"> }, Priced> {
	const beginning = beginningOfChains(core);
	if (beginning !== undefined) {
		const run = chains(core, beginning);
		let next = run.next();
		for (; !next.done; next = run.next()) yield { bids: 0 };
		const { priced, whole } = next.value;
		if (whole) return priced;
		// Measured: from such prices small steps are the best, where a plan that knows no scarcity needs large ones first.
		const spread = spreadOf(core);
		return yield* auction(core, { ...usualManner, warm: priced.price, warmStep: spread / 200, last: spread / 500 });
	}
	return yield* auction(core);
}
