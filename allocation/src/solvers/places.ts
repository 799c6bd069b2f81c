/** One claim's move: the pair it takes, or −1 for staying unplaced. */
export interface Move {
	readonly claim: number;
	readonly pair: number;
}
