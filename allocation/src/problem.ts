/**
 * The one flat form of a placement problem. Rows are in canonical order (ids by code unit, offers before caps, inner caps
 * before outer), so two fact sets that differ only in order give the same problem and hence the same bytes of answer.
 *
 * Offers and shared caps are both *limits* in a forest: index 0 … offers−1 are the offers, the rest the caps, and a parent
 * always has a higher index than its children.
 */
export interface Problem {
	readonly claims: number;
	readonly offers: number;
	/** Offers and caps together. */
	readonly limits: number;
	readonly claimIds: readonly string[];
	readonly limitIds: readonly string[];
	/** Per limit: the index of the limit around it, or −1. */
	readonly parent: Int32Array;
	/** Per limit: places left for the round (never negative). */
	readonly limit: Int32Array;
	/** Per limit: how many of the round's claims should be placed there, 0 where nothing is said, and what each missing one weighs. */
	readonly least: Int32Array;
	readonly leastWeight: Int32Array;
	/** Floors over pairs that no limit holds together; only where rules cross, see `Rules`. They count in every value, and the network does not know them. */
	readonly across?: readonly FloorAcross[];
	/** Per claim: priority class, 0 first. */
	readonly priority: Int32Array;
	/** Pairs of claim i are start[i] … start[i+1]−1, by offer index. */
	readonly start: Int32Array;
	/** Per pair: its offer. */
	readonly offer: Int32Array;
	/** Per part name: the part of each pair. */
	readonly parts: ReadonlyMap<string, Int32Array>;
	/** Per claim: the pair it is locked to, or −1. */
	readonly lock: Int32Array;
	/** Per claim: the offer it had before; −1 none, −2 one that has gone. */
	readonly previous: Int32Array;
	/** Pairs removed by a rule: key claim × offers + offer. */
	readonly removed: ReadonlyMap<number, string>;
}

/** So many of these pairs (in order) should be taken; each one missing weighs so much. */
export interface FloorAcross {
	readonly pairs: Int32Array;
	readonly least: number;
	readonly weight: number;
}

/** A plan: per claim the index of the pair it is given, or −1 when unplaced. */
export type Plan = Int32Array;

/** Largest count or part that a fact may state. */
export const largestAmount = 1_000_000_000;
