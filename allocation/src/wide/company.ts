import { type Bounded, bounded, type Multipliers, shared } from "./bound.ts";
import type { Budget, Objective } from "./objective.ts";
import type { Part } from "./part.ts";

/**
 * Better shares for places that take none or at least so many, and for mixtures, at prices that stay as they are. Where fewer would come by themselves than there
 * have to be, those who would are charged what the place is worth to them, up to what it costs to get the company they lack: whoever else could come is paid
 * what the place costs them beyond the best they have. So the claims lose nothing, and the rule by itself gains nothing by it. Rule by rule, each at
 * the shares that those before it left.
 */
export function withCompany(part: Part, sum: Objective, budgets: readonly Budget[], found: Multipliers): Multipliers {
	if (part.minimums.length === 0 && part.mixtures.length === 0) return found;
	const { reduced } = bounded(part, shared(part, sum, budgets, found), found.limit);
	const minimum = found.minimum.map((row) => row.slice());
	const mixture = found.mixture.map((row) => row.slice());
	const alone = spareOf(part, sum, budgets, found, { reduced });
	/** Moves costs between the claims and one rule; `lacking`: what the company costs that is needed beside those who come. */
	const settle = (
		{ pairs }: { readonly pairs: Int32Array },
		share: Float64Array | undefined,
		lacking: (spare: (pair: number) => number, comes: ReadonlySet<number>) => number,
	) => {
		if (share === undefined || share.some((own) => own !== 0)) return;
		// Below a cap a claim may have several ways in; what each would be charged does not add up.
		if (new Set(pairs.map((e) => part.claimOf[e] ?? 0)).size < pairs.length) return;
		/** Who would come at the prices, and what they would lose by not coming. */
		const worth = new Map<number, number>();
		const here = new Set(pairs);
		for (const e of pairs) {
			const i = part.claimOf[e] ?? 0;
			if ((reduced[e] ?? 0) > 0 || worth.has(i)) continue;
			let second = alone[i] ?? 0;
			for (let at = part.start[i] ?? 0; at < (part.start[i + 1] ?? 0); at++)
				if (!here.has(at)) second = Math.min(second, reduced[at] ?? 0);
			if (second > 0) worth.set(i, second);
		}
		if (worth.size === 0) return;
		const comes = new Set(worth.keys());
		let most = lacking((e) => reduced[e] ?? 0, comes);
		if (!(most > 0) || !Number.isFinite(most)) return;
		/** Per claim that comes: what it is charged. */
		const charged = new Map<number, number>();
		for (const [i, each] of worth) {
			const charge = Math.min(each, most);
			charged.set(i, charge);
			most -= charge;
		}
		pairs.forEach((e, at) => {
			const charge = charged.get(part.claimOf[e] ?? 0);
			const now = reduced[e] ?? 0;
			// Charged pairs cost as much more as brings them level with what the claim has to lose; others are paid down to it.
			share[at] = charge === undefined ? now : Math.min(0, now - charge);
			reduced[e] = now - (share[at] ?? 0);
		});
		for (const [i, charge] of charged) {
			// What the claim pays now is the least it has: everything it has is measured from there.
			for (let at = part.start[i] ?? 0; at < (part.start[i + 1] ?? 0); at++) reduced[at] = (reduced[at] ?? 0) - charge;
			alone[i] = (alone[i] ?? 0) - charge;
		}
	};
	part.minimums.forEach((rule, m) => {
		settle(rule, minimum[m], (spare, comes) => {
			const others = Array.from(
				rule.pairs.filter((e) => !comes.has(part.claimOf[e] ?? 0)),
				spare,
			).sort((a, b) => a - b);
			const missing = rule.least - rule.pairs.filter((e) => comes.has(part.claimOf[e] ?? 0)).length;
			return others.slice(0, Math.max(0, missing)).reduce((all, each) => all + each, 0);
		});
	});
	part.mixtures.forEach((rule, x) => {
		settle(rule, mixture[x], (spare, comes) => {
			const kinds = rule.kinds.map((kind) =>
				kind.some((e) => comes.has(part.claimOf[e] ?? 0))
					? 0
					: kind.reduce((least, e) => Math.min(least, spare(e)), Number.POSITIVE_INFINITY),
			);
			kinds.sort((a, b) => a - b);
			return kinds.slice(0, rule.least).reduce((all, each) => all + each, 0);
		});
	});
	return { ...found, minimum, mixture };
}

/** Per claim: what staying unplaced costs beyond the least it has. */
function spareOf(
	part: Part,
	sum: Objective,
	budgets: readonly Budget[],
	found: Multipliers,
	{ reduced }: Pick<Bounded, "reduced">,
): Float64Array {
	const costs = shared(part, sum, budgets, found);
	const around = found.limit.slice();
	for (let k = around.length - 1; k >= 0; k--) around[k] = (around[k] ?? 0) + (around[part.parent[k] ?? -1] ?? 0);
	return Float64Array.from(part.claims, (_, i) => {
		if (part.alone[i] !== 1) return Number.POSITIVE_INFINITY;
		const first = part.start[i] ?? 0;
		if (first === part.start[i + 1]) return 0;
		// Any pair tells what the least is: its whole cost less what it costs beyond.
		const least = (costs.pair[first] ?? 0) + (around[part.offer[first] ?? 0] ?? 0) - (reduced[first] ?? 0);
		return (costs.alone[i] ?? 0) - least;
	});
}
