/**
 * The facts of one placement round, as plain readonly data. Every amount is an integer; every id is a non-empty string
 * that is unique among its kind (offers and caps share one namespace, because a cap may hold either).
 */
export interface Facts {
	readonly claims: readonly Claim[];
	readonly offers: readonly Offer[];
	readonly caps?: readonly Cap[];
	readonly pairs: readonly Pair[];
	readonly floors?: readonly Floor[];
	readonly prohibitions?: readonly Prohibition[];
	readonly locks?: readonly Placement[];
	/** The plan before this one. Claims and offers that have since gone may still be named here. */
	readonly previous?: readonly Placement[];
}

/** One student's need for one placement in the round. */
export interface Claim {
	readonly id: string;
	/** Priority class: 0 is served first, then 1, and so on up to 999. */
	readonly priority: number;
}

/** Places at one unit for given weeks, professions and institutions. */
export interface Offer {
	readonly id: string;
	readonly capacity: number;
	/** The innermost shared cap that this offer counts against. */
	readonly within?: string;
}

/** A limit over several offers. A cap may lie within another; crossing caps are not part of these facts. */
export interface Cap {
	readonly id: string;
	readonly limit: number;
	/** Places under this limit already held by learners outside the round. */
	readonly taken?: number;
	readonly within?: string;
}

/**
 * How many of the round's claims should be placed at an offer or under a cap: what a municipality is to have of a course or a year,
 * where the offers for them lie under one cap (elsewhere it is one of the rules that cross). Soft: what it weighs is said by the levels. At most one for each offer or cap.
 */
export interface Floor {
	readonly at: string;
	readonly least: number;
	/** What each missing one counts, 1 unless stated. */
	readonly weight?: number;
}

/** An eligible pair with its parts of cost, each in its own stated unit (wish rank, travel minutes, …), 0 or more. */
export interface Pair {
	readonly claim: string;
	readonly offer: string;
	readonly parts: Readonly<Record<string, number>>;
}

/** A rule that removes a pair; the rule's name is given back when somebody asks why not. */
export interface Prohibition {
	readonly claim: string;
	readonly offer: string;
	readonly rule: string;
}

export interface Placement {
	readonly claim: string;
	readonly offer: string;
}
