/** From this many pairs on, which solver is the faster can be felt: a chain of 500 claims takes the simplex twelve times as long. */
const enoughPairs = 900;
const manyClaims = 4_000;

/**
 * Whether the auction is the faster from nothing. Measured, processor time of auction ÷ simplex: one cost of staying unplaced and no
 * shared limits 0.8 to 0.9 at 500 to 2,000 claims and 0.4 at 10,000; shared limits 1.5, 1.2 and 0.7; whole rounds with priority
 * classes 1.6, 1.4 and 1.0, at 6,000 claims 0.8.
 */
export function auctionSuits(network: {
	readonly claims: number;
	readonly parent: Int32Array;
	readonly offer: Int32Array;
	readonly unplaced: Float64Array;
}): boolean {
	const { claims, parent, offer, unplaced } = network;
	if (offer.length < enoughPairs) return false;
	return claims > manyClaims || (parent.every((outer) => outer < 0) && unplaced.every((cost) => cost === unplaced[0]));
}
